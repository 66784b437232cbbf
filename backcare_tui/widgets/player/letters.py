"""Words in letters four or eight lines high, to be read from two meters: a font of dots, four of them in a cell or one."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from backcare_tui.widgets.body.silhouette import glyph

ROWS = 4
"""Lines of a letter, with what hangs below the line."""
DOTS = 2 * ROWS
_SPACE, _GAP = 4, 1
"""Columns of dots between words, and between letters."""

_COLUMNS = """
! 5f|" 7 0 7|' 7|( 1c 22 41|) 41 22 1c|+ 8 8 3e 8 8|, 80 60|- 8 8 8|. 60 60|/ 60 18 6 1|: 36 36|; 80 76 36|? 2 1 59 9 6
0 3e 51 49 45 3e|1 42 7f 40|2 72 49 49 49 46|3 21 41 49 4d 33|4 18 14 12 7f 10|5 27 45 45 45 39|6 3c 4a 49 49 31
7 41 21 11 9 7|8 36 49 49 49 36|9 46 49 49 29 1e|A 7c 12 11 12 7c|B 7f 49 49 49 36|C 3e 41 41 41 22|D 7f 41 41 41 3e
E 7f 49 49 49 41|F 7f 9 9 9 1|G 3e 41 41 51 73|H 7f 8 8 8 7f|I 41 7f 41|J 20 40 41 3f 1|K 7f 8 14 22 41|L 7f 40 40 40 40
M 7f 2 1c 2 7f|N 7f 4 8 10 7f|O 3e 41 41 41 3e|P 7f 9 9 9 6|Q 3e 41 51 21 5e|R 7f 9 19 29 46|S 26 49 49 49 32
T 1 1 7f 1 1|U 3f 40 40 40 3f|V 1f 20 40 20 1f|W 3f 40 38 40 3f|X 63 14 8 14 63|Y 3 4 78 4 3|Z 61 59 49 4d 43
a 20 54 54 54 78|b 7f 48 44 44 38|c 38 44 44 44 28|d 38 44 44 48 7f|e 38 54 54 54 18|f 8 7e 9 2|g 18 a4 a4 a4 7c
h 7f 8 4 4 78|i 7d|j 80 80 7d|k 7f 10 28 44|l 3f 40|m 7c 4 78 4 78|n 7c 8 4 4 78|o 38 44 44 44 38|p fc 18 24 24 18
q 18 24 24 18 fc|r 7c 8 4 4|s 48 54 54 24|t 4 3f 44 24|u 3c 40 40 20 7c|v 1c 20 40 20 1c|w 3c 40 30 40 3c|x 44 28 10 28 44
y 1c a0 a0 a0 7c|z 44 64 54 4c 44
"""
"""Each sign and its columns of dots, from left to right: the lowest bit is at the top."""

FONT: Mapping[str, tuple[int, ...]] = {
    each[0]: tuple(int(column, 16) for column in each[1:].split())
    for each in _COLUMNS.strip().replace("\n", "|").split("|")
}


def draw_words(words: str, columns: int, rows: int, *, is_huge: bool = False) -> list[str]:
    """Words as lines of large letters; nothing where they do not fit, or have a sign without a letter.

    Args:
        words: What to say.
        columns: The width that there is.
        rows: The height that there is.
        is_huge: Whether letters are twice as large where they fit.
    """
    if not words.strip() or set(words) - FONT.keys() - {" "}:
        return []
    if is_huge and (lines := list(_wrapped(words, columns))) and len(lines) * DOTS <= rows:
        return [row for line in lines for row in _drawn_huge(line)]
    lines = list(_wrapped(words, 2 * columns))
    if not lines or len(lines) * ROWS > rows:
        return []
    return [row for line in lines for row in _drawn(line)]


def width_of(words: str) -> int:
    """Columns of dots that a line of large letters takes."""
    return len(_dots(words))


def _wrapped(words: str, room: int) -> Iterator[str]:
    """Lines of whole words that are no wider than so many dots; nothing where one word is."""
    line = ""
    for word in words.split():
        if width_of(word) > room:
            return
        longer = f"{line} {word}".strip()
        if width_of(longer) > room:
            yield line
            longer = word
        line = longer
    yield line


@lru_cache(maxsize=256)
def _dots(words: str) -> tuple[int, ...]:
    """The columns of dots of a line."""
    found: list[int] = []
    for is_space, signs in groupby(words, key=str.isspace):
        if is_space:
            found += [0] * (_SPACE - _GAP)
            continue
        for sign in signs:
            found += (*FONT[sign], *(0,) * _GAP)
    return tuple(found[:-_GAP])


def _drawn(line: str) -> list[str]:
    columns = (*_dots(line), 0)
    pairs = list(zip(columns[::2], columns[1::2], strict=False))
    return [
        "".join(glyph(_quarters(left >> y, right >> y)) for left, right in pairs).rstrip()
        for y in range(0, DOTS, 2)
    ]


def _drawn_huge(line: str) -> list[str]:
    """A cell for each dot."""
    columns = _dots(line)
    return [
        "".join("█" if column >> y & 1 else " " for column in columns).rstrip() for y in range(DOTS)
    ]


def _quarters(left: int, right: int) -> int:
    """The four dots of a cell, as `glyph` takes them."""
    return (left & 1) << 3 | (right & 1) << 2 | (left & 2) | (right & 2) >> 1
