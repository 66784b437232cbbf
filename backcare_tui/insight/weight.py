"""What may be said of a change in pain: judged as it is said, so that no figure on a page contradicts the word."""

from typing import Literal

from backcare_tui.library.measures import is_noticed

Weight = Literal["as-before", "unknown", "within", "small", "matters"]
"""`unknown` where the usual swing is; `small` beyond it, but of a size that people do not notice."""
DECIMALS = 1
"""Of every figure that is said."""


def weigh(points: float, before: float, swing: float | None, *, is_beyond: bool) -> Weight:
    """What may be said of a change, in figures as they are said; for weeks and for longer times alike.

    Args:
        points: The change.
        before: What pain was before it, 0 to 10.
        swing: The person's own usual swing; None where it is not known.
        is_beyond: Whether the change is larger than that, unrounded.
    """
    if not points:
        return "as-before"
    if swing is None:
        return "unknown"
    if not is_beyond or abs(points) <= swing:
        return "within"
    return "matters" if is_noticed(points, before) else "small"
