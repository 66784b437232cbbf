"""What leads by ear: the voice and the plain lines say the same, in time, and all of it."""

import re
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.library.exercises import Exercise, exercises
from backcare_tui.library.figures import Figure, figure
from backcare_tui.library.routines import routines
from backcare_tui.player.engine import Finished, MachineSlept
from backcare_tui.player.introduction import cue_sentences, say_length
from backcare_tui.player.motion import beats
from backcare_tui.player.script import breath_at
from backcare_tui.player.telling import Telling
from backcare_tui.player.timeline import Block, Segment, timeline
from tests.for_each import for_each
from tests.player.playing import (
    Playing,
    Told,
    routine_of,
    routines_made,
    said,
    step,
    told,
    words_of,
)

SILENCE_S = 15
"""So long at most is it quiet in whatever is counted."""
QUICK_S = 3
"""A repetition that is shorter has no time for a line out and another one back."""

EVERYTHING = (*routines(), *(routine_of(own.id) for own in exercises()))


def name_of(routine: Routine) -> str:
    return routine.steps[0].exercise if routine.id == "mine" else routine.id


def bare(words: str) -> str:
    """Without marks and capitals, so that a cue is found in its sentence."""
    return re.sub(r"\W+", " ", words).strip().lower()


def by_segment(lines: list[Told]) -> list[tuple[Segment, list[tuple[float, str]]]]:
    """Each segment in which something is said, with when in it, and what."""
    return [
        (segment, [(each.line.at_s, each.words) for each in own])
        for segment, own in groupby(lines, key=lambda each: each.segment)
    ]


@for_each("routine", EVERYTHING, ids=name_of)
def test_each_cue_of_each_exercise_is_said_before_it_begins(routine: Routine) -> None:
    blocks, steps = timeline(routine).blocks, timeline(routine).steps
    leads = {segment.block: own for segment, own in by_segment(told(routine))[::-1]}
    for number, block in enumerate(blocks):
        if block.set > 1 or block.side == "right":
            continue
        found = [words for _, words in leads[number]]
        assert block.exercise.name in found[0]
        assert f"Exercise {block.step + 1} of {steps}, " in found[0]
        assert re.search(r"(about \d+ minutes?|less than a minute) left\.$", found[0])
        own = block.exercise
        assert bare(found[1]).startswith(bare(own.setup))
        wanted = [bare(each) for each in (*own.cues, own.breathing) if each]
        assert [each for each in map(bare, found) if each in wanted] == wanted


@for_each("routine", EVERYTHING, ids=name_of)
def test_nothing_is_said_into_another_sentence(routine: Routine) -> None:
    for line, after in pairwise(told(routine)):
        assert line.end_s <= after.at_s + 1e-6, (line, after)


@for_each("routine", EVERYTHING, ids=name_of)
def test_it_is_never_quiet_for_long(routine: Routine) -> None:
    blocks = timeline(routine).blocks
    for line, after in pairwise(told(routine)):
        length_s = line.segment.length_s
        kind = blocks[line.segment.block].exercise.kind
        is_steady = kind in {"aerobic", "relaxation", "breathing"}
        is_long = line.segment.kind == "time" and length_s > 60 and is_steady
        most_s = (60 if length_s > 300 else 36) if is_long else SILENCE_S
        assert after.at_s - line.end_s <= most_s, (line, after)


@for_each("routine", EVERYTHING, ids=name_of)
def test_each_line_is_a_sentence(routine: Routine) -> None:
    for line in told(routine):
        assert re.fullmatch(r"[A-Z0-9].*[.!?]", line.words), line
        assert line.words.isprintable()


@for_each("routine", EVERYTHING, ids=name_of)
def test_each_repetition_is_counted_and_led_out_and_back(routine: Routine) -> None:
    plan = timeline(routine)
    for segment, lines in by_segment(told(routine)):
        if segment.kind == "rep":
            block = plan.blocks[segment.block]
            assert_counted(block, segment, lines[0][1])
            if block.dose.rep_s >= QUICK_S:
                assert_led(block, segment, lines)
            elif segment.rep <= 2:
                drawn = figure(block.exercise.id)
                assert all(bare_label(drawn, n) in bare(lines[0][1]) for n in drawn.key_poses)


