"""`list`, `week`: plain lines for a person, JSON for a program."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import complain, say, say_json
from backcare_tui.cli.values import day
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.here import clock_order, day_here
from backcare_tui.diary.records.base import ID_SHOWN, Record
from backcare_tui.diary.records.kinds import ENTRIES, RECORDS
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.table import say_urgency
from backcare_tui.guidance.logged import time_text
from backcare_tui.insight.week.figures import Week, as_json, weekly_review
from backcare_tui.text import clean, say_day, say_list_time
from backcare_tui.wording.entries import say_entry

DAY = dt.timedelta(days=1)


def list_entries(args: Namespace, path: Path, clock: Clock) -> int:
    """Entries, newest first: day, time, id, what, value and note on one line each.

    Raises:
        BadValue: If a day is none, or the last one lies before the first.
    """
    first = day(args.first, clock, "from") if args.first else dt.date.min
    last = day(args.last, clock, "to") if args.last else dt.date.max
    if first > last:
        raise BadValue("from", first.isoformat(), f"on or before {last}")
    repository = open_repository(path, clock)
    kinds = (RECORDS[args.kind],) if args.kind else ENTRIES
    found = [
        record
        for kind in kinds
        for record in repository.entries(kind, _days_about(first, last))
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


def week(args: Namespace, path: Path, clock: Clock) -> int:
    """The review of a day's week; of this one also what is worth knowing now."""
    from backcare_tui.guidance.advice.current import foremost_now
    from backcare_tui.guidance.pacing import PacingNow
    from backcare_tui.insight.week.change import change_verdict

    chosen = day(args.day, clock, "day")
    repository = open_repository(path, clock)
    review = weekly_review(repository, chosen, clock)
    today_ = clock.today()
    is_this = review.first <= today_ <= review.last
    advice = foremost_now(repository, clock) if is_this else ()
    if args.json:
        pacing = PacingNow(repository, chosen, clock).of_week
        parts = as_json(review)
        parts["pain"]["verdict"] = change_verdict(review.pain)
        if pacing and not pacing.pacing.is_of_sessions:
            parts["movement"]["active"] = pacing.as_json()
        say_json(parts | {"advice": [each.id for each in advice]})
    else:
        first, last = say_day(review.first, today_), say_day(review.last, today_)
        say(f"Week from {first} to {last}", *_week_lines(repository, review, clock))
        say(*(f"{say_urgency(each)}: {clean(each.text)}" for each in advice))
    return 0


def _week_lines(repository: Repository, review: Week, clock: Clock) -> Iterable[str]:
    """The week in a sentence, then fact by fact."""
    from backcare_tui.guidance.flare import flare_days
    from backcare_tui.guidance.pacing import PacingNow
    from backcare_tui.insight.week.look import look_at_week
    from backcare_tui.insight.week.sentences import details, sentences
    from backcare_tui.insight.week.summary import say_summary

    bad = flare_days(repository, (review.first, review.last), clock)
    pacing = PacingNow(repository, review.first, clock).of_week
    look = look_at_week(repository, review.first, clock, bad, pacing)
    return filter(None, (say_summary(look), *sentences(look), *details(look)))


def _days_about(first: dt.date, last: dt.date) -> Between | None:
    """The days of entries that may be of some days here: a journey makes one day of difference."""
    if first == dt.date.min:
        return None  # also what has no day
    return first - 2 * DAY, min(last, dt.date.max - 2 * DAY) + 2 * DAY


def _entry_line(record: Record) -> str:
    what, said = say_entry(record)
    note = clean(record.note or "")
    time = say_list_time(time_text(record))
    when = "always" if record.day == dt.date.min else str(record.day)
    parts = (f"{when:10} {time}", record.id[:ID_SHOWN], what, said, "" if note == said else note)
    return "  ".join(filter(None, parts))


def _entry_text(record: Record) -> str:
    """All words of an entry, in which `--find` looks."""
    return " ".join((*say_entry(record), record.note or ""))


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "list": list_entries,
    "week": week,
}
