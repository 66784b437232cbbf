"""What has to be kept of a session to go on after a crash."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

BlockOutcome = Literal["open", "done", "skipped"]
"""Of a block: `open` until it was played to its end or skipped."""

Spent = Annotated[float, Meta(ge=0, le=86_400)]
"""Seconds of one session."""


class Snapshot(msgspec.Struct, frozen=True):
    """How far a session is: it goes on at the beginning of the block it was in."""

    block: Annotated[int, Meta(ge=0)]
    played_s: Spent
    """Time spent playing, pauses left out."""
    spent_s: tuple[Spent, ...]
    """Time spent in the work of each block."""
    outcomes: tuple[BlockOutcome, ...]

    def fits(self, blocks: int) -> bool:
        """Whether it can be of so many blocks; the library may have changed since."""
        return len(self.outcomes) == len(self.spent_s) == blocks > self.block >= 0
