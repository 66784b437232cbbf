"""The full screen, on the diary or on a made-up one."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.cli.terminal import WrongWords, complain
from backcare_tui.serving import is_served

if TYPE_CHECKING:
    from argparse import Namespace

    from backcare_tui.diary.records.routine import Routine
    from backcare_tui.diary.when import Clock
    from backcare_tui.store.keys import Key


def show_app(path: Path, start: "Routine | None" = None, key: "Key | None" = None) -> int:
    """Open the app.

    Args:
        path: The diary.
        start: A routine to begin with.
        key: What opens a locked diary; the app asks for it, unless it is at hand; in a browser it asks always.

    Raises:
        WrongWords: If there is no terminal to show it in.
        CannotOpen: If the diary cannot be read.
    """
    ask_for_a_terminal()
    from backcare_tui.full_screen import run
    from backcare_tui.store.due import keeping_backups
    from backcare_tui.store.locked import places_of

    places = places_of(path)
    if places.is_locked and key is None and not is_served():
        from backcare_tui.cli.unlocking import key_at_hand

        key = key_at_hand(places)
    with keeping_backups() as due:
        status = run(path, start=start, due=due, key=key)
        for sentence in due.settle():
            complain(sentence)
    return status


def open_app(_args: "Namespace", path: Path, _clock: "Clock") -> int:
    """Open the app, as a command."""
    return show_app(path)


def demo(args: "Namespace", _path: Path, clock: "Clock") -> int:
    """Open the app on a made-up diary in a throwaway file; the real one is not touched."""
    ask_for_a_terminal()
    import tempfile

    from backcare_tui.demo.diary import demo_diary
    from backcare_tui.full_screen import run
    from backcare_tui.store import open_repository
    from backcare_tui.store.due import keeping_backups

    # What is due of a diary that is made up is never settled.
    with tempfile.TemporaryDirectory(prefix="backcare-demo-") as folder, keeping_backups():
        path = Path(folder) / "diary.json"
        records = demo_diary(args.days, args.seed, clock)
        open_repository(path, clock).add(*records, summary="made up a diary")
        return run(path, demo=True)


def ask_for_a_terminal(others: str = "`backcare today` and `backcare log` do") -> None:
    """Refuse to go on without a terminal to show the app in.

    Args:
        others: What does without one.

    Raises:
        WrongWords: If there is none.
    """
    if is_served():
        return
    # Textual reads from standard input and draws on standard error
    is_terminal = all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr))
    if not is_terminal or os.environ.get("TERM") == "dumb":
        raise WrongWords(f"The full screen needs a terminal; {others} without.")
