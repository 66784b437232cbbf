"""What a command says, and to whom: facts to standard output, complaints to standard error."""

import io
import os
import sys
from collections.abc import Iterable
from typing import Any, TextIO


class CannotDo(Exception):
    """What was asked for could not be done; `str()` is a sentence for a person."""


class WrongWords(Exception):
    """The words of the command are wrong; `str()` is a sentence for a person."""


def say(*lines: str) -> None:
    """Print lines at once.

    Raises:
        BrokenPipeError: If nobody reads any more.
        CannotDo: If they could not be written.
    """
    try:
        print("".join(f"{line}\n" for line in lines), end="", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        from backcare_tui.files import why

        let_go(sys.stdout)
        raise CannotDo(f"Could not write the output: {why(error)}.") from error


def say_done(*lines: str) -> None:
    """Print what was done; where that fails it is said with the complaint, and stays done.

    Whoever takes exit 1 for "not done" and tries again would take it down twice.

    Raises:
        BrokenPipeError: If nobody reads any more.
    """
    try:
        say(*lines)
    except CannotDo as error:
        for line in lines:
            complain(line)
        complain(f"That is done; only this is not. {error}")


def say_json(document: Any) -> None:
    """Print JSON."""
    say(json_text(document))


def json_text(document: Any) -> str:
    """JSON in ASCII, so that no control character of a note reaches the terminal."""
    import json

    return json.dumps(document, indent=2, allow_nan=False)


def columns(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """Rows as lines, in columns that line up."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return (
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    )


def complain(sentence: str) -> None:
    """Print a sentence on standard error; it may hold what a person or a file said."""
    from backcare_tui.text import clean

    try:
        print(clean(sentence), file=sys.stderr, flush=True)
    except OSError:  # nobody can be told
        let_go(sys.stderr)


def make_safe(*streams: TextIO) -> None:
    """Have what a terminal's encoding lacks written as escapes, and read as such."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def let_go(stream: TextIO) -> None:
    """Have what is left in a stream that cannot be written go nowhere, so that exit is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
