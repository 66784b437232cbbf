"""The commands of questions that lead on: take the answer, leave it open, go back to the one before."""

from backcare_tui.commands.command import Command
from backcare_tui.commands.forms import DIGITS, FORM_HELP
from backcare_tui.commands.guidance import DONE, MARK

TAKE_ANSWER = Command(
    "question.take",
    "enter",
    "take",
    "go on",
    "Go on with what is answered.",
    shown_as="enter",
    priority=True,
)
SKIP_QUESTION = Command(
    "question.skip",
    "escape",
    "skip",
    "skip",
    "Leave this question open and go on; nothing is asked twice.",
    shown_as="esc",
)
QUESTION_BEFORE = Command(
    "question.before",
    "left_square_bracket",
    "go_back",
    "the one before",
    "Back to the question before this one; what you answered stays.",
    shown_as="[",
    priority=True,
)
ON_QUESTIONS = (TAKE_ANSWER, MARK, DONE, SKIP_QUESTION, QUESTION_BEFORE, *DIGITS, FORM_HELP)
"""What can be done with a question that leads on."""
