import statistics

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.insight.week.sleep import regularity
from tests.insight.week.week_of import at, night


def test_regularity_is_the_spread_of_the_middle_of_sleep() -> None:
    nights = [
        night(0, "23:00"),
        night(1, "23:30"),
        night(2, "00:10"),
        night(3, "22:20", latency=20),
    ]
    middles = [3 * 60, 3.25 * 60, 3 * 60 + 35, 2 * 60 + 50]
    assert regularity(nights) == pytest.approx(statistics.pstdev(middles))


def test_regularity_is_the_same_for_those_who_sleep_by_day() -> None:
    by_night = [night(day, bed, up) for day, (bed, up) in enumerate(SHIFTS)]
    by_day = [night(day, _later(bed), _later(up)) for day, (bed, up) in enumerate(SHIFTS)]
    assert regularity(by_night) == pytest.approx(regularity(by_day))


SHIFTS = (("23:00", "07:00"), ("23:50", "07:00"), ("00:30", "08:00"), ("22:40", "05:00"))


def _later(time: str, hours: int = 12) -> str:
    hour, minute = time.split(":")
    return f"{(int(hour) + hours) % 24:02}:{minute}"


def test_three_nights_say_nothing_of_regularity() -> None:
    assert regularity([night(day) for day in range(3)]) is None
    assert regularity([Night(night=at(day).date(), asleep_min=400) for day in range(7)]) is None
