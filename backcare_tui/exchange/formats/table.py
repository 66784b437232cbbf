"""A table in a text file: its separator, its header and its rows, each with its line."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import Batch
from backcare_tui.exchange.formats.base import ImportFormat, of_text
from backcare_tui.exchange.source import CannotImport, SourceFile
from backcare_tui.text import shortened

HEADER_WITHIN = 10
"""How many lines may come before the header, such as `sep=;` or a title."""

SourceLines = Iterator[tuple[int, Sequence[str] | str]]
"""Each row with the line it begins at: its cells, or a sentence where it has none to give."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row; a cell that is not there is empty."""

    line: int
    """Where it begins in the file, from 1."""
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The text of a cell, without spaces around it."""
        return self.cells.get(column, "").strip()


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The rows under a header that was looked for."""

    columns: tuple[str, ...]
    """In lower case."""
    rows: tuple[SourceRow, ...]
    broken: tuple[tuple[int, str], ...]
    """Lines that cannot be parted into cells, and why."""


def table_format(
    name: str,
    program: str,
    needed: frozenset[str],
    read: Callable[[SourceTable, Clock], Batch],
    turn: int = 100,
) -> ImportFormat:
    """The format of a program whose exports are tables, known by the columns of their header.

    Args:
        name: The word for it after `--format`.
        program: The program as it calls itself.
        needed: The columns that every export of it has, in lower case.
        read: What a table holds.
        turn: See `ImportFormat`.
    """

    def read_table(file: SourceFile, clock: Clock) -> Batch:
        if table := find_table(file.text, needed):
            return read(table, clock)
        columns = ", ".join(sorted(needed))
        raise CannotImport(f"{file.name} has no header with the columns of {name}: {columns}.")

    return ImportFormat(
        name=name,
        program=program,
        files="the CSV exports of {}",
        recognizes=of_text(lambda text: _header(text, needed) is not None),
        read=read_table,
        turn=turn,
    )


def find_table(text: str, needed: frozenset[str]) -> SourceTable | None:
    """The table whose header has all of the needed columns; None if there is none."""
    found = _header(text, needed)
    return _table(*found) if found else None


def _header(text: str, needed: frozenset[str]) -> tuple[tuple[str, ...], SourceLines] | None:
    """The columns of that header, and the lines below it."""
    lines = [line.strip().lower() for line in io.StringIO(text[:10_000], newline=None)]
    header = next((line for line in lines[:HEADER_WITHIN] if all(n in line for n in needed)), "")
    separator = max(",;\t", key=header.count)
    reader = _lines(text, separator)
    for number, cells in reader:
        columns = _columns(cells)
        if needed <= set(columns):
            return columns, reader
        if number > HEADER_WITHIN:
            break
    return None


def _table(columns: tuple[str, ...], lines: SourceLines) -> SourceTable:
    rows: list[SourceRow] = []
    broken: list[tuple[int, str]] = []
    for line, cells in lines:
        if isinstance(cells, str):
            broken.append((line, cells))
        elif any(cell.strip() for cell in cells[len(columns) :]):
            extra = shortened(cells[len(columns)], 40)
            broken.append((line, f'"{extra}" is one cell more than the header has columns.'))
        elif any(cell.strip() for cell in cells) and _columns(cells) != columns:
            rows.append(SourceRow(line, dict(zip(columns, cells, strict=False))))
    return SourceTable(columns, tuple(rows), tuple(broken))


def _columns(cells: Sequence[str] | str) -> tuple[str, ...]:
    """The names in a header, without the empty ones at its end."""
    names = [] if isinstance(cells, str) else [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _lines(text: str, separator: str) -> SourceLines:
    csv.field_size_limit(len(text) + 1)  # a note may be as long as it likes
    # Strict, as otherwise a file cut within quotes ends in an entry that seems whole.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, "the quotes in this row do not match, so it cannot be parted into cells."
        line = reader.line_num + 1
