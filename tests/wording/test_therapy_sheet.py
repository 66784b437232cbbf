"""A therapist's sheet: what its lines mean, what is asked about, and that text and routine are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.records.routine import (
    DoseChange,
    OwnExercise,
    Routine,
    RoutineStep,
    SidesWord,
)
from backcare_tui.library.exercises import Exercise, dose_of, exercise, exercise_of, exercises
from backcare_tui.library.routine_editing import with_dose
from backcare_tui.library.routines import routines
from backcare_tui.wording.routines import say_step_dose
from backcare_tui.wording.therapy.likeness import with_likeness
from backcare_tui.wording.therapy.read import MOST_LINES, SheetLine, TherapySheet, read_sheet
from backcare_tui.wording.therapy.write import text_of
from tests.wording.six_sheets import KEYS_A_MINUTE, SIX_SHEETS

OWN = OwnExercise(id="own-1", name="Wobble Board", dose=DoseChange(mode="time", hold_s=60))
STEP_LIKE = OwnExercise(
    id="own-2", name="Big Step", like="mini-squat", sides="each", cue="knee out"
)


def one(text: str) -> SheetLine:
    """The one line of a sheet."""
    (line,) = read_sheet(text, (OWN, STEP_LIKE)).lines
    return line


def said(text: str) -> str:
    """What a line was understood as."""
    line = one(text)
    assert line.step, line.trouble
    known = exercise_of(line.step)
    assert known
    note = f' "{line.step.note}"' if line.step.note else ""
    return f"{known.name}: {say_step_dose(line.step)}{note}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            'Bird dog  3 x 8 each side, hold 5 s  "slow"',
            'Bird Dog: 3 sets of 5 s x 8 each side "slow"',
        ),
        ("1. bird dgo 3x8", "Bird Dog: 3 sets of 8 s x 8 each side"),
        ("- cat cow 10 reps", "Cat and Cow: 10 times"),
        ("• Clam shells 2 sets of 12 left", "Clamshell: 2 sets of 12 times on the left"),
        ("Bridge 5 x 10 s", "Bridge: 5 times, held 10 s"),
        ("Bridge 45 secs", "Bridge: 45 s"),
        ("Bridge hold 5 sec", "Bridge: 2 sets of 10 times, held 5 s"),
        ("bridge 8-10 reps", "Bridge: 8 times, held 3 s"),
        ("3 x 8 bridge", "Bridge: 3 sets of 8 times, held 3 s"),
        ("plank 3 x 30 s", "Forearm Plank: 30 s x 3"),
        ("wall sit 3 x 20 s, rest 1 min", "Wall Sit: 3 sets of 20 s"),
        ("walk 20 min", "Easy Walk: 20 min"),
        ("walking 1 min 30", "Easy Walk: 1 min 30"),
        ("belly breathing 10 breaths", "Belly Breathing: 10 times"),
        ("chin tucks hold 5 x 10", "Chin Tuck: 10 times, held 5 s"),
        (
            "Bridge 2 x 10, slowly, feet flat",
            'Bridge: 2 sets of 10 times, held 3 s "slowly, feet flat"',
        ),
        ("Bridge: 2 x 10 “easy”", 'Bridge: 2 sets of 10 times, held 3 s "easy"'),
        ("wobble board", "Wobble Board: 1 min"),
        ("big step 2 x 6 right", "Big Step: 2 sets of 6 times on the right"),
        ("Heel drop (like heel raise) 3 x 15", "Heel drop: 3 sets of 15 times"),
        ("Nerve thing (like nothing) 10 reps each leg", "Nerve thing: 10 times each side"),
    ],
)
def test_a_line_means_what_a_therapist_means_by_it(text: str, meant: str) -> None:
    assert said(text) == meant


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("Hip opener 3 x 8", '"Hip opener" is not known: is it like'),
        ("Hip thing 3 x 8", '"Hip thing" is not known: is it like'),
        ("Zzyx 3 x 8", '"Zzyx" is not known. Say (like nothing) behind it.'),
        ("Nerve thing (like nothing)", 'Say how much of "Nerve thing", such as 10 reps or 30 s.'),
        ("Thing (like zzyx) 3 x 8", 'The library has no exercise "zzyx".'),
        (
            "Bridge 2 times a day",
            "How often a day or a week stands in the plan; leave it out here.",
        ),
        ("Bridge 999 reps", "Times: 999 is not a whole number from 1 to 100."),
        ("Bridge 10 reps, rest 30 s", 'Rest: "30 s" is not between sets, as in 3 x 10, rest 30 s.'),
        ("Bridge slowly", 'Bridge: "slowly" is not a dose such as 3 x 8, 30 s or hold 5 s.'),
        ("Bridge 10 left", 'Bridge: "left" is not done by sides; leave that out'),
        ("? of-tomorrow", '"? of-tomorrow" is not known'),
    ],
)
def test_what_is_not_understood_is_said_with_what_would_be(text: str, trouble: str) -> None:
    line = one(text)
    assert line.trouble.startswith(trouble)
    assert line.step is None


def test_the_troubles_name_their_lines_and_stop_no_other() -> None:
    sheet = read_sheet("# Ann\n\nbridge 10\nzzyx 3 x 8\ncat cow 5")
    assert sheet.name == "Ann"
    assert [step.exercise for step in sheet.steps] == ["bridge", "cat-cow"]
    assert sheet.troubles == ('Line 4: "zzyx" is not known. Say (like nothing) behind it.',)


def test_what_is_too_much_for_one_sheet_is_said_and_not_left_out_in_silence() -> None:
    sheet = read_sheet("Bridge 10 reps\n" * (MOST_LINES + 5))
    assert len(sheet.steps) == MOST_LINES
    assert sheet.troubles == (
        f"Line {MOST_LINES + 1}: A sheet has up to {MOST_LINES} exercises; what stands from here on was not read.",
    )


def test_an_unknown_exercise_is_asked_about_and_never_assumed() -> None:
    assert one("hip circles 10").unknown == "hip circles"
    assert len(one("hamstring thing 10").near) > 0
    assert all(exercise(each) for each in one("hamstring thing 10").near)
    unchecked = read_sheet("Wobbling (like nothing) 1 min", conditions={"osteoporosis"})
    checked = read_sheet("Wobbling (like nothing, checked) 1 min", conditions={"osteoporosis"})
    assert unchecked.own[0].is_checked is False
    assert (checked.own[0].is_checked, checked.own[0].checked_for) == (True, ("osteoporosis",))


def test_a_likeness_gives_dose_and_sides_and_what_is_said_goes_before_it() -> None:
    sheet = read_sheet(
        'Deep step (like mini squat) 3 x 8 each leg "knee over toes"\nDeep step 6 reps'
    )
    (own,) = sheet.own
    known = exercise_of(sheet.steps[0])
    assert known
    assert (own.like, own.sides, own.cue) == ("mini-squat", "each", "knee over toes")
    assert known.avoid_if == exercise("mini-squat").avoid_if
    assert known.cues == ("knee over toes", *exercise("mini-squat").cues)
    assert [step.exercise for step in sheet.steps] == [own.id, own.id]
    assert [dose_of(step).reps for step in sheet.steps] == [8, 6]


def test_a_likeness_is_said_otherwise_in_a_later_sheet() -> None:
    sheet = read_sheet("Wobble Board (like one leg stance) 3 x 10 s", (OWN,))
    assert [(each.id, each.like) for each in sheet.own] == [(OWN.id, "one-leg-stance")]


_SECONDS = st.integers(1, 600)


@st.composite
def _steps(draw: st.DrawFn) -> RoutineStep:
    """A step that a line can say: of the library or one's own, in any dose."""
    own = draw(st.sampled_from([None, None, OWN, STEP_LIKE]))
    of = exercise_of(RoutineStep(own.id, own=own)) if own else draw(st.sampled_from(exercises()))
    assert of
    step = RoutineStep(of.id, own=own)
    step = _with_dose(draw, step, of)
    sided: tuple[SidesWord | None, ...] = (None, "left", "right")
    sides = draw(st.sampled_from(sided)) if of.sides == "each" else None
    return RoutineStep(
        of.id,
        step.dose,
        sides=sides,
        ready_s=draw(st.none() | st.integers(0, 600)),
        note=draw(
            st.none() | st.sampled_from(("slow", 'say "ah"', "3 x 8, rest", "knee in (like so)"))
        ),
        own=own,
    )


