"""The line that tells what a day, or some days together, hold."""

import datetime as dt
from collections.abc import Iterable

from textual.content import Content

from backcare_tui.insight.longer.bins import Bin
from backcare_tui.insight.longer.marks import Mark
from backcare_tui.insight.longer.sentences import say_bin, say_bin_days


def told(of: Bin, marks: Iterable[Mark], today: dt.date) -> Content:
    """The day, bold, and what was taken down for it."""
    return Content.assemble(
        (say_bin_days(of, today), "bold $here"),
        ("  ", ""),
        Content.styled(" · ", "$quiet").join(map(Content, say_bin(of, marks))),
    )
