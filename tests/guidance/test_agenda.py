import datetime as dt
import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Arm, Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.logged import Logged, logged_today
from backcare_tui.library.routines import program, routine, routine_name
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.text import say_minutes
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried

TODAY = MONDAY.date()
OPEN = (
    AgendaItem("check-in", "open", "Check-in", "", ""),
    AgendaItem("night", "open", "Last night", "", ""),
    AgendaItem("make-week", "open", "My week", "make one, 2 min", ""),
    AgendaItem("water", "open", "Water", "", ""),
)


def earlier(**length: int) -> dt.datetime:
    return MONDAY - dt.timedelta(**length)


def diary(*records: Record) -> TinyRepository:
    """A diary of these records, in memory."""
    storage = MemoryStorage()  # type: ignore[no-untyped-call] # as TinyDB has it
    repository = TinyRepository(storage, FrozenClock())
    if records:
        repository.add(*records)
    return repository


def item(kind: str, *records: Record) -> AgendaItem | None:
    """One line of the day of a diary of these records."""
    found = [line for line in agenda(diary(*records), FrozenClock()) if line.id == kind]
    assert len(found) <= 1
    return found[0] if found else None


def test_while_a_flare_goes_on_the_way_to_its_plan_stands_after_what_is_gentle() -> None:
    now = [Pain(at=earlier(days=back), severity=7, is_flare=True) for back in (1, 0)]
    gentle, plan = agenda(diary(*now), FrozenClock())[:2]
    assert gentle.id == "now"
    assert plan == AgendaItem("flare-plan", "open", "Your flare plan", "", "day 2")
    assert item("flare-plan", Pain(at=MONDAY, severity=7)) is None
    silent = Pain(at=earlier(days=4), severity=7, is_flare=True)
    assert item("flare-plan", silent) is None


def test_a_new_diary_has_what_can_be_done_without_a_plan() -> None:
    assert agenda(diary(), FrozenClock()) == OPEN


def test_yesterday_is_not_today() -> None:
    yesterday = earlier(days=1)
    records = (
        Pain(at=yesterday, severity=4),
        Night(night=yesterday.date(), asleep_min=400),
        Meal(at=yesterday, water_ml=250),
        Session(at=yesterday, routine="r"),
    )
    lines = agenda(diary(*records), FrozenClock())
    assert tuple(line for line in lines if line.id != "week") == OPEN
    assert logged_today(diary(*records), FrozenClock()) == ()


def test_the_last_check_in_counts() -> None:
    records = (Pain(at=MONDAY, severity=4), Pain(at=earlier(hours=2), severity=9))
    assert item("check-in", *records) == AgendaItem(
        "check-in", "done", "Check-in", "4 moderate", "08:12"
    )


def test_last_night_is_the_one_that_ended_today() -> None:
    night = Night(night=TODAY, bed="23:20", up="06:45", latency_min=45, quality=4)
    assert item("night", night) == AgendaItem(
        "night", "done", "Last night", "6 h 40 · good", "06:45"
    )


def test_water_is_added_up() -> None:
    glasses = (Meal(at=MONDAY, water_ml=250), Meal(at=earlier(hours=1), water_ml=500))
    assert item("water", *glasses) == AgendaItem("water", "open", "Water", "750 ml", "")


MORNING = Plan(routine="morning-loosen-up", days=("mon",), time="07:30")
LENGTH = say_minutes(routine("morning-loosen-up").minutes or 0)
EVENING = Plan(routine="bedtime", days=("mon", "sun"), time="21:00")


def test_the_first_planned_routine_that_is_not_done_is_due() -> None:
    due = AgendaItem("routine", "due", "Morning Loosen-Up", LENGTH, "07:30", "morning-loosen-up")
    assert item("routine", EVENING, MORNING) == due
    done = Session(at=MONDAY, routine="morning-loosen-up", done_s=360)
    evening = AgendaItem("routine", "due", "Bedtime", "", "21:00", "bedtime")
    assert item("routine", EVENING, MORNING, done) == evening


def test_a_routine_that_was_done_is_done_planned_or_not() -> None:
    session = Session(at=MONDAY, routine="morning-loosen-up", done_s=360)
    done = AgendaItem("routine", "done", "Morning Loosen-Up", "6 min", "08:12", session.id)
    assert item("routine", MORNING, session) == done
    assert item("routine", session) == done
    assert item("routine", Plan(routine="r", days=("tue",))) is None


def test_a_routine_of_ones_own_has_its_name_and_length() -> None:
    own = Routine(id="mine", name="Kitchen stretch", minutes=3.6)
    found = item("routine", own, Plan(routine="mine", days=("mon",)))
    assert found == AgendaItem("routine", "due", "Kitchen stretch", "4 min", "", "mine")


