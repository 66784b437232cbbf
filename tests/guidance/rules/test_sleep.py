"""The rules of sleep: each fires, just does not, needs its nights, and rests."""

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.facts_of import day, facts_of, look, nights, pains, said, times_in_bed

SHORT = facts_of(nights(350, 340, 355, 430, 440, 420, 450))
UNDER_SEVEN = facts_of(nights(400, 410, 420, 440))
INEFFICIENT = facts_of(times_in_bed(90, 80, 70, 60, 70))
"""8 hours in bed, 370 minutes awake over five nights: 84.58 percent."""
LATE = facts_of(nights(430, 430, 430, latency_min=31))
BROKEN = facts_of(times_in_bed(31, 31, 31))
LINK = facts_of(nights(*(350,) * 4, *(430,) * 4), pains(*(5,) * 4, *(4,) * 4))
GOOD = facts_of(times_in_bed(60, 60, 60, 60))
"""7 hours of 8: 87.5 percent."""


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
    "sleep-short": "Under 6 h asleep on 3 of 7 nights this week.",
    "sleep-under-seven": "You slept 6 h 57 on average, over 4 nights this week.",
    "sleep-efficiency": "You were asleep for 84 percent of your time in bed, over 5 nights this week.",
    "sleep-latency": "Over 30 min until asleep on 3 of 3 nights this week.",
    "sleep-broken": "Over 30 min awake, or 3 awakenings or more, on 3 of 3 nights this week.",
    "sleep-pain-link": "Pain averaged 5 after 4 nights under 6 h, 4 after 4 of 7 h or more.",
    "sleep-long-trouble": "Short or broken nights, or long to fall asleep, in 10 of 12 weeks.",
    "sleep-good": "You slept 7 h on average, 87 percent of your time in bed.",
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
        ("sleep-under-seven", "You average 6 h 57 of sleep."),
        ("sleep-efficiency", "asleep for 84 percent of"),
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


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(nights(420, 420, 420, 420)),
        facts_of(nights(400, 400, 400)),
        facts_of(nights(350, 350, 350, 430)),
    ],
    ids=["seven hours", "three nights", "short nights are said instead"],
)
def test_under_seven_is_a_mean_of_four_nights_that_are_not_short(facts: Facts) -> None:
    assert look("sleep-under-seven", facts) is None


def test_just_under_seven_hours_is_not_called_seven() -> None:
    advice = said("sleep-under-seven", facts_of(nights(419, 420, 420, 420)))
    assert advice
    assert "6 h 59" in advice.text


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(times_in_bed(72, 72, 72, 72, 72)),
        facts_of(times_in_bed(71, 73, 72, 62, 82)),
        facts_of(times_in_bed(200, 200, 200, 200)),
        facts_of(nights(*(300,) * 7)),
    ],
    ids=["85 percent", "85 on average", "four nights", "nights without times"],
)
def test_efficiency_is_a_mean_under_85_of_five_nights_with_times(facts: Facts) -> None:
    assert look("sleep-efficiency", facts) is None


def test_just_under_85_percent_is_not_called_85() -> None:
    advice = said("sleep-efficiency", facts_of(times_in_bed(72, 72, 72, 72, 73)))
    assert advice
    assert "84 percent" in advice.text


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


def test_trouble_is_long_in_ten_of_twelve_weeks_of_whatever_kind() -> None:
    assert look("sleep-long-trouble", facts_of(weeks(9))) is None
    assert look("sleep-long-trouble", facts_of(weeks(10, of=10)))
    assert look("sleep-long-trouble", facts_of(weeks(9, of=9))) is None
    late = [Night(night=day(63 + n), asleep_min=430, latency_min=45) for n in range(3)]
    assert look("sleep-long-trouble", facts_of(weeks(9, of=9), late))


def test_the_twelfth_week_back_counts() -> None:
    old = [Night(night=day(14 + n), asleep_min=300) for n in range(70)]
    assert look("sleep-long-trouble", facts_of(old))


def test_weeks_before_the_last_twelve_do_not_count() -> None:
    old = [Night(night=day(84 + n), asleep_min=300) for n in range(28)]
    assert look("sleep-long-trouble", facts_of(weeks(9), old)) is None


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(times_in_bed(60, 60, 60, 61)),
        facts_of(times_in_bed(60, 60, 60)),
        facts_of(nights(*(450,) * 7)),
        facts_of(times_in_bed(81, 82, 81, 82, up="08:00")),
    ],
    ids=["a minute short", "three nights", "no times", "under 85 percent"],
)
def test_a_good_week_is_seven_hours_and_85_percent_over_four_nights(facts: Facts) -> None:
    assert look("sleep-good", facts) is None


def test_85_percent_is_good() -> None:
    assert look("sleep-good", facts_of(times_in_bed(81, 81, 81, 81, up="08:00")))
