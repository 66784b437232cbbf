"""Where a person lives: one choice, from which numbers to call and words follow."""

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.diary.settings import Settings
from backcare_tui.library.regions import Region, region, region_of, regions
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk

LABEL = "Region"
WHY = (
    "So that numbers to call, medicines and drinks have the names of where you live. "
    "It is never guessed, and it stays here."
)
UNSTATED = "not stated"


def say_region(settings: Settings) -> str:
    """`United Kingdom`, or `not stated`."""
    return region(settings.region).name


def say_emergency(settings: Settings) -> str:
    """The number to call, one's own or the region's; that it is not stated where there is neither."""
    call = region_of(settings).emergency
    return UNSTATED if call == region().emergency else call


def ask_region(
    of: Widget, desk: Desk, show: Callable[[], None], complain: Callable[[str], None]
) -> None:
    """Ask where one lives, and keep it; the first answer is what holds.

    Args:
        of: The screen that asks.
        desk: Where it is kept.
        show: What shows what holds, once it was answered.
        complain: What says why it could not be kept.
    """

    def keep(answer: str | None) -> None:
        if answer is None:
            return
        chosen = next(each for each in regions() if (each.id or _NONE) == answer)
        said = f"{LABEL.lower()}: {chosen.name}"
        if desk.set("region", chosen.id or None, words=said, complain=complain):
            show()

    held = region(desk.repository.settings().region)
    others = (each for each in (*regions()[1:], regions()[0]) if each != held)
    answers = [
        ChoiceAnswer(str(n), each.id or _NONE, _say(each))
        for n, each in enumerate((held, *others), start=1)
    ]
    of.app.push_screen(screens.ChoiceDialog("Where do you live?", Content(WHY), answers), keep)


_NONE = "none"


def _say(of: Region) -> str:
    """A region with its number, so that one sees what is chosen."""
    has_number = of.emergency != region().emergency
    return f"{of.name}: {of.emergency}" if has_number else of.name
