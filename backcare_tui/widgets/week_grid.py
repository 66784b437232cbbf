"""Plans against the days of the week: a list with a second cursor, for the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Unpack

import msgspec
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from backcare_tui.text import say_list_time, time_width
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.row_lines import GUTTER
from backcare_tui.widgets.rows import Rows

DAYS = 7
HEAD = "head"
"""The key of the first row, which names the days."""
ROOMY, ROOMY_DAY, NARROW_DAY = 64, 4, 2
"""From how many cells on a day is so wide, and how wide it is below."""
LENGTH, WIDEST_NAME = 6, 52

DayState = Literal["", "planned", "done", "both"]
SIGNS: dict[DayState, tuple[str, str]] = {
    "": ("·", "$quiet"),
    "planned": ("●", "$here"),
    "done": ("✓", "$success"),
    "both": ("●✓", "$success"),
}


class GridLine(msgspec.Struct, frozen=True):
    """One plan of the week."""

    key: str
    name: str
    time: str
    length: str
    days: tuple[DayState, ...]
    """Seven, in the order of the letters."""


def day_state(*, is_planned: bool, is_done: bool) -> DayState:
    """The state of a day that is planned or not, and done or not."""
    if is_done:
        return "both" if is_planned else "done"
    return "planned" if is_planned else ""


class WeekGrid(Rows):
    """A line a plan, a cell a day; what is planned and what is done are signs of their own."""

    HELP = "Arrow keys go to a plan and a day, `space` plans it or takes it away, `enter` opens it."
    BINDINGS = [
        Binding("left", "move_day(-1)", "Day before", show=False),
        Binding("right", "move_day(1)", "Day after", show=False),
        Binding("space", "toggle_day", "plan", show=True),
    ]

    day: reactive[int] = reactive(0)
    """The column of the cursor, 0 to 6."""

    @dataclass
    class Toggled(Message):
        """A person asked to plan a day, or not to."""

        grid: "WeekGrid"
        """The grid."""
        key: str
        """Of the plan."""
        day: int
        """The column, 0 to 6."""

        @property
        def control(self) -> "WeekGrid":
            """The grid."""
            return self.grid

    def __init__(self, letters: Sequence[str], *, empty: str = "", **named: Unpack[Named]) -> None:
        """Show a week whose days have these letters."""
        super().__init__(empty=empty, **named)
        self._letters = tuple(letters)
        self._lines: tuple[GridLine, ...] = ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Space is named only where there is a plan."""
        if action == "toggle_day" and self.row is None:
            return False
        return super().check_action(action, parameters)

    def show(self, lines: Sequence[GridLine]) -> None:
        """Show these plans."""
        self._lines = tuple(lines)
        self._draw()

    def validate_day(self, day: int) -> int:
        """Within the week."""
        return min(max(day, 0), DAYS - 1)

    def watch_day(self) -> None:
        """Mark it."""
        self._draw()

    def watch_cursor(self) -> None:
        """The day is marked in the line of the cursor alone."""
        super().watch_cursor()
        self._draw()

    def on_resize(self) -> None:
        """Wider days where there is room."""
        self._draw()

    def on_focus(self) -> None:
        """The mark of the day comes."""
        self._draw()

    def on_blur(self) -> None:
        """The mark of the day goes."""
        self._draw()

    def action_move_day(self, by: int) -> None:
        """To the day before or after."""
        self.day += by

    def action_toggle_day(self) -> None:
        """Plan the day, or not."""
        if self.row:
            self.post_message(self.Toggled(self, self.row.key, self.day))

    def on_click(self, event: events.Click) -> None:
        """A click on a day goes there, and plans it or takes it away; elsewhere it is one on the list."""
        offset = event.get_content_offset(self)
        day = self._day_at(offset.x) if offset else None
        at = self.row_at(offset.y) if offset else -1
        if day is None or not 0 < at < len(self.rows):
            return  # to the list, whose own handler comes next
        event.stop()
        event.prevent_default()
        self.cursor, self.day = at, day
        if event.chain == 1:  # a double click is meant once
            self.action_toggle_day()

    @property
    def _is_roomy(self) -> bool:
        return self.scrollable_content_region.width >= ROOMY

    def _day_at(self, x: int) -> int | None:
        """Which day stands in a column of cells."""
        wide, first = self._day_width + 1, GUTTER + self._name_width + 1
        return (x - first) // wide if first <= x < first + DAYS * wide else None

    @property
    def _day_width(self) -> int:
        return ROOMY_DAY if self._is_roomy else NARROW_DAY

    @property
    def _name_width(self) -> int:
        """What the days and the rest leave, and no more than names need."""
        after = time_width() + 1 + LENGTH + 1 if self._is_roomy else 0
        room = self.scrollable_content_region.width - GUTTER - self.show_vertical_scrollbar
        return max(min(room - after - DAYS * (self._day_width + 1), WIDEST_NAME), 1)

    def _draw(self) -> None:
        if not self._lines:
            self.rows = ()
            return
        wide = self._day_width
        days = tuple(ListColumn(wide) for _ in range(DAYS))
        rest = (ListColumn(time_width()), ListColumn(LENGTH, "right")) if self._is_roomy else ()
        self.columns = (ListColumn(self._name_width), *days, *rest)
        mine = self._key or self._lines[0].key
        head = ListRow(
            HEAD,
            ("", *(_cell(each, "", wide) for each in self._letters), *("at", "")[: len(rest)]),
            enabled=False,
            style="heading",
        )
        self.rows = (
            head,
            *(self._row(line, wide, is_here=line.key == mine) for line in self._lines),
        )

    def _row(self, line: GridLine, wide: int, *, is_here: bool) -> ListRow:
        cells = []
        for number, state in enumerate(line.days):
            sign, style = SIGNS[state]
            is_cursor = is_here and self.has_focus and number == self.day
            cells.append(_cell(sign, f"{style} reverse" if is_cursor else style, wide))
        rest = (line.time and say_list_time(line.time), line.length) if self._is_roomy else ()
        return ListRow(line.key, (line.name, *cells, *rest))


def _cell(sign: str, style: str, wide: int) -> Content:
    """A sign in its cell, a little in from the left where there is room."""
    return Content.styled(f"{' ' * (wide > NARROW_DAY)}{sign}".ljust(wide), style)
