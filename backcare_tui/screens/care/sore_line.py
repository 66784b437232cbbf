"""Soreness the day after each visit, a digit under its slope."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.widgets.charts.slopes import GAP, NARROWEST, WIDEST


class SoreLine(Widget):
    """One line below the slopes, in the columns that they have; give it a height of 1."""

    soreness: reactive[tuple[int | None, ...]] = reactive[tuple[int | None, ...]](())
    """Of each visit that is drawn, 0 to 10; None where it was not stated."""

    def render(self) -> Content:
        """The digits, or that there are none."""
        width = self.size.width
        fitting = max((width + GAP) // NARROWEST, 0)
        shown = self.soreness[-fitting:] if fitting else ()
        if not shown:
            return Content("")
        if all(severity is None for severity in shown):
            return Content.styled("no soreness noted"[:width], "$quiet")
        column = min((width + GAP) // len(shown), WIDEST)
        digits = map(_digit, shown)
        return Content("").join(each.pad_right(column - each.cell_length) for each in digits)


def _digit(severity: int | None) -> Content:
    if severity is None:
        return Content.styled("·", "$quiet")
    return Content.styled(str(severity), f"bold $pain-{severity}")
