"""Whether an effect that stood out once held on the days that came after."""

import datetime as dt
from collections.abc import Callable

import numpy as np

from backcare_tui.insight.findings.adjusted import Adjusted
from backcare_tui.insight.findings.demands import DEMANDS
from backcare_tui.insight.findings.factors import UNIT_WITH, FactorColumn, Gathered
from backcare_tui.insight.findings.pairings import pairings
from backcare_tui.insight.findings.standing import Standing, standings
from tests.insight.simulated import BEGAN

DAYS = 140
TOLD = 3.3
NEVER = Standing(has_held=False, is_kept=False, stood_until=None)


def stood(acts_on: Callable[[int], bool], days: int = DAYS, told: float = TOLD) -> Standing:
    """How a factor of every other day or so stands that adds two points on some days of its next ones."""
    random = np.random.default_rng(3)
    when = [BEGAN + dt.timedelta(days=number) for number in range(days)]
    had = random.random(days) < 0.5
    pain = {
        day: float(4 + random.normal() + 2 * bool(number and had[number - 1] and acts_on(number)))
        for number, day in enumerate(when)
    }
    values = {day: float(has) for day, has in zip(when, had, strict=True)}
    column = FactorColumn("trigger:stress", values, "ticked", UNIT_WITH)
    of = Gathered((when[0], when[-1]), {"pain": pain, "sleep": {}}, (column,))
    sizes = np.full((len(DEMANDS), 1), told)
    (standing,) = standings(Adjusted(pain, list(pairings(of, "pain"))), sizes)
    return standing


def test_what_was_there_all_along_has_held() -> None:
    assert stood(lambda _: True).has_held


def test_what_is_only_there_on_the_last_days_has_not_held_yet() -> None:
    assert stood(lambda number: number >= DAYS - 24) == NEVER


def test_what_was_there_for_a_time_stood_out_until_some_day() -> None:
    standing = stood(lambda number: number < 100, days=220)
    assert standing.stood_until
    assert 90 <= (standing.stood_until - BEGAN).days < 200
    assert standing.stood_by >= TOLD


def test_what_never_was_never_stood_out() -> None:
    assert stood(lambda _: False) == NEVER


def test_too_few_days_say_nothing() -> None:
    assert stood(lambda _: True, days=36) == NEVER


def test_what_was_told_once_is_told_on_until_it_has_gone() -> None:
    assert stood(lambda _: True).is_kept
    assert not stood(lambda number: number < 100, days=220).is_kept
    assert not stood(lambda _: False).is_kept
