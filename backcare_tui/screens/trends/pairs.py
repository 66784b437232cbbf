"""What came of a trial as a picture: every pair on a line around no difference, and the interval."""

from collections import Counter

from textual.content import Content

from backcare_tui.insight.trials.effect import Effect
from backcare_tui.text import say_number

_LABEL = 12
_WIDEST = 61
"""Cells of the line at most; an odd number, so that nothing lies in its middle."""
_NARROWEST = 15
_LEAST = {"pain": 1.0, "sleep": 15.0}
"""How much the line shows at least to each side."""
_MANY = 9


def draw_pairs(effect: Effect, outcome: str, width: int) -> Content:
    """A dot for each pair, a digit where some fall together, the interval, and the scale.

    Args:
        effect: What came of it.
        outcome: `pain` or `sleep`.
        width: Cells; of too few nothing is drawn.
    """
    room = min(width - _LABEL, _WIDEST)
    room -= 1 - room % 2
    if room < _NARROWEST:
        return Content("")
    ends = [each for each in (effect.low, effect.high) if each is not None]
    most = max(_LEAST[outcome], *(abs(each) for each in (*effect.differences, *ends)))
    half = room // 2

    def place(value: float) -> int:
        return half + round(value / most * half)

    lines = [_labeled("Each pair", _dots(Counter(map(place, effect.differences)), room))]
    if effect.low is not None and effect.high is not None:
        lines.append(_labeled("Likely", _bar(place(effect.low), place(effect.high), room)))
    return Content("\n").join([*lines, _labeled("", _scale(most, outcome, room))])


def _labeled(label: str, line: Content) -> Content:
    return Content.styled(label.ljust(_LABEL), "$quiet") + line


def _dots(counts: Counter[int], room: int) -> Content:
    cells = (
        Content.styled(_dot(counts[at]), "bold $next")
        if at in counts
        else Content.styled("│" if at == room // 2 else "·", "$line")
        for at in range(room)
    )
    return Content("").join(cells)


def _dot(count: int) -> str:
    return "●" if count == 1 else str(min(count, _MANY))


def _bar(low: int, high: int, room: int) -> Content:
    middle = "│" if not low <= room // 2 <= high else ""
    drawn = "■" if low == high else f"├{'─' * (high - low - 1)}┤"
    line = list(" " * low + drawn + " " * (room - high - 1))
    if middle:
        line[room // 2] = middle
    return Content("").join(
        Content.styled(cell, "$line" if middle and at == room // 2 else "$here")
        for at, cell in enumerate(line)
    )


def _scale(most: float, outcome: str, room: int) -> Content:
    """`2 lower`, nothing in the middle, `2 higher`."""
    size = say_number(most) if outcome == "pain" else f"{round(most)} min"
    less, more = ("lower", "higher") if outcome == "pain" else ("shorter", "longer")
    first, last = f"{size} {less}", f"{size} {more}"
    half = room // 2
    return Content.styled(first.ljust(half) + "0" + last.rjust(room - half - 1), "$quiet")
