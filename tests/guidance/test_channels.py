"""Whole diaries, and what stands on Today of them: the same fact, whichever way it got in."""

from collections.abc import Mapping
from typing import Any

from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.current import current_advice, foremost
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.gathering import gather
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.care_of import course, given, visit
from tests.guidance.facts_of import ago, day, facts_of, pains

CHECKED = Check(at=ago(2))


def on_today(
    *records: Record | list[Any], settings: Mapping[str, Any] | None = None
) -> list[Advice]:
    """What stands on Today of a diary, foremost first."""
    return list(foremost(current_advice(facts_of(CHECKED, *records, settings=settings), ())))


def daily(name: str, days: int, dose: str | None = None) -> list[Pain]:
    return [
        Pain(at=ago(n), severity=4, medicines=(Medicine(name, dose),))
        for n in reversed(range(days))
    ]


def has(*conditions: str, **more: Any) -> Mapping[str, Any]:
    return {"conditions": list(conditions), **more}


@for_each(
    ("first", "shown"),
    [
        # A thinner and a deep massage: stated, or by its name in the entries
        (
            "massage-ask-first",
            on_today(course(), visit(2, pressure=4), settings={"medicines": ["blood_thinner"]}),
        ),
        ("massage-ask-first", on_today(course(), visit(2, pressure=4), daily("warfarin", 20))),
        (
            "massage-ask-first",
            on_today(
                course(),
                settings=has("fracture_recent", "long_term_steroids", "immune_suppressed"),
            ),
        ),
        # Massages without a course
        (
            "massage-ask-first",
            on_today(visit(3, pressure=4, note="big bruises"), settings=has("blood_thinner")),
        ),
        # Another treatment, with severe pain at its start: a check-up, and what to ask
        (
            "course-checkup-open manipulation-ask-first",
            on_today(
                course(1, treatment="chiropractic", baseline=8),
                settings=has("osteoporosis", "blood_thinner", "disc_leg_pain", birth_year=1954),
            ),
        ),
        # Medicines that need a second look together
        ("meds-nsaid-care", on_today(daily("ibuprofen", 3), settings=has("blood_thinner"))),
        (
            "meds-nsaid-care massage-ask-first",
            on_today(visit(2), daily("Ibuprofen", 3), settings={"medicines": ["blood_thinner"]}),
        ),
        ("meds-nsaid-care", on_today(daily("naproxen 250", 3), settings={"birth_year": 1950})),
        ("meds-sedatives", on_today(settings={"medicines": ["opioid", "sleep_aid"]})),
        # No response
        (
            "massage-no-response",
            on_today(
                course(40),
                given(4, last=4, pain_before=6, response="unchanged"),
                pains(*(6,) * 28, last=1),
            ),
        ),
        (
            "massage-no-response",
            on_today(course(40), given(3, last=4, pain_before=6), pains(*(6,) * 50, last=1)),
        ),
        # Put off two weeks ago
        ("massage-still-off", on_today(course(), visit(14, response="painful"))),
        ("massage-still-off", on_today(visit(14, treatment="Thai massage", response="tensed"))),
        # Five massages on five days
        (
            "massage-too-close",
            on_today([visit(n, pain_before=5, sore_next_day=6) for n in range(1, 6)]),
        ),
    ],
)
def test_it_stands_first_on_today(first: str, shown: list[Advice]) -> None:
    ids = [advice.id for advice in shown]
    assert ids[: len(first.split())] == first.split()


@for_each(
    "shown",
    [
        on_today(daily("aspirin", 21, "75 mg"), settings={"birth_year": 1950}),
        on_today(daily("ASS 100", 21), settings={"birth_year": 1950}),
        on_today(daily("Aspirin protect", 21), settings=has("heart_condition")),
    ],
)
def test_nobody_is_asked_about_aspirin_for_the_heart(shown: list[Advice]) -> None:
    assert not [advice.id for advice in shown if advice.id.startswith("meds-")]


def test_what_is_prescribed_is_never_called_over_the_counter_or_told_to_pause() -> None:
    [advice] = [each for each in on_today(daily("celecoxib", 21)) if each.id == "meds-long"]
    assert advice.text == (
        "Pain medicine on 14 of the last 14 days is worth a word with a pharmacist or your doctor. "
        "What is prescribed, take as prescribed."
    )


def test_severe_pain_of_the_days_before_counts_where_a_course_states_no_baseline() -> None:
    severe = pains(8, 8, 8, 8, last=3)
    shown = on_today(course(2), severe)
    assert "course-checkup-open" in {advice.id for advice in shown}
    assert "course-checkup-open" not in {
        advice.id for advice in on_today(course(2, ended=day(0)), severe)
    }


def test_what_was_taken_down_further_east_an_hour_ago_speaks_where_one_lands() -> None:
    clock = FrozenClock(MONDAY, "Pacific/Kiritimati")
    repository = TinyRepository(MemoryStorage(), clock)  # type: ignore[no-untyped-call] # as TinyDB has it
    repository.add(
        Pain(at=clock.now(), severity=4, medicines=(Medicine("ibuprofen"), Medicine("Eliquis"))),
        Visit(at=clock.now(), treatment="acupuncture", side_effects=("numbness",)),
    )
    said = {}
    for zone in ("Pacific/Kiritimati", "Pacific/Honolulu"):
        clock.travel(zone)
        said[zone] = {advice.id for advice in advise(gather(repository, clock))}
    spoken = {"meds-nsaid-care", "needling-ask-first", "visit-numb"}
    assert said["Pacific/Kiritimati"] & spoken == said["Pacific/Honolulu"] & spoken == spoken
