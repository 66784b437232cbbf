"""The page of late drinks: how one slept after them, what counts as late, and what was studied."""

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui.guidance.late_drinks import STUDIED
from backcare_tui.insight.diet.late_drinks import (
    COUNTED,
    DAYS_LOOKED_AT,
    NO_CAUSE,
    Late,
    LateDrinkNights,
    say_compared,
)
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.widgets.sheet import Entry, Sheet

NAMES: dict[Late, str] = {"coffee": "Coffee", "alcohol": "Alcohol"}
NEVER: dict[Late, str] = {
    "coffee": "No late coffee before a night whose times are known.",
    "alcohol": "No alcohol in the evening before a night whose times are known.",
}


class LatePage(Page[None]):
    """Lies over the place."""

    AUTO_FOCUS = "VerticalScroll"
    CSS_PATH = ["../frame/page.tcss", "late.tcss"]
    HELP = (
        "How long you slept after late coffee or alcohol, and how long else, with the number of "
        "nights. It shows what went along with what, never what caused it."
    )

    def __init__(self, desk: Desk, found: Sequence[LateDrinkNights]) -> None:
        """Tell what was found."""
        super().__init__(desk)
        self._found = tuple(found)

    def compose_page(self) -> Iterable[Widget]:
        """One text."""
        entries = (
            *(_entry(each) for each in self._found),
            Entry("Counted", (Content(COUNTED),)),
            Entry("Mind", (Content(NO_CAUSE),)),
        )
        sheet = Sheet(entries)
        sheet.is_loose = True
        yield VerticalScroll(sheet, id="late", classes="tile")

    def on_mount(self) -> None:
        """Say what this is."""
        self.entitle("Late drinks and sleep", f"the last {DAYS_LOOKED_AT} days")


def _entry(found: LateDrinkNights) -> Entry:
    said = say_compared(found) or NEVER[found.drink]
    studied = Content.styled(STUDIED[found.drink], "$quiet")
    return Entry(NAMES[found.drink], (Content.styled(said, "bold"), studied))
