import re
from itertools import pairwise

import pytest

from tests.for_each import for_each
from tests.library.content import (
    BY_ID,
    EXERCISES,
    GROUPS,
    KEBAB,
    PROGRAMS,
    ROUTINES,
    Dose,
    Exercise,
    Program,
    Routine,
    Step,
    ids,
    is_plain,
    is_whole,
)

ROUTINES_BY_ID = {routine["id"]: routine for routine in ROUTINES}
KEPT = """
morning-loosen-up desk-break bedtime-wind-down flare-up-gentle core-basics hips-and-hamstrings
thoracic-and-shoulders walking-starter walking-brisk-30 before-massage after-massage breathing-calm
mcgill-big-three extension-bias flexion-bias travel-chair neck-and-shoulder-ease
glute-and-hip-strength deep-relaxation self-massage-back legs-and-balance night-waking-reset
full-back-care core-progress after-sitting-reset legs-roll-and-stretch walk down-and-up
up-and-out-of-bed steady-on-your-feet stronger-lift bend-again walk-in-intervals leg-nerve-ease
pregnancy-ease mindful-minutes
"""  # diaries name these
ON_THE_FLOOR = {"supine", "prone", "side-lying", "quadruped", "kneeling"}

each_routine = for_each("one", ROUTINES, ids=lambda one: one["id"])
each_program = pytest.mark.parametrize("one", PROGRAMS, ids=lambda one: one["id"])
BOTH: list[Routine | Program] = [*ROUTINES, *PROGRAMS]
each_of_both = for_each("one", BOTH, ids=lambda one: one["id"])


def exercise_of(step: Step) -> Exercise:
    return BY_ID[step["exercise"]]


def dose_of(step: Step) -> Dose:
    changes = step.get("dose", {})
    own = exercise_of(step)["dose"]
    return {
        "mode": own["mode"],
        "hold_s": changes.get("hold_s", own["hold_s"]),
        "reps": changes.get("reps", own["reps"]),
        "sets": changes.get("sets", own["sets"]),
        "rest_s": changes.get("rest_s", own["rest_s"]),
        "rep_s": changes.get("rep_s", own["rep_s"]),
    }


def work_s(step: Step) -> int:
    dose = dose_of(step)
    once = {"hold": 4 + dose["hold_s"], "reps": dose["rep_s"], "time": dose["hold_s"]}
    side = dose["reps"] * once[dose["mode"]]
    over = 12 if exercise_of(step)["position"] == "side-lying" else 6
    a_set = 2 * side + over if exercise_of(step)["sides"] == "each" else side
    return dose["sets"] * a_set + (dose["sets"] - 1) * dose["rest_s"]


def length_s(routine: Routine) -> int:
    steps = routine["steps"]
    positions = [exercise_of(step)["position"] for step in steps]
    ready = 8 + sum(8 if before == now else 16 for before, now in pairwise(positions))
    return ready + sum(work_s(step) for step in steps)


def is_on_the_floor(step: Step) -> bool:
    return exercise_of(step)["position"] in ON_THE_FLOOR or step["exercise"] == "roller-thigh"


def left_with(routine: Routine, condition: str) -> int:
    """How many steps can still be done, as they are or by a swap that is not there anyway."""
    taken = {step["exercise"] for step in routine["steps"]}
    left = 0
    for step in routine["steps"]:
        wanted = exercise_of(step)
        if condition not in wanted["avoid_if"]:
            left += 1
            continue
        free = (s for s in wanted["swaps"] if condition not in BY_ID[s]["avoid_if"])
        swap = next((s for s in free if s not in taken), None)
        taken |= {swap} if swap else set()
        left += swap is not None
    return left


def test_ids_are_kebab_case_and_there_once_and_none_that_diaries_name_is_gone() -> None:
    names = [one["id"] for one in BOTH]
    assert len(set(names)) == len(names)
    assert all(KEBAB.fullmatch(name) for name in names)
    assert set(KEPT.split()) == set(ROUTINES_BY_ID)
    assert [one["id"] for one in PROGRAMS] == [
        "six-week-back-care",
        "walking-plan",
        "restart-after-flare",
    ]


@each_of_both
def test_what_is_said_is_short_plain_and_kind(one: Routine | Program) -> None:
    assert 3 <= len(one["name"]) <= 34
    assert 8 <= len(one["purpose"]) <= 160
    assert 8 <= len(one["when"]) <= 120
    assert 8 <= len(one["progression"]) <= 220
    for text in (one["name"], one["purpose"], one["when"], one["progression"]):
        assert is_plain(text)


@each_of_both
def test_words_are_those_of_the_taxonomy_and_sources_are_whole(one: Routine | Program) -> None:
    assert one["suits"]
    assert set(one["suits"]) <= ids("suits")
    assert set(one["avoid_if"]) <= ids("conditions")
    assert one["level"] in {1, 2, 3}
    assert one["source"]
    assert all(is_whole(source) for source in one["source"])


@each_routine
def test_minutes_are_the_length_in_the_player_to_the_half_minute(one: Routine) -> None:
    assert one["minutes"] * 2 == int(one["minutes"] * 2)
    assert abs(one["minutes"] * 60 - length_s(one)) <= 15


