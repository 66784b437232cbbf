"""The trials in the made-up diary: one that is over and helped, one that runs now."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from backcare_tui.demo.pen import Pen
from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.trial import Arm, Trial, TrialDay

_PAIRS, _PERIOD_DAYS = 7, 2
_FIRST_BEGAN, _SECOND_BEGAN = 46, 8
"""In days before today: after the flare-up, and last week."""
_MISSED = frozenset({33, 5})
"""Days before today on which one was not kept to."""
_OPEN = 21
"""The day before today for which nothing was said."""


def trials(today: dt.date, pain: Mapping[dt.date, float], pen: Pen) -> Iterable[Record]:
    """A walk at lunch, over and done, and evenings without a screen, in its second week.

    The days of the walk are those on which the story has less pain: so it helped.

    Args:
        today: The last day of the diary.
        pain: The pain of each day, as it was written.
        pen: Gives ids and chance.
    """
    began = today - dt.timedelta(days=_FIRST_BEGAN)
    walk = Trial(
        id=pen.id(),
        name="A walk at lunch",
        outcome="pain",
        started=began,
        period_days=_PERIOD_DAYS,
        schedule=tuple(_in_order(began, pain)),
        note="Round the block, fifteen minutes, whatever the weather.",
    )
    screen = Trial(
        id=pen.id(),
        name="Screens off an hour before bed",
        outcome="sleep",
        started=today - dt.timedelta(days=_SECOND_BEGAN),
        period_days=_PERIOD_DAYS,
        schedule=tuple(arm for _ in range(_PAIRS) for arm in _pair(pen.chance.random() < 0.5)),
    )
    for trial, began_ago in ((walk, _FIRST_BEGAN), (screen, _SECOND_BEGAN)):
        yield trial
        yield from _days(trial, range(began_ago, 0, -1), today, pen)


def _in_order(began: dt.date, pain: Mapping[dt.date, float]) -> Iterable[Arm]:
    """The better half of each pair is the one with the walk."""
    for pair in range(_PAIRS):
        yield from _pair(_change(began, pair, pain) > 0)


def _change(began: dt.date, pair: int, pain: Mapping[dt.date, float]) -> float:
    """How much higher pain was in the second half of a pair than in the first."""
    days = [began + dt.timedelta(days=2 * _PERIOD_DAYS * pair + n) for n in range(2 * _PERIOD_DAYS)]
    first, second = _level(days[:_PERIOD_DAYS], pain), _level(days[_PERIOD_DAYS:], pain)
    return second - first


def _pair(is_first: bool) -> tuple[Arm, Arm]:  # noqa: FBT001 - which of two comes first
    return ("with", "without") if is_first else ("without", "with")


def _level(days: Sequence[dt.date], pain: Mapping[dt.date, float]) -> float:
    known = [pain[day] for day in days if day in pain]
    return mean(known) if known else 0.0


def _days(trial: Trial, agos: range, today: dt.date, pen: Pen) -> Iterable[TrialDay]:
    for number, ago in enumerate(agos[: _PERIOD_DAYS * len(trial.schedule)]):
        is_with = trial.schedule[number // _PERIOD_DAYS] == "with"
        if ago != _OPEN:
            yield TrialDay(
                id=pen.id(),
                on=today - dt.timedelta(days=ago),
                trial=trial.id,
                did=is_with != (ago in _MISSED),
            )
