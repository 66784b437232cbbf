"""Runs one shell command: exit 0 done, 1 could not be done, 2 the words are wrong.

What a command needs is imported only then: `--version` reads neither diary nor parser, and no
command imports what the full screen is made of.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from importlib import import_module

from backcare_tui.cli.terminal import CannotDo, WrongWords, complain, let_go, make_safe, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from backcare_tui.diary.when import Clock

    Command = Callable[[Namespace, Path, Clock], int]
    """Does what the words say to the diary at a path; gives the exit status."""


def run(argv: Sequence[str]) -> int:
    """Do what the words say; every complaint is a sentence on standard error.

    Args:
        argv: The words after the program's name.
    """
    make_safe(sys.stdin, sys.stdout, sys.stderr)
    try:
        return _obey(argv)
    except CannotDo as error:
        complain(str(error))
        return 1
    except WrongWords as error:
        complain(str(error))
        return 2
    except BrokenPipeError:
        let_go(sys.stdout)  # the reader had enough, as `head` has
        return 0
    except KeyboardInterrupt:
        complain("Stopped.")
        return 1


def _obey(argv: Sequence[str]) -> int:
    if list(argv) == ["--version"]:
        from backcare_tui import __version__

        say(f"backcare {__version__}")
        return 0
    if any("\udc80" <= char <= "\udcff" for word in argv for char in word):
        raise WrongWords("A word of the command is not text in UTF-8.")
    if not argv or (len(argv) == 2 and argv[0] == "--diary"):
        return _open_app(argv[1] if argv else None)
    from backcare_tui.cli.parser import build_parser

    try:
        args = build_parser().parse_args(argv)
        if args.command == "help":
            build_parser().parse_args([*args.words, "--help"])
    except SystemExit as leaving:  # how argparse ends after --help and after wrong words
        if leaving.code == 0:
            say()  # whether the help could be written
        return leaving.code if isinstance(leaving.code, int) else 2
    return _do(args)


def _open_app(diary: str | None) -> int:
    """Open the app without a parser: its 7 ms would be in the one start that is waited for."""
    from backcare_tui.cli.full_screen import show_app
    from backcare_tui.store.places import diary_path

    with _designed_errors():
        return show_app(diary_path(diary))


def _do(args: "Namespace") -> int:
    from backcare_tui.customs import STANDARD, fixed
    from backcare_tui.diary.when import Clock
    from backcare_tui.store.due import keeping_backups
    from backcare_tui.store.places import diary_path

    for_programs = fixed(STANDARD) if getattr(args, "json", False) else nullcontext()
    with for_programs, _designed_errors(), keeping_backups() as due:
        try:
            path, clock = diary_path(args.diary), Clock()
            if args.command in _AFTER_COPIES:
                from backcare_tui.cli.copies import take_in_copies

                take_in_copies(path, clock)
            return _command(args.command)(args, path, clock)
        finally:
            for sentence in due.settle():  # what was changed is saved, and said
                complain(sentence)


@contextmanager
def _designed_errors() -> Iterator[None]:
    """Turn what the diary refuses into exit 1 or 2 with its sentence."""
    from backcare_tui.diary.repository import CannotKeep, CannotOpen
    from backcare_tui.diary.safekeeping import CannotBackUp
    from backcare_tui.diary.values import BadValue
    from backcare_tui.files import CannotWrite, IsThere, why

    try:
        yield
    except BadValue as error:
        raise WrongWords(str(error)) from error
    except IsThere as error:
        raise CannotDo(f"{str(error).removesuffix('.')}; --force writes over it.") from error
    except (CannotBackUp, CannotKeep, CannotOpen, CannotWrite) as error:
        raise CannotDo(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CannotDo(f"{error.filename or 'The file'}: {why(error)}.") from error


def _command(name: str | None) -> "Command":
    """The function of a command, from the module that it lives in."""
    if name == "log":
        from backcare_tui.cli import log

        return log.log
    if name is None or name == "demo":
        from backcare_tui.cli import full_screen

        return full_screen.demo if name else full_screen.open_app
    module = import_module(f"{__package__}.{_MODULES.get(name, name.replace('-', '_'))}")
    commands: dict[str, Command] = module.COMMANDS
    return commands[name]


_AFTER_COPIES = frozenset(
    {
        "about",
        "change",
        "flare",
        "import",
        "log",
        "plan",
        "redo",
        "remove",
        "routines",
        "settings",
        "sheet",
        "start",
        "today",
        "undo",
    }
)
"""What changes the diary, and `today`: before them the copies are merged that a file sync left."""
_MODULES = {
    "list": "show",
    "week": "show",
    "sheet": "typed_sheet",
    "change": "entries",
    "remove": "entries",
    "undo": "steps",
    "redo": "steps",
    "import": "bring_in",
    "backup": "backups",
    "restore": "backups",
    "recover": "backups",
    "check": "whole",
    "where": "whole",
    "encrypt": "locking",
    "decrypt": "locking",
}
"""The module that a command lives in, where it is not one of its own name."""
