"""Where between its poses a figure is at a moment: it starts and stops softly, and waits where one waits."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from backcare_tui.library.figures import Figure, Pose
from backcare_tui.player.timeline import LEAD, BlockKind

LOOP_S = 8.0
"""One round of a figure that has no pace of its own; a choice of ours."""

RETURN_S = 3.0
"""Out of a hold, back to the first pose; a choice of ours."""

_PREVIEW_HOLD = 0.3
_TURNS = -0.5
"""Below this cosine between the way into a pose and the way out of it, the movement turns there."""


def place_at(  # noqa: PLR0913 - a moment is that many things
    figure: Figure,
    kind: BlockKind,
    fraction: float,
    hold_share: float = 0.0,
    *,
    length_s: float = LOOP_S,
    follows_hold: bool = False,
) -> float:
    """Where between its poses a figure is, for `joints_at` and `draw`.

    Args:
        figure: The figure.
        kind: What is done in the segment.
        fraction: How much of the segment is over, 0 to 1.
        hold_share: How much of one repetition is waiting in the held poses, 0 to 1.
        length_s: The length of the segment; what goes on for a time moves as fast however long it is.
        follows_hold: Whether a hold came just before, so that the figure leaves it without a jump.
    """
    if kind == "hold":
        return float(figure.held)
    if kind == "rep":
        return _round(figure, fraction, hold_share)
    if kind == "time":
        return loop_at(figure, fraction * length_s)
    if kind in LEAD:
        return _back(figure, fraction * length_s / RETURN_S) if follows_hold else 0.0
    return _into_hold(figure, fraction, follows_hold=follows_hold)


def loop_at(figure: Figure, seconds: float) -> float:
    """Where a figure is that goes round and round, so many seconds after it began."""
    round_s = sum(figure.pace_s) or LOOP_S
    return _round(figure, seconds / round_s % 1.0, 0.0 if figure.pace_s else _PREVIEW_HOLD)


def _into_hold(figure: Figure, fraction: float, *, follows_hold: bool) -> float:
    """From the first pose; after a hold, first back there in half of the time."""
    if follows_hold and fraction < 0.5:
        return _back(figure, fraction * 2)
    return _way(figure, 0, figure.held, _soft(fraction * 2 - 1 if follows_hold else fraction))


def _back(figure: Figure, share: float) -> float:
    """Out of the hold and to the first pose, where one stays."""
    count = len(figure.poses)
    return _way(figure, figure.held, count, _soft(min(share, 1.0))) % count


def _soft(share: float) -> float:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)


class Beat(NamedTuple):
    """Where in a repetition a way begins, and to which pose it leads."""

    at_s: float
    pose: int


def beats(figure: Figure, length_s: float, hold_share: float = 0.0) -> tuple[Beat, ...]:
    """The ways of one repetition as the figure goes them, out and back: what is said keeps time with it.

    Args:
        figure: The figure.
        length_s: The length of the repetition.
        hold_share: How much of it is waiting in the held poses, 0 to 1.
    """
    stops = _stops(figure)
    if not stops:
        return (Beat(0.0, figure.held),)
    found, at = [], 0.0
    for first, last, share in _stretches(figure, stops, hold_share):
        if first != last:
            found.append(Beat(at * length_s, last % len(figure.poses)))
        at += share
    return tuple(found)


class _Stretch(NamedTuple):
    """A part of a round: a way between two poses, or a wait where both are the same."""

    first: int
    last: int
    share: float
    """Of the round."""


def _round(figure: Figure, fraction: float, hold_share: float) -> float:
    """Through all poses and back to the first one."""
    count = len(figure.poses)
    stops = _stops(figure)
    if not stops:
        return _way(figure, 0, count, fraction) % count
    for first, last, share in _stretches(figure, stops, hold_share):
        if fraction < share:
            return _way(figure, first, last, _soft(fraction / share)) % count
        fraction -= share
    return 0.0


def _stretches(figure: Figure, stops: Sequence[int], hold_share: float) -> Iterator[_Stretch]:
    count = len(figure.poses)
    held = sum(pose.is_held for pose in figure.poses)
    waiting = hold_share if held else 0.0
    weights = _weights(figure)
    for first, last in pairwise((*stops, count)):
        yield _Stretch(first, last, sum(weights[first:last]) / sum(weights) * (1 - waiting))
        if figure.poses[last % count].is_held:
            yield _Stretch(last, last, waiting / held)


def _way(figure: Figure, first: int, last: int, share: float) -> float:
    """The place at a share of the way from one pose to a later one, at an even speed."""
    if share >= 1:
        return float(last)
    weights = _weights(figure)[first:last]
    left = sum(weights) * share
    for number, weight in enumerate(weights, first):
        if left < weight:
            return number + left / weight
        left -= weight
    return float(last)


@lru_cache(maxsize=128)
def _weights(figure: Figure) -> tuple[float, ...]:
    """How long each way from a pose to the next takes, compared with the others."""
    if figure.pace_s:
        return figure.pace_s
    return tuple(max(_length(way), 0.1) for way in _ways(figure))


@lru_cache(maxsize=128)
def _stops(figure: Figure) -> tuple[int, ...]:
    """The poses in which the movement comes to rest: none for one that goes on evenly, else at least the first."""
    ways = _ways(figure)
    rests = [
        pose.is_held or _cosine(into, out) < _TURNS
        for pose, into, out in zip(figure.poses, (ways[-1], *ways), ways, strict=False)
    ]
    if not any(rests):
        return ()
    first = figure.poses[0].joints
    numbers = range(len(rests))
    return tuple(n for n in numbers if rests[n] or figure.poses[n].joints == first)


def _ways(figure: Figure) -> list[list[float]]:
    """How far each joint goes, across and down, from each pose to the next."""
    return [_way_between(*pair) for pair in pairwise((*figure.poses, figure.poses[0]))]


def _way_between(start: Pose, end: Pose) -> list[float]:
    return [
        b - a
        for name, point in start.joints.items()
        for a, b in zip(point, end.joints[name], strict=True)
    ]


def _length(way: Sequence[float]) -> float:
    return hypot(*way)


def _cosine(one: Sequence[float], two: Sequence[float]) -> float:
    size = _length(one) * _length(two)
    return sum(a * b for a, b in zip(one, two, strict=True)) / size if size else -1.0
