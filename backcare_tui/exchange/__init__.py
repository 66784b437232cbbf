"""Diaries come in and go out: which format a file has, what it holds, what was added."""

from pathlib import Path

from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import PROGRESS_EVERY, Batch, SayProgress, say_nothing
from backcare_tui.exchange.bring_in import ImportOutcome, bring_in
from backcare_tui.exchange.formats.own import export_json
from backcare_tui.exchange.known import IMPORTS, say_understood
from backcare_tui.exchange.plan import Wishes
from backcare_tui.exchange.recognized import say_recognized
from backcare_tui.exchange.saying import say_outcome
from backcare_tui.exchange.source import CannotImport, SourceFile, Unfit, name_of, open_source
from backcare_tui.text import shortened

__all__ = [
    "FORMATS",
    "PROGRESS_EVERY",
    "Batch",
    "CannotImport",
    "ImportOutcome",
    "Wishes",
    "bring_in",
    "export_json",
    "read",
    "say_outcome",
]

FORMATS = tuple(each.name for each in IMPORTS)

LARGEST_BYTES = 64 * 1024 * 1024
"""A diary of many years is a hundred times smaller; a larger file is something else."""


def read(
    path: Path,
    format: str | None,  # noqa: A002 - the word of the command line
    clock: Clock,
    progress: SayProgress = say_nothing,
) -> Batch:
    """What a file from this or another program holds; the diary is not touched.

    Args:
        path: The file; `-` is standard input.
        format: One of `FORMATS`; None finds it by looking into the file.
        clock: Where the person is: gives times their offset, and tells what is the future.
        progress: Is told how many rows were read.

    Raises:
        CannotImport: If the file cannot be read, or is of no format that is understood.
    """
    if format is not None and format not in FORMATS:
        wanted = shortened(format, 40)
        raise CannotImport(f'The format "{wanted}" is not one of {", ".join(FORMATS)}.')
    try:
        file = open_source(path, LARGEST_BYTES, progress)
        return _read(file, format, clock)
    except Unfit as reason:
        sentence = f"{name_of(path)} {reason}; {say_understood()} are understood."
        raise CannotImport(sentence) from None


def _read(file: SourceFile, format: str | None, clock: Clock) -> Batch:  # noqa: A002 - as above
    if not file.data.strip():
        raise Unfit("is empty")
    for each in IMPORTS:
        if format == each.name or (format is None and each.recognizes(file)):
            return each.read(file, clock)
    raise Unfit(say_recognized(file) or file.why_not_text or "is of no known format")
