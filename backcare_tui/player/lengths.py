"""Segments in their order, and what more or less time makes of them while they are played. Pure."""

import math
from bisect import bisect_left, bisect_right
from operator import attrgetter

import msgspec

from backcare_tui.player.timeline import LONGEST_S, Segment

Segments = tuple[Segment, ...]

LEAST_LEFT_S = 3
"""Seconds that a segment has left at least, however often it is made shorter."""

_block = attrgetter("block")


def first_of(segments: Segments, block: int) -> int:
    """The number of a block's first segment."""
    return bisect_left(segments, block, key=_block)


def last_of(segments: Segments, block: int) -> int:
    """The number of a block's last segment."""
    return bisect_right(segments, block, key=_block) - 1


def with_more(segments: Segments, at: int) -> Segments:
    """With more time for one of them, or one repetition more; as they are where that is above four hours in all."""
    here = segments[at]
    step_s = here.length_s if here.kind == "rep" else _step_s(here.length_s)
    if sum(each.length_s for each in segments) + step_s > LONGEST_S:
        return segments
    if here.kind != "rep":
        return _with_length(segments, at, here.length_s + step_s)
    last = last_of(segments, here.block)
    more = msgspec.structs.replace(segments[last], rep=segments[last].rep + 1)
    return (*segments[: last + 1], more, *segments[last + 1 :])


def with_less(segments: Segments, at: int, elapsed_s: float) -> Segments:
    """With less time for one of them, of which so many seconds are over, or one repetition less."""
    here, last = segments[at], last_of(segments, segments[at].block)
    if here.kind == "rep":
        return segments[:last] + segments[last + 1 :] if last > at else segments
    least_s = math.ceil(elapsed_s) + LEAST_LEFT_S
    shorter_s = max(here.length_s - _step_s(here.length_s - 1), least_s)
    return _with_length(segments, at, min(shorter_s, here.length_s))


def _with_length(segments: Segments, at: int, length_s: int) -> Segments:
    changed = msgspec.structs.replace(segments[at], length_s=length_s)
    return (*segments[:at], changed, *segments[at + 1 :])


def _step_s(length_s: int) -> int:
    """How much more or less: 15 seconds of a minute and more, else 5."""
    return 15 if length_s >= 60 else 5
