"""The rhythm of advice: rests that double while nothing changes, and begin anew where something did."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.settings import Settings, Showing
from backcare_tui.guidance.advice.current import state_of
from backcare_tui.guidance.advice.rhythm import after_showing, rest_days
from backcare_tui.guidance.advice.table import Advice, Subject, Urgency
from tests.guidance.facts_of import TODAY, day

WALK = Advice("a", "info", "", "", "", cooldown_days=7, subject="moving")
HOURS = replace(WALK, figure=390.0, step=30.0)
ONE_DAY = dt.timedelta(days=1)


def after(settings: Settings, advice: Advice, today: dt.date) -> Settings:
    held = after_showing(settings, [advice], today)
    if held is None:
        return settings
    return Settings(advice_shown=held.advice_shown, advice_times=held.advice_times)


def days_shown(*figures: float | None, of: Advice = WALK, days: int = 200) -> list[int]:
    """On which days a piece is shown that holds all the time; its figure from so many tens of days on."""
    settings, shown = Settings(), []
    for number in range(days):
        figure = figures[min(number // 10, len(figures) - 1)] if figures else None
        advice, today = replace(of, figure=figure), TODAY + number * ONE_DAY
        state = state_of(advice, settings.advice_shown, (), today, settings.advice_times)
        if state.state == "now":
            shown.append(number)
            settings = after(settings, advice, today)
    return shown


def test_each_showing_without_effect_doubles_the_rest() -> None:
    assert days_shown() == [0, 7, 21, 49, 105]


@pytest.mark.parametrize(
    ("severity", "cooldown", "longest"), [("info", 7, 112), ("caution", 7, 28), ("caution", 30, 30)]
)
def test_a_rest_grows_no_longer_than_is_wise(
    severity: Urgency, cooldown: int, longest: int
) -> None:
    advice = replace(WALK, severity=severity, cooldown_days=cooldown)
    assert rest_days(advice, Showing(99)) == longest


@pytest.mark.parametrize("subject", ["signs", "check-up"])
def test_what_asks_for_a_look_comes_back_as_its_row_says(subject: Subject) -> None:
    assert rest_days(replace(WALK, subject=subject, severity="caution"), Showing(5)) == 7


def test_a_figure_that_changed_by_what_counts_is_news() -> None:
    assert days_shown(390, 390, 350, of=HOURS, days=36) == [0, 7, 20, 27]
    assert days_shown(390, 390, 375, of=HOURS, days=36) == [0, 7, 21]


def test_after_four_weeks_with_nothing_to_say_it_begins_anew() -> None:
    held = Settings(advice_shown={"a": day(28)}, advice_times={"a": Showing(2)})
    assert after(held, WALK, TODAY).advice_times == {"a": Showing(1)}
    held = Settings(advice_shown={"a": day(27)}, advice_times={"a": Showing(2)})
    assert after(held, WALK, TODAY).advice_times == {"a": Showing(3)}


def test_of_a_diary_of_before_a_piece_counts_as_shown_once() -> None:
    old = Settings(advice_shown={"a": day(7)})
    assert after(old, WALK, TODAY).advice_times == {"a": Showing(2)}


def test_what_is_on_the_screen_is_remembered_once_a_day() -> None:
    first = after_showing(Settings(), [WALK, replace(WALK, id="b", event="e")], TODAY)
    assert first
    assert first.advice_shown == {"a": TODAY, "b:e": TODAY}
    assert after_showing(after(Settings(), WALK, TODAY), [WALK], TODAY) is None
    assert after_showing(Settings(), [], TODAY) is None


def test_what_was_shown_long_ago_is_forgotten() -> None:
    held = Settings(
        advice_shown={"old": day(401), "kept": day(400)},
        advice_times={"old": Showing(3), "kept": Showing(2)},
    )
    now = after(held, WALK, TODAY)
    assert now.advice_shown == {"kept": day(400), "a": TODAY}
    assert now.advice_times == {"kept": Showing(2), "a": Showing()}


@given(times=st.integers(1, 10**6), days=st.integers(0, 120))
def test_whatever_a_file_says_nothing_rests_longer_than_a_season(times: int, days: int) -> None:
    advice = replace(WALK, cooldown_days=days)
    assert days <= rest_days(advice, Showing(times)) <= max(days, 112)
