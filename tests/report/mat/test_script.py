"""What a page for the mat is told: every moment is as the player has it, for every routine of the library."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from backcare_tui.diary.records.routine import Routine
from backcare_tui.library.exercises import exercises
from backcare_tui.library.figures import Figure, figure_of
from backcare_tui.library.routines import routine, routines
from backcare_tui.player.engine import Began, Engine
from backcare_tui.player.figure import joints_at
from backcare_tui.player.introduction import room
from backcare_tui.player.motion import place_at
from backcare_tui.player.script import cue_at, next_words, rings, say_work
from backcare_tui.player.telling import lines_of
from backcare_tui.player.timeline import Timeline, timeline
from backcare_tui.report.mat.moving import LEAST, LETTERS, PARTS, STEPS, MatFigure, mat_figure
from backcare_tui.report.mat.script import MatScript, mat_script
from backcare_tui.report.mat.way import MatWay
from tests.for_each import for_each
from tests.report.mat.mats import OWN

KINDS = (routine("morning-loosen-up"), routine("breathing-calm"), OWN)
"""Holds, repetitions, times, breaths, sides and sets, with figures and without."""
each_kind = for_each("of", KINDS, ids=lambda each: str(each.id))


@dataclass
class Told:
    """A routine, and what the page is told of it."""

    plan: Timeline
    script: MatScript


def told(of: Routine) -> Told:
    plan = timeline(of)
    return Told(plan, mat_script(plan))


def place(way: MatWay, elapsed_s: float, length_s: float) -> float:
    """Where the page has the figure, as figure.js goes."""
    over = way.length_s or length_s
    share = elapsed_s % over / over if way.is_round else min(elapsed_s / over, 1.0)
    at = share * (len(way.places) - 1)
    low = min(int(at), max(len(way.places) - 2, 0))
    high = min(low + 1, len(way.places) - 1)
    return way.places[low] + (way.places[high] - way.places[low]) * (at - low)


@each_kind
def test_every_segment_shows_what_the_player_shows(of: Routine) -> None:
    shows_the_same(told(of))


def shows_the_same(it: Told) -> None:
    engine = Engine(it.plan)
    events, now = engine.go_on(0.0), 0.0
    began = []
    while engine.state == "playing":
        words = say_work(engine), next_words(engine)
        began += [(*words, rings(event)) for event in events if isinstance(event, Began)]
        now += 1
        events = engine.tick(now)
    blocks = it.script.blocks
    assert began == [
        (each.work, blocks[each.block].next, each.rings) for each in it.script.segments
    ]
    for segment, planned in zip(it.script.segments, it.plan.segments, strict=True):
        assert (segment.kind, segment.block) == (planned.kind, planned.block)
        assert (segment.length_s, segment.rep) == (planned.length_s, planned.rep)
        block = it.plan.blocks[planned.block]
        for second in range(planned.length_s):
            shown = [words for at_s, words in segment.cues if at_s <= second + 0.5][-1]
            assert shown == cue_at(block, planned, second + 0.5)


@each_kind
def test_every_segment_says_what_the_voice_says(of: Routine) -> None:
    says_the_same(told(of))


def says_the_same(it: Told) -> None:
    engine = Engine(it.plan)
    engine.make_room(room(it.plan))
    for at, segment in enumerate(it.script.segments):
        assert segment.spoken_s == engine.segments[at].length_s
        said = lines_of(it.plan.blocks, engine.segments, at)
        assert [words for _, _, words in segment.lines] == [line.words for line in said]
        for (at_s, _, _), line in zip(segment.lines, said, strict=True):
            assert at_s == pytest.approx(line.at_s, abs=0.01)


@each_kind
def test_the_figure_is_where_the_player_has_it(of: Routine) -> None:
    moves_the_same(told(of))


@pytest.mark.thorough
@for_each("of", routines(), ids=lambda each: str(each.id))
def test_so_it_is_in_every_routine_of_the_library(of: Routine) -> None:
    it = told(of)
    shows_the_same(it)
    says_the_same(it)
    moves_the_same(it)


def moves_the_same(it: Told) -> None:
    before = None
    for segment, planned in zip(it.script.segments, it.plan.segments, strict=True):
        block = it.plan.blocks[planned.block]
        drawn = figure_of(block.exercise)
        is_let_go = before is not None and before.kind == "hold" and planned.kind != "ready"
        before = planned
        if drawn is None or segment.way is None:
            assert drawn is None
            continue
        share = min(block.dose.hold_s / block.dose.rep_s, 1.0) if block.dose.rep_s else 0.0
        count = len(drawn.poses)
        for number in range(20):
            fraction = number / 20
            meant = place_at(
                drawn,
                planned.kind,
                fraction,
                share,
                length_s=planned.length_s,
                follows_hold=is_let_go,
            )
            at = place(it.script.ways[segment.way], fraction * planned.length_s, planned.length_s)
            apart = abs(at - meant) % count
            assert min(apart, count - apart) < 0.12, (block.exercise.id, planned, fraction)


def points(frame: str) -> list[float]:
    """The numbers of a frame, as figure.js reads them."""
    parts = [LETTERS.index(letter) for letter in frame]
    wholes = zip(parts[::2], parts[1::2], strict=True)
    return [(great * len(LETTERS) + small) / PARTS + LEAST for great, small in wholes]


def head(of: MatFigure, frame: str) -> Sequence[float]:
    """Where the head is in a frame."""
    first = 0
    for shape in of.shapes:
        if shape.part == "head":
            return points(frame)[first * 2 : first * 2 + 2]
        first += shape.points
    raise AssertionError("nobody is without a head")


FIGURES = {drawn.id: drawn for each in exercises() if (drawn := figure_of(each))}


@pytest.mark.thorough
@for_each("of", FIGURES.values(), ids=lambda each: str(each.id))
def test_every_figure_is_whole_in_every_frame(of: Figure) -> None:
    drawn = mat_figure(of)
    assert len(drawn.frames) == STEPS * len(of.poses)
    numbers = 2 * sum(shape.points for shape in drawn.shapes)
    for step, frame in enumerate(drawn.frames):
        assert len(points(frame)) == numbers
        joints = joints_at(of, step / STEPS, "left")
        assert head(drawn, frame) == pytest.approx(joints["head"], abs=1 / PARTS)
    assert len(drawn.labels) == len(of.poses)


def test_what_comes_from_the_end_of_a_segment_moves_along_with_it() -> None:
    script = told(routine("hips-and-hamstrings")).script
    hold = next(each for each in script.segments if each.kind == "hold" and each.length_s >= 20)
    shares = {words: share for _, share, words in hold.lines}
    assert shares["Halfway."] == 0.5
    assert [shares[words] for words in ("3.", "2.", "1.")] == [1.0, 1.0, 1.0]
    assert shares[hold.lines[0][2]] == 0.0


def test_one_repetition_more_than_planned_has_its_words() -> None:
    script = told(routine("morning-loosen-up")).script
    block = next(each for each in script.blocks if each.once_more)
    assert block.once_more
    before, last = block.once_more
    assert "last one" not in before[0][2]
    assert "ast one." in last[0][2]
