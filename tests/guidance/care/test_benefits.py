"""What a diary shows of massage: never a mean of fewer than four, never called an effect."""

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.benefits import (
    EVIDENCE,
    LEAST,
    Given,
    benefits,
    compare_nights,
    own_figures,
    pairs,
)
from tests.guidance.facts_of import DAY, TODAY, ago, day


def massage(back: int, **fields: Any) -> Visit:
    held: dict[str, Any] = {"at": ago(back, 7), "treatment": "massage", **fields}
    return Visit(**held)


def figures(
    visits: Iterable[Visit] = (),
    nights: Iterable[Night] = (),
    sessions: Iterable[Session] = (),
) -> dict[str, str]:
    by_day = {night.night: night for night in nights}
    asleep = {day: night.asleep_min for day, night in by_day.items() if night.asleep_min}
    return own_figures(Given(tuple(visits), by_day, asleep, tuple(sessions), TODAY))


def test_every_benefit_has_words_evidence_and_a_source() -> None:
    for benefit in benefits().values():
        assert benefit.evidence in EVIDENCE
        assert benefit.says.endswith(".")
        assert benefit.why.endswith(".")
        assert benefit.source


def test_the_figures_are_all_of_benefits_that_are_shown() -> None:
    assert set(figures()) < set(benefits())


def test_an_empty_diary_says_what_to_note_and_no_number() -> None:
    said = figures()
    assert said["bend"] == "Bending before and after is not noted yet; a visit has a line for it."
    assert "not noted yet" in said["mood"]
    assert "Today asks for it" in said["soreness"]
    assert said["where"] == "No areas are noted yet."
    assert said["nights"].startswith("0 nights after a massage and 0 others")


@pytest.mark.parametrize(
    ("benefit", "before", "after", "scale"),
    [
        ("pain", "pain_before", "pain_after", "Pain of 10"),
        ("bend", "bend_before", "bend_after", "Bending of 10"),
        ("mood", "mood_before", "mood_after", "Mood of 5"),
    ],
)
def test_a_mean_is_said_from_four_massages_on(
    benefit: str, before: str, after: str, scale: str
) -> None:
    visits = [massage(n, **{before: 3, after: 4}) for n in range(1, LEAST + 1)]
    assert figures(visits)[benefit] == f"{scale}: 3 → 4 on average over 4 massages."
    assert figures(visits[:3])[benefit] == (
        f"{scale}: 3 → 4, 3 → 4, 3 → 4. 1 more massage with both numbers, and a mean is said."
    )
    assert "2 more massages with both numbers" in figures(visits[:2])[benefit]


def test_one_number_alone_and_other_treatments_do_not_count() -> None:
    lone = massage(1, bend_before=3)
    other = massage(2, treatment="osteopathy", bend_before=3, bend_after=5)
    assert pairs([lone, other], "bend_before", "bend_after") == ((3, 5),)
    assert "not noted yet" in figures([lone, other])["bend"]


def nights_around(after: int, others: int, weeks: int = 8) -> tuple[list[Visit], list[Night]]:
    """A massage a week, `after` of their nights 480 min and good, `others` 420 min and fair."""
    visits = [massage(7 * n + 3) for n in range(weeks)]
    ends = [visit.day + DAY for visit in visits]
    said = [Night(night=end, asleep_min=480, quality=4) for end in ends[:after]]
    said += [Night(night=end - 2 * DAY, asleep_min=420, quality=3) for end in ends[:others]]
    return visits, said


def test_nights_are_compared_with_four_in_each_group() -> None:
    assert figures(*nights_around(4, 4))["nights"] == (
        "After a massage against the other nights of those weeks: 8 h (4) against 7 h (4) asleep; "
        "quality 4 (4) against 3 (4) of 5. Other things differ between such nights too."
    )


@pytest.mark.parametrize(("after", "others"), [(3, 8), (8, 3), (0, 0)])
def test_with_fewer_it_says_how_many_it_takes(after: int, others: int) -> None:
    said = figures(*nights_around(after, others))["nights"]
    assert f"{after} nights after a massage and {others} others" in said
    assert said.endswith("it takes 4 of each to compare.")


def test_length_is_compared_where_quality_is_not_known() -> None:
    visits, nights = nights_around(4, 4)
    bare = [Night(night=night.night, asleep_min=night.asleep_min) for night in nights]
    said = figures(visits, bare)["nights"]
    assert "8 h (4) against 7 h (4) asleep." in said
    assert "quality" not in said


def test_only_nights_within_a_week_of_a_massage_are_the_others() -> None:
    massages = [massage(20)]
    end = day(19)
    values = {end: 1.0, end + 7 * DAY: 2.0, end - 7 * DAY: 3.0, end + 8 * DAY: 9.0}
    found = compare_nights(massages, values)
    assert (found.after, found.others) == ((1.0,), (3.0, 2.0))


@for_all(st.lists(st.integers(0, 60), max_size=12), st.randoms())
def test_figures_do_not_depend_on_the_order_of_visits(backs: list[int], chance: Random) -> None:
    visits = [massage(n, id=f"v{i}", pain_before=5, pain_after=i % 5) for i, n in enumerate(backs)]
    mixed = list(visits)
    chance.shuffle(mixed)
    assert figures(visits) == figures(mixed)


def test_soreness_is_a_mean_from_four_on() -> None:
    visits = [massage(n, sore_next_day=n) for n in range(1, 5)]
    assert (
        figures(visits)["soreness"] == "Sore the day after: 2.5 of 10 on average over 4 massages."
    )
    assert figures(visits[:1])["soreness"].startswith("Sore the day after, of 10: 1. 3 more")


def test_relaxing_and_therapeutic_massage_stand_side_by_side() -> None:
    relaxing = [massage(n, kind="swedish", pain_before=6, pain_after=4) for n in range(4)]
    firm = [massage(9, kind="deep-tissue", pain_before=6, pain_after=5)]
    assert figures([*relaxing, *firm])["kinds"] == "To relax: 6 → 4 over 4. Therapeutic: 6 → 5."
    assert figures(firm)["kinds"].startswith("To relax: none with both numbers.")


def test_the_package_counts_six_weeks() -> None:
    visits = [massage(0), massage(41), massage(42)]
    sessions = [Session(at=ago(n, 7), routine="walk") for n in (1, 42)]
    assert figures(visits, sessions=sessions)["package"] == (
        "In the last six weeks: 2 massages and 1 session of movement."
    )


def test_areas_are_counted_by_their_part_of_the_body() -> None:
    both = ("lower-back-l", "lower-back-r")
    visits = [massage(1, areas=both), massage(2, areas=("neck-back", "lower-back-c")), massage(3)]
    said = figures([*visits, massage(4, areas=("not-known-here",))])["where"]
    assert said == "Of 3 massages with areas: lower back 2, neck 1."
