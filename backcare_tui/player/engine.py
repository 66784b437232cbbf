"""Playing a timeline: the state of it, true to the clock and not to ticks.

Each method is told the time, in seconds of any clock that runs on while the machine sleeps; so a
test plays an hour in a moment, and a closed laptop is noticed as a gap between two ticks.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from backcare_tui.player.lengths import first_of, last_of, with_less, with_more
from backcare_tui.player.snapshot import BlockOutcome, Snapshot
from backcare_tui.player.timeline import LEAD, Block, Segment, Timeline

PlayState = Literal["playing", "paused", "over"]

ASLEEP_S = 5.0
"""A longer gap between two ticks means that the machine slept, and nobody was led meanwhile."""
BACK_TO_BEFORE_S = 3.0
"""Going back so early in a block means the one before."""


class Began(msgspec.Struct, frozen=True):
    """A segment began."""

    segment: Segment


class MachineSlept(msgspec.Struct, frozen=True):
    """The machine slept for so long; playing was paused where it fell asleep."""

    length_s: float


class Finished(msgspec.Struct, frozen=True):
    """The last segment is over."""


Event = Began | MachineSlept | Finished


class Engine:
    """Plays one timeline. It begins paused; `go_on` starts it.

    It never looks at a clock: each method is told the time in seconds, and gives the events since
    then, in order. So the screen, the plain lines and the tests all play by the same engine.

    >>> from backcare_tui.library.routines import find_routine
    >>> from backcare_tui.player.timeline import timeline
    >>> engine = Engine(timeline(find_routine("morning-loosen-up")))
    >>> [type(event).__name__ for event in engine.go_on(100.0)]
    ['Began']
    >>> engine.elapsed_s
    0.0
    >>> engine.tick(104.0), engine.left_s
    ((), 4.0)

    A gap of more than 5 s between two ticks means that the machine slept: nobody was led meanwhile, so
    the engine stands paused where it fell asleep.
    """

    def __init__(self, timeline: Timeline, snapshot: Snapshot | None = None) -> None:
        """At the first segment, or where a snapshot of the same timeline left off."""
        self.timeline = timeline
        self.segments = timeline.segments
        """As they are played: more or less time changes them."""
        self.state: PlayState = "paused"
        self.elapsed_s = 0.0
        """Of the current segment."""
        self.played_s = 0.0
        self._now = 0.0
        self._at = 0
        self._room_s = 0
        blocks = len(timeline.blocks)
        self._spent_s = [0.0] * blocks
        self._outcomes: list[BlockOutcome] = ["open"] * blocks
        if snapshot and snapshot.fits(blocks):
            self._at = timeline.start_of(snapshot.block)
            self.played_s = snapshot.played_s
            self._spent_s = list(snapshot.spent_s)
            self._outcomes = list(snapshot.outcomes)

    @property
    def segment(self) -> Segment:
        """What is done now; the last one once it is over."""
        return self.segments[min(self._at, len(self.segments) - 1)]

    @property
    def at(self) -> int:
        """The number of the segment that is played."""
        return self._at

    @property
    def planned_s(self) -> int:
        """The whole length as it is to be led, room for words included."""
        return self.timeline.length_s + self._room_s

    @property
    def block(self) -> Block:
        """The side and set of the exercise that this belongs to."""
        return self.timeline.blocks[self.segment.block]

    @property
    def next_block(self) -> Block | None:
        """What comes after this block; None in the last one."""
        after = self.segment.block + 1
        return self.timeline.blocks[after] if after < len(self.timeline.blocks) else None

    @property
    def left_s(self) -> float:
        """Seconds left of the current segment; none once it is over."""
        if self.state == "over":
            return 0.0
        return max(self.segment.length_s - self.elapsed_s, 0.0)

    @property
    def seconds_shown(self) -> int:
        """Whole seconds left, as a countdown shows them: the last one is 1."""
        return math.ceil(self.left_s - 1e-6)

    @property
    def whole_left_s(self) -> float:
        """Seconds left of the whole routine."""
        return self.left_s + sum(each.length_s for each in self.segments[self._at + 1 :])

    @property
    def fraction(self) -> float:
        """How much of the current segment is over, 0 to 1."""
        return 1.0 - self.left_s / self.segment.length_s

    @property
    def reps(self) -> int:
        """How many repetitions, holds or times this block has by now."""
        return self.reps_of(self.segment.block)

    @property
    def outcomes(self) -> tuple[BlockOutcome, ...]:
        """How each block went so far."""
        return tuple(self._outcomes)

    @property
    def spent_s(self) -> tuple[float, ...]:
        """Seconds spent in the work of each block."""
        return tuple(self._spent_s)

    def start_of(self, block: int) -> int:
        """The number of a block's first segment."""
        return first_of(self.segments, block)

    def reps_of(self, block: int) -> int:
        """How many repetitions, holds or times a block has by now."""
        return self.segments[last_of(self.segments, block)].rep

    def make_room(self, least_s: Mapping[int, int]) -> None:
        """Let it take so long at least to get ready for a block, by its number; for the others, as planned.

        What is said before an exercise needs the time. Where one is getting ready already, it stays.
        """
        planned = self.timeline.segments
        changed = list(self.segments)
        self._room_s = 0
        for number, segment in enumerate(self.segments):
            if segment.kind != "ready":
                continue
            usual_s = planned[self.timeline.start_of(segment.block)].length_s
            length_s = max(usual_s, least_s.get(segment.block, 0))
            self._room_s += length_s - usual_s
            if number != self._at or not self.elapsed_s:
                changed[number] = msgspec.structs.replace(segment, length_s=length_s)
        self.segments = tuple(changed)

    def snapshot(self) -> Snapshot:
        """What to keep against a crash."""
        return Snapshot(self.segment.block, self.played_s, self.spent_s, self.outcomes)

    def go_on(self, now: float) -> tuple[Event, ...]:
        """Play, from where it stands."""
        if self.state != "paused":
            return ()
        self.state, self._now = "playing", now
        return (Began(self.segment),) if self.elapsed_s == 0 else ()

    def pause(self, now: float) -> tuple[Event, ...]:
        """Stand still."""
        events = self.tick(now)
        if self.state == "playing":
            self.state = "paused"
        return events

    def rewind(self, elapsed_s: float) -> None:
        """Back to this many seconds into the segment, such as to the beginning of a sentence."""
        self.elapsed_s = min(max(elapsed_s, 0.0), self.elapsed_s)

    def tick(self, now: float) -> tuple[Event, ...]:
        """Move on to the time that it is; what was passed on the way, in order."""
        if self.state != "playing":
            return ()
        gap, self._now = max(now - self._now, 0.0), now
        if gap > ASLEEP_S:
            self.state = "paused"
            return (MachineSlept(gap),)
        return tuple(self._advance(gap))

    def skip(self, now: float) -> tuple[Event, ...]:
        """On to the next block; after the last one it is over."""
        events = self.tick(now)
        if self.state == "over":
            return events
        here = self.segment.block
        if self._outcomes[here] == "open":
            self._outcomes[here] = "skipped"
        if here + 1 == len(self.timeline.blocks):
            self._at = len(self.segments)
            self.state = "over"
            return (*events, Finished())
        return (*events, *self._go_to(here + 1))

    def begin(self, now: float) -> tuple[Event, ...]:
        """To the work of this block at once, without the rest of what leads to it."""
        events = self.tick(now)
        if self.state == "over" or self.segment.kind not in LEAD:
            return events
        self._enter(self._at + 1)
        return (*events, Began(self.segment)) if self.state == "playing" else events

    def back(self, now: float) -> tuple[Event, ...]:
        """To the beginning of this block; at its beginning, to the one before."""
        events = self.tick(now)
        if self.state == "over":
            return events
        here = self.segment.block
        before = self.segments[self.start_of(here) : self._at]
        into_s = self.elapsed_s + sum(segment.length_s for segment in before)
        return (*events, *self._go_to(max(here - (into_s < BACK_TO_BEFORE_S), 0)))

    def restart(self, now: float) -> tuple[Event, ...]:
        """To the very beginning; what was done stays done."""
        events = self.tick(now)
        return events if self.state == "over" else (*events, *self._go_to(0))

    def longer(self, now: float) -> tuple[Event, ...]:
        """More time for this segment; of repetitions, one more; never above four hours in all."""
        events = self.tick(now)
        if self.state != "over":
            self.segments = with_more(self.segments, self._at)
        return events

    def shorter(self, now: float) -> tuple[Event, ...]:
        """Less time for this segment, at least three seconds more; of repetitions, one less."""
        events = self.tick(now)
        if self.state != "over":
            self.segments = with_less(self.segments, self._at, self.elapsed_s)
        return events

    def _advance(self, gap: float) -> Iterator[Event]:
        left = gap
        while self.state == "playing":
            here = self.segment
            room = here.length_s - self.elapsed_s
            passed = min(room, left)
            self.elapsed_s += passed
            self.played_s += passed
            if here.kind not in LEAD and passed:
                self._work(here.block, passed)
            left -= passed
            if passed < room:
                return
            yield from self._leave(here)

    def _work(self, block: int, passed: float) -> None:
        self._spent_s[block] += passed
        if self._outcomes[block] == "skipped":
            # Gone back to, and done after all.
            self._outcomes[block] = "open"

    def _leave(self, here: Segment) -> Iterator[Event]:
        """The segment is over: on to the next one, or to the end."""
        self._enter(self._at + 1)
        is_last = self._at == len(self.segments)
        if is_last or self.segments[self._at].block != here.block:
            self._outcomes[here.block] = "done"
        if is_last:
            self.state = "over"
            yield Finished()
        else:
            yield Began(self.segments[self._at])

    def _go_to(self, block: int) -> tuple[Event, ...]:
        self._enter(self.start_of(block))
        return (Began(self.segment),) if self.state == "playing" else ()

    def _enter(self, at: int) -> None:
        self._at, self.elapsed_s = at, 0.0
