from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.week.summary import say_summary
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.insight.week.week_of import STEADY, SWINGING, at, look, night, pain, weeks_of_pain


@for_each(
    ("records", "said"),
    [
        ([], ""),
        ([pain(0, 4)], "Pain 4 on average on 1 day."),
        (weeks_of_pain(6, 3), "Pain 3 against 6 the week before."),
        ([*STEADY, *weeks_of_pain(5, 2)], "A better week: pain 2 against 5, which matters."),
        ([*STEADY, *weeks_of_pain(5, 8)], "A harder week: pain 8 against 5, which matters."),
        (
            [*STEADY, *weeks_of_pain(5, 4)],
            "A little calmer, beyond your usual swing: pain 4 against 5.",
        ),
        (
            [*STEADY, *weeks_of_pain(5, 6)],
            "A little harder, beyond your usual swing: pain 6 against 5.",
        ),
        ([*SWINGING, *weeks_of_pain(6, 4)], "A week within your usual swing: pain 4 against 6."),
        (weeks_of_pain(5, 5), "A week like the one before: pain 5 against 5."),
        (weeks_of_pain(0, 0), "A week like the one before: pain 0 against 0."),
        (weeks_of_pain(10, 10), "A week like the one before: pain 10 against 10."),
        (weeks_of_pain(6, 3, days=2), "Pain 3 on average on 2 days."),
        ([night(0)], "You slept 8 h a night."),
        (
            [pain(0, 4), night(0), Session(at=at(0), routine="desk-break")],
            "Pain 4 on average on 1 day; you slept 8 h a night and moved on 1 day.",
        ),
        ([night(1, "22:00"), night(-6)], "You slept 1 h longer a night."),
        ([night(1, "23:05"), night(-6)], "You slept as long as before, 7 h 55."),
    ],
)
def test_the_week_is_said_in_a_sentence(records: list[Record], said: str) -> None:
    assert say_summary(look(*records)) == said


def test_a_week_that_goes_on_is_said_so_far() -> None:
    assert say_summary(look(pain(7, 4), day=MONDAY.date())) == "So far pain 4 on average on 1 day."
