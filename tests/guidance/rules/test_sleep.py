"""The rules of sleep: each fires, just does not, needs its nights, and rests."""

from typing import Any

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.week.sleep import sleep_of_week
from backcare_tui.text import say_minutes
from tests.conftest import FrozenClock
from tests.for_each import for_each
from tests.guidance.facts_of import day, facts_of, look, nights, pains, said, times_in_bed

SHORT = facts_of(nights(350, 340, 355, 430, 440, 420, 450))
UNDER_SEVEN = facts_of(times_in_bed(20, 10, 0, 0, up="06:05"))
"""7 h 05 in bed, nearly all of it asleep, and not rated."""
INEFFICIENT = facts_of(times_in_bed(90, 80, 80, 60, 70))
"""8 hours in bed, 380 minutes awake over five nights: 84.17 percent."""
LATE = facts_of(nights(430, 430, 430, latency_min=31))
BROKEN = facts_of(times_in_bed(31, 31, 31))
LINK = facts_of(nights(*(350,) * 4, *(430,) * 4), pains(*(5,) * 4, *(4,) * 4))
GOOD = facts_of(times_in_bed(60, 60, 60, 60, quality=3))
"""7 hours of 8, 87.5 percent, and a fair rating."""
WINDOW = times_in_bed(*(12,) * 7, bed="00:30", up="06:00", quality=4)
"""Hours that a therapist set: 5 h 30 in bed, 96 percent of it asleep, rated good."""


def weeks(troubled: int, of: int = 12) -> list[Night]:
    """Weeks with three short nights each, the newest first, and then weeks with none."""
    return [
        Night(night=day(7 * week + night), asleep_min=350 if week < troubled else 430)
        for week in range(of)
        for night in range(3)
    ]


LONG_TROUBLE = facts_of(weeks(10))

SPEAKING = {
    "sleep-short": SHORT,
    "sleep-under-seven": UNDER_SEVEN,
    "sleep-efficiency": INEFFICIENT,
    "sleep-latency": LATE,
    "sleep-broken": BROKEN,
    "sleep-pain-link": LINK,
    "sleep-long-trouble": LONG_TROUBLE,
    "sleep-good": GOOD,
}
BECAUSE = {
    "sleep-short": "Under 6 h asleep on 3 of 7 nights in the last seven days.",
    "sleep-under-seven": "You slept 6 h 58 on average, over 4 nights in the last seven days.",
    "sleep-efficiency": (
        "You were asleep for 84 percent of your time in bed, over 5 nights in the last seven days."
    ),
    "sleep-latency": "Over 30 min until asleep on 3 of 3 nights in the last seven days.",
    "sleep-broken": (
        "Over 30 min awake, or 3 awakenings or more, on 3 of 3 nights in the last seven days."
    ),
    "sleep-pain-link": "Pain averaged 5 after 4 nights under 6 h, 4 after 4 of 7 h or more.",
    "sleep-long-trouble": "Three bad nights or more in each of the last 10 weeks.",
    "sleep-good": "You slept 7 h on average, 88 percent of your time in bed.",
}
RESTS = {
    "sleep-short": 7,
    "sleep-under-seven": 7,
    "sleep-efficiency": 7,
    "sleep-latency": 7,
    "sleep-broken": 7,
    "sleep-pain-link": 28,
    "sleep-long-trouble": 30,
    "sleep-good": 14,
}
"""Days after which each is said again."""


@for_each(("rule", "because"), BECAUSE.items())
def test_it_speaks_with_the_figures_of_the_diary(rule: str, because: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because == because


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("sleep-short", "Fewer than six hours on 3 nights."),
        ("sleep-under-seven", "You average 6 h 58 of sleep. Adults are advised"),
        ("sleep-efficiency", "asleep for 84 percent of"),
        ("sleep-long-trouble", "Sleep has been hard for 10 weeks."),
        ("sleep-pain-link", "about 1 point more"),
        ("sleep-good", "A good week of sleep: 7 h on average."),
    ],
)
def test_the_figures_are_in_the_text_too(rule: str, words: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert words in advice.text


@for_each("rule", SPEAKING)
def test_without_nights_nothing_is_said(rule: str) -> None:
    assert look(rule, facts_of(pains(*(5,) * 28))) is None


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(nights(359, 359, 360, 430, 440, 420, 450)),
        facts_of(nights(350, 350)),
        facts_of(nights(350, 430, 430, 430, 430, 430, 350, 350)),
    ],
    ids=["two and one of six hours", "two nights", "the third is eight days ago"],
)
def test_short_is_under_six_hours_on_three_of_seven_nights(facts: Facts) -> None:
    assert look("sleep-short", facts) is None


UNDER_SEVEN_SILENT = {
    "seven hours": facts_of(times_in_bed(0, 0, 0, 0, up="06:00")),
    "three nights": facts_of(times_in_bed(20, 20, 20, up="06:00")),
    "short nights are said instead": facts_of(times_in_bed(60, 60, 60, 0, up="05:30")),
    "long awake": facts_of(times_in_bed(90, 90, 90, 90)),
    "time awake not known": facts_of(
        [Night(night=day(n), bed="23:00", up="05:30") for n in range(4)],
        nights(*(400,) * 4, last=4),
    ),
    "rated fair": facts_of(times_in_bed(20, 20, 20, 20, up="06:00", quality=3)),
}


