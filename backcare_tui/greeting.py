"""What lies over the first place as the program opens: first questions, what was left, what was done to the file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.guidance.questions import asks_first_questions
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.upkeep import Reopened

if TYPE_CHECKING:
    from backcare_tui.diary.records.routine import Routine


def greetings(desk: Desk, start: "Routine | None") -> Iterator[Screen[Any]]:
    """The screens, the lowest first.

    Args:
        desk: What they are handed.
        start: The routine that the command line named, which needs no first questions.
    """
    settings = desk.repository.settings()
    if not start and asks_first_questions(desk.repository):
        yield screens.FirstMinutes(desk)
    elif not settings.boundaries_seen:
        yield screens.Welcome(desk)
    if settings.player is not None:
        from backcare_tui.player.persistence import interrupted

        if under_way := interrupted(desk.repository):
            yield screens.GoOn(desk, under_way)


def reopened_pages(desk: Desk, reopened: Reopened | None) -> Iterator[Screen[Any]]:
    """The screens that say what was done that the diary was opened anew for, the lowest first."""
    if reopened is None:
        return
    yield screens.SettingsPage(desk)
    if reopened.is_moved and desk.upkeep.custody:
        yield screens.FolderPage(desk, desk.upkeep.custody, reopened.said)
    elif desk.upkeep.locksmith:
        yield screens.LockPage(desk, desk.upkeep.locksmith(), reopened.said)


def beginning(desk: Desk, start: "Routine") -> Screen[Any]:
    """The way into a routine."""
    return screens.Before(desk, start)
