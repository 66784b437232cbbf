"""Undo and redo from a screen: at once for what was done in this sitting, else after a question."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from textual.content import Content
from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.repository import Change
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import say_moment, sentence_case
from backcare_tui.wording.changes import say_change_of

Step = Callable[[Change | None], Awaitable[Change | None]]
"""Takes a step that was agreed to, or that needs no word; gives the one that needs it."""
YES = "yes"
KEEP = ChoiceAnswer("k", "", "Keep it as it is")


class StepQuestion(msgspec.Struct, frozen=True):
    """What is asked of a step that an earlier sitting made."""

    title: str
    made: str
    """What was done then: `Saved`."""
    yes: str


# Yes is not the key that asked: whoever presses that three times has not answered.
BACK = StepQuestion("Take this back?", "Saved", "Take it back; {entry.redo} makes it again")
AGAIN = StepQuestion("Make this again?", "Taken back", "Make it again; {entry.undo} takes it back")


def take_back(screen: Screen[Any], desk: Desk) -> None:
    """Undo the last change; one of an earlier sitting is asked about first."""
    screen.run_worker(_go(screen, desk, desk.undo, BACK))


def make_again(screen: Screen[Any], desk: Desk) -> None:
    """Redo what was undone last; what was undone in an earlier sitting is asked about first."""
    screen.run_worker(_go(screen, desk, desk.redo, AGAIN))


async def _go(
    screen: Screen[Any],
    desk: Desk,
    step: Step,
    question: StepQuestion,
    agreed: Change | None = None,
) -> None:
    """Take a step, or ask about it and then take it."""
    older = await step(agreed)
    if older is None:
        return

    def answer(value: str | None) -> None:
        if value == YES:
            screen.run_worker(_go(screen, desk, step, question, older))

    yes, words = ChoiceAnswer("y", YES, keyed(question.yes)), _say(older, question, desk)
    screen.app.push_screen(screens.ChoiceDialog(question.title, words, KEEP, [yes]), answer)


def _say(change: Change, question: StepQuestion, desk: Desk) -> Content:
    """What it is, and when it was done."""
    today = desk.clock.today()
    what = sentence_case(say_change_of(change, today))
    more = f", {len(change.ids)} entries" if len(change.ids) > 1 else ""
    when = say_moment(desk.clock.here(change.at), today)
    return Content(f"{what}{more}.\n{question.made} {when}.")