def _with_dose(draw: st.DrawFn, step: RoutineStep, of: Exercise) -> RoutineStep:
    mode = draw(st.sampled_from(("hold", "reps", "time")))
    sets = draw(st.integers(1, 10))
    changes = {"mode": mode, "sets": sets, "reps": draw(st.integers(1, 100)), "rest_s": 0}
    if mode == "reps":
        changes |= {"rep_s": draw(st.integers(1, 60))}
        if of.dose.mode != "reps" or draw(st.booleans()):
            changes |= {"hold_s": draw(st.integers(1, 60))}
    else:
        changes |= {"hold_s": draw(st.integers(1, 3600))}
    if sets > 1:
        changes |= {"rest_s": draw(st.integers(0, 600))}
    return with_dose(step, replace(of.dose, **changes))


@given(st.lists(_steps(), min_size=1, max_size=5))
def test_a_routine_written_as_text_reads_back_as_the_same(steps: list[RoutineStep]) -> None:
    text = text_of(Routine(name="Mine", steps=tuple(steps)), (OWN, STEP_LIKE))
    sheet = read_sheet(text, (OWN, STEP_LIKE))
    assert (sheet.name, sheet.troubles) == ("Mine", ())
    for read, step, line in zip(sheet.steps, steps, sheet.lines, strict=True):
        assert read == step, line.text
    assert text_of(Routine(name="Mine", steps=sheet.steps), (OWN, STEP_LIKE)) == text


