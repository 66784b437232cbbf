"""A table in a text file: its separator, its header and its rows, each with its line."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import (
    LONGEST_TEXT,
    PROGRESS_EVERY,
    Batch,
    Gathering,
    SayProgress,
    say_nothing,
)
from backcare_tui.exchange.formats.base import ImportFormat
from backcare_tui.exchange.formats.cells import SourceLines, cells_of
from backcare_tui.exchange.formats.words import LISTED_AT_MOST
from backcare_tui.exchange.source import CannotImport, SourceFile
from backcare_tui.text import say_count, say_list, shortened

R = TypeVar("R")
HEADER_WITHIN = 10
"""How many lines may come before the header, such as `sep=;` or a title."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row; a cell that is not there is empty."""

    line: int
    """Where it begins in the file, from 1."""
    places: Mapping[str, int]
    """Where each column is, the same for all rows."""
    cells: Sequence[str]

    def __getitem__(self, column: str) -> str:
        """The text of a cell, without spaces around it."""
        place = self.places.get(column, len(self.cells))
        return self.cells[place].strip() if place < len(self.cells) else ""


@dataclass(slots=True)
class SourceTable:
    """The rows under a header that was looked for; they are read as they are asked for, once."""

    columns: tuple[str, ...]
    """In lower case."""
    lines: SourceLines
    """What stands below the header."""
    progress: SayProgress = say_nothing
    broken: list[tuple[int, str | BadValue]] = field(default_factory=list)
    """Lines that cannot be parted into cells, or not be understood, and why."""
    dropped: list[tuple[int, BadValue]] = field(default_factory=list)
    """Cells that cannot be taken of a row that can."""
    repeated: int = 0
    """How many rows come once more further down, and were left out."""

    def rows(self) -> Iterator[SourceRow]:
        """Each row; what is no whole one is in `broken` and `dropped` afterwards."""
        places = {column: place for place, column in enumerate(self.columns)}
        again = _Again()
        for number, (line, cells) in enumerate(self.lines, start=1):
            if number % PROGRESS_EVERY == 0:
                self.progress("rows read", number)
            if isinstance(cells, str):
                self.broken.append((line, cells))
            elif any(cell.strip() for cell in cells[len(self.columns) :]):
                extra = shortened(cells[len(self.columns)], 40)
                why = f'"{extra}" is one cell more than the header has columns.'
                self.broken.append((line, why))
            elif any(cell.strip() for cell in cells) and _columns(cells) != self.columns:
                if again.is_new(cells):
                    short, wrong = _short(self.columns, cells)
                    self.dropped += ((line, why) for why in wrong)
                    yield SourceRow(line, places, short)
                else:
                    self.repeated += 1

    def understood(self, read: Callable[[SourceRow], R]) -> list[R]:
        """What a reader makes of each row; one that it cannot is in `broken` afterwards.

        Args:
            read: What a row says; raises BadValue for one that cannot be.
        """
        found = []
        for row in self.rows():
            try:
                found.append(read(row))
            except BadValue as error:
                self.broken.append((row.line, error))
        return found

    def gathering(self, source: str, known: Collection[str]) -> Gathering:
        """What takes the entries, with all that the rows showed to be wrong with the table.

        Args:
            source: The program.
            known: The columns that its reader understands.
        """
        found = Gathering(source, repeated=self.repeated)
        if unknown := [each for each in self.columns if each and each not in known]:
            found.notes.append(f"Not understood and left out: {_say_columns(unknown)}.")
        if self.repeated:
            rows = say_count(self.repeated, "row comes", "rows come")
            found.notes.append(f"{rows} once more further down in the file; each counts once.")
        for line, why in self.broken:
            found.refuse(line, why)
        for line, why in self.dropped:
            found.drop(line, why)
        return found


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
        if table := find_table(file, needed):
            return read(table, clock)
        columns = ", ".join(sorted(needed))
        raise CannotImport(f"{file.name} has no header with the columns of {name}: {columns}.")

    return ImportFormat(
        name=name,
        program=program,
        files="the CSV exports of {}",
        recognizes=lambda file: not file.why_not_text and _header(file, needed) is not None,
        read=read_table,
        turn=turn,
    )


def find_table(file: SourceFile, needed: Collection[str]) -> SourceTable | None:
    """The table whose header has all of the needed columns; None if there is none.

    Raises:
        Unfit: If the file is not text.
    """
    found = _header(file, needed)
    return SourceTable(*found, file.progress) if found else None


def _header(
    file: SourceFile, needed: Collection[str]
) -> tuple[tuple[str, ...], SourceLines] | None:
    """The columns of that header, and the lines below it."""
    lines = [line.strip().lower() for line in file.head[:10_000].splitlines()[:HEADER_WITHIN]]
    header = next((line for line in lines if all(n in line for n in needed)), "")
    reader = cells_of(file.lines(), max(",;\t", key=header.count))
    for number, cells in reader:
        columns = _columns(cells)
        if set(needed) <= set(columns):
            return columns, reader
        if number > HEADER_WITHIN:
            break
    return None


class _Again:
    """Tells rows that the file has once more: it was appended to itself, or two months overlap.

    The same row right below is another one: two doses of one hour, each taken down.
    """

    def __init__(self) -> None:
        self._runs: dict[int, int] = {}
        self._last = 0
        self._run = 0

    def is_new(self, cells: Sequence[str]) -> bool:
        row = hash(tuple(cells))
        self._run = self._run + 1 if row == self._last else 1
        self._last = row
        if self._run <= self._runs.get(row, 0):
            return False
        self._runs[row] = self._run
        return True


def _short(columns: Sequence[str], cells: Sequence[str]) -> tuple[Sequence[str], list[BadValue]]:
    """The cells, without those that are too long for anything that a person wrote."""
    if all(len(cell) <= LONGEST_TEXT for cell in cells):
        return tuple(cells), []
    allowed = f"a text of at most {LONGEST_TEXT:,} characters"
    wrong = [
        BadValue(column, f"{shortened(cell, 20)} and so on, {len(cell):,} characters", allowed)
        for column, cell in zip(columns, cells, strict=False)
        if len(cell) > LONGEST_TEXT
    ]
    return tuple("" if len(cell) > LONGEST_TEXT else cell for cell in cells), wrong


def _say_columns(columns: Sequence[str]) -> str:
    named = [f'"{shortened(each, 40)}"' for each in columns[:LISTED_AT_MOST]]
    more = [f"{len(columns) - len(named)} more"] if len(columns) > len(named) else []
    return f"{'column' if len(columns) == 1 else 'columns'} {say_list([*named, *more])}"


def _columns(cells: Sequence[str] | str) -> tuple[str, ...]:
    """The names in a header, without the empty ones at its end."""
    names = [] if isinstance(cells, str) else [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)