PROGRAM = program("six-week-back-care")


def test_a_program_under_way_says_its_week_and_its_next_routine() -> None:
    assert PROGRAM
    first, *others = (each.routine for each in PROGRAM.weeks[0].sessions)
    plan = Plan(routine=PROGRAM.id, since=TODAY)
    found = item("routine", plan)
    assert found
    assert (found.state, found.of, found.when) == ("due", first, "week 1")
    assert found.what == routine_name(first)
    done = [Session(at=MONDAY, routine=routine) for routine in (first, *others)]
    rest = item("routine", plan, *done)
    assert rest
    assert rest.state == "done"


def test_the_walks_of_a_program_stand_beside_its_routines_from_the_first_day() -> None:
    assert PROGRAM
    plan = Plan(routine=PROGRAM.id, since=TODAY)
    walk = item("walk", plan)
    assert walk
    assert (walk.state, walk.what, walk.of, walk.value) == ("due", "A walk", "walk", "10 min")
    assert item("walk", plan, Session(at=MONDAY, routine="walk")) is None


def test_a_planned_routine_comes_before_that_of_a_program() -> None:
    assert PROGRAM
    found = item("routine", Plan(routine=PROGRAM.id, since=TODAY, days=("mon",)), MORNING)
    assert found
    assert found.what == "Morning Loosen-Up"


def visit(days_ago: int) -> Visit:
    return Visit(at=earlier(days=days_ago), treatment="massage", course="c")


@pytest.mark.parametrize(
    ("visits", "state", "value", "when"),
    [
        ([], "due", "visit 1 of 4", "by Sat 31 Oct"),
        ([11], "open", "visit 2 of 4", "by Thu"),
        ([28, 14], "due", "visit 3 of 4", "by today"),
        ([30, 20, 13], "open", "visit 4 of 4", "by Tue"),
        ([30, 20, 13, 1], "done", "4 of 4 visits", ""),
    ],
)
def test_the_open_course_says_which_visit_is_next_and_by_when(
    visits: list[int], state: str, value: str, when: str
) -> None:
    course = Course(
        id="c", treatment="massage", started=dt.date(2026, 10, 24), planned_visits=4, days=42
    )
    found = item("course", course, *map(visit, visits))
    assert found
    assert (found.state, found.what, found.value, found.when) == (state, "Massage", value, when)


def test_a_course_without_numbers_has_the_usual_ones() -> None:
    course = Course(id="c", treatment="yoga", started=TODAY - dt.timedelta(days=9))
    assert item("course", course) == AgendaItem(
        "course", "due", "Yoga", "visit 1 of 4", "by Sat 21 Nov", "c", (0, 4)
    )


def test_a_course_that_ended_is_not_shown() -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    assert item("course", Course(treatment="yoga", started=yesterday, ended=yesterday)) is None


def test_a_course_that_is_yet_to_begin_is_not_shown() -> None:
    assert item("course", Course(treatment="massage", started=TODAY + dt.timedelta(days=2))) is None


def test_of_two_open_courses_massage_is_shown() -> None:
    yoga = Course(id="y", treatment="yoga", started=TODAY - dt.timedelta(days=1))
    massage = Course(id="m", treatment="massage", started=TODAY - dt.timedelta(days=20))
    found = item("course", yoga, massage)
    assert found
    assert found.of == "m"


def test_the_day_after_a_massage_it_is_asked_how_sore_one_is() -> None:
    massage = Visit(id="v", at=earlier(hours=15), treatment="massage")
    expected = AgendaItem("soreness", "due", "After massage", "how sore today?", "", "v")
    assert item("soreness", massage) == expected


def test_soreness_that_was_answered_is_done() -> None:
    massage = Visit(id="v", at=earlier(hours=15), treatment="massage", sore_next_day=0)
    assert item("soreness", massage) == AgendaItem(
        "soreness", "done", "After massage", "sore 0", "", "v"
    )


def test_of_two_treatments_of_a_day_each_is_asked_after() -> None:
    massage = Visit(id="v", at=earlier(hours=15), treatment="massage", sore_next_day=0)
    needles = Visit(id="w", at=earlier(hours=14), treatment="acupuncture")
    asked = item("soreness", massage, needles)
    assert asked
    assert (asked.state, asked.of) == ("due", "w")


@pytest.mark.parametrize(
    ("treatment", "hours_ago"),
    [("massage", 1), ("massage", 40), ("injection", 15), ("mindfulness", 15)],
    ids=["of today", "of two days ago", "an injection", "mindfulness"],
)
def test_soreness_is_not_asked_after(treatment: str, hours_ago: int) -> None:
    assert item("soreness", Visit(at=earlier(hours=hours_ago), treatment=treatment)) is None


