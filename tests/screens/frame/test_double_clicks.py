"""A double click is of one screen: what lies under the pointer on the next one was never aimed at."""

from typing import Any

import pytest
from textual.events import MouseDown, MouseEvent, MouseUp
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.conftest import AppAt
from tests.screens.seen import flowing, painted, place_of, settle


async def click_twice(pilot: Pilot[Any], at: Offset, after_s: float) -> None:
    """Two clicks as the terminal tells of them, the second so many seconds after the first."""
    begun = 0.0
    for wait_s in (0.0, after_s):
        for kind in (MouseDown, MouseUp):
            event: MouseEvent = kind(None, *at, 0, 0, button=1, shift=False, meta=False, ctrl=False)
            begun = begun or event.time
            event.time = begun + wait_s
            pilot.app.post_message(event)
            await settle(pilot)
            await painted(pilot)


@pytest.mark.parametrize(("after_s", "is_save_asked"), [(0.2, False), (0.8, True)])
async def test_the_second_half_of_a_double_click_does_nothing_on_what_the_first_opened(
    after_s: float, *, is_save_asked: bool, app_at: AppAt
) -> None:
    async with app_at((80, 24)) as pilot:
        await click_twice(pilot, place_of(pilot, "n check-in"), after_s)
        assert "Check-in · today" in flowing(pilot)
        # There the footer of the form says `enter save`.
        assert ("! Pain: nothing is not" in flowing(pilot)) is is_save_asked
