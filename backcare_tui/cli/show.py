"""`list`, `today`, `week`: plain lines for a person, JSON for a program."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from backcare_tui.cli.entry_line import ID_SHOWN
from backcare_tui.cli.terminal import columns, complain, say, say_json
from backcare_tui.cli.values import day
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.here import clock_order, day_here
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES, RECORDS
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import FIRST_YEAR, BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.table import say_urgency
from backcare_tui.guidance.agenda import AgendaItem, agenda, logged_today, time_text
from backcare_tui.insight.week.figures import Week, as_json, weekly_review
from backcare_tui.store import open_repository
from backcare_tui.text import clean, say_day
from backcare_tui.wording.entries import say_entry


def list_entries(args: Namespace, path: Path, clock: Clock) -> int:
    """Entries, newest first: day, time, id, what, value and note on one line each."""
    first = day(args.first, clock, "from") if args.first else dt.date.min
    last = day(args.last, clock, "to") if args.last else dt.date.max
    repository = open_repository(path, clock)
    kinds = (RECORDS[args.kind],) if args.kind else ENTRIES
    found = [
        record
        for kind in kinds
        for record in repository.entries(kind)
        if first <= day_here(record, clock) <= last
        and (not args.find or args.find.casefold() in _entry_text(record).casefold())
    ]
    found = sorted(found, key=lambda record: clock_order(record, clock))[::-1]
    if args.json:
        say_json([{"table": record.table, **write_document(record)} for record in found])
    elif found:
        say(*map(_entry_line, found))
    else:
        complain("There are no such entries.")
    return 0


def today(args: Namespace, path: Path, clock: Clock) -> int:
    """What waits for an answer, what is due and what was taken down; `--short` is one line."""
    repository = open_repository(path, clock)
    items = agenda(repository, clock)
    from backcare_tui.guidance.advice.current import standing_now

    stands = standing_now(repository, clock)
    if args.short:
        urgent = (say_urgency(each) for each in stands if each.severity == "urgent")
        lead = [f"{words}: see backcare advice" for words in urgent][:1]
        say(" · ".join(filter(None, (*lead, *map(_short, items)))) or "nothing due")
        return 0
    say(
        say_day(clock.today()),
        *(f"{say_urgency(each)}: {clean(each.text)}" for each in stands),
        *columns((i.state, i.what, i.value, i.when) for i in items),
    )
    if logged := logged_today(repository, clock):
        lines = ((e.at_text, e.id[:ID_SHOWN], e.what, e.value) for e in logged)
        say("", "Logged today", *columns(lines))
    return 0


def week(args: Namespace, path: Path, clock: Clock) -> int:
    """The review of a day's week; of this one also what is worth knowing now."""
    from backcare_tui.guidance.advice.current import foremost_now

    chosen = day(args.day, clock, "day")
    if chosen.year < FIRST_YEAR:
        raise BadValue("day", args.day, f"in {FIRST_YEAR} or later")
    repository = open_repository(path, clock)
    review = weekly_review(repository, chosen, clock)
    today_ = clock.today()
    is_this = review.first <= today_ <= review.last
    advice = foremost_now(repository, clock) if is_this else ()
    if args.json:
        say_json(as_json(review) | {"advice": [each.id for each in advice]})
    else:
        first, last = say_day(review.first, today_), say_day(review.last, today_)
        say(f"Week from {first} to {last}", *_week_lines(repository, review, clock))
        say(*(f"{say_urgency(each)}: {clean(each.text)}" for each in advice))
    return 0


def _week_lines(repository: Repository, review: Week, clock: Clock) -> Iterable[str]:
    """The week in a sentence, then fact by fact."""
    from backcare_tui.guidance.flare import flare_days
    from backcare_tui.insight.week.look import look_at_week
    from backcare_tui.insight.week.sentences import details, sentences
    from backcare_tui.insight.week.summary import say_summary

    bad = flare_days(repository, (review.first, review.last), clock)
    look = look_at_week(repository, review.first, clock, bad)
    return filter(None, (say_summary(look), *sentences(look), *details(look)))


def _entry_line(record: Record) -> str:
    what, said = say_entry(record)
    note = clean(record.note or "")
    time = time_text(record) or "     "
    when = "always" if record.day == dt.date.min else str(record.day)
    parts = (f"{when:10} {time}", record.id[:ID_SHOWN], what, said, "" if note == said else note)
    return "  ".join(filter(None, parts))


def _entry_text(record: Record) -> str:
    """All words of an entry, in which `--find` looks."""
    return " ".join((*say_entry(record), record.note or ""))


def _short(item: AgendaItem) -> str:
    """An item for one line of all: what is done with its value, and what is due."""
    if item.state == "due":
        return f"{item.what} due"
    if not item.value:
        return "no check-in yet" if item.id == "check-in" else ""
    first = item.value.partition(" · ")[0]
    said = {"check-in": f"pain {first}", "night": f"slept {first}", "water": f"water {first}"}
    return said.get(item.id) or f"{item.what} {item.value} {item.when}".strip()


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "list": list_entries,
    "today": today,
    "week": week,
}
