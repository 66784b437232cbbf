"""The cells of a text file's rows. What breaks one row takes no other with it."""

import csv
import re
from collections import deque
from collections.abc import Iterator, Sequence

LONGEST_CELL = 1_000_000
"""Characters after which an open quote is taken for one that nobody closed."""
_SHAPES = ((re.compile(r"\d+"), "0"), (re.compile(r"[^\W\d]+"), "a"))

SourceLines = Iterator[tuple[int, Sequence[str] | str]]
"""Each row with the line it begins at: its cells, or a sentence where it has none to give."""


def cells_of(lines: Iterator[str], separator: str) -> SourceLines:
    """The rows of a text, one after the other.

    Where the quotes of one do not match, the next begins at the first line that begins like it, so
    that an open quote does not swallow the rest of the file.
    """
    csv.field_size_limit(LONGEST_CELL)
    source = _Lines(lines)
    reader = _reader(source, separator)
    while True:
        line = source.start_row()
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            count = source.go_back(separator)
            reader = _reader(source, separator)
            yield line, _why(error, count)


def _reader(lines: Iterator[str], separator: str) -> Iterator[Sequence[str]]:
    # Strict, as otherwise a file cut within quotes ends in an entry that seems whole.
    return csv.reader(lines, delimiter=separator, strict=True)


def _why(error: csv.Error, count: int) -> str:
    lost = f" It takes {count:,} lines with it." if count > 1 else ""
    if "field limit" in str(error):
        return f"a cell of this row is longer than {LONGEST_CELL:,} characters.{lost}"
    return f"the quotes in this row do not match, so it cannot be parted into cells.{lost}"


class _Lines(Iterator[str]):
    """Lines that remember those of the row under way, so that one can go back to the next."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._number = 1

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._row.append(line)
        return line

    def start_row(self) -> int:
        """Begin a row; gives the number of its line."""
        self._number += len(self._row)
        self._row.clear()
        return self._number

    def go_back(self, separator: str) -> int:
        """Go on with the first line that begins like the row under way; gives how many it took."""
        like = _shape(self._row[0], separator) if self._row else ""
        end = next(
            (n for n, line in enumerate(self._row) if n and _shape(line, separator) == like),
            len(self._row),
        )
        self._again.extendleft(reversed(self._row[end:]))
        del self._row[end:]
        return end


def _shape(line: str, separator: str) -> str:
    """How the first cell of a line looks, whatever it says: `0-0-0` of `2026-03-02`."""
    first = line.partition(separator)[0][:100]
    for found, shape in _SHAPES:
        first = found.sub(shape, first)
    return first
