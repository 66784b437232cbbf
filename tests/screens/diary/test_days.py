import datetime as dt

from backcare_tui.diary.records.night import Night
from backcare_tui.screens.diary.days import DayRows
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock


def test_the_night_of_the_clock_change_is_listed_as_long_as_it_was(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    sunday = dt.date(2026, 10, 25)
    repository.add(Night(night=sunday, bed="23:00", up="07:00"))
    assert DayRows([sunday], repository, clock)[0].cells[2] == "9 h"