TENSED = (
    Course(id="c", treatment="massage", started=TODAY - dt.timedelta(days=9)),
    Visit(at=earlier(days=2), treatment="massage", response="tensed"),
)


def test_a_massage_that_the_muscle_did_not_like_puts_the_course_off() -> None:
    found = item("course", *TENSED)
    assert found
    assert (found.state, found.value) == ("open", "put off")


def test_while_massage_is_put_off_signs_of_inflammation_are_asked_for() -> None:
    assert item("signs", *TENSED) == AgendaItem("signs", "due", "Inflammation", "any signs?", "")
    looked = Signs(at=earlier(minutes=12), inflammation=("swelling", "redness"))
    assert item("signs", *TENSED, looked) == AgendaItem(
        "signs", "done", "Inflammation", "swelling, redness", "08:00"
    )
    none = item("signs", *TENSED, Signs(at=earlier(minutes=12)))
    assert none
    assert none.value == "no signs"


def test_without_a_course_that_is_put_off_signs_are_not_asked_for() -> None:
    assert item("signs", TENSED[0]) is None


@pytest.mark.parametrize(("days_ago", "is_asked"), [(13, False), (14, True)])
def test_ones_own_activities_are_asked_about_every_two_weeks(
    days_ago: int, *, is_asked: bool
) -> None:
    rated = Ability(at=earlier(days=days_ago), ratings={"Put on socks": 4})
    expected = AgendaItem("activities", "open", "My activities", "how do they go?", "")
    assert item("activities", rated) == (expected if is_asked else None)


def test_what_was_logged_is_in_the_order_of_time() -> None:
    night = Night(id="n", night=TODAY, asleep_min=400)
    pain = Pain(id="p", at=MONDAY, severity=4)
    coffee = Meal(id="m", at=earlier(minutes=12), meal="drink", coffees=2)
    assert logged_today(diary(pain, coffee, night), FrozenClock()) == (
        Logged("n", "sleep", "", "Night", "6 h 40"),
        Logged("m", "meal", "08:00", "Coffee", "2"),
        Logged("p", "pain", "08:12", "Pain", "4 moderate"),
    )


def test_only_todays_entries_are_read() -> None:
    """Ten years of days must not be read at the start."""

    class Watched(TinyRepository):
        def entries(self, kind, between=None):  # type: ignore[no-untyped-def] # as its parent
            assert between is not None or kind not in ENTRIES
            return super().entries(kind, between)

    storage = MemoryStorage()  # type: ignore[no-untyped-call] # as TinyDB has it
    repository = Watched(storage, FrozenClock())
    repository.add(Pain(at=MONDAY, severity=4))
    assert agenda(repository, FrozenClock())
    assert logged_today(repository, FrozenClock())


moments = st.integers(0, 3 * 24 * 60).map(lambda minutes: MONDAY - dt.timedelta(minutes=minutes))
records = st.lists(
    st.one_of(
        st.builds(Pain, at=moments, severity=st.integers(0, 10)),
        st.builds(Session, at=moments, routine=st.sampled_from(["morning-loosen-up", "other"])),
        st.builds(Visit, at=moments, treatment=st.just("massage")),
        st.builds(Meal, at=moments, water_ml=st.integers(1, 900)),
        st.just(MORNING),
        st.just(Course(id="c", treatment="massage", started=TODAY, planned_visits=2, days=9)),
    ),
    max_size=15,
    unique_by=lambda record: record.id,
)


