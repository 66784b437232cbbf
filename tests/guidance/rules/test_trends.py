"""The rules of trends: each fires, just does not, needs its weeks, and rests."""

import pytest

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.pain import Interference, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago, day, facts_of, look, pains, said

SIX = pains(*(6,) * 28, last=29)
"""Four first weeks of 6, which began 56 days ago."""


def three_weeks(*severities: int | tuple[int, ...]) -> list[Pain]:
    """The last three weeks, each of these days and then nothing."""
    week = (*severities, *(None,) * (7 - len(severities)))
    return pains(*week * 3)


def impact(days_ago: int, *answers: int) -> list[Pain]:
    """The weekly answers so many days ago: pain of all seven days, enjoyment, activity."""
    severity, enjoyment, activity = answers
    asked = Interference(enjoyment=enjoyment, activity=activity)
    week = [Pain(at=ago(days_ago + back), severity=severity) for back in range(1, 7)]
    return [Pain(at=ago(days_ago), severity=severity, interference=asked), *week]


def impacts(*answers: tuple[int, int, int], last: int = 0) -> list[Pain]:
    """Weekly answers, the last of them so many days ago."""
    weeks = zip(range(len(answers) - 1, -1, -1), answers, strict=True)
    return [entry for back, each in weeks for entry in impact(last + 7 * back, *each)]


def ables(*ratings: dict[str, int], last: int = 0) -> list[Ability]:
    """Ratings every second week, the last of them so many days ago."""
    halves = zip(range(len(ratings) - 1, -1, -1), ratings, strict=True)
    return [Ability(at=ago(last + 14 * back), ratings=each) for back, each in halves]


