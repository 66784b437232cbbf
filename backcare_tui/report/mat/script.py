"""A routine moment by moment, as the player shows and says it: what a page needs to do the same. Pure.

An engine is played through once, and what the player would show and say in each segment is written down.
Nothing is reckoned anew here, so that a page that follows it cannot know a moment otherwise.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import Side
from backcare_tui.diary.settings import Counting
from backcare_tui.guidance.safety import reasons_to_stop
from backcare_tui.library.figures import Figure, figure_of
from backcare_tui.player.engine import Began, Engine
from backcare_tui.player.introduction import room
from backcare_tui.player.lines import Line
from backcare_tui.player.script import (
    cue_at,
    next_words,
    phases_of,
    rings,
    say_side,
    say_work,
    title_of,
)
from backcare_tui.player.telling import done_words, lines_of
from backcare_tui.player.timeline import Block, BlockKind, Segment, Timeline
from backcare_tui.report.mat.moving import MatFigure, mat_figure
from backcare_tui.report.mat.way import MatWay, way_of
from backcare_tui.text import clean

MORE_S = 16
"""By how much a segment is tried longer, to see which of its lines move along with its end."""

Cue = tuple[float, str]
"""From when on, in seconds of the segment, and the words."""
Spoken = tuple[float, float, str]
"""When, by what share of a change of the segment's length it comes later, and the words."""


class MatBlock(msgspec.Struct, frozen=True):
    """One set of one side of one exercise."""

    step: int
    exercise: str
    name: str
    side: Side | None
    side_words: str
    next: str
    figure: int | None
    """Which of the figures; None where there is none."""
    breath: tuple[tuple[str, int], ...] | None
    """The phases of a breath with their seconds, where it is paced."""
    stops: tuple[str, ...]
    """The reasons that one may have to stop in it."""
    once_more: tuple[tuple[Spoken, ...], tuple[Spoken, ...]] | None
    """What is said in its last repetition but one, and in its last one, where there is one more than planned."""


