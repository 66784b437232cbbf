"""The page of late drinks: how one slept after them, what counts as late, and what was studied."""

from collections.abc import Iterable, Sequence

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui.insight.diet.late_drinks import (
    DAYS_LOOKED_AT,
    LATE_H,
    NIGHTS_NEEDED,
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
STUDIED: dict[Late, str] = {
    "coffee": (
        "Studied: 400 mg of caffeine, about four cups, cut sleep even when taken 6 hours before bed. "
        "Drake C et al., Caffeine effects on sleep taken 0, 3, or 6 hours before going to bed, "
        "Journal of Clinical Sleep Medicine 9(11):1195-1200, 2013."
    ),
    "alcohol": (
        "Studied: one falls asleep sooner, and the second half of the night is more broken. "
        "Ebrahim IO et al., Alcohol and sleep I: effects on normal sleep, "
        "Alcoholism: Clinical and Experimental Research, 2013. The 4 hours are a choice of backcare."
    ),
}
HOW = (
    f"Nights of the last {DAYS_LOOKED_AT} days whose times are known, if anything was taken down as "
    f"eaten or drunk on the day before. Late is within {LATE_H['coffee']} hours before bed for "
    f"coffee, within {LATE_H['alcohol']} for alcohol. Two means are shown from {NIGHTS_NEEDED} nights "
    "of each kind on."
)
NO_CAUSE = (
    "Such evenings differ in other ways too: the company, the hour, the day of the week. What goes "
    "along with a night need not be what made it so."
)


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
            Entry("Counted", (Content(HOW),)),
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
