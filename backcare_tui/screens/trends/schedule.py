"""The days of a trial as shapes: filled with, hollow without; beneath, what was kept to."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from textual.content import Content

from backcare_tui.diary.records.trial import Trial
from backcare_tui.insight.trials.schedule import TrialOn, days_of, is_kept, last_day
from backcare_tui.text import say_day

SHAPES = {"with": "■", "without": "□"}
KEPT, MISSED, OPEN, HERE = "✓", "x", "·", "▲"
LEGEND = f"{SHAPES['with']} do it  {SHAPES['without']} leave it out  {KEPT} as drawn  {MISSED} not  {OPEN} no answer"
_LABEL = 12
"""Cells of the day that a line begins with."""
_BETWEEN = 3
"""Cells between two pairs; between the periods of a pair is one."""

TrialPair = tuple[TrialOn, ...]


def draw_days(trial: Trial, done: Mapping[dt.date, bool], today: dt.date, width: int) -> Content:
    """As many pairs in a line as there is room for, at least one.

    Args:
        trial: Any.
        done: Whether what is tried was done, by the day.
        today: The day that is marked.
        width: Cells of a line.
    """
    on_days, size = days_of(trial), 2 * trial.period_days
    pairs = [on_days[at : at + size] for at in range(0, len(on_days), size)]
    in_line = max((width - _LABEL + _BETWEEN) // (size + 1 + _BETWEEN), 1)
    ended = last_day(trial)

    def mark(on: TrialOn) -> Content:
        return _mark(on, done, is_gone=on.day < today, is_left=on.day > ended)

    lines: list[Content] = []
    for at in range(0, len(pairs), in_line):
        lines += _lines(pairs[at : at + in_line], mark, today, ended)
    return Content("\n").join(lines)


def _lines(
    pairs: list[TrialPair], mark: Callable[[TrialOn], Content], today: dt.date, ended: dt.date
) -> Iterator[Content]:
    """The shapes after the first day, the marks beneath, and today where it is among them."""
    label = Content.styled(say_day(pairs[0][0].day).ljust(_LABEL), "$quiet")
    indent = Content(" " * _LABEL)
    yield label + _spread(pairs, lambda on: _shape(on, is_left=on.day > ended))
    yield indent + _spread(pairs, mark)
    if today <= ended and any(on.day == today for pair in pairs for on in pair):
        sign = Content.styled(HERE, "$here")
        yield indent + _spread(pairs, lambda on: sign if on.day == today else Content(" "))


def _spread(pairs: list[TrialPair], draw: Callable[[TrialOn], Content]) -> Content:
    drawn = (
        Content(" ").join(
            Content("").join(map(draw, half))
            for half in (pair[: len(pair) // 2], pair[len(pair) // 2 :])
        )
        for pair in pairs
    )
    return Content(" " * _BETWEEN).join(drawn)


def _shape(on: TrialOn, *, is_left: bool) -> Content:
    if is_left:
        return Content.styled("-", "$line")
    return Content.styled(SHAPES[on.arm], "$next" if on.arm == "with" else "$quiet")


def _mark(on: TrialOn, done: Mapping[dt.date, bool], *, is_gone: bool, is_left: bool) -> Content:
    if is_left:
        return Content(" ")
    if on.day in done:
        kept = is_kept(on, done[on.day])
        return Content.styled(KEPT, "$success") if kept else Content.styled(MISSED, "$error")
    return Content.styled(OPEN if is_gone else " ", "$quiet")
