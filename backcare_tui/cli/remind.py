"""`remind`: a reminder by the system's own scheduler, and what that runs."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from backcare_tui.cli.terminal import CannotDo, WrongWords, complain, say, say_done
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.when import Clock
from backcare_tui.reminders.machine import CannotRemind, Machine
from backcare_tui.reminders.times import day_to_remind_of, read_times


def remind(args: Namespace, path: Path, clock: Clock) -> int:
    """Set the reminder, say which one stands, take it away; or remind.

    Raises:
        BadValue: If a time is none.
        WrongWords: If the words do not go together.
        CannotDo: If the system refuses; the sentence says what else can be done.
    """
    if args.off and (args.times or args.now or args.calendar):
        raise WrongWords("--off takes the reminder away; it goes with nothing else.")
    if args.now and args.calendar:
        raise WrongWords("--now reminds and --calendar writes a file; leave out either.")
    if args.force and not args.calendar:
        raise WrongWords("--force goes with --calendar.")
    times = read_times(" ".join(args.times)) if args.times or args.now or args.calendar else ()
    if args.now:
        return _remind_now(times, path, clock)
    if args.calendar:
        return _write_calendar(args, times, path, clock)
    try:
        return _set_up(times, path, clock, is_off=args.off)
    except CannotRemind as error:
        raise CannotDo(str(error)) from error


def _set_up(times: tuple[str, ...], path: Path, clock: Clock, *, is_off: bool) -> int:
    from backcare_tui.reminders.reminding import Reminding

    _follow_customs(path, clock)
    reminding = Reminding(path, Machine())
    if is_off:
        say_done(*reminding.take_away())
        return 0
    if not times:
        say(reminding.say_standing())
        return 0
    say_done(*reminding.remind(times))
    if trouble := reminding.trouble():
        complain(trouble)
    return 0


def _follow_customs(path: Path, clock: Clock) -> None:
    """Say times as the diary has it; of one that is locked or cannot be read as most places do."""
    from backcare_tui import store
    from backcare_tui.library.regions import follow_customs

    with suppress(CannotOpen, OSError):
        follow_customs(store.open_repository(path, clock).settings())


def _remind_now(times: tuple[str, ...], path: Path, clock: Clock) -> int:
    """Remind, unless it is not the time for it, or today's check-in is there. Never asks anything."""
    from backcare_tui.reminders.notifier import show, why_nothing_is_shown

    day = day_to_remind_of(clock.now(), times)
    if day is None or _has_check_in(path, clock, day):
        return 0
    machine = Machine()
    if show(machine):
        return 0
    raise CannotDo(f"Nothing could be shown: {why_nothing_is_shown(machine) or 'it was refused'}.")


def _has_check_in(path: Path, clock: Clock, day: dt.date) -> bool:
    """Whether a day has a check-in; of a diary that is locked or cannot be read that is not known."""
    from backcare_tui import store
    from backcare_tui.diary.here import DAYS_AHEAD, day_here
    from backcare_tui.diary.records.pain import Pain

    try:
        repository = store.open_repository(path, clock)
    except (CannotOpen, OSError):
        return False
    near = repository.entries(Pain, (day, day + dt.timedelta(days=DAYS_AHEAD)))
    return any(day_here(pain, clock) == day for pain in near)


def _write_calendar(args: Namespace, times: tuple[str, ...], path: Path, clock: Clock) -> int:
    from backcare_tui.cli.targets import refuse_to_overwrite
    from backcare_tui.files import write_whole
    from backcare_tui.reminders.notifier import SENTENCE
    from backcare_tui.report.calendar import reminders
    from backcare_tui.text import clean

    target = Path(args.calendar)
    if target.suffix.lower() != ".ics":
        raise WrongWords(f'calendar: "{clean(args.calendar)}" is not a file that ends in .ics.')
    refuse_to_overwrite(target, path, force=args.force)
    write_whole(target, reminders(times, clock, SENTENCE))
    say_done(
        f"Written: {clean(args.calendar)}. Open it with your calendar, which reminds you by it each day;",
        "delete the events there to end it.",
    )
    return 0


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"remind": remind}
