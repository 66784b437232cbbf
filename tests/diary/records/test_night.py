"""A night refuses what does not fit into it, in words."""

from typing import Any

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.values import BadValue
from tests.conftest import MONDAY
from tests.for_each import for_each

TIMES: dict[str, Any] = {"bed": "22:30", "up": "06:50"}
REFUSED: dict[str, dict[str, Any]] = {
    'lights_out: "22:00" is not between 22:30 and 06:50.': {**TIMES, "lights_out": "22:00"},
    'lights_out: "07:00" is not between 22:30 and 06:50.': {**TIMES, "lights_out": "07:00"},
    'woke: "07:00" is not between 22:30 and 06:50.': {**TIMES, "woke": "07:00"},
    'woke: "22:40" is not after lights out at 23:00.': {
        **TIMES, "lights_out": "23:00", "woke": "22:40"
    },
    "awake_min: 430 is not within the 450 minutes from lights out to waking, with the latency.": {
        **TIMES, "lights_out": "23:00", "latency_min": 25, "awake_min": 430, "woke": "06:30"
    },
    'lights_out: "23:00" is not possible without the times to bed and up.': {
        "asleep_min": 400, "lights_out": "23:00"
    },
    'woke: "06:00" is not possible without the times to bed and up.': {
        "quality": 3, "woke": "06:00"
    },
}  # fmt: skip


@for_each(("sentence", "fields"), REFUSED.items())
def test_a_time_outside_of_the_night_is_refused(sentence: str, fields: dict[str, Any]) -> None:
    with pytest.raises(BadValue) as refused:
        Night(night=MONDAY.date(), **fields)
    assert str(refused.value) == sentence


def test_lights_out_and_waking_may_be_the_ends() -> None:
    night = Night(night=MONDAY.date(), **TIMES, lights_out="22:30", woke="06:50")
    assert (night.lights_on_min, night.lie_in_min) == (0, 0)
