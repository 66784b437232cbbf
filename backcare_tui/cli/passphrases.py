"""Where a passphrase comes from: the terminal, or a file that a variable names; never the words of a command."""

import os
import sys
from collections.abc import Sequence

from backcare_tui.cli.terminal import CannotDo, complain
from backcare_tui.diary.values import BadValue
from backcare_tui.files import from_home, why

VARIABLE = "BACKCARE_PASSPHRASE_FILE"
INPUT = "-"
MOST_BYTES = 4096
TRIES = 3
NO_TERMINAL = (
    f"There is no terminal to ask for the passphrase on; {VARIABLE} may name a file with it ({INPUT} "
    "is standard input)."
)


def is_asked() -> bool:
    """Whether somebody can be asked."""
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr))


def stated() -> str | None:
    """The passphrase that a file holds in its first line; None where no file is named.

    Raises:
        CannotDo: If it cannot be read.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    if named == INPUT:
        return from_input()[0]
    try:
        with from_home(named).open("rb") as file:
            return _lines(file.readline(MOST_BYTES))[0]
    except OSError as error:
        raise CannotDo(f"{VARIABLE}: {named} could not be read: {why(error)}.") from None


def from_input() -> list[str]:
    """The lines of standard input, one at least; for what is no terminal.

    Raises:
        CannotDo: If it is no text.
    """
    stream = getattr(sys.stdin, "buffer", None)
    return _lines(stream.read(MOST_BYTES) if stream else b"")


def ask(question: str) -> str:
    """Ask on the terminal; what is typed does not show.

    Raises:
        CannotDo: If the input ends.
    """
    from getpass import getpass

    try:
        return getpass(question, stream=sys.stderr)
    except EOFError:
        complain("")
        raise CannotDo("Stopped; nothing was typed.") from None
    except UnicodeDecodeError:
        raise CannotDo("What was typed is not text in the encoding of this terminal.") from None


def new(*, again: bool = False, typed: Sequence[str] = ()) -> str:
    """A new passphrase: typed twice, or stated.

    Args:
        again: Whether it takes the place of another one; then that is the one which is stated.
        typed: What was read of standard input already.

    Raises:
        BadValue: If it is none.
        CannotDo: If it was typed in two ways, or nobody can be asked.
    """
    from backcare_tui.store.keys import passphrase

    if not again and (found := stated()) is not None:
        return passphrase(found)
    if not is_asked():
        return _twice(typed or from_input())
    for _ in range(TRIES):
        try:
            first = passphrase(ask("New passphrase: "))
        except BadValue as error:
            complain(str(error))
            continue
        if passphrase(ask("The same once more: ") or " x") == first:
            return first
        complain("The two are not the same.")
    raise CannotDo("Nothing was changed.")


def _twice(lines: Sequence[str]) -> str:
    first, second, *_ = *lines, "", ""
    if not first:
        raise CannotDo(NO_TERMINAL)
    from backcare_tui.store.keys import passphrase

    words = passphrase(first)
    if second and passphrase(second) != words:
        raise CannotDo("The two passphrases are not the same. Nothing was changed.")
    return words


def _lines(data: bytes) -> list[str]:
    try:
        return data.decode().splitlines() or [""]
    except UnicodeDecodeError:
        raise CannotDo("The passphrase that was given is not text in UTF-8.") from None
