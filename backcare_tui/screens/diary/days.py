"""Ten years of days as rows, each read and drawn when it comes into view."""

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from backcare_tui.diary.derived import nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.text import say_list_day, say_minutes, say_number
from backcare_tui.widgets.columns import ListRow

SEVERITY_SHAPES = " ▁▂▃▄▅▆▇█"


class DayRows:
    """A source of rows, newest day first; see `RowSource` and `Findable`."""

    def __init__(self, days: Sequence[dt.date], repository: Repository, clock: Clock) -> None:
        """Rows of these days.

        Args:
            days: Newest first, in one unbroken run or the found ones.
            repository: Asked for each day that is seen.
            clock: For the year, which is left out where it is this one, and for each night's length.
        """
        self._days, self._clock, self._repository = days, clock, repository
        self._today = clock.today()
        self._places = {day.isoformat(): place for place, day in enumerate(days)}

    def __len__(self) -> int:
        """How many days."""
        return len(self._days)

    def __getitem__(self, index: int, /) -> ListRow:
        """One day: its name, pain by number, shape and color, and how long was slept."""
        day = self._days[index]
        pain = pain_by_day(self._repository.entries(Pain, (day, day))).get(day)
        night = nights_by_day(self._repository.entries(Night, (day, day))).get(day)
        asleep = time_asleep(night, self._clock) if night else None
        return ListRow(
            day.isoformat(),
            (
                say_list_day(day, self._today),
                _pain_cell(pain),
                "" if asleep is None else say_minutes(asleep),
            ),
            style="quiet" if pain is None and night is None else "plain",
        )

    def position(self, key: str, /) -> int | None:
        """Where a day is."""
        return self._places.get(key)


def _pain_cell(pain: float | None) -> Content:
    """A day's pain by shape, number and color; nothing where it is not known."""
    if pain is None:
        return Content("")
    shape = SEVERITY_SHAPES[max(round(pain / 10 * 8), 1)]
    return Content.styled(f"{shape} {say_number(pain)}", f"$pain-{round(pain)}")
