"""What the day alone explains: a level, the weekday, slow waves, and in long diaries those of a few weeks."""

import numpy as np

from backcare_tui.insight.findings.persistence import DayNumbers, Floats

WAVE_DAYS, LONG_WAVE_DAYS = 42, 24
"""From which length on waves belong to the calendar: six weeks, and in a long diary already 24 days (our own rules).

Those of about four weeks are shared by pain, mood, sleep and food: a menstrual cycle takes 29 days on average (612,613 cycles:
Bull 2019, npj Digit Med 2:83). So are spells of a few weeks, such as a project at work or a guest.
"""
LONG_DIARY_DAYS = 168
"""The length of a diary from which such waves can be told apart from what was done: six of four weeks (our own rule)."""
_NOTHING = 1e-6


def calendar_of(days: DayNumbers) -> Floats:
    """What the day alone explains, a column each.

    Args:
        days: Ordinals of the days, ascending.
    """
    span = int(days[-1] - days[0]) + 1
    at = (days - days[0] + 0.5) / span
    shortest = LONG_WAVE_DAYS if span >= LONG_DIARY_DAYS else WAVE_DAYS
    waves = [np.cos(np.pi * each * at) for each in range(1, 2 * span // shortest + 1)]
    columns = np.column_stack([weekdays_of(days), *waves])
    # Waves within a long gap are not told apart; a base of full rank says the same.
    base, triangle = np.linalg.qr(columns)
    return np.asarray(base[:, np.abs(np.diagonal(triangle)) > _NOTHING])


def weekdays_of(days: DayNumbers) -> Floats:
    """A level and the weekdays alone, a column each."""
    return np.column_stack([np.ones(len(days)), *((days % 7 == each) - 1 / 7 for each in range(6))])