@tried(40)
@given(records, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_were_made_changes_nothing(
    made: list[Record], chance: random.Random
) -> None:
    shuffled = made.copy()
    chance.shuffle(shuffled)
    first, second = diary(*made), diary(*shuffled)
    clock = FrozenClock()
    assert agenda(first, clock) == agenda(second, clock)
    assert logged_today(first, clock) == logged_today(second, clock)
    ids = [line.id for line in agenda(first, clock)]
    assert len(ids) == len(set(ids))


ARMS: tuple[Arm, ...] = ("with", "without") * 7


def walk(days_ago: int, stopped: dt.date | None = None) -> Trial:
    """A trial that began so many days ago: two days with, two without."""
    began = TODAY - dt.timedelta(days=days_ago)
    return Trial(
        id="walk",
        name="A walk",
        outcome="pain",
        started=began,
        period_days=2,
        schedule=ARMS,
        stopped=stopped,
    )


@pytest.mark.parametrize(
    ("days_ago", "value", "when"),
    [
        (0, "today do it", "A walk · day 1 of 28"),
        (2, "today leave it out", "A walk · day 3 of 28"),
        (27, "today leave it out", "A walk · day 28 of 28"),
    ],
)
def test_a_trial_says_what_to_do_today(days_ago: int, value: str, when: str) -> None:
    line = item("trial", walk(days_ago), said_of(1))
    assert line == AgendaItem("trial", "due", "Trial", value, when, "walk")


def said_of(days_ago: int) -> TrialDay:
    """An answer for a day."""
    return TrialDay(on=TODAY - dt.timedelta(days=days_ago), trial="walk", did=True)


@pytest.mark.parametrize(
    ("days_ago", "hour", "answered", "value"),
    [
        (0, 17, (), "today do it"),
        (0, 18, (), "today do it · done?"),
        (1, 8, (), "today do it · yesterday?"),
        (1, 20, (1,), "today do it · done?"),
        (28, 8, (), "yesterday?"),
    ],
)
def test_a_day_of_a_trial_is_asked_about_once_it_is_over(
    days_ago: int, hour: int, answered: tuple[int, ...], value: str
) -> None:
    records = (walk(days_ago), *map(said_of, answered))
    at = FrozenClock(MONDAY.replace(hour=hour))
    (line,) = (line for line in agenda(diary(*records), at) if line.id == "trial")
    assert (line.state, line.value) == ("due", value)


def test_to_leave_out_what_is_not_done_is_not_said_by_two_noes() -> None:
    trial = msgspec.structs.replace(walk(2), name="No screen in the last hour")
    line = item("trial", trial, said_of(1))
    assert line is not None
    assert (line.value, line.when) == ("today leave it out", "as you usually do · day 3 of 28")


def test_a_trial_that_is_not_on_is_not_spoken_of() -> None:
    assert item("trial", walk(29)) is None
    assert item("trial", walk(-1)) is None
    assert item("trial", walk(3, stopped=TODAY), said_of(1)) is None


@pytest.mark.parametrize(("did", "said"), [(False, "left out"), (True, "done")])
def test_an_answer_for_the_day_of_a_trial_is_shown(did: bool, said: str) -> None:  # noqa: FBT001
    answer = TrialDay(on=TODAY, trial="walk", did=did)
    line = item("trial", walk(2), answer, said_of(1))
    assert line == AgendaItem(
        "trial", "done", "Trial", f"today {said}", "A walk · day 3 of 28", "walk"
    )


def test_the_answer_of_yesterday_is_not_that_of_today() -> None:
    answer = TrialDay(on=TODAY - dt.timedelta(days=1), trial="walk", did=True)
    line = item("trial", walk(2), answer)
    assert line is not None
    assert line.state == "due"


def test_pain_of_a_day_that_is_still_to_come_here_is_the_pain_of_now() -> None:
    tokyo = dt.datetime.fromisoformat("2026-11-23T08:00:00+09:00")
    sunday = FrozenClock(tokyo + dt.timedelta(minutes=30), "America/New_York")
    entries = [Pain(at=tokyo, severity=7), Pain(at=sunday.now(), severity=3)]
    for there, severity in ((entries[:1], 7), (entries, 3)):
        now = Facts(sunday, there).pain_now
        assert now
        assert now.severity == severity


def test_on_a_hard_day_the_gentle_routine_comes_first_and_the_planned_one_can_wait() -> None:
    bad = Pain(at=earlier(hours=1), severity=9)
    plan = Plan(routine="core-basics", days=("mon",), time="08:00")
    first, *others = agenda(diary(bad, plan), FrozenClock())
    assert first == AgendaItem("now", "due", "Flare-Up Gentle", "5 min", "", "flare-up-gentle")
    assert AgendaItem("routine", "open", "Core Basics", "can wait", "", "core-basics") in others
    done = Session(at=MONDAY, routine="flare-up-gentle", done_s=300)
    assert item("now", bad, plan, done) is None


def test_what_is_gentle_stays_due_on_a_hard_day() -> None:
    bad = Pain(at=MONDAY, severity=9)
    for gentle in ("walk", "flare-up-gentle", "breathing-calm"):
        line = item("routine", bad, Plan(routine=gentle, days=("mon",)))
        assert line
        assert line.state == "due"


def test_in_a_flare_the_gentle_routine_comes_first_without_a_number_of_today() -> None:
    calm = [Pain(at=earlier(days=days), severity=2) for days in range(3, 12)]
    bad = [Pain(at=earlier(days=days), severity=6, is_flare=True) for days in (2, 1)]
    first = agenda(diary(*calm, *bad), FrozenClock())[0]
    assert (first.id, first.of) == ("now", "flare-up-gentle")


def test_while_a_warning_sign_stands_no_routine_is_next() -> None:
    assert item("now", Pain(at=MONDAY, severity=9, triggers=("fall",))) is None
