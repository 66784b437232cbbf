"""What the chart draws of each day, from pain and nights."""

import datetime as dt
from collections.abc import Iterable

from backcare_tui.diary.derived import nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.widgets.charts.pain_sleep import ChartDay


def chart_days(
    pain: Iterable[Pain], nights: Iterable[Night], days: Iterable[dt.date], today: dt.date
) -> tuple[ChartDay, ...]:
    """What the chart draws of each day; unknown stays unknown."""
    entries = tuple(pain)
    mean = pain_by_day(entries)
    night_of = nights_by_day(nights)
    severities: dict[dt.date, list[int]] = {}
    for entry in entries:
        severities.setdefault(entry.day, []).append(entry.severity)
    return tuple(
        ChartDay(
            day,
            pain=mean.get(day),
            worst=max(severities.get(day, ()), default=None),
            best=min(severities.get(day, ()), default=None),
            asleep_min=time_asleep(night_of[day]) if day in night_of else None,
            is_today=day == today,
        )
        for day in days
    )
