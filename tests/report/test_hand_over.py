"""The page for the next appointment: its time, its figures, and what is not on it."""

import datetime as dt

import pytest

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.guidance.care.team import NO_LONGER
from backcare_tui.library.routines import programs
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import BOUNDARY, NOW, hand_over_paper
from backcare_tui.report.notes import Notes
from backcare_tui.report.paper import Paper
from backcare_tui.report.take_care import NOT_LISTED
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.report.page_of import DANA, MARCUS, ago, pain, said, visit


def page(
    repository: TinyRepository,
    clock: FrozenClock,
    person: Person | None = None,
    since: dt.date | None = None,
    notes: Notes = "visits",
) -> Paper:
    return hand_over_paper(hand_over(repository, clock, person, since, notes))


def test_an_empty_diary_has_a_page_that_says_so(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    paper = page(repository, clock)
    assert [section.title for section in paper.sections] == ["Take care", "Pain"]
    assert said(paper, "Pain") == "No pain was taken down in this time."
    assert paper.boundary == BOUNDARY
    assert paper.about[0] == "Tue 13 Oct 2026 to Mon 23 Nov 2026 (42 days), the last six weeks."


def test_it_begins_with_the_last_visit_with_them_before_today(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(DANA, MARCUS, visit(0), visit(10), visit(30), visit(4, MARCUS))
    paper = page(repository, clock, DANA)
    assert paper.about[:2] == (
        "With Dana Whitfield, massage therapist.",
        "Fri 13 Nov 2026 to Mon 23 Nov 2026 (11 days), since the last visit with them.",
    )
    assert said(paper, "Treatments and response").count("\n") == 1
    assert "(5 days), since" in page(repository, clock, MARCUS).about[1]


def test_a_day_that_is_asked_for_goes_before_the_last_visit(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(DANA, visit(10))
    since = MONDAY.date() - dt.timedelta(days=1)
    assert page(repository, clock, DANA, since).about[1] == (
        "Sun 22 Nov 2026 to Mon 23 Nov 2026 (2 days)."
    )


def test_pain_of_the_time_is_told_with_how_many_days_are_noted(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(DANA, visit(9), *(pain(days, 4) for days in range(4)))
    repository.add(*(pain(days, 6) for days in range(10, 14)), pain(0, 2), pain(20, 10))
    # Today's mean is of 4 and 2; the tenth day from there on and the twentieth are not looked at.
    assert said(page(repository, clock, DANA), "Pain").splitlines() == [
        "In this time: mean 3.8 of 10, lowest 2, highest 4, on 4 of 10 days."
    ]


def test_pain_now_does_not_depend_on_the_time_of_the_page(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(DANA, visit(9))
    repository.add(*(pain(days, 7 if days > 40 else 5) for days in range(100)))
    now = said(page(repository, clock), NOW)
    assert now == said(page(repository, clock, DANA), NOW)
    assert now.splitlines() == [
        "Now: mean pain 5.0 of 10 (Tue 27 Oct to Mon 23 Nov, 28 of 28 days noted), the last 4 weeks.",
        "At the start: mean pain 7.0 of 10 (Tue 1 Sep to Mon 28 Sep, 28 of 28 days noted), 12 weeks ago.",
        "Pain is 2 points (29%) lower: more than the usual swing (up to 1.2), and of a size that people notice.",
    ]


def test_visits_say_who_gave_what_and_how_it_was(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    full = visit(3, minutes=60, pain_before=6, pain_after=0, response="relaxed", sore_next_day=0)
    repository.add(DANA, full, visit(2, Person(id="gone", name="x"), treatment="acupuncture"))
    assert said(page(repository, clock), "Treatments and response").splitlines() == [
        (
            "Fri 20 Nov: Massage with Dana Whitfield, 60 minutes, pain 6 before, pain 0 after, "
            "muscle relaxed, soreness the next day 0."
        ),
        f"Sat 21 Nov: Acupuncture with {NO_LONGER}.",
    ]


def test_a_course_says_where_it_stands_and_how_pain_answered(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    started = ago(30).date()
    course = Course(treatment="massage", started=started, baseline=7, goal="garden", helped="yes")
    repository.add(course, visit(30, pain_before=7, pain_after=5), visit(15))
    repository.add(*(pain(days, 7) for days in range(31, 59)))
    repository.add(*(pain(days, 3) for days in range(1, 15)))
    words = said(page(repository, clock), "Treatments and response")
    assert "Massage course since Sat 24 Oct 2026: visit 2 of 4, day 31 of 42" in words
    assert said(page(repository, clock), "Function") == "Goals: garden."
    assert (
        "Pain is lower than in the four weeks before (7, now 3 in the two weeks after visit 2), by more "
        "than it swings by itself (0.5). Noted: 28 of 28 days before, 14 of 14 after. Why it is lower, this "
        "cannot tell. On the day of the visit pain was 7 before and 5 after: relief that day. "
        "My own word: it helps."
    ) in words


def test_nothing_is_called_tomorrow_on_a_page_that_is_read_another_day(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Course(treatment="massage", started=ago(13).date()), visit(13))
    words = said(page(repository, clock), "Treatments and response")
    assert "under way, next by Tue 24 Nov." in words


def test_a_course_that_ended_before_the_period_is_not_on_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Course(treatment="massage", started=ago(90).date(), ended=ago(60).date()),
        Course(treatment="acupuncture", started=ago(90).date(), ended=ago(41).date()),
    )
    words = said(page(repository, clock), "Treatments and response")
    assert "Acupuncture course" in words
    assert "Massage" not in words


def test_the_own_part_is_sessions_with_those_planned_and_sleep(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    since = ago(6).date()
    repository.add(
        Plan(routine="desk-break", days=("mon", "wed"), since=since),
        *(Session(at=ago(days), routine="desk-break", done_s=600) for days in (0, 3)),
        Session(at=ago(2), routine="own", done_s=300, stopped="pain-up-2"),
        *(Night(night=ago(days).date(), asleep_min=420) for days in (0, 1)),
    )
    assert said(page(repository, clock, since=since), "Movement and sleep").splitlines() == [
        "Movement on 3 of 7 days: 3 sessions, 25 min in all.",
        "Of 2 planned sessions 2 were done.",
        "1 stopped early: pain rose.",
        "Stopped: Own on Sat 21 Nov (pain rises by 2 or more points).",
        "Sleep: 7 h on average over 2 nights (own estimate).",
    ]


def test_a_program_has_no_planned_days_to_count(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Plan(routine=programs()[0].id, since=ago(6).date()),
        Plan(routine="desk-break", days=("mon",)),
        Session(at=ago(0), routine="desk-break", done_s=60),
    )
    assert said(page(repository, clock), "Movement and sleep") == (
        "Movement on 1 of 42 days: 1 session, 1 min in all."
    )


def test_medicines_are_counted_by_day_whatever_their_spelling(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        pain(1, 4, medicines=(Medicine("ibuprofen", "400 mg"),)),
        pain(1, 5, medicines=(Medicine("Ibuprofen", "200 mg"), Medicine("magnesium"))),
        Feeling(at=ago(3), mood=3, medicines=(Medicine("ibuprofen", "400 mg"),)),
    )
    assert said(page(repository, clock), "Medicines").splitlines() == [
        (
            "Ibuprofen (400 mg, 200 mg): on 2 days, 3 times in all, at most 2 (600 mg) in a day, "
            "2 of the last 14 days, last on Sun 22 Nov"
        ),
        "Magnesium: on 1 day, once in all, at most 1 in a day, 1 of the last 14 days, last on Sun 22 Nov",
    ]


def test_no_medicine_is_left_out_however_many_there_are(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    names = [f"remedy{number:02}" for number in range(40)]
    repository.add(*(pain(n, 4, medicines=(Medicine(name),)) for n, name in enumerate(names)))
    words = said(page(repository, clock), "Medicines").lower()
    assert all(name in words for name in names)


def test_whether_a_medicine_helped_and_whether_it_goes_on_is_told(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    taken = (Medicine("naproxen", "250 mg"),)
    reliefs = ("yes", "a-little", "a-little", "no")
    repository.add(
        *(
            pain(20 + days, 4, medicines=taken, relief={"naproxen": how})
            for days, how in enumerate(reliefs)
        )
    )
    words = said(page(repository, clock), "Medicines")
    assert "not in the last 14 days, last on Tue 3 Nov" in words
    assert "helped once, a little twice, did not help once" in words


def test_impact_flares_and_areas_stand_with_pain(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    asked = Interference(enjoyment=5, activity=6)
    repository.add(
        pain(60, 8, interference=Interference(enjoyment=8, activity=8)),
        pain(1, 4, interference=asked, areas=("lower-back-l",), area_severity={"neck": 2}),
        pain(2, 4, areas=("lower-back-l",), is_flare=True),
        pain(3, 4, is_flare=True),
    )
    words = said(page(repository, clock), "Pain")
    impact = said(page(repository, clock), "Function")
    assert (
        "Sun 22 Nov 2026: not computed, as pain was noted on 3 of its 7 days; enjoyment 5" in impact
    )
    assert "On Thu 24 Sep it was not computed" in impact
    assert "Flare-up: 2 days (Fri 20 Nov to Sat 21 Nov)." in words
    assert "Named most: lower back left (2 days), neck (1 day)." in words


def test_warning_signs_that_stand_come_first_and_a_check_up_lifts_them(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Check(at=ago(90), red_flags=("foot_drop",)))
    paper = page(repository, clock)
    assert paper.sections[0].title == "Warning signs"
    assert "Marked on Tue 25 Aug 2026, and not yet seen by a professional:" in said(
        paper, "Warning signs"
    )
    assert "Yes to: A foot that drags or slaps when you walk?" in said(paper, "Warning signs")
    repository.add(Check(at=ago(2), is_check_up=True), Check(at=ago(3)))
    paper = page(repository, clock)
    assert not said(paper, "Warning signs")
    assert said(paper, "Check-ups").splitlines() == [
        "Fri 20 Nov 2026: checked, none of the warning signs",
        "Sat 21 Nov 2026: seen by a professional",
    ]


def test_what_no_check_has_answered_is_on_it_until_one_does(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Pain(at=ago(3), severity=7, triggers=("fall",)),
        Session(at=ago(9), routine="core-basics", stopped="leg-weak"),
    )
    words = said(page(repository, clock), "Warning signs")
    assert "no check for warning signs since" in words
    assert "A session on Sat 14 Nov was stopped: a leg feels weak." in words
    assert "A fall or slip on Fri 20 Nov, and pain of up to 7 since." in words
    assert "Warning signs" not in said(page(repository, clock), "Take care")
    repository.add(Check(at=ago(0)))
    assert not said(page(repository, clock), "Warning signs")
    assert "Warning signs: none stands" in said(page(repository, clock), "Take care")


def test_what_was_answered_about_mood_is_never_on_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Check(at=ago(1), mood_flags=("hopeless", "self_harm"), note="alone"))
    everything = str(page(repository, clock))
    assert "opeless" not in everything
    assert "arm" not in everything
    assert "alone" not in everything


def test_the_plan_in_force_names_everybody_and_the_own_part(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    parts = (PlanPart("dana", "massage"), PlanPart("gone", "core work"), PlanPart("me", "stretch"))
    repository.add(
        DANA,
        Agreement(agreed=ago(50).date(), goals=("old",)),
        Agreement(agreed=ago(5).date(), goals=("garden", "sleep"), parts=parts),
    )
    assert said(page(repository, clock), "Shared plan").splitlines() == [
        "Agreed on Wed 18 Nov 2026.",
        "Dana Whitfield: massage",
        "Somebody no longer listed: core work",
        "My own part: stretch",
    ]
    assert said(page(repository, clock), "Function") == "Goals: garden; sleep."


def test_questions_are_those_for_them_and_for_anybody(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        DANA,
        MARCUS,
        Question(at=ago(90), text="how long?", person="dana"),
        Question(at=ago(3), text="lift?", person="marcus"),
        Question(at=ago(2), text="swim?"),
        Question(at=ago(1), text="done?", answered=MONDAY.date()),
    )
    assert said(page(repository, clock, DANA), "Questions to ask") == "how long?\nswim?"
    assert said(page(repository, clock), "Questions to ask").splitlines() == [
        "how long? (for Dana Whitfield)",
        "lift? (for Marcus Bell)",
        "swim?",
    ]


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("none", []),
        ("visits", ["Sat 21 Nov, Massage, with Dana Whitfield: eased"]),
        (
            "all",
            [
                "Fri 20 Nov, Pain: at the office",
                "Sat 21 Nov, Massage, with Dana Whitfield: eased",
                "Sun 22 Nov, Night: storm",
            ],
        ),
    ],
)
def test_notes_of_other_entries_are_on_it_only_when_asked_for(
    repository: TinyRepository, clock: FrozenClock, notes: Notes, expected: list[str]
) -> None:
    repository.add(
        DANA,
        pain(3, 4, note="at the office"),
        visit(2, note="eased"),
        Night(night=ago(1).date(), asleep_min=300, note="storm"),
    )
    paper = page(repository, clock, notes=notes)
    assert said(paper, "Notes").splitlines() == expected
    assert ("office" in str(paper)) is (notes == "all")


def test_what_is_still_to_come_is_not_on_it(repository: TinyRepository, clock: FrozenClock) -> None:
    repository.add(visit(-3), Agreement(agreed=ago(-3).date(), goals=("x",)))
    assert [section.title for section in page(repository, clock).sections] == ["Take care", "Pain"]


def test_it_is_in_the_order_in_which_a_therapist_asks(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        DANA,
        Check(at=ago(3), red_flags=("foot_drop",)),
        Course(treatment="massage", started=ago(9).date(), goal="garden"),
        visit(2, note="good"),
        pain(1, 4),
        Session(at=ago(1), routine="desk-break"),
        Question(at=ago(2), text="swim?"),
        Agreement(agreed=ago(5).date(), goals=("sleep",), parts=(PlanPart("me", "walk"),)),
    )
    assert [section.title for section in page(repository, clock).sections] == [
        "Warning signs",
        "Take care",
        "Pain",
        NOW,
        "Function",
        "Treatments and response",
        "Check-ups",
        "Questions to ask",
        "Shared plan",
        "Movement and sleep",
        "Notes",
    ]


def test_what_to_take_care_of_says_what_was_never_asked(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    assert said(page(repository, clock), "Take care").splitlines() == [
        "Age: not stated. Conditions that matter to hands-on care: not asked.",
        f"Medicines taken for long: none stated. {NOT_LISTED}",
        "Signs of inflammation: not looked for in this time.",
        "Warning signs: not asked.",
    ]


def test_what_to_take_care_of_says_what_was_stated_taken_and_seen(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("conditions", frozenset(("osteoporosis", "injected_drugs")))
    repository.set("conditions_asked", frozenset(("osteoporosis", "pregnancy", "blood_thinner")))
    repository.set("medicines", frozenset(("steroid",)))
    repository.set("birth_year", 1948)
    repository.add(
        *(pain(days, 4, medicines=(Medicine("warfarin"),)) for days in (1, 50, 70)),
        Signs(at=ago(1), inflammation=()),
        visit(2, inflammation=("swelling", "redness")),
        Check(at=ago(50)),
    )
    words = said(page(repository, clock, since=ago(3).date()), "Take care")
    assert words.splitlines() == [
        "Age: 78, to the year. Conditions that matter to hands-on care: Osteoporosis or thin bones.",
        "Asked, and not stated: pregnancy.",
        "Not asked about: bleeding disorder; blood clot, now or before; cancer in treatment.",
        f"Medicines taken for long: Steroid. {NOT_LISTED}",
        "Blood thinner: warfarin on 2 of the last 60 days.",
        "Signs of inflammation on Sun 22 Nov: looked for, none.",
        "Signs of inflammation on Sat 21 Nov (massage): swelling and redness.",
        "Warning signs: none stands; last asked for on Sun 4 Oct 2026.",
    ]


def test_who_was_asked_and_has_none_is_told_from_who_was_not_asked(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("conditions_asked", frozenset(("osteoporosis",)))
    words = said(page(repository, clock), "Take care")
    assert "Conditions that matter to hands-on care: none stated." in words
    assert "Asked, and not stated: osteoporosis or thin bones." in words
    assert "Not asked about: blood thinner" in words


def test_the_own_activities_stand_with_how_they_went_before(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Ability(at=ago(60), ratings={"socks": 3, "stairs": 2}),
        Ability(at=ago(30), ratings={"stairs": 4}),
        Ability(at=ago(2), ratings={"socks": 7, "garden [x]": 5}),
    )
    repository.add(Ability(at=ago(9), ratings={"socks": 5}))
    paper = page(repository, clock)
    assert said(paper, "Function").splitlines() == [
        "socks: 7 of 10 on Sat 21 Nov 2026; 3 on Thu 24 Sep (first), 5 on Sat 14 Nov (before)",
        "garden [x]: 5 of 10 on Sat 21 Nov 2026",
    ]
    assert "My activities: 0 cannot to 10 as before (after Stratford 1995)." in paper.foot


def test_a_day_of_another_year_says_which(repository: TinyRepository, clock: FrozenClock) -> None:
    repository.add(
        pain(400, 4),
        Signs(at=ago(400), inflammation=("swelling",)),
        Session(at=ago(400), routine="desk-break", stopped="leg-weak", leg="numb"),
    )
    paper = page(repository, clock, since=ago(400).date())
    assert "A leg while exercising: numb or tingling on Sun 19 Oct 2025." in said(paper, "Pain")
    assert "Stopped: Desk Break on Sun 19 Oct 2025" in said(paper, "Movement and sleep")
    assert "Signs of inflammation on Sun 19 Oct 2025: swelling." in said(paper, "Take care")


def test_where_how_it_feels_and_what_goes_with_it_stand_before_the_numbers(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        pain(3, 4, areas=("lower-back-l", "calf-l"), qualities=("numb", "frightening")),
        pain(2, 4, areas=("calf-l",), triggers=("sitting-long", "low-mood", "a row at home")),
        pain(1, 4, relievers=("heat", "walking"), relief={"walking": "no", "my dog": "yes"}),
        Session(
            at=ago(1),
            routine="desk-break",
            stopped="leg-weak",
            leg="farther-down",
            steps=(SessionStep("cat-cow", outcome="stopped"), SessionStep("bridge")),
        ),
    )
    words = said(page(repository, clock), "Pain").splitlines()
    assert words[:5] == [
        "Named most: left calf (2 days), lower back left (1 day).",
        "Feels: numb (1 day).",
        "Legs: left calf (2 days); in the same entries numb (1 day).",
        "A leg while exercising: went farther down on Sun 22 Nov.",
        "Set off by: long sitting (1 day).",
    ]
    assert words[5:7] == [
        "Eased by: heat (1 day).",
        "Tried, and did not ease it: walking (1 day).",
    ]
    stopped = said(page(repository, clock), "Movement and sleep")
    assert (
        "Stopped: Desk Break on Sun 22 Nov (a leg feels weak); Cat and Cow on Sun 22 Nov."
        in stopped
    )
    with_own_words = said(page(repository, clock, notes="all"), "Pain")
    assert "a row at home" in with_own_words
    assert "my dog" in with_own_words
    assert "mood" not in with_own_words
    assert "frightening" not in with_own_words


def test_a_leg_rated_0_is_none_that_hurts_and_a_nerve_in_own_words_is_told_with_those(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    numbers = {"lower-back-l": 5, "foot-l": 0}
    repository.add(pain(3, 4, area_severity=numbers, qualities=("numb",)))
    assert "Legs: no place on a leg was named." in said(page(repository, clock), "Pain")
    repository.add(pain(2, 4, areas=("calf-l",), qualities=("numb", "pins and needles")))
    words = said(page(repository, clock), "Pain")
    assert "Named most: left calf (1 day), lower back left (1 day)." in words
    assert "Legs: left calf (1 day); in the same entries numb (1 day)." in words
    with_own_words = said(page(repository, clock, notes="all"), "Pain")
    assert "in the same entries numb (1 day), pins and needles (1 day)." in with_own_words


def test_no_leg_is_said_only_of_who_named_places(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(pain(1, 4))
    assert "Legs" not in said(page(repository, clock), "Pain")
    repository.add(pain(2, 4, areas=("neck-back",)))
    assert "Legs: no place on a leg was named." in said(page(repository, clock), "Pain")


def test_pressure_stands_with_the_response_the_day_after_and_what_is_wanted_next(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        DANA,
        visit(9, areas=("lower-back-l",), techniques=("petrissage",)),
        visit(
            2,
            minutes=60,
            areas=("lower-back-l", "hip-l"),
            pressure=4,
            pressure_next="lighter",
            spasm_before=7,
            spasm_after=5,
            response="tensed",
            sore_next_day=6,
            side_effects=("bruise", "other"),
        ),
    )
    paper = page(repository, clock)
    words = said(paper, "Treatments and response").splitlines()
    assert words[:3] == [
        "Treated: lower back left (2 visits), left hip side (1 visit).",
        "Techniques: kneading (petrissage) (1 visit).",
        "Pressure wanted next time: lighter (as of Sat 21 Nov).",
    ]
    assert words[-1] == (
        "Sat 21 Nov: Massage with Dana Whitfield, 60 minutes, deep pressure, spasm 7 before, "
        "spasm 5 after, muscle tensed up, soreness the next day 6, bruise, something else, "
        "pressure wanted next time lighter."
    )
    (table,) = (each.table for each in paper.sections if each.table)
    assert table.rows[-1] == (
        "Sat 21 Nov",
        "Massage, 60 min",
        "Dana Whitfield",
        "deep; next: lighter",
        "",
        "7 to 5",
        "muscle tensed up",
        "sore 6; bruise, something else",
    )


def test_sleep_says_how_much_of_the_time_in_bed_it_is(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Night(night=ago(1).date(), bed="23:00", up="07:00", latency_min=60, awake_min=60)
    )
    words = said(page(repository, clock), "Movement and sleep")
    assert words == "Sleep: 6 h on average over 1 night (own estimate), 75% of the time in bed."
    # Of a night of which only the ends are stated nobody knows it.
    repository.add(Night(night=ago(2).date(), bed="23:00", up="07:00"))
    assert said(page(repository, clock), "Movement and sleep").endswith(
        "over 2 nights (own estimate), 75% of the time in bed over 1 night."
    )
