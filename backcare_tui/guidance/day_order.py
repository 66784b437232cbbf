"""The lines of a day in the order in which they are worth doing: the next one, the others, what is done."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from backcare_tui.guidance.agenda_item import AgendaItem

LATER = dt.timedelta(hours=2)
"""How long before its time a line is not the next one yet (our own rule)."""
FIRST = (
    *("soreness", "signs", "now", "gentle", "flare-plan", "routine", "week-line", "walk"),
    *("renew", "trial", "course"),
)
"""What comes first of what is due: a question about yesterday, then moving, then all else (our own rule)."""
OPEN_FIRST = ("check-in", "night")
"""What comes next where nothing is due."""
_TIME = re.compile(r"(\d\d):(\d\d)\b")


class DayOrder(msgspec.Struct, frozen=True):
    """The lines of a day."""

    next: AgendaItem | None
    """The one next thing."""
    others: tuple[AgendaItem, ...]
    """What is due or can be done besides, due first."""
    done: tuple[AgendaItem, ...]


def in_order(items: Sequence[AgendaItem], now: dt.datetime) -> DayOrder:
    """The lines of a day at a moment; each stays in one of the three."""
    left = [each for each in items if each.state != "done"]
    due = [each for each in left if each.state == "due" and not is_later(each, now)]
    ranked = sorted(due, key=lambda each: FIRST.index(each.id) if each.id in FIRST else len(FIRST))
    ready = ranked or [each for id_ in OPEN_FIRST for each in left if each.id == id_]
    first = ready[0] if ready else None
    others = [each for each in ranked if each is not first]
    others += [each for each in left if each not in due and each is not first]
    return DayOrder(first, tuple(others), tuple(each for each in items if each.state == "done"))


def is_later(item: AgendaItem, now: dt.datetime) -> bool:
    """Whether a line has a time of day that is more than two hours ahead."""
    found = _TIME.match(item.when)
    if found is None:
        return False
    at = now.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return at - now > LATER
