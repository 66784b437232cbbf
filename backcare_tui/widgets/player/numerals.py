"""Big figures and a few letters as strokes on a grid of half cells, at any height."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

HalfCells = tuple[tuple[bool, ...], ...]
"""Rows of half cells, from top to bottom: a half cell is about as wide as high."""

Bounds = tuple[int, int, int, int]
"""Left, top, right and bottom; the last two are outside."""

SEGMENTS: Mapping[str, str] = {
    "0": "abcdef",
    "1": "",
    "2": "abged",
    "3": "abgcd",
    "4": "fgbc",
    "5": "afgcd",
    "6": "afgecd",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
    ":": "",
    "A": "abcefg",
    "D": "abcdef",
    "E": "adefg",
    "P": "abefg",
    "S": "afgcd",
    "U": "bcdef",
}
"""The strokes of each sign: `a` at the top, `g` in the middle, `d` at the bottom, the upper ones
`f` and `b`, the lower ones `e` and `c`. What has none is drawn by itself."""

_CORNERS = (
    # At which side and end of which stroke, which two strokes meet there, and which must not.
    ("a", 0, 0, "af", ""),
    ("a", 1, 0, "ab", ""),
    ("d", 0, 1, "de", ""),
    ("d", 1, 1, "dc", ""),
    ("g", 0, 1, "gf", "e"),
    ("g", 1, 1, "gb", "c"),
    ("g", 0, 0, "ge", "f"),
    ("g", 1, 0, "gc", "b"),
)
_SQUARE = {"D": "af de", "E": "af de", "P": "af", "U": ""}
"""The corners that stay square."""


@lru_cache(maxsize=256)
def numeral(sign: str, height: int) -> HalfCells:
    """One sign, so many half cells high.

    Args:
        sign: One of `0` to `9`, `:` and the letters of `PAUSED`.
        height: 5 or more.

    Raises:
        KeyError: For any other sign.
    """
    strokes = SEGMENTS[sign]
    width, thick = numeral_width(sign, height), thickness(height)
    cells = [[False] * width for _ in range(height)]
    boxes = _boxes(width, height, thick)
    own = {":": _colon(height, thick), "1": _one(width, height, thick)}.get(sign, ())
    for box in (*own, *(boxes[stroke] for stroke in strokes)):
        _fill(cells, box)
    for stroke, across, down, meet, apart in _CORNERS:
        is_met = set(meet) <= set(strokes) and not set(apart) & set(strokes)
        if is_met and meet not in _SQUARE.get(sign, "").split():
            left, top, right, bottom = boxes[stroke]
            size = round(thick * 1.5)
            xs = range(right - 1, right - 1 - size, -1) if across else range(left, left + size)
            ys = range(bottom - 1, bottom - 1 - size, -1) if down else range(top, top + size)
            _round(cells, xs, ys, thick * 1.5)
    return tuple(map(tuple, cells))


def thickness(height: int) -> int:
    """Half cells of a stroke in signs of this height, and of the gap between two signs."""
    return max(round(height / 6.6), 1)


def numeral_width(sign: str, height: int) -> int:
    """Half cells that a sign of this height is wide; figures are all alike."""
    return thickness(height) if sign == ":" else max(round(height * 0.6), 4)


def width_of(text: str, height: int) -> int:
    """Half cells of a whole text, with the gaps."""
    gaps = max(len(text) - 1, 0) * thickness(height)
    return sum(numeral_width(sign, height) for sign in text) + gaps


def _boxes(width: int, height: int, thick: int) -> dict[str, Bounds]:
    """Where each stroke is."""
    middle, right = (height - thick) // 2, width - thick
    lower = middle + thick
    return {
        "a": (0, 0, width, thick),
        "g": (0, middle, width, lower),
        "d": (0, height - thick, width, height),
        "f": (0, 0, thick, lower),
        "e": (0, middle, thick, height),
        "b": (right, 0, width, lower),
        "c": (right, middle, width, height),
    }


def _one(width: int, height: int, thick: int) -> tuple[Bounds, ...]:
    """A stem with a flag."""
    stem = (width - thick + 1) // 2
    top = thick // 2
    flag = (max(stem - thick, 0), top or 1, stem, top + thick)
    return (stem, 0, stem + thick, height), flag


def _colon(height: int, thick: int) -> tuple[Bounds, ...]:
    tops = (height // 3 - thick // 2, height - height // 3 - (thick + 1) // 2)
    return tuple((0, top, thick, top + thick) for top in tops)


def _fill(cells: list[list[bool]], box: Bounds) -> None:
    left, top, right, bottom = box
    for row in cells[top:bottom]:
        row[left:right] = [True] * (right - left)


def _round(cells: list[list[bool]], xs: Sequence[int], ys: Sequence[int], radius: float) -> None:
    """Takes away what lies outside of a quarter of a circle; the corner is where both begin."""
    for dy, y in enumerate(ys):
        for dx, x in enumerate(xs):
            if (radius - dx - 0.5) ** 2 + (radius - dy - 0.5) ** 2 > radius * radius:
                cells[y][x] = False
