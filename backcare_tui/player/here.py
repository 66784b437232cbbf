"""Where one is in a routine, with what lies before and after it. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from backcare_tui.diary.records.routine import Side
from backcare_tui.player.timeline import Block, Segment


class Here(NamedTuple):
    """A segment among the others, as they are played."""

    blocks: Sequence[Block]
    segments: Sequence[Segment]
    at: int
    """The number of the segment."""

    @property
    def segment(self) -> Segment:
        """What is done now."""
        return self.segments[self.at]

    @property
    def block(self) -> Block:
        """The side and set of the exercise that this belongs to."""
        return self.blocks[self.segment.block]

    @property
    def before(self) -> Segment | None:
        """What comes before it in the plan; None at the beginning."""
        return self.segments[self.at - 1] if self.at else None

    @property
    def is_let_go(self) -> bool:
        """Whether a hold ends as this begins."""
        return self.before is not None and self.before.kind == "hold"

    @property
    def is_moved(self) -> bool:
        """Whether this is in another position than what was before, or the beginning of all."""
        before = self.before
        position = self.block.exercise.position
        return before is None or self.blocks[before.block].exercise.position != position

    @property
    def reps(self) -> int:
        """How many repetitions, holds or times this block has by now."""
        last = bisect_right(self.segments, self.segment.block, key=attrgetter("block")) - 1
        return self.segments[last].rep

    @property
    def sides(self) -> tuple[Side | None, ...]:
        """The sides that this exercise is done on, in turn; a None alone where it has none."""
        step = self.block.step
        return tuple(dict.fromkeys(each.side for each in self.blocks if each.step == step))

    @property
    def left_s(self) -> int:
        """Seconds from the beginning of this to the end of all."""
        return sum(each.length_s for each in self.segments[self.at :])