DAILY = Plan(routine="r", days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
THRICE = Plan(routine="r", days=("mon", "wed", "fri"))


def sessions(*of_weeks: int, routine: str = "r") -> list[Session]:
    """So many sessions in each week back from yesterday."""
    return [
        Session(at=ago(1 + 7 * week + n), routine=routine)
        for week, count in enumerate(of_weeks)
        for n in range(count)
    ]


IMPROVED = facts_of(SIX, three_weeks(4, 4, 4, 4, 4))
MUCH = facts_of(SIX, three_weeks(3, 3, 3, 3))
SMALL = facts_of(SIX, three_weeks(5, 5, 5, 5))
WORSE = facts_of(SIX, pains(*(8,) * 4, last=7), pains(*(8,) * 4))
NO_CHANGE = facts_of(SIX, pains(6, 6, 6, 6), DAILY, sessions(5, 5, 5, 5))
IMPACT_IMPROVED = facts_of(impacts(*((5, 5, 5),) * 3, *((3, 4, 3),) * 3))
IMPACT_HIGH = facts_of(impact(9, 7, 7, 7))
FUNCTION = facts_of(ables(*({"stairs": 3, "socks": 4},) * 3, *({"stairs": 4, "socks": 7},) * 3))

SPEAKING = {
    "trend-improved": IMPROVED,
    "trend-much-improved": MUCH,
    "trend-small": SMALL,
    "trend-worse": WORSE,
    "trend-no-change": NO_CHANGE,
    "impact-improved": IMPACT_IMPROVED,
    "impact-high": IMPACT_HIGH,
    "function-improved": FUNCTION,
}
BECAUSE = {
    "trend-improved": "Pain averaged 4 in the last three weeks, and 6 in the middle of your first four, "
    "33% less; your usual swing is 0.",
    "trend-much-improved": "Pain averaged 3 in the last three weeks, and 6 in the middle of your first four, "
    "50% less; your usual swing is 0.",
    "trend-small": "Pain averaged 5 in the last three weeks, and 6 in the middle of your first four, "
    "17% less; your usual swing is 0.",
    "trend-worse": "Pain averaged 8 in the last seven days and 8 in the seven before; 6 at the start.",
    "trend-no-change": "The plan was kept in 4 of 6 weeks; pain averaged 6, and 6 now.",
    "impact-improved": "The last 3 of your weekly answers, up to Mon 23 Nov, against the middle of your first 3, "
    "from Mon 19 Oct: 34% less.",
    "impact-high": "Your pain impact on Sat 14 Nov was 7 of 10.",
    "function-improved": "2 activities rated since Mon 14 Sep, the last 3 against the middle of the first 3: "
    "up at least 2 of 10 on average.",
}
RESTS = {
    "trend-improved": 14,
    "trend-much-improved": 28,
    "trend-small": 14,
    "trend-worse": 14,
    "trend-no-change": 21,
    "impact-improved": 14,
    "impact-high": 14,
    "function-improved": 14,
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
        ("trend-improved", "fell from 6 to 4: three weeks in a row"),
        ("trend-small", "(6 to 5)"),
        ("impact-improved", "fell from 5 to 3.3, three answers in a row."),
        ("function-improved", "socks went from 4 to 7 of 10 or more"),
    ],
)
def test_the_figures_are_in_the_text_too(rule: str, words: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert words in advice.text


TRENDS = ("trend-improved", "trend-much-improved", "trend-small", "trend-worse", "trend-no-change")


@for_each("rule", TRENDS)
@for_each("pain", [0, 3, 5, 6, 9])
@for_each("days_of_start", [28, 3])
def test_three_days_are_no_trend(rule: str, pain: int, days_of_start: int) -> None:
    kept = (DAILY, sessions(7, 7, 7, 7, 7, 7))
    if days_of_start == 3:
        # No seven days have four values: there is no first week to hold anything against.
        facts = facts_of(pains(6, 6, 6, last=50), pains(pain, pain, pain), *kept)
        assert facts.first_weeks == ()
    else:
        facts = facts_of(SIX, pains(pain, pain, pain), pains(*(pain,) * 14, last=7), *kept)
        assert [mean for _, mean in facts.first_weeks] == [6] * 4
    assert look(rule, facts) is None


FELL = ("trend-improved", "trend-much-improved", "trend-small")


@for_each("rule", FELL)
def test_a_fall_takes_four_weeks_of_a_start_and_three_in_a_row_that_are_lower(rule: str) -> None:
    lower = three_weeks(*(4 if rule == "trend-improved" else 1 if rule[6] == "m" else 5,) * 4)
    assert look(rule, facts_of(SIX, lower))
    assert look(rule, facts_of(SIX[:21], lower)) is None, "three first weeks"
    assert look(rule, facts_of(SIX, lower[4:])) is None, "two weeks lower"
    assert look(rule, facts_of(SIX, lower[:8], pains(6, 6, 6, 6))) is None, "and up again"
    assert look(rule, facts_of(SIX, lower[:4], lower[8:])) is None, "a week unknown"


@for_each("rule", FELL)
def test_a_diary_that_begins_in_a_bad_week_is_not_told_that_pain_fell(rule: str) -> None:
    bad_start = facts_of(pains(*(9,) * 7, *(5,) * 49))
    assert look(rule, bad_start) is None


@for_each("rule", FELL)
def test_a_fall_within_the_own_swing_is_not_told(rule: str) -> None:
    swinging = pains(*(*(8,) * 7, *(4,) * 7) * 2, last=21)
    for now in (5, 4, 3):
        assert look(rule, facts_of(swinging, three_weeks(now, now, now, now))) is None


def test_the_percentage_is_that_of_the_figures_beside_it() -> None:
    """Of 4 points 2.57 are 36 percent less, and 2.6, as they are said, 35."""
    facts = facts_of(pains(*(4,) * 28, last=29), three_weeks(2, 3, 2, 3, 3, 2, 3))
    advice = said("trend-improved", facts)
    assert advice
    assert "averaged 2.6 in the last three weeks, and 4" in advice.because
    assert "35% less" in advice.because


@for_each("rule", FELL)
def test_no_cause_is_given_to_a_fall(rule: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert not {"helped", "habits", "because", "thanks", "works"} & set(advice.text.split())


@pytest.mark.parametrize(("start", "now", "improved"), [(6, 4, True), (3, 2, True), (6, 5, False)])
def test_two_points_or_30_percent_are_an_improvement(
    start: int, now: int, *, improved: bool
) -> None:
    facts = facts_of(pains(*(start,) * 28, last=29), three_weeks(*(now,) * 4))
    assert bool(look("trend-improved", facts)) is improved
    assert bool(look("trend-small", facts)) is not improved


def test_of_less_than_two_only_points_count() -> None:
    facts = facts_of(pains(*((1, 2),) * 28, last=29), three_weeks(0, 0, 0, 0))
    assert look("trend-improved", facts) is None
    assert look("trend-much-improved", facts) is None
    small = look("trend-small", facts)
    assert small
    assert small.because == (
        "Pain averaged 0 in the last three weeks, and 1.5 in the middle of your first four; "
        "your usual swing is 0."
    )


def test_half_is_much_and_just_under_half_is_not() -> None:
    facts = facts_of(SIX, three_weeks(3, 3, 3, (3, 4)))
    assert look("trend-much-improved", facts) is None
    assert look("trend-improved", facts)


@pytest.mark.parametrize("now", [(6, 6, 6, 6), (7, 7, 7, 7)])
def test_the_same_and_more_is_not_less(now: tuple[int, ...]) -> None:
    assert look("trend-small", facts_of(SIX, three_weeks(*now))) is None


@pytest.mark.parametrize(
    ("now", "speaks"),
    [((6, 6, 5, 5), True), ((6, 6, 6, 5), False), ((6, 6, 5, (5, 6)), False)],
    ids=["half a point", "a quarter", "just under half"],
)
def test_a_fall_of_less_than_half_a_point_is_not_said(
    now: tuple[int, ...],
    speaks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    assert (look("trend-small", facts_of(SIX, three_weeks(*now))) is not None) is speaks


def test_weeks_that_share_a_day_with_the_first_ones_are_not_held_against_them() -> None:
    falling = pains(*(8,) * 28, *(2,) * 20)
    assert look("trend-improved", facts_of(falling)) is None
    assert look("trend-improved", facts_of(falling, pains(2, last=-1), now=ago(-1)))


def test_a_new_baseline_is_what_counts_from_its_day_on() -> None:
    entries = (pains(*(6,) * 28, last=50), pains(*(3,) * 50))
    assert look("trend-much-improved", facts_of(*entries))
    anew = {"baseline_from": day(49).isoformat()}
    assert facts_of(*entries, settings=anew).first_weeks[0] == (day(49), 3)
    assert look("trend-much-improved", facts_of(*entries, settings=anew)) is None
    assert look("trend-small", facts_of(*entries, settings=anew)) is None


@pytest.mark.parametrize(
    "entries",
    [
        (SIX, pains(*(8,) * 4, last=7), pains(8, 8, 8, (7, 8))),
        (SIX, pains(8, 8, 8, (7, 8), last=7), pains(*(8,) * 4)),
        (SIX, pains(*(8,) * 3, last=7), pains(*(8,) * 4)),
        (SIX, pains(*(8,) * 4, last=7), pains(*(8,) * 3)),
    ],
    ids=["this week less", "last week less", "three days last week", "three days"],
)
def test_worse_is_two_points_in_both_weeks(entries: tuple[list[Pain], ...]) -> None:
    assert look("trend-worse", facts_of(*entries)) is None


def test_worse_is_held_against_the_middle_of_up_to_four_first_weeks() -> None:
    start = pains(*(2,) * 7, *(6,) * 21, last=14)
    assert look("trend-worse", facts_of(start, pains(*(7,) * 14))) is None
    assert look("trend-worse", facts_of(start, pains(*(8,) * 14)))


def test_a_wide_swing_keeps_no_warning_back() -> None:
    swinging = pains(*(*(8,) * 7, *(4,) * 7) * 2, last=14)
    assert look("trend-worse", facts_of(swinging, pains(*(8,) * 14)))


def test_worse_is_first_said_when_both_weeks_lie_after_the_first() -> None:
    assert look("trend-worse", facts_of(pains(*(6,) * 7, last=14), pains(*(9,) * 14)))
    assert look("trend-worse", facts_of(pains(*(6,) * 7, last=13), pains(*(9,) * 13))) is None


@for_each(
    "records",
    [
        (SIX, pains(5, 5, 5, 5), DAILY, sessions(5, 5, 5, 5)),
        (SIX, pains(7, 7, 7, 7), DAILY, sessions(5, 5, 5, 5)),
        (SIX, pains(6, 6, 6, 6), DAILY, sessions(5, 5, 5, 4)),
        (SIX, pains(6, 6, 6, 6), DAILY, sessions(5, 5, 5)),
        (SIX, pains(6, 6, 6, 6), DAILY, sessions(5, 5, 5, 5, routine="other")),
        (SIX, pains(6, 6, 6, 6), sessions(5, 5, 5, 5)),
        (SIX, pains(6, 6, 6, 6), DAILY, sessions(0, 0, 0, 0, 0, 0, 5)),
        (pains(*(6,) * 7, last=35), pains(6, 6, 6, 6), DAILY, sessions(5, 5, 5, 5)),
        (SIX, pains(6, 6, 6, 6), Plan(routine="six-week-back-care", days=DAILY.days), sessions(5)),
    ],
    ids=[
        "a point less",
        "a point more",
        "four of seven in the fourth week",
        "three weeks",
        "another routine",
        "no plan",
        "before the six weeks",
        "began 41 days ago",
        "a program",
    ],
)
def test_no_change_is_six_weeks_of_which_four_were_kept(records: tuple[Record, ...]) -> None:
    assert look("trend-no-change", facts_of(*records)) is None


def test_42_days_are_six_weeks() -> None:
    start = pains(*(6,) * 7, last=36)
    assert look("trend-no-change", facts_of(start, pains(6, 6, 6, 6), DAILY, sessions(5, 5, 5, 5)))


def test_six_weeks_whose_mean_came_back_are_not_called_steady() -> None:
    kept = DAILY, sessions(5, 5, 5, 5)
    steady = pains(*(6,) * 28, *(5,) * 7, *(6,) * 7, *(5,) * 7, *(6,) * 14)
    assert look("trend-no-change", facts_of(steady, *kept))
    swung = pains(*(6,) * 28, *(3,) * 7, *(5,) * 7, *(6,) * 7, *(6,) * 14)
    assert look("trend-no-change", facts_of(swung, *kept)) is None


def test_a_session_on_another_day_of_its_week_keeps_the_plan() -> None:
    now = pains(6, 6, 6, 6)
    assert look("trend-no-change", facts_of(SIX, now, THRICE, sessions(3, 3, 3, 3)))
    assert look("trend-no-change", facts_of(SIX, now, THRICE, sessions(2, 3, 3, 3))) is None


def test_seven_of_ten_sessions_keep_a_week() -> None:
    both = (DAILY, Plan(routine="other", days=THRICE.days))
    facts = facts_of(SIX, pains(6, 6, 6, 6), both, sessions(7, 7, 7, 7))
    assert look("trend-no-change", facts)
    assert (
        look("trend-no-change", facts_of(SIX, pains(6, 6, 6, 6), both, sessions(7, 7, 7, 6)))
        is None
    )


def test_a_program_besides_asks_for_no_days() -> None:
    both = (DAILY, Plan(routine="six-week-back-care", days=DAILY.days))
    assert look("trend-no-change", facts_of(SIX, pains(6, 6, 6, 6), both, sessions(5, 5, 5, 5)))


def test_more_of_one_routine_does_not_make_up_for_another() -> None:
    other = Plan(routine="other", days=THRICE.days)
    facts = facts_of(SIX, pains(6, 6, 6, 6), THRICE, other, sessions(6, 6, 6, 6))
    assert look("trend-no-change", facts) is None


def test_weeks_without_a_plan_do_not_count() -> None:
    late = Plan(routine="r", days=DAILY.days, since=day(21))
    facts = facts_of(SIX, pains(6, 6, 6, 6), late, sessions(7, 7, 7, 7, 7, 7))
    assert look("trend-no-change", facts) is None
    earlier = Plan(routine="r", days=DAILY.days, since=day(28))
    kept = facts_of(SIX, pains(6, 6, 6, 6), earlier, sessions(7, 7, 7, 7))
    assert look("trend-no-change", kept)


def test_what_is_planned_for_today_is_not_missing_yet() -> None:
    today = TODAY.strftime("%a").lower()
    plan = Plan(routine="r", days=(today,))  # type: ignore[arg-type] # a day of the week
    weekly = [Session(at=ago(7 * week), routine="r") for week in range(1, 5)]
    assert look("trend-no-change", facts_of(SIX, pains(6, 6, 6, 6), plan, weekly))


HIGH, LOW = (8, 8, 8), (4, 4, 4)


@pytest.mark.parametrize(
    ("entries", "speaks"),
    [
        (impacts(HIGH, HIGH, HIGH, (5, 6, 5), (5, 6, 5), (5, 6, 5)), True),
        (impacts(HIGH, HIGH, HIGH, LOW, LOW, LOW, last=9), True),
        (impacts(HIGH, HIGH, HIGH, LOW, LOW, LOW, last=10), False),
        (impacts(HIGH, HIGH, HIGH, (6, 6, 6), (6, 6, 6), (6, 6, 6)), False),
        (impacts(HIGH, HIGH, HIGH, LOW, LOW), False),
        (impacts(HIGH, HIGH, HIGH, LOW, HIGH, LOW), False),
        (impacts((9, 9, 9), LOW, LOW, LOW, LOW, LOW), False),
        (impacts(*((0, 0, 0),) * 6), False),
        (impacts(*((1, 2, 2),) * 3, *((0, 0, 0),) * 3), False),
        (impacts(*((2, 2, 2),) * 3, *((0, 1, 1),) * 3), True),
    ],
    ids=[
        "30 percent",
        "nine days ago",
        "ten days ago",
        "25 percent",
        "five answers",
        "not in a row",
        "a bad first week alone",
        "none",
        "of less than 2",
        "of 2",
    ],
)
def test_impact_improves_by_30_percent_of_two_or_more_three_times_in_a_row(
    entries: list[Pain], *, speaks: bool
) -> None:
    assert bool(look("impact-improved", facts_of(entries))) is speaks


def test_impact_that_swings_as_widely_by_itself_has_not_improved() -> None:
    swinging = (HIGH, (2, 2, 2), HIGH, (2, 2, 2), HIGH, LOW, LOW, LOW)
    assert look("impact-improved", facts_of(impacts(*swinging))) is None


def test_impact_needs_both_answers_and_the_pain_of_the_week() -> None:
    half = Pain(at=ago(0), severity=9, interference=Interference(enjoyment=9))
    assert look("impact-high", facts_of(half)) is None
    thin = [impact(7 * back, *each)[0] for back, each in enumerate((*(LOW,) * 3, *(HIGH,) * 3))]
    assert look("impact-improved", facts_of(thin)) is None


def test_impact_counts_from_a_new_baseline() -> None:
    entries = impacts(*((9, 9, 9),) * 3, *((5, 5, 5),) * 3)
    assert look("impact-improved", facts_of(entries))
    for first, speaks in ((35, True), (34, False)):
        anew = facts_of(entries, settings={"baseline_from": day(first).isoformat()})
        assert bool(look("impact-improved", anew)) is speaks


@pytest.mark.parametrize("entries", [impact(0, 7, 7, 6), impact(10, 9, 9, 9)])
def test_impact_is_high_from_7_on_and_for_nine_days(entries: list[Pain]) -> None:
    assert look("impact-high", facts_of(entries)) is None


def test_impact_is_high_by_the_answers_alone_where_the_week_was_hardly_noted() -> None:
    reason = look("impact-high", facts_of(impact(0, 3, 8, 7)[0]))
    assert reason
    assert reason.because == "Your answers on Mon 23 Nov: enjoyment 8, activity 7 of 10."
    assert look("impact-high", facts_of(impact(0, 9, 7, 6)[0])) is None


def three(**ratings: int) -> tuple[dict[str, int], ...]:
    """The same ratings three times."""
    return (ratings,) * 3


@for_each(
    ("ratings", "speaks"),
    [
        (ables(*three(a=3, b=3), *three(a=5, b=5)), True),
        (ables(*three(a=3, b=3), *three(a=5, b=4)), False),
        (ables(*three(a=3, b=3), *three(a=6, b=3)), True),
        (ables(*three(a=3, b=3), *three(a=6, b=2)), True),
        (ables(*three(a=3), {"a": 9}, {"a": 4}, {"a": 9}), False),
        (ables({"a": 1}, *three(a=5), *three(a=6)), False),
        (ables(*three(a=3), *three(b=9)), False),
        (ables(*three(a=3, b=0), *three(a=5, c=10)), True),
        (ables(*three(a=3), *three(a=9), last=21), True),
        (ables(*three(a=3), *three(a=9), last=22), False),
        (ables(*three(a=3), {"a": 9}, {"a": 9}), False),
    ],
    ids=[
        "2 points of the mean",
        "less",
        "3 points of one",
        "3 points of one, though another fell",
        "not in a row",
        "a bad first one alone",
        "nothing in common",
        "what all name",
        "21 days ago",
        "22 days ago",
        "only five",
    ],
)
def test_the_own_activities_improve_by_2_together_or_3_in_one(
    ratings: list[Ability], *, speaks: bool
) -> None:
    assert bool(look("function-improved", facts_of(ratings))) is speaks


def test_the_own_activities_count_from_a_new_baseline() -> None:
    rated = ables(*three(a=3), *three(a=6))
    for first, speaks in ((70, True), (69, False)):
        anew = facts_of(rated, settings={"baseline_from": day(first).isoformat()})
        assert bool(look("function-improved", anew)) is speaks


def test_the_activity_that_gained_most_is_named_in_the_persons_words() -> None:
    first, now = {"{a} \x1b[2J": 2, "walk": 3}, {"{a} \x1b[2J": 8, "walk": 4}
    advice = said("function-improved", facts_of(ables(*(first,) * 3, *(now,) * 3)))
    assert advice
    assert "easier: {a} \ufffd[2J went from 2 to 8 of 10 or more" in advice.text


def test_the_weeks_are_counted_in_days_not_in_entries() -> None:
    assert look("trend-much-improved", facts_of(SIX, pains(*(3, None, 3, None, 3, None, 3) * 3)))