def assert_counted(block: Block, segment: Segment, words: str) -> None:
    reps, rep = block.dose.reps, segment.rep
    if rep == reps > 1:
        assert "last one" in words.lower()
    elif not re.match(rf"{rep}\b", words):
        assert (rep, words.startswith("Halfway.")) == (reps // 2 + 1, True)


def assert_led(block: Block, segment: Segment, lines: list[tuple[float, str]]) -> None:
    """Each way is told as the figure sets out for it; a way back between two others may be silent."""
    drawn = figure(block.exercise.id)
    share = min(block.dose.hold_s / block.dose.rep_s, 1)
    ways = beats(drawn, segment.length_s, share)
    first = drawn.poses[0].joints
    outs = [way for way in ways if drawn.poses[way.pose].joints != first]
    for way in ways:
        heard = [words for at_s, words in lines if at_s == way.at_s]
        is_marked = way is ways[0] and segment.rep > block.dose.reps // 2
        if way in outs or len(outs) == 1:
            assert heard, f"nothing for {drawn.poses[way.pose].label}"
            assert is_marked or bare_label(drawn, way.pose) in bare(heard[0])


def bare_label(drawn: Figure, number: int) -> str:
    label = drawn.poses[number].label
    return bare(label.removesuffix(", hold").removesuffix(", pause"))


def test_no_label_of_a_figure_that_is_mirrored_names_a_side() -> None:
    for own in exercises():
        if own.sides == "each":
            labels = " ".join(bare(pose.label) for pose in figure(own.id).poses)
            assert not {"left", "right"} & set(labels.split()), own.id


@for_each("routine", EVERYTHING, ids=name_of)
def test_each_hold_and_its_release_is_told(routine: Routine) -> None:
    lines = told(routine)
    blocks = timeline(routine).blocks
    parts = by_segment(lines)
    for (segment, own), (_, after) in zip(parts, [*parts[1:], (None, None)], strict=True):
        if segment.kind != "hold":
            continue
        assert own[0] == (0.0, f"Hold, {say_length(segment.length_s)}.")
        halfway = [(segment.length_s / 2, "Halfway.")] if segment.length_s >= 20 else []
        assert [each for each in own if each[1] == "Halfway."] == halfway
        if segment.length_s >= 10:
            assert [each for _, each in own[-3:]] == ["3.", "2.", "1."]
        if after:
            assert after[0][0] == 0
            assert after[0][1].startswith("Ease out.")
    for segment, own in parts:
        reps = blocks[segment.block].dose.reps
        if segment.kind == "move" and reps > 1:
            numbers = (f"{segment.rep} of {reps}: ", f"{segment.rep}. ")
            assert any(words.startswith(numbers) for _, words in own)


@for_each("own", [each for each in exercises() if each.breath], ids=lambda own: own.id)
def test_breathing_is_led_at_the_pace_of_the_ring(own: Exercise) -> None:
    assert own.breath
    ((_, lines),) = [
        each for each in by_segment(told(routine_of(own.id))) if each[0].kind == "time"
    ]
    heard = {at_s: words for at_s, words in lines if not words[0].isdigit()}
    said_of = {"in": ("In.", "Breathe in"), "out": ("Out.", "Breathe out")}
    held = {"hold": ("Hold",), "rest": ("Wait",)}
    phases = [breath_at(own.breath, second).phase for second in range(own.dose.hold_s)]
    begin = [n for n, phase in enumerate(phases) if n == 0 or phases[n - 1] != phase]
    assert list(heard) == begin
    for at_s in begin:
        assert heard[at_s].startswith((said_of | held)[phases[at_s]])
    assert "3." in [words for _, words in lines], "the first breath is counted"


def test_a_breath_that_is_cut_short_is_not_counted_beyond_its_end() -> None:
    cut = RoutineStep("belly-breathing", DoseChange(hold_s=1, reps=2))
    assert not {"3.", "4."} & set(words_of(routine_of(cut)))


def test_both_sides_and_all_sets_are_announced() -> None:
    clams = routine_of(step("clamshell", reps=4, rep_s=4, sets=2, rest_s=15))
    found = words_of(clams)
    assert "4 times on each side." not in found
    assert "2 sets of 4 times on each side." in found
    assert found.count("Now the right side.") == 2
    assert found.count("Rest, 15 seconds. Then set 2 of 2, the left side.") == 1


def test_a_set_that_follows_without_a_rest_is_announced() -> None:
    found = words_of(routine_of(step("cat-cow", sets=2, rest_s=0, reps=2)))
    assert "Set 2 of 2. 1." in found
    bend = routine_of(RoutineStep("overhead-reach", DoseChange(sets=2, rest_s=0, reps=1)))
    assert "Ease out." in (found := words_of(bend))
    assert "Set 2 of 2." in found


def test_a_short_routine_is_led_by_ear() -> None:
    left = RoutineStep("knee-to-chest", DoseChange(hold_s=20, reps=1), sides="left")
    found = said(routine_of(left, step("cat-cow", reps=2)))
    assert [words for _, words in found[:8]] == [
        "First: Knee to Chest, left side, on the back. Exercise 1 of 2, about 2 minutes left.",
        "Lie on your back with knees bent and feet flat.",
        "One hold of 20 seconds on the left.",
        *cue_sentences(timeline(routine_of(left)).blocks[0]),
    ]
    begins_s = found[8][0]
    assert [(round(at_s - begins_s), words) for at_s, words in found[8:14]] == [
        (0, "Knee in."),
        (4, "Hold, 20 seconds."),
        (14, "Halfway."),
        (21, "3."),
        (22, "2."),
        (23, "1."),
    ]
    assert found[14][0] == pytest.approx(begins_s + 24, abs=0.15)
    assert found[14][1].startswith("Ease out. The last one: Cat and Cow, on hands and knees. ")
    assert [words for _, words in found[-9:]] == [
        "1. Cat, round.",
        "Return: neutral.",
        "Cow, sink.",
        "Return: neutral.",
        "2, last one. Cat, round.",
        "Return: neutral.",
        "Cow, sink.",
        "Return: neutral.",
        "Done. Rest a moment before you get up.",
    ]


@for_each("routine", routines(), ids=lambda routine: routine.id)
def test_an_engine_that_plays_it_says_every_line(routine: Routine) -> None:
    assert words_of(routine)[:-1] == [each.words for each in told(routine)]


@given(routines_made())
def test_whatever_is_made_is_led_without_talking_into_oneself(routine: Routine) -> None:
    blocks = timeline(routine).blocks
    for line, after in pairwise(told(routine)):
        is_cut = blocks[line.segment.block].ready_s is not None and line.segment.kind == "ready"
        assert is_cut or line.end_s <= after.at_s + 1e-6, (line, after)


def test_who_set_less_time_to_get_ready_hears_less() -> None:
    hurried = RoutineStep("cat-cow", DoseChange(reps=2), ready_s=1)
    found = said(routine_of(hurried))
    assert found[0] == (0.0, "First: Cat and Cow, on hands and knees.")
    assert found[1][0] == pytest.approx(3.2, abs=0.15), "it waits for the name"
    assert found[1][1] == "1. Cat, round."
    short = words_of(routine_of(RoutineStep("cat-cow", DoseChange(reps=2), ready_s=7)))
    assert short[0].startswith("First: Cat and Cow, ")
    assert short[1] == "1. Cat, round."
    plenty = words_of(routine_of(RoutineStep("cat-cow", DoseChange(reps=2), ready_s=14)))
    assert set(cue_sentences(timeline(routine_of("cat-cow")).blocks[0])) <= set(plenty)


DO = st.sampled_from(("longer", "shorter", "skip", "back", "begin", "pause", "wait"))


@given(routines_made(), st.lists(st.tuples(DO, st.floats(0, 20)), max_size=12))
def test_whatever_is_pressed_no_middle_is_told_twice(
    routine: Routine, pressed: list[tuple[str, float]]
) -> None:
    playing, telling = Playing(routine).go_on(), Telling()
    engine = playing.engine
    found: list[tuple[int, str]] = []
    for name, length_s in pressed:
        for _ in range(int(length_s * 2)):
            playing.sleep(0.5)
            found += [(engine.at, line.words) for line in telling.due(engine)]
        if name != "wait":
            getattr(engine, name)(playing.now)
        if name == "pause":
            telling.break_off(engine)
            assert telling.due(engine) == ()
            playing.go_on()
        if name in {"skip", "back", "begin"}:
            found.clear()
    halves = [at for at, words in found if words == "Halfway."]
    assert len(halves) == len(set(halves))


def due(telling: Telling, playing: Playing) -> list[str]:
    return [line.words for line in telling.due(playing.engine)]


def test_after_a_pause_one_hears_where_one_goes_on() -> None:
    playing, telling = (
        Playing(routine_of(step("knee-to-chest", hold_s=30, reps=2))).go_on(),
        Telling(),
    )
    playing.to("hold").wait(2)
    due(telling, playing)
    playing.engine.pause(playing.now)
    telling.break_off(playing.engine)
    assert due(telling, playing) == []
    playing.go_on()
    assert due(telling, playing) == ["Going on. Hold 1 of 2, 28 seconds left."]
    assert due(telling, playing) == []


def test_a_sentence_that_was_broken_off_is_said_again() -> None:
    playing, telling = Playing(routine_of("knee-to-chest")).go_on(), Telling()
    (first,) = due(telling, playing)
    playing.wait(2)
    playing.engine.pause(playing.now)
    telling.break_off(playing.engine)
    playing.go_on()
    assert due(telling, playing) == [first]
    playing.wait(2)
    assert due(telling, playing) == []


def test_who_goes_back_hears_it_again() -> None:
    playing, telling = Playing(routine_of("knee-to-chest")).go_on(), Telling()
    (first,) = due(telling, playing)
    playing.to("hold")
    due(telling, playing)
    playing.engine.back(playing.now)
    assert due(telling, playing) == [first]


def test_sleep_and_the_end_are_said() -> None:
    telling = Telling()
    engine = Playing(routine_of("standing-march")).engine
    assert telling.of(MachineSlept(60), engine) == "Paused while the computer slept."
    assert telling.of(Finished(), engine) == "Done. Rest a moment before you move on."
    stretch = Playing(routine_of("knee-to-chest")).engine
    assert telling.of(Finished(), stretch) == "Ease out. Done. Rest a moment before you get up."


def test_resting_and_breathing_are_not_counted_down() -> None:
    for quiet in ("side-lying-rest", "body-scan"):
        assert not {"3.", "2.", "1."} & set(words_of(routine_of(quiet)))
    assert {"3.", "2.", "1."} <= set(words_of(routine_of("standing-march")))


def test_on_a_walk_each_minute_is_told_with_what_is_left_and_a_cue() -> None:
    found = [each for each in told(routine_of("walk-easy")) if each.segment.kind == "time"]
    cues = cue_sentences(timeline(routine_of("walk-easy")).blocks[0])
    assert found[0].words == "Begin, 10 minutes."
    for minute, each in enumerate(found[1:10], start=1):
        assert each.line.at_s == 60 * minute
        left = 10 - minute
        assert (
            each.words == f"{left} minute{'s' * (left > 1)} left. {cues[(minute - 1) % len(cues)]}"
        )


@pytest.mark.parametrize(
    ("length_s", "words"),
    [
        (45, "45 seconds"),
        (60, "1 minute"),
        (90, "90 seconds"),
        (120, "2 minutes"),
        (150, "2 minutes 30"),
    ],
)
def test_a_length_is_said_as_people_say_it(length_s: int, words: str) -> None:
    assert say_length(length_s) == words