@for_each("facts", UNDER_SEVEN_SILENT.values(), ids=tuple(UNDER_SEVEN_SILENT))
def test_under_seven_is_a_mean_of_four_nights_that_are_nearly_all_sleep(
    facts: Facts,
) -> None:
    assert look("sleep-under-seven", facts) is None


def test_a_mean_is_judged_as_it_is_said() -> None:
    assert look("sleep-under-seven", facts_of(times_in_bed(1, 0, 0, 0, up="06:00"))) is None
    under = said("sleep-under-seven", facts_of(times_in_bed(3, 0, 0, 0, up="06:00")))
    assert under
    assert "6 h 59" in under.text


@for_each("awake", [(20, 10, 0, 1), (21, 10, 0, 1), (22, 10, 0, 1), (23, 10, 0, 1)])
def test_the_advice_and_the_review_say_one_length(awake: tuple[int, ...]) -> None:
    slept = times_in_bed(*awake, up="06:05")
    reviewed = sleep_of_week(slept, FrozenClock()).mean_min
    advice = said("sleep-under-seven", facts_of(slept))
    assert advice
    assert reviewed is not None
    assert f"You average {say_minutes(reviewed)} of sleep" in advice.text


def test_at_seventeen_eight_hours_are_advised() -> None:
    slept = times_in_bed(10, 10, 10, 10, up="06:40")
    young = {"birth_year": 2009}
    assert look("sleep-under-seven", facts_of(slept)) is None
    teen = said("sleep-under-seven", facts_of(slept, settings=young))
    assert teen
    assert "At your age 8 to 10 hours are advised." in teen.text
    fair = times_in_bed(10, 10, 10, 10, up="06:40", quality=4)
    assert look("sleep-good", facts_of(fair))
    assert look("sleep-good", facts_of(fair, settings=young)) is None


@for_each("rule", ["sleep-short", "sleep-under-seven", "sleep-efficiency", "sleep-long-trouble"])
def test_hours_that_a_therapist_set_are_left_alone(rule: str) -> None:
    weeks_of_it = [
        night
        for week in range(4)
        for night in times_in_bed(*(12,) * 7, bed="00:30", up="06:00", quality=4, last=7 * week)
    ]
    assert look(rule, facts_of(WINDOW)) is None
    assert look(rule, facts_of(weeks_of_it)) is None


def test_short_nights_of_which_less_is_known_are_said_with_the_hours_to_keep_to() -> None:
    for slept in (
        times_in_bed(*(12,) * 7, bed="00:30", up="06:00"),
        times_in_bed(*(12,) * 7, bed="00:30", up="06:00", quality=2),
        [Night(night=day(n), bed="00:30", up="06:00", quality=4) for n in range(7)],
    ):
        advice = said("sleep-short", facts_of(slept))
        assert advice
        assert "If a therapist set your hours, keep to them." in advice.text


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(times_in_bed(72, 72, 72, 72, 72)),
        facts_of(times_in_bed(71, 73, 72, 62, 82)),
        facts_of(times_in_bed(74, 74, 74, 74, 74)),
        facts_of(times_in_bed(200, 200, 200, 200)),
        facts_of(nights(*(300,) * 7)),
        facts_of([Night(night=day(n), bed="23:00", up="07:00") for n in range(7)]),
    ],
    ids=[
        "85 percent",
        "85 on average",
        "85 as it is said",
        "four nights",
        "nights without times",
        "time awake not known",
    ],
)
def test_efficiency_is_a_mean_under_85_of_five_nights_of_which_it_is_known(facts: Facts) -> None:
    assert look("sleep-efficiency", facts) is None


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(nights(430, 430, 430, latency_min=30)),
        facts_of(nights(430, 430, latency_min=90)),
        facts_of(nights(430, 430, 430)),
    ],
    ids=["half an hour", "two nights", "unknown"],
)
def test_late_is_over_half_an_hour_on_three_nights(facts: Facts) -> None:
    assert look("sleep-latency", facts) is None


def test_three_awakenings_break_a_night_like_half_an_hour_awake() -> None:
    often = nights(430, 430, 430, awakenings=3)
    assert look("sleep-broken", facts_of(often))
    assert look("sleep-broken", facts_of(often[:2], nights(430, awake_min=31)))


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(nights(430, 430, 430, awakenings=2, awake_min=30)),
        facts_of(times_in_bed(31, 31)),
        facts_of(nights(300, 300, 300)),
    ],
    ids=["half an hour and two awakenings", "two nights", "unknown"],
)
def test_a_night_is_broken_by_more_alone(facts: Facts) -> None:
    assert look("sleep-broken", facts) is None


def test_a_night_goes_with_the_pain_of_the_day_of_waking() -> None:
    slept = nights(*(350, 430) * 4)
    assert look("sleep-pain-link", facts_of(slept, pains(*(6, 3) * 4)))
    assert look("sleep-pain-link", facts_of(slept, pains(*(3, 6) * 4))) is None