@each_routine
def test_steps_are_known_no_harder_than_the_routine_and_each_there_once(one: Routine) -> None:
    names = [step["exercise"] for step in one["steps"]]
    assert names
    assert len(set(names)) == len(names) or one["id"] == "walking-brisk-30"
    assert max(exercise_of(step)["level"] for step in one["steps"]) <= one["level"]


@each_routine
def test_a_step_states_only_what_differs_and_stays_within_a_sane_dose(one: Routine) -> None:
    for step in one["steps"]:
        own = dose_of({"exercise": step["exercise"]})
        now = dose_of(step)
        stated = set(step.get("dose", {}))
        assert stated == {key for key, number in own.items() if dict(now)[key] != number}
        assert 1 <= now["sets"] <= 3
        assert 1 <= now["reps"] <= 20
        assert now["mode"] != "hold" or 5 <= now["hold_s"] <= 30
        assert now["mode"] != "time" or now["hold_s"] >= 20


@each_routine
def test_a_breathing_step_is_a_whole_number_of_breaths(one: Routine) -> None:
    for step in one["steps"]:
        if breath := exercise_of(step).get("breath"):
            assert dose_of(step)["hold_s"] % sum(breath.values()) == 0


@each_routine
def test_nobody_gets_down_to_the_floor_twice(one: Routine) -> None:
    floor = [False, *map(is_on_the_floor, one["steps"])]
    assert sum(now and not before for before, now in pairwise(floor)) <= 1


@each_routine
def test_no_single_condition_empties_a_routine_that_it_does_not_rule_out(one: Routine) -> None:
    for condition in ids("conditions") - set(one["avoid_if"]):
        assert left_with(one, condition) > len(one["steps"]) / 2, condition


def test_every_exercise_is_in_a_routine() -> None:
    used = {step["exercise"] for one in ROUTINES for step in one["steps"]}
    assert {one["id"] for one in EXERCISES} - used == set()


def test_every_routine_has_a_group_and_every_group_a_routine() -> None:
    assert len(set(GROUPS)) == len(GROUPS)
    assert {one["group"] for one in ROUTINES} == set(GROUPS)


def test_a_walk_is_for_anybody() -> None:
    walk = ROUTINES_BY_ID["walk"]
    assert walk["steps"] == [{"exercise": "walk-easy"}]
    assert (walk["level"], walk["avoid_if"], walk["name"]) == (1, [], "A Walk")


@each_program
def test_weeks_count_from_one_and_ask_for_routines_that_are_there(one: Program) -> None:
    assert [week["week"] for week in one["weeks"]] == list(range(1, len(one["weeks"]) + 1))
    for week in one["weeks"]:
        names = [session["routine"] for session in week["sessions"]]
        assert len(set(names)) == len(names)
        assert set(names) <= set(ROUTINES_BY_ID)
        assert all(1 <= session["times"] <= 7 for session in week["sessions"])
        assert set(week["walk"]) == {"minutes", "days"}
        assert 5 <= week["walk"]["minutes"] <= 30
        assert 1 <= week["walk"]["days"] <= 6


@each_program
def test_a_program_starts_at_its_level_and_goes_up_by_one_at_most(one: Program) -> None:
    levels = [
        max(ROUTINES_BY_ID[session["routine"]]["level"] for session in week["sessions"])
        for week in one["weeks"]
    ]
    assert levels == sorted(levels)
    assert levels[0] <= one["level"]
    assert levels[-1] <= one["level"] + 1


@each_program
def test_a_weeks_minutes_are_its_routines_and_walks(one: Program) -> None:
    for week in one["weeks"]:
        routines = sum(
            ROUTINES_BY_ID[s["routine"]]["minutes"] * s["times"] for s in week["sessions"]
        )
        assert week["minutes_per_week"] == routines + week["walk"]["minutes"] * week["walk"]["days"]


@each_program
def test_no_week_asks_for_less_or_for_over_a_tenth_more_than_the_one_before(one: Program) -> None:
    for before, now in pairwise(one["weeks"]):
        assert before["minutes_per_week"] <= now["minutes_per_week"]
        assert now["minutes_per_week"] <= before["minutes_per_week"] * 1.1
        assert before["walk"]["minutes"] <= now["walk"]["minutes"]


@each_program
def test_a_programs_minutes_are_its_longest_session_or_walk(one: Program) -> None:
    names = {session["routine"] for week in one["weeks"] for session in week["sessions"]}
    longest_session = max(ROUTINES_BY_ID[name]["minutes"] for name in names)
    longest_walk = max(week["walk"]["minutes"] for week in one["weeks"])
    assert one["minutes"] == max(longest_session, longest_walk)


@each_program
def test_a_week_has_a_title_and_a_goal_that_promises_nothing(one: Program) -> None:
    for week in one["weeks"]:
        assert 3 <= len(week["title"]) <= 30
        assert 8 <= len(week["goal"]) <= 140
        assert is_plain(week["title"])
        assert is_plain(week["goal"])
        assert not re.search(r"\b(will|without pain|no pain|recover\w*)\b", week["goal"])


@each_program
def test_the_next_week_opens_when_pain_rose_little_and_nothing_was_stopped(one: Program) -> None:
    moves_on = one["moves_on"]
    assert (moves_on["largest_mean_rise"], moves_on["stopped_at_most"]) == (1, 0)
    assert is_whole(moves_on["source"])
    assert moves_on["source"]["mark"] == "design"