@pytest.mark.parametrize("of", routines(), ids=lambda each: each.id)
def test_the_library_s_routines_read_back_as_they_are(of: Routine) -> None:
    assert read_sheet(text_of(of)).steps == of.steps


def test_what_a_line_cannot_say_is_kept_while_the_line_is_left_as_it_is() -> None:
    before = Routine(
        name="Mine",
        steps=(
            RoutineStep("exercise-of-tomorrow", note="kept\nas it is"),
            RoutineStep("bridge", DoseChange(sets=1, rest_s=90), note="two\nlines"),
            RoutineStep("cat-cow"),
        ),
    )
    text = text_of(before)
    assert read_sheet(text, before=before.steps).steps == before.steps
    changed = text.replace("Cat and Cow  10 reps", "Cat and Cow  12 reps")
    assert read_sheet(changed, before=before.steps).steps[:2] == before.steps[:2]


@given(st.text(max_size=60))
def test_no_text_is_too_strange_to_be_answered(text: str) -> None:
    sheet: TherapySheet = read_sheet(text, (OWN,))
    for line in sheet.lines:
        assert (line.step is None) == bool(line.trouble)


@pytest.mark.parametrize("text", SIX_SHEETS.values(), ids=SIX_SHEETS)
def test_a_usual_sheet_is_understood_whole_and_typed_in_two_minutes(text: str) -> None:
    sheet = read_sheet(text, conditions={"pregnancy"})
    assert sheet.troubles == ()
    assert len(sheet.steps) == len(text.strip().splitlines()) - 1
    assert len(text) <= 2 * KEYS_A_MINUTE
    again = read_sheet(text_of(Routine(name=sheet.name, steps=sheet.steps), sheet.own), sheet.own)
    assert (again.name, again.steps) == (sheet.name, sheet.steps)


def test_what_a_name_is_like_is_written_behind_it() -> None:
    assert with_likeness("hip  opener 3 x 8", "hip opener", "Clamshell") == (
        "hip  opener (like Clamshell)  3 x 8"
    )
    changed = with_likeness("Hip opener (like zzyx) 3 x 8", "Hip opener", "nothing, checked")
    assert changed == "Hip opener (like nothing, checked)  3 x 8"
    assert read_sheet(changed).own[0].is_checked
