"""`today`: what waits and is due, for a person, for a program, and as one line for a prompt."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import columns, say, say_json
from backcare_tui.cli.unlocking import key_at_hand
from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.base import ID_SHOWN
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import standing_of
from backcare_tui.guidance.advice.table import Advice, say_urgency
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.logged import logged_today
from backcare_tui.store.inbox import waiting
from backcare_tui.store.locked import places_of
from backcare_tui.text import TIME_OF_DAY, clean, say_day, say_list_time, with_times

OF_THE_SCREEN = ("make-week",)
"""Lines that only offer what a key of the screen does."""
OF_MY_WEEK = ("my-week", "week-line")
"""Lines of the week, of which the short line has what is due or done today."""


class TodayAsked(msgspec.Struct, frozen=True):
    """What a day asks for."""

    stands: tuple[Advice, ...]
    """What waits for an answer, such as a warning sign."""
    items: tuple[AgendaItem, ...]

    @property
    def is_due(self) -> bool:
        """Whether anything waits, or is due now."""
        return bool(self.stands) or any(item.state == "due" for item in self.items)

    @property
    def line(self) -> str:
        """All in one line that is safe to print; first how soon something urgent has to be looked at."""
        urgent = (say_urgency(each) for each in self.stands if each.severity == "urgent")
        lead = [f"{words}: see backcare advice" for words in urgent][:1]
        said = " · ".join(filter(None, (*lead, *map(_short, self.items))))
        return clean(said) or "nothing due"


def today(args: Namespace, path: Path, clock: Clock) -> int:
    """What waits for an answer, what is due and what was taken down; `--short` is one line.

    That asks nothing, as a prompt is no place to type a passphrase: a locked diary it calls so, and
    of one that is not there it says nothing.
    """
    if args.short and not args.json and not _is_open(path):
        return 0
    repository = open_repository(path, clock)
    facts = gather(repository, clock)
    due = agenda(repository, clock, facts)
    items = tuple(each for each in due if each.id not in OF_THE_SCREEN)
    of_today = TodayAsked(standing_of(facts), items)
    if args.json:
        say_json(_document(of_today, repository, clock))
    elif args.short:
        say(of_today.line)
    else:
        say(*_lines(of_today, repository, clock))
    return 0


def _is_open(path: Path) -> bool:
    """Whether there is a diary that can be read without a question; of a locked one it is said."""
    places = places_of(path)
    if places.is_locked and not key_at_hand(places):
        count = len(waiting(places))
        say("diary locked" + (f" · {count} logged since" if count else ""))
        return False
    return places.is_locked or path.exists()


def _lines(of_today: TodayAsked, repository: Repository, clock: Clock) -> Iterator[str]:
    from backcare_tui.guidance.pacing import PacingNow

    yield say_day(clock.today())
    yield from (f"{say_urgency(each)}: {clean(each.text)}" for each in of_today.stands)
    yield from columns((i.state, i.what, i.value, _say_when(i)) for i in of_today.items)
    if for_now := _for_now(repository, clock):
        yield for_now
    if active := PacingNow(repository, clock.today(), clock).say():
        yield f"active: {active}"
    if logged := logged_today(repository, clock):
        yield from ("", "Logged today")
        yield from columns(
            (say_list_time(e.at_text), e.id[:ID_SHOWN], e.what, e.value) for e in logged
        )


def _say_when(item: AgendaItem) -> str:
    """When it was or is due; times stand in line with each other."""
    is_time = TIME_OF_DAY.fullmatch(item.when)
    return say_list_time(item.when) if is_time else with_times(item.when)


def _document(of_today: TodayAsked, repository: Repository, clock: Clock) -> dict[str, Any]:
    """The same for programs."""
    from backcare_tui.guidance.pacing import PacingNow

    active = PacingNow(repository, clock.today(), clock)
    of_week = active.of_week
    return {
        "day": str(clock.today()),
        "verdict": "yes" if of_today.is_due else "no",
        "line": of_today.line,
        "stands": [_standing(each) for each in of_today.stands],
        "items": [msgspec.to_builtins(each) for each in of_today.items],
        "now": _for_now(repository, clock) or None,
        "active": {**of_week.as_json(), "today": active.say()} if of_week else None,
        "logged": [msgspec.to_builtins(each) for each in logged_today(repository, clock)],
    }


def _standing(advice: Advice) -> dict[str, str]:
    return {"id": advice.id, "severity": advice.severity, "text": advice.text}


def _for_now(repository: Repository, clock: Clock) -> str:
    """The command for the pain of now, where it is moderate or more; empty where it is not."""
    from backcare_tui.cli.now import say_something_now
    from backcare_tui.guidance.levels import OFFERED_FROM
    from backcare_tui.guidance.now import RECENT, pain_within, something_now

    pain = pain_within(entries_of_today(repository, Pain, clock), clock.now(), RECENT)
    if pain is None or pain.severity < OFFERED_FROM:
        return ""
    return say_something_now(something_now(repository, clock))


def _short(item: AgendaItem) -> str:
    """An item for one line of all: what is done with its value, and what is due."""
    if item.state == "due":
        return f"{item.what} due"
    if item.id in OF_MY_WEEK and item.state == "open":
        return ""
    if not item.value:
        return "no check-in yet" if item.id == "check-in" else ""
    first = item.value.partition(" · ")[0]
    said = {"check-in": f"pain {first}", "night": f"slept {first}", "water": f"water {first}"}
    return said.get(item.id) or f"{item.what} {item.value} {with_times(item.when)}".strip()


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"today": today}
