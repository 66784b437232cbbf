"""Where a person lives: one choice, from which numbers to call and words follow."""

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.guidance.about import stated
from backcare_tui.guidance.stated import NONE
from backcare_tui.library.regions import Region, region, regions
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk


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
        chosen = next(each for each in regions() if (each.id or NONE) == answer)
        said = f"{row.label.lower()}: {chosen.name}"
        of.run_worker(state(chosen, said))

    async def state(chosen: Region, said: str) -> None:
        if await desk.set_all({"region": chosen.id or None}, words=said, complain=complain):
            show()

    row = stated("region")
    held = region(desk.repository.settings().region)
    others = (each for each in (*regions()[1:], regions()[0]) if each != held)
    answers = [
        ChoiceAnswer(str(n), each.id or NONE, _say(each)) for n, each in enumerate(others, start=2)
    ]
    as_it_is = ChoiceAnswer("1", "", _say(held))
    asked = screens.ChoiceDialog("Where do you live?", Content(row.why), as_it_is, answers)
    of.app.push_screen(asked, keep)


def _say(of: Region) -> str:
    """A region with its number, so that one sees what is chosen."""
    has_number = of.emergency != region().emergency
    return f"{of.name}: {of.emergency}" if has_number else of.name
