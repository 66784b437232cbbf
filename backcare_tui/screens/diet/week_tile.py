"""The week beside the pattern: a row a tag, a mark a day, and how near it came in a line."""

import datetime as dt
from collections.abc import Iterator
from typing import Unpack

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.when import span_of
from backcare_tui.insight.diet.pattern_week import Eaten, PatternWeek, TagWeek, say_near
from backcare_tui.library.patterns import Pattern
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import WEEKDAYS, say_day
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.row_lines import GUTTER
from backcare_tui.widgets.rows import Rows

NAME = 22
"""Cells of a tag's name."""
ROOMY = 54
"""Cells of the tile from which on the days have room for their names."""
NARROW_DAY, ROOMY_DAY = 2, 4
MARKS: dict[Eaten, tuple[str, str]] = {
    "eaten": ("●", "$here"),
    "not": ("·", "$quiet"),
    "unknown": (" ", ""),
}
GROUPS = {"favor": "Favored", "limit": "Limited"}
TEACHES = (
    "No tag is marked in this pattern. Press {diet.pattern} to choose another, or to mark your own."
)


class WeekTile(Vertical):
    """Stands beside the list. Enter on a tag looks for its meals."""

    def __init__(self, **named: Unpack[Named]) -> None:
        super().__init__(**named)
        self._week: PatternWeek | None = None
        self._today = dt.date.min

    def compose(self) -> ComposeResult:
        """How near it came, then the names of the days and the tags."""
        self.head = Static(id="days", markup=False)
        self.grid = Rows(columns=(ListColumn(NAME), ListColumn()), empty=keyed(TEACHES), id="grid")
        self.near = Static(id="near", markup=False)
        yield from (self.near, self.head, self.grid)

    def show(self, week: PatternWeek, pattern: Pattern, today: dt.date) -> None:
        """Show a week beside a pattern."""
        self._week, self._today = week, today
        self.border_title = Content(f"{pattern.name} · {_say_week(week.first, today)}")
        self.border_subtitle = hint("{week.earlier} week · {diet.pattern} pattern")
        self.near.update(Content(say_near(week)))
        self._draw()

    def on_resize(self) -> None:
        """Wider days where there is room."""
        self._draw()

    def _draw(self) -> None:
        week = self._week
        if week is None:
            return
        wide = ROOMY_DAY if self.size.width >= ROOMY else NARROW_DAY
        first = GROUPS[week.tags[0].group] if week.tags else ""
        head = Content.styled(first.ljust(NAME), "bold $quiet") + Content(" ")
        self.head.update(Content(" " * GUTTER) + head + self._draw_days(week.first, wide))
        self.grid.rows = tuple(self._rows(week, wide))

    def _draw_days(self, first: dt.date, wide: int) -> Content:
        """The names of the days; today's stands in brackets."""
        days = span_of(first, first + dt.timedelta(days=6))
        here = days.index(self._today) if self._today in days else -2
        parts: list[tuple[str, str] | str] = []
        for place, day in enumerate(days):
            sign = "[" if place == here else "]" if place == here + 1 else " "
            name = WEEKDAYS[day.weekday()][: wide - 1]
            parts += [(sign, "bold $here"), (name, "bold $here" if place == here else "$quiet")]
        parts.append(("]" if here == len(days) - 1 else "", "bold $here"))
        return Content.assemble(*parts)

    def _rows(self, week: PatternWeek, wide: int) -> Iterator[ListRow]:
        """The tags, and a heading where the limited ones begin."""
        group = week.tags[0].group if week.tags else ""
        for tag in week.tags:
            if tag.group != group:
                group = tag.group
                yield ListRow(f"={group}", (GROUPS[group],), enabled=False, style="heading")
            yield ListRow(tag.tag, (name_of("tags", tag.tag), _draw_marks(tag, wide)))


def _say_week(first: dt.date, today: dt.date) -> str:
    """Which week it is: `this week`, `last week`, `week of 9 Nov`, in another year `23 Dec 2024`."""
    ago = (today - first).days // 7
    if ago < 2:
        return "last week" if ago else "this week"
    day = " ".join(say_day(first, today).split()[1:])
    return f"week of {day}" if first.year == today.year else day


def _draw_marks(tag: TagWeek, wide: int) -> Content:
    """A mark for each day, under the middle of the day's name."""
    before = " " * (wide // 2)
    after = " " * (wide - len(before) - 1)
    signs = (MARKS[state] for state in tag.days)
    return Content.assemble(*((f"{before}{sign}{after}", style) for sign, style in signs))
