"""The line that tells what a day, or some days together, hold."""

import datetime as dt
from collections.abc import Iterable

from textual.content import Content

from backcare_tui.insight.longer.bins import Bin
from backcare_tui.insight.longer.marks import Mark
from backcare_tui.insight.longer.sentences import say_bin, say_bin_days, say_outside
from backcare_tui.insight.longer.usual_weeks import UsualWeek


def told(of: Bin, marks: Iterable[Mark], week: UsualWeek | None, today: dt.date) -> Content:
    """The day, bold, what was taken down for it, and whether its week lies outside the usual range."""
    return Content.assemble(
        (say_bin_days(of, today), "bold $here"),
        ("  ", ""),
        Content.styled(" · ", "$quiet").join(
            map(Content, (*say_bin(of, marks), *say_outside(week)))
        ),
    )
