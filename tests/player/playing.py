"""A routine played by hand: a clock that a test steps, and everything that was heard."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from hypothesis import strategies as st

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.library.exercises import exercises
from backcare_tui.player.engine import Began, Engine, Event
from backcare_tui.player.introduction import room
from backcare_tui.player.lines import Line, speech_s
from backcare_tui.player.snapshot import Snapshot
from backcare_tui.player.telling import Telling, lines_of
from backcare_tui.player.timeline import Segment, Timeline, length_s, timeline

EARLY = 1_795_000_000.0
"""Seconds since 1970, where every test begins: large numbers, as the system gives them."""


class Playing:
    """An engine and its clock, which moves only by `wait` and `sleep`."""

    def __init__(self, routine: Routine, snapshot: Snapshot | None = None) -> None:
        self.timeline: Timeline = timeline(routine)
        self.engine = Engine(self.timeline, snapshot)
        self.now = EARLY
        self.heard: list[Event] = []

    def go_on(self) -> "Playing":
        self.hear(self.engine.go_on(self.now))
        return self

    def hear(self, events: Iterable[Event]) -> tuple[Event, ...]:
        heard = tuple(events)
        self.heard += heard
        return heard

    def wait(self, seconds: float, tick: float = 0.5) -> tuple[Event, ...]:
        """Play on for so long, and say what was heard meanwhile."""
        before, end = len(self.heard), self.now + seconds
        while self.now < end:
            self.sleep(min(tick, end - self.now))
        return tuple(self.heard[before:])

    def sleep(self, seconds: float) -> tuple[Event, ...]:
        """One tick, so much later (or earlier)."""
        self.now += seconds
        return self.hear(self.engine.tick(self.now))

    def to(self, kind: str, rep: int = 1) -> "Playing":
        """Play until this kind of segment begins."""
        while not any(
            isinstance(event, Began) and event.segment.kind == kind and event.segment.rep == rep
            for event in self.wait(1, 1)
        ):
            assert self.engine.state == "playing", f"there is no {kind} {rep}"
        return self

    def to_the_end(self, tick: float = 1.0) -> tuple[Event, ...]:
        before = len(self.heard)
        while self.engine.state == "playing":
            self.sleep(tick)
        return tuple(self.heard[before:])


def routine_of(*steps: RoutineStep | str) -> Routine:
    """One's own routine of these steps."""
    made = tuple(RoutineStep(each) if isinstance(each, str) else each for each in steps)
    return Routine(id="mine", name="Mine", steps=made)


def step(exercise: str, note: str | None = None, **dose: Any) -> RoutineStep:
    """A step with a dose of its own."""
    return RoutineStep(exercise, DoseChange(**dose), note=note)


class Told(NamedTuple):
    """A line of a routine as it is led by ear."""

    at_s: float
    """Since the beginning of all."""
    line: Line
    segment: Segment

    @property
    def words(self) -> str:
        return self.line.words

    @property
    def end_s(self) -> float:
        return self.at_s + speech_s(self.line.words)


def told(routine: Routine) -> list[Told]:
    """All that is said in a routine, without an engine that plays it."""
    engine = Engine(timeline(routine))
    engine.make_room(room(engine.timeline))
    found, start_s = [], 0.0
    for at, segment in enumerate(engine.segments):
        found += [
            Told(start_s + line.at_s, line, segment)
            for line in lines_of(engine.timeline.blocks, engine.segments, at)
        ]
        start_s += segment.length_s
    return found


def said(routine: Routine, tick: float = 0.1) -> list[tuple[float, str]]:
    """All that is said as an engine plays it, with the seconds since the beginning."""
    playing, telling = Playing(routine), Telling()
    playing.engine.make_room(room(playing.timeline))
    playing.go_on()
    heard, found = tuple(playing.heard), []
    while heard or playing.engine.state == "playing":
        words = [line.words for line in telling.due(playing.engine)]
        words += [each for event in heard if (each := telling.of(event, playing.engine))]
        found += [(round(playing.now - EARLY, 1), each) for each in words]
        heard = playing.sleep(tick)
    return found


def words_of(routine: Routine) -> list[str]:
    return [words for _, words in said(routine)]


def is_short(routine: Routine) -> bool:
    """Whether it is played whole in a moment, by hand."""
    return length_s(routine) <= 3600


def routines_made() -> st.SearchStrategy[Routine]:
    """Any routine of up to five steps of at most an hour."""
    doses = st.builds(
        DoseChange,
        hold_s=st.none() | st.integers(1, 90),
        reps=st.none() | st.integers(1, 8),
        sets=st.none() | st.integers(1, 3),
        rest_s=st.none() | st.integers(0, 40),
        rep_s=st.none() | st.integers(1, 12),
    )
    steps = st.builds(
        RoutineStep,
        st.sampled_from([each.id for each in exercises()]),
        st.none() | doses,
        st.none() | st.sampled_from(("each", "left", "right")),
        st.none() | st.integers(0, 30),
        st.none() | st.text(max_size=20),
    )
    return (
        st.lists(steps, min_size=1, max_size=5).map(lambda made: routine_of(*made)).filter(is_short)
    )