@pytest.mark.parametrize(
    ("slept", "entries"),
    [
        (nights(*(350,) * 4, *(430,) * 4), pains(*(5,) * 3, (4, 5), *(4,) * 4)),
        (nights(*(350,) * 3, *(430,) * 5), pains(*(9,) * 3, *(1,) * 5)),
        (nights(*(350,) * 5, *(430,) * 3), pains(*(9,) * 5, *(1,) * 3)),
        (nights(*(360,) * 4, *(430,) * 4), pains(*(9,) * 4, *(1,) * 4)),
        (nights(*(350,) * 4, *(419,) * 4), pains(*(9,) * 4, *(1,) * 4)),
        (nights(*(350,) * 4, *(430,) * 4), pains(9, 9, 9, None, 1, 1, 1, 1)),
        (
            nights(350, *(None,) * 24, 350, 350, 350, *(430,) * 4),
            pains(9, *(None,) * 24, 9, 9, 9, *(1,) * 4),
        ),
    ],
    ids=[
        "less than a point",
        "three short",
        "three long",
        "six hours",
        "under seven",
        "a day without pain known",
        "one more than 28 days ago",
    ],
)
def test_the_link_is_a_point_over_four_nights_of_each(
    slept: list[Night], entries: list[Pain]
) -> None:
    assert look("sleep-pain-link", facts_of(slept, entries)) is None


def test_the_link_looks_at_28_days_and_at_seven_hours_themselves() -> None:
    slept = nights(350, *(None,) * 20, 350, 350, 350, *(420,) * 4)
    assert look("sleep-pain-link", facts_of(slept, pains(9, *(None,) * 20, 9, 9, 9, *(1,) * 4)))


def test_trouble_lasts_from_four_weeks_of_three_bad_nights_of_whatever_kind() -> None:
    assert look("sleep-long-trouble", facts_of(weeks(3))) is None
    four = said("sleep-long-trouble", facts_of(weeks(4, of=4)))
    assert four
    assert "Sleep has been hard for 4 weeks." in four.text
    assert "CBT for insomnia (CBT-I)" in four.text
    mixed = [Night(night=day(21), asleep_min=430, latency_min=45), *nights(300, last=22)]
    broken = [Night(night=day(23), asleep_min=430, awakenings=4)]
    assert look("sleep-long-trouble", facts_of(weeks(3, of=3), mixed)) is None
    assert look("sleep-long-trouble", facts_of(weeks(3, of=3), mixed, broken))


def test_waking_long_before_getting_up_is_trouble_where_the_night_is_rated_poor() -> None:
    early = {"bed": "22:30", "woke": "05:00", "up": "06:50"}

    def said_of(**fields: Any) -> bool:
        found = [Night(night=day(n), **{**early, **fields}) for n in range(28)]
        return look("sleep-long-trouble", facts_of(found)) is not None

    assert said_of(quality=2)
    assert not said_of(quality=3)
    assert not said_of()
    assert not said_of(quality=2, woke="06:20")


def test_a_better_week_does_not_hide_ten_bad_ones_of_twelve() -> None:
    def but_one(count: int) -> list[Night]:
        return [
            Night(night=day(7 * week + n), asleep_min=300 if 1 < week < count + 2 else 430)
            for week in range(12)
            for n in range(3)
        ]

    assert look("sleep-long-trouble", facts_of(but_one(9))) is None
    ten = said("sleep-long-trouble", facts_of(but_one(10)))
    assert ten
    assert "for about three months" in ten.text


def test_early_waking_is_no_sleep() -> None:
    night: dict[str, Any] = {"bed": "22:30", "lights_out": "23:00", "latency_min": 25, "awake_min": 40,
             "woke": "06:30", "up": "06:50", "quality": 2}  # fmt: skip
    facts = facts_of([Night(night=day(n), **night) for n in range(7)])
    advice = said("sleep-efficiency", facts)
    assert advice
    assert "asleep for 77 percent of your time in bed" in advice.text
    assert look("sleep-good", facts) is None


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(times_in_bed(61, 61, 61, 62, quality=5)),
        facts_of(times_in_bed(60, 60, 60, quality=5)),
        facts_of(nights(*(450,) * 7, quality=5)),
        facts_of(times_in_bed(85, 85, 85, 85, up="08:00", quality=5)),
        facts_of(times_in_bed(60, 60, 60, 60)),
        facts_of(times_in_bed(60, 60, 60, 60, quality=2)),
        facts_of([Night(night=day(n), bed="23:00", up="07:00", quality=5) for n in range(7)]),
    ],
    ids=[
        "a minute short",
        "three nights",
        "no times",
        "under 85 percent",
        "not rated",
        "rated poor",
        "time awake not known",
    ],
)
def test_a_good_week_is_seven_hours_85_percent_and_a_fair_rating(facts: Facts) -> None:
    assert look("sleep-good", facts) is None


def test_85_percent_is_good() -> None:
    assert look("sleep-good", facts_of(times_in_bed(81, 81, 81, 81, up="08:00", quality=3)))
