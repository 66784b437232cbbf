"""Who leads by ear: what is said, and printed, as an engine plays; the voice and the plain lines say the same."""

from collections.abc import Callable, Sequence

from backcare_tui.diary.settings import Counting
from backcare_tui.player import introduction, repetitions, work
from backcare_tui.player.engine import Engine, Event, Finished, MachineSlept
from backcare_tui.player.here import Here
from backcare_tui.player.lines import Line, fit
from backcare_tui.player.script import say_work
from backcare_tui.player.timeline import LEAD, Block, BlockKind, Segment
from backcare_tui.text import sentence_case

_ON_FEET = {"standing", "seated"}


def lines_of(
    blocks: Sequence[Block], segments: Sequence[Segment], at: int, counting: Counting = ""
) -> tuple[Line, ...]:
    """All that is said in a segment, in the order of time.

    Args:
        blocks: Of the routine.
        segments: Of the routine, as they are played.
        at: The number of the segment.
        counting: Whether each repetition is said, or the first, the middle and the last.
    """
    here = Here(blocks, segments, at)
    kind = here.segment.kind
    if counting == "ends" and kind == "rep" and not repetitions.is_told_of(here):
        return ()
    return _LEADS[kind](here) if kind in LEAD else _WORK[kind](here, _busy_s(here))


_LEADS: dict[BlockKind, Callable[[Here], tuple[Line, ...]]] = {
    "ready": introduction.ready_lines,
    "turn": introduction.turn_lines,
    "rest": introduction.rest_lines,
}
_WORK: dict[BlockKind, Callable[[Here, float], tuple[Line, ...]]] = {
    "move": work.move_lines,
    "hold": work.hold_lines,
    "rep": repetitions.rep_lines,
    "time": work.time_lines,
}


def _busy_s(here: Here) -> float:
    """How long the words before the work are still going on: a name is said, however short the time."""
    before = here.before
    if before is None or before.kind not in LEAD:
        return 0.0
    lines = lines_of(here.blocks, here.segments, here.at - 1)
    return max(lines[-1].end_s - before.length_s, 0.0) if lines else 0.0


class Telling:
    """Finds the words of one session; asked at each look at the clock."""

    def __init__(self, counting: Counting = "") -> None:
        """Nothing was said yet; `counting` as in `lines_of`."""
        self._counting = counting
        self._played: tuple[Sequence[Segment], int] | None = None
        self._lines: tuple[Line, ...] = ()
        self._told_s = -1.0
        """Until where in the segment all is said."""
        self._last: Line | None = None
        self._was_halfway = self._is_broken = False

    def of(self, event: Event, engine: Engine) -> str | None:
        """What is said to an event that is no moment of the plan; None to be quiet."""
        match event:
            case MachineSlept():
                self.break_off(engine)
                return "Paused while the computer slept."
            case Finished():
                return done_words(engine)
        return None

    def due(self, engine: Engine) -> tuple[Line, ...]:
        """What came up since it was last asked."""
        if engine.state != "playing":
            return ()
        self._follow(engine)
        elapsed_s = engine.elapsed_s
        due = [line for line in self._lines if self._told_s < line.at_s <= elapsed_s]
        again = self._going_on(engine, due)
        self._told_s = elapsed_s
        if self._was_halfway:
            due = [line for line in due if line.words != repetitions.HALFWAY]
        for line in due:
            self._was_halfway = self._was_halfway or line.words == repetitions.HALFWAY
            self._last = line
        return (*again, *due)

    def quiet_s(self, engine: Engine) -> float:
        """Seconds until something is to be said, or the segment ends."""
        self._follow(engine)
        later = (line.at_s for line in self._lines if line.at_s > self._told_s)
        at_s = next(later, float(engine.segment.length_s))
        return max(min(at_s, engine.segment.length_s) - engine.elapsed_s, 0.0)

    def join(self, engine: Engine) -> None:
        """Begin to lead in the middle: what came up before is over, but an exercise is introduced whole."""
        if engine.segment.kind in LEAD:
            engine.rewind(0.0)
        self._follow(engine)
        self._told_s = engine.elapsed_s or -1.0
        self._is_broken = True

    def break_off(self, engine: Engine) -> None:
        """It is paused: where one goes on is said then; of a lead, the sentence that was going on is."""
        self._is_broken = True
        last = self._last
        if last and engine.segment.kind in LEAD and last.at_s <= engine.elapsed_s < last.end_s:
            engine.rewind(last.at_s)
            self._told_s = last.at_s - 0.01
            self._is_broken = False

    def _follow(self, engine: Engine) -> None:
        """Find the lines of the segment, anew where it is another one or its length was changed."""
        if self._played is None or self._played[1] != engine.at or engine.elapsed_s < self._told_s:
            self._told_s, self._last, self._was_halfway = -1.0, None, False
        elif self._played[0] is engine.segments:
            return
        self._played = engine.segments, engine.at
        blocks = engine.timeline.blocks
        at = min(engine.at, len(engine.segments) - 1)
        self._lines = lines_of(blocks, engine.segments, at, self._counting)

    def _going_on(self, engine: Engine, due: Sequence[Line]) -> tuple[Line, ...]:
        """After a pause, where one is, where there is time for it."""
        was_broken, self._is_broken = self._is_broken, False
        if not was_broken or engine.elapsed_s == 0 or due:
            return ()
        words = fit(self.quiet_s(engine), (f"Going on. {_where_words(engine)}", "Going on."))
        return (Line(engine.elapsed_s, words),) if words else ()


def _where_words(engine: Engine) -> str:
    """Where one goes on: `Hold 1 of 2, 12 seconds left`, `Repetition 3 of 10`."""
    work_words = sentence_case(say_work(engine).replace(" · ", ", "))
    if engine.segment.kind == "rep":
        return f"{work_words}."
    return f"{work_words}, {introduction.say_length(engine.seconds_shown)} left."


def done_words(engine: Engine) -> str:
    """What is said at the end, such as `Done. Rest a moment before you get up` after what was lying down."""
    is_up = engine.timeline.blocks[-1].exercise.position in _ON_FEET
    ease = f"{introduction.EASE_OUT} " if engine.segments[-1].kind == "hold" else ""
    return f"{ease}Done. Rest a moment before you {'move on' if is_up else 'get up'}."