class MatSegment(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of time in which one thing is done."""

    kind: BlockKind
    block: int
    length_s: int
    spoken_s: int
    """Its length where what is said of it needs the time."""
    rep: int
    work: str
    cues: tuple[Cue, ...]
    lines: tuple[Spoken, ...]
    rings: bool
    way: int | None
    """Which of the ways its figure goes."""
    leaves: Side | None
    """The side of the hold that it leaves at first, on the way to another one."""


class MatScript(msgspec.Struct, frozen=True):
    """All of a routine."""

    steps: int
    blocks: tuple[MatBlock, ...]
    segments: tuple[MatSegment, ...]
    ways: tuple[MatWay, ...]
    figures: tuple[MatFigure, ...]
    done: str
    """What is said at the end."""


def mat_script(plan: Timeline, counting: Counting = "") -> MatScript:
    """What the player would show and say of a routine, which is given as seconds.

    Args:
        plan: The routine.
        counting: Which repetitions are said.
    """
    figures: dict[str, Figure] = {}
    ways: dict[MatWay, int] = {}
    spoken = Engine(plan)
    spoken.make_room(room(plan))
    moments = tuple(_moments(plan))
    segments = tuple(
        _segment(each, spoken.segments, plan.blocks, ways, counting) for each in moments
    )
    nexts = {each.segment.block: each.next for each in moments}
    blocks = []
    for number, block in enumerate(plan.blocks):
        drawn = figure_of(block.exercise)
        if drawn:
            figures.setdefault(drawn.id, drawn)
        breath = block.exercise.breath
        blocks.append(
            MatBlock(
                step=block.step,
                exercise=block.exercise.id,
                name=title_of(block),
                side=block.side,
                side_words=say_side(block.side),
                next=clean(nexts[number]),
                figure=list(figures).index(drawn.id) if drawn else None,
                breath=phases_of(breath) if breath else None,
                stops=reasons_to_stop(block.exercise),
                once_more=_once_more(plan.blocks, spoken.segments, number, counting),
            )
        )
    return MatScript(
        steps=plan.steps,
        blocks=tuple(blocks),
        segments=segments,
        ways=tuple(ways),
        figures=tuple(map(mat_figure, figures.values())),
        done=done_words(spoken),
    )


class _Moment(NamedTuple):
    """The beginning of a segment, as the player shows it."""

    at: int
    segment: Segment
    before: Segment | None
    work: str
    next: str
    rings: bool


def _moments(plan: Timeline) -> Iterator[_Moment]:
    """The beginning of every segment, in order, played by an engine second by second."""
    engine, now = Engine(plan), 0.0
    events = engine.go_on(now)
    before: Segment | None = None
    while engine.state == "playing":
        for event in events:
            if isinstance(event, Began):
                here = event.segment
                words = say_work(engine), next_words(engine)
                yield _Moment(engine.at, here, before, *words, rings(event))
                before = here
        now += 1.0
        events = engine.tick(now)


def _segment(
    moment: _Moment,
    spoken: Sequence[Segment],
    blocks: Sequence[Block],
    ways: dict[MatWay, int],
    counting: Counting,
) -> MatSegment:
    segment, before = moment.segment, moment.before
    block = blocks[segment.block]
    is_let_go = before is not None and before.kind == "hold" and segment.kind != "ready"
    is_turned = is_let_go and segment.kind == "turn"
    drawn = figure_of(block.exercise)
    way = way_of(drawn, block, segment, follows_hold=is_let_go) if drawn else None
    return MatSegment(
        kind=segment.kind,
        block=segment.block,
        length_s=segment.length_s,
        spoken_s=spoken[moment.at].length_s,
        rep=segment.rep,
        work=moment.work,
        cues=tuple(_cues(block, segment)),
        lines=_lines(blocks, spoken, moment.at, counting),
        rings=moment.rings,
        way=None if way is None else ways.setdefault(way, len(ways)),
        leaves=blocks[before.block].side if is_turned and before else None,
    )


def _cues(block: Block, segment: Segment) -> Iterator[Cue]:
    """Each cue of a segment from when on it stands, to the hundredth of a second."""

    def words(at_s: float) -> str:
        return clean(cue_at(block, segment, at_s))

    shown = words(0.0)
    yield 0.0, shown
    for second in range(segment.length_s):
        low, high = float(second), second + 1.0
        if words(high) == shown:
            continue
        shown = words(high)
        while high - low > 0.01:
            middle = (low + high) / 2
            low, high = (low, middle) if words(middle) == shown else (middle, high)
        yield round(high, 2), shown


def _lines(
    blocks: Sequence[Block], segments: Sequence[Segment], at: int, counting: Counting
) -> tuple[Spoken, ...]:
    """What is said in a segment, and which of it comes later where the segment is longer.

    That is seen by telling it once more in a longer one: the middle comes later by half, the last seconds
    by all of it. Getting ready is told from its beginning on, and a repetition is never longer.
    """
    here = segments[at]
    told = lines_of(blocks, segments, at, counting)
    if here.kind in {"ready", "rep"}:
        return tuple(_spoken(line, 0.0) for line in told)
    longer = replace(here, length_s=here.length_s + MORE_S)
    later = lines_of(blocks, (*segments[:at], longer, *segments[at + 1 :]), at)
    return tuple(_spoken(line, _share_of(line, later)) for line in told)


def _share_of(line: Line, later: Sequence[Line]) -> float:
    """By what share of the time a line is later in a longer segment; none where it is not found there."""
    head = line.words.partition(".")[0]
    shares = (
        (other.at_s - line.at_s) / MORE_S
        for other in later
        if other.words.partition(".")[0] == head
    )
    return next((share for share in shares if share in {0.0, 0.5, 1.0}), 0.0)


def _spoken(line: Line, share: float) -> Spoken:
    return round(line.at_s, 2), share, clean(line.words)


def _once_more(
    blocks: Sequence[Block], segments: Sequence[Segment], number: int, counting: Counting
) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]] | None:
    """What is said at the end of a block of repetitions that has one more of them."""
    own = [at for at, each in enumerate(segments) if each.block == number and each.kind == "rep"]
    if not own:
        return None
    last = own[-1]
    more = replace(segments[last], rep=segments[last].rep + 1)
    longer = (*segments[: last + 1], more, *segments[last + 1 :])
    before, after = (_lines(blocks, longer, at, counting) for at in (last, last + 1))
    return before, after
