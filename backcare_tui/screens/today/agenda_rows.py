"""The day as rows: the next thing alone in the accent, what is done in one line. Pure."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from backcare_tui.commands.diary import CHECK_IN, NIGHT, WATER
from backcare_tui.commands.guidance import FLARE_PLAN, NOW
from backcare_tui.commands.keymap import key_of
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.day_order import in_order
from backcare_tui.text import sentence_case, with_times
from backcare_tui.widgets.columns import ListColumn, ListRow

AGENDA_COLUMNS = (ListColumn(1), ListColumn())
"""State or key, and what it is with how it stands."""
MY_WEEK = "my-week"
"""The line of the week as a whole, which stands under the list."""
ENTER = "enter"
"""The key that stands behind the next thing, where it has none of its own."""
DONE = "done"
"""The key of the row of all that is done."""
KEYS = {
    "now": NOW,
    "flare-plan": FLARE_PLAN,
    "check-in": CHECK_IN,
    "night": NIGHT,
    "water": WATER,
}
NAME_WIDTH = 10
"""Cells of a short name, so that what stands after it lines up."""
SHORT = ("check-in", "night", "water", "make-week", "renew")
"""Lines with a short name and how it stands; the others run on."""
TIME = re.compile(r"\d\d:\d\d")
WHEN = re.compile(r"\d\d:\d\d|by ")
"""How what says when it is to be done begins."""
IN_TODAY = "today "
"""What needs no word in a tile of this name."""
OF_WEEK = " this week"
"""Said once, under the list, and not in each line."""
USUAL_ROOM = 31
"""Cells for a line on a terminal of 80 columns."""


def agenda_rows(
    items: Sequence[AgendaItem], now: dt.datetime, room: int = USUAL_ROOM
) -> tuple[ListRow, ...]:
    """The next thing first, the others quiet below it, and one line for what is done.

    Args:
        items: The lines of the day.
        now: The moment.
        room: Cells for what a line says; how much of a week is done is left out where it would be cut.
    """
    order = in_order([each for each in items if each.id != MY_WEEK], now)
    rows = [_row(order.next, room, is_next=True)] if order.next else []
    rows += [_row(each, room, is_next=False) for each in order.others]
    if order.done:
        words = " · ".join(_say_done(each) for each in order.done)
        rows.append(
            ListRow(DONE, (Content.styled("✓", "$success"), Content.styled(words, "$quiet")))
        )
    return tuple(rows)


def _row(item: AgendaItem, room: int, *, is_next: bool) -> ListRow:
    """State or key, what, how it stands and when."""
    key = key_of(KEYS[item.id]) if item.id in KEYS else ""
    if is_next and not key:
        room -= len(ENTER) + 2
    name, value = _name_and_value(item, room)
    when = "" if item.id == "night" else item.when.removesuffix(OF_WEEK)
    if room <= USUAL_ROOM:
        value = _in_little_room(value, when, is_next=is_next)
    said = _fitting(value, when, room - len(name) - 1)
    if is_next:
        words = Content.assemble(
            (f"{key} ", "$next") if key else "",
            (name, "bold"),
            f" {said}" if said else "",
            "" if key else (f"  {ENTER}", "$next"),
        )
        return ListRow(item.key, (Content("▸"), words), style="next")
    look = "" if item.state == "due" else "$quiet"
    words = Content.assemble((name, look), (f" {said}", "$quiet"))
    sign = Content.styled(key, "$next") if key else Content.styled("·", "$quiet")
    # What names a key is a button, as in a frame.
    return ListRow(item.key, (sign, words), button=len(f"{key} {name.rstrip()}") if key else 0)


def _name_and_value(item: AgendaItem, room: int) -> tuple[str, str]:
    """What it is and how it stands; a title with a second part goes without that where it would be cut."""
    if item.id == "week":
        which, _, how = item.value.partition(" is ")
        return f"{sentence_case(which)}:", how
    if item.id == "trial":
        return f"{item.what}:", item.value.removeprefix(IN_TODAY)
    if item.id in SHORT:
        return item.what.ljust(NAME_WIDTH), item.value
    first, _, second = item.what.rpartition(": ")
    return (first if first and second and len(item.what) > room else item.what), item.value


def _in_little_room(value: str, when: str, *, is_next: bool) -> str:
    """How it stands; of what is for later, its time is enough."""
    return "" if WHEN.match(when) and not is_next else value


def _fitting(value: str, when: str, room: int) -> str:
    """How it stands and when; where there is no room for both, the time, or else how it stands."""
    both = " · ".join(filter(None, (value, with_times(when))))
    time = when.partition(" · ")[0]
    alone = with_times(time) if TIME.fullmatch(time) else value
    return both if len(both) <= room or len(alone) > room else alone


def _say_done(item: AgendaItem) -> str:
    """`Check-in`, `Last night`: how they went stands with what was logged; of a trial that is done, what."""
    return f"{item.what} {item.value}" if item.id == "trial" else item.what


def say_progress(items: Iterable[AgendaItem], hint: str = "") -> str:
    """How much of the week is done, and a hint: `2 of 8 this week · W check due`."""
    done = next((each.value for each in items if each.id == MY_WEEK), "")
    return " · ".join(filter(None, (done, hint)))
