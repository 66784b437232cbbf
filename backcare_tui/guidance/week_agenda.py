"""What the week of one's own has for today, as lines of the day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.agenda_item import AgendaItem, AgendaState
from backcare_tui.guidance.hard_day import hard_day, is_answered
from backcare_tui.text import clean

if TYPE_CHECKING:
    from backcare_tui.guidance.facts import Facts


def week_items(
    repository: Repository, clock: Clock, facts: "Facts | None" = None
) -> Iterator[AgendaItem]:
    """The lines that are about today, what is gentle on a bad day, and the week that is to be renewed.

    Walks and routines stand beside each other from the first day. On a bad day what is hard is quiet,
    and something gentle is due in its place. Without a week, that one can be made.
    """
    if not repository.entries(WeekPlan):
        yield AgendaItem("make-week", "open", "My week", "make one, 2 min", "")
        return
    if is_to_renew(repository, clock):
        yield AgendaItem("renew", "due", "Next week", "two questions", "")
    yield from _of_today(repository, clock, facts)


def is_to_renew(repository: Repository, clock: Clock) -> bool:
    """Whether the week is over, and the next one is not kept yet; never on the day of the first one."""
    is_new = repository.settings().introduced == clock.today()
    if is_new or not repository.entries(WeekPlan):
        return False
    # Only who has a week waits for what it is made with.
    from backcare_tui.guidance.plan.current import plan_to_renew  # noqa: PLC0415 - heavy

    return plan_to_renew(repository, clock) is not None


def _of_today(repository: Repository, clock: Clock, facts: "Facts | None") -> Iterator[AgendaItem]:
    from backcare_tui.guidance.my_week import (  # noqa: PLC0415 - heavy
        my_day,
        say_line_done,
        say_line_minutes,
        say_line_name,
        say_week_done,
    )
    from backcare_tui.guidance.plan.parts import is_active  # noqa: PLC0415 - as above

    day = my_day(repository, clock, facts)
    if day is None:
        return
    if said := say_week_done(day.week):
        yield AgendaItem("my-week", "open", "My week", said, "")
    sessions = entries_of_today(repository, Session, clock)
    is_done = is_answered(hard_day(repository, clock, facts), sessions)
    gentle = day.calm.instead if day.calm and not is_done else None
    if gentle:
        name, length = clean(gentle.name), day.calm.length if day.calm else ""
        yield AgendaItem("gentle", "due", name, length, "gentle today", gentle.id)
    for number, each in day.lines:
        line, is_quiet = each.line, number in day.quiet or not is_active(each.line)
        is_same = gentle is not None and gentle.id == line.id
        if is_same and not each.is_done_today:
            continue
        state: AgendaState = "done" if each.is_done_today else "open" if is_quiet else "due"
        done = say_line_done(each)
        when = " · ".join(filter(None, (line.time, f"{done} this week" if done else "")))
        yield AgendaItem(
            "week-line", state, say_line_name(each), say_line_minutes(line), when, str(number)
        )
