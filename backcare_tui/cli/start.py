"""`start`: a routine at once, full screen or line by line."""

import signal
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from backcare_tui.cli import lookup as chosen
from backcare_tui.cli.full_screen import ask_for_a_terminal, show_app
from backcare_tui.cli.opening import opened
from backcare_tui.cli.terminal import CannotDo, WrongWords, complain, say
from backcare_tui.cli.unlocking import key_to
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.player.timeline import timeline

NOW = "now"
"""In place of a routine: the one that fits now."""

if TYPE_CHECKING:
    from backcare_tui.player.voice import Voice


def start(args: Namespace, path: Path, clock: Clock) -> int:
    """Play a routine.

    Raises:
        WrongWords: For a routine that there is not, or without a terminal for the full screen.
        CannotDo: If it cannot be played.
        CannotKeep: If what was done could not be made durable.
    """
    if args.voice and not args.plain:
        raise WrongWords(
            "--voice goes with --plain; in the full screen `backcare settings sound=voice` has it spoken."
        )
    if not args.plain:
        ask_for_a_terminal("`backcare start ROUTINE --plain` does")
    key = key_to(path)
    repository = opened(path, clock, key)
    if args.routine == NOW:
        routine = _fitting_now(repository, clock)
    else:
        routine = chosen.routine(args.routine, repository.entries(Routine))
    if args.week:
        routine = _of_this_week(repository, clock, routine)
    try:
        timeline(routine)
    except BadValue as error:
        raise CannotDo(f"{routine.name} cannot be played: {error}") from error
    if not args.plain:
        return show_app(path, routine, key)
    from backcare_tui.cli import plain
    from backcare_tui.cli.advice import say_advice, say_stops
    from backcare_tui.cli.plain_input import find_keys
    from backcare_tui.cli.plain_world import World
    from backcare_tui.guidance.advice.current import standing_now

    if stops := say_stops(repository, clock, routine):
        raise CannotDo(stops)
    say(*(line for each in standing_now(repository, clock) for line in say_advice(each)))

    world = World(
        now=time.time,
        sleep=time.sleep,
        say=say,
        ask=_ask if sys.stdin and sys.stdin.isatty() else None,
        voice=_voice() if args.voice else None,
        keys=find_keys(),
    )
    with _heeding_signals():
        plain.lead(routine, repository, clock, world)
    return 0


def _of_this_week(repository: Repository, clock: Clock, routine: Routine) -> Routine:
    """The routine as the week of one's own has it.

    Raises:
        CannotDo: If the week does not have it.
    """
    from backcare_tui.guidance.plan.current import as_in_the_week

    found = as_in_the_week(repository, clock, routine.id)
    if found is None:
        raise CannotDo(f"{routine.name} is not in your week; backcare plan says what is.")
    return found


def _fitting_now(repository: Repository, clock: Clock) -> Routine:
    """The routine that fits now, and says why it does.

    Raises:
        CannotDo: While a warning sign stands, or where nothing fits.
    """
    from backcare_tui.cli.advice import say_stops
    from backcare_tui.guidance.now import something_now

    found = something_now(repository, clock)
    if found.best is None:
        raise CannotDo(say_stops(repository, clock, None) or "No short routine fits now.")
    say(f"{found.best.words}. {found.best.why}")
    return found.best.routine


@contextmanager
def _heeding_signals() -> Iterator[None]:
    """Let a signal that ends the program end it kindly: the terminal as it was, what was done kept."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    names = ("SIGTERM", "SIGHUP", "SIGBREAK")
    found = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in found}
    heeded = [each for each in found if before[each] is signal.SIG_DFL]
    for each in heeded:
        signal.signal(each, leave)
    try:
        yield
    finally:
        for each in heeded:
            signal.signal(each, before[each])


def _voice() -> "Voice | None":
    from backcare_tui.player.voice import find_voice

    voice = find_voice()
    if voice is None:
        complain("There is no speech program here; the words are only written.")
    return voice


def _ask(question: str) -> str:
    """What is typed after a question on a line of its own; nothing at the end of all input."""
    from backcare_tui.cli.plain_input import forget_typed

    forget_typed()
    say(question)
    return sys.stdin.readline().strip()


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"start": start}
