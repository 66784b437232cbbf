"""Diaries come in and go out: which format a file has, what it holds, what was added."""

import codecs
from collections.abc import Callable, Mapping
from pathlib import Path

from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import Batch, CannotImport, ImportOutcome, bring_in
from backcare_tui.exchange.own import export_json, is_own, read_own
from backcare_tui.exchange.readers import bearable, daylio
from backcare_tui.exchange.readers.table import SourceTable, find_table
from backcare_tui.text import shortened

__all__ = ["FORMATS", "Batch", "CannotImport", "ImportOutcome", "bring_in", "export_json", "read"]

FORMATS = ("backcare", "daylio", "bearable")
UNDERSTOOD = "backcare's own JSON and the CSV exports of Daylio and Bearable are understood"

LARGEST_BYTES = 64 * 1024 * 1024
"""A diary of many years is a hundred times smaller; a larger file is something else."""

_TABLES: Mapping[str, tuple[frozenset[str], Callable[[SourceTable, Clock], Batch]]] = {
    "daylio": (daylio.NEEDED, daylio.read_daylio),
    "bearable": (bearable.NEEDED, bearable.read_bearable),
}


def read(path: Path, format: str | None, clock: Clock) -> Batch:  # noqa: A002 - the word of the command line
    """What a file from this or another program holds; the diary is not touched.

    Args:
        path: The file.
        format: One of `FORMATS`; None finds it by looking into the file.
        clock: Where the person is: gives times their offset, and tells what is the future.

    Raises:
        CannotImport: If the file cannot be read, or is of no format that is understood.
    """
    if format is not None and format not in FORMATS:
        wanted = shortened(format, 40)
        raise CannotImport(f'The format "{wanted}" is not one of {", ".join(FORMATS)}.')
    name = shortened(path.name or str(path), 60)
    text = _text(path, name)
    if format == "backcare" or (format is None and is_own(text)):
        return read_own(text, name)
    for known, (needed, read_table) in _TABLES.items():
        if format in {None, known} and (table := find_table(text, needed)):
            return read_table(table, clock)
    if format:
        columns = ", ".join(sorted(_TABLES[format][0]))
        raise CannotImport(f"{name} has no header with the columns of {format}: {columns}.")
    raise CannotImport(f"{name} is of no known format; {UNDERSTOOD}.")


def _text(path: Path, name: str) -> str:
    """The text of a file, whichever Unicode it is in."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise CannotImport(f"{name} cannot be read: {reason}.") from None
    if len(data) > LARGEST_BYTES:
        megabytes = LARGEST_BYTES // 1024**2
        raise CannotImport(f"{name} is larger than {megabytes} MB; {UNDERSTOOD}.")
    if not data.strip():
        raise CannotImport(f"{name} is empty; {UNDERSTOOD}.")
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise CannotImport(f"{name} is not text in UTF-8; {UNDERSTOOD}.") from None
    if "\0" in text:
        raise CannotImport(f"{name} is not a text file; {UNDERSTOOD}.")
    return text
