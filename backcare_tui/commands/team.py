"""The commands of the care team and of the hand-over page."""

from backcare_tui.commands.actions import Command

ADD_MEMBER = Command(
    "team.person", "a", "add('person')", "person", "Add somebody to the care team."
)
AGREE = Command(
    "team.agree",
    "o",
    "add('agreement')",
    "shared plan",
    "Write down what was agreed: the goals, and who does what. Older plans are kept.",
)
ANSWER = Command(
    "question.answer",
    "x",
    "answer",
    "answered",
    "Mark the question as answered, with a line of what was said.",
)
WRITE_HTML = Command(
    "hand-over.html",
    "h",
    "write('html')",
    "write HTML",
    "Write the page to a file for a browser or a printer.",
)
WRITE_TEXT = Command(
    "hand-over.text", "t", "write('txt')", "write text", "Write the page to a file of plain text."
)
FOR_WHOM = Command(
    "hand-over.whom", "p", "choose_person", "for whom", "Choose whom the appointment is with."
)
STEP_NOTES = Command(
    "hand-over.notes",
    "n",
    "step_notes",
    "notes",
    "Which notes are on it: those of visits, those of every entry, or none.",
)
ON_HAND_OVER = (WRITE_HTML, WRITE_TEXT, FOR_WHOM, STEP_NOTES)
"""What can be done with the hand-over page."""
