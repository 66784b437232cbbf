"""What a session shows from its question to its end, with seconds that are stepped by hand."""

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.routine import Routine
from backcare_tui.library.routines import routine
from tests.conftest import AppAt
from tests.pictures.conftest import Difference
from tests.screens.player.playing import Seconds, begin, open_before, wait
from tests.screens.seen import press, settle

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "40x12": (40, 12)}
HIPS, CALM = routine("hips-and-hamstrings"), routine("breathing-calm")
MOMENTS: dict[str, tuple[Routine, float, str]] = {
    "ready": (HIPS, 3, ""),
    "repetition": (HIPS, 30, ""),
    "hold": (HIPS, 136, ""),
    "breath": (CALM, 14, ""),
    "paused": (HIPS, 60, "space"),
    "stopping": (HIPS, 60, "x"),
    "after": (HIPS, 60, "x d"),
    "stopped": (HIPS, 60, "6"),
}
"""What is played, for how many seconds, and the keys after that."""
NAMES = [f"{name}-{size}" for name in ("before", *MOMENTS) for size in SIZES]
"""Of the files."""
LARGE, SMALL = ("80x24", "120x40"), ("40x12",)
RUNS = [
    *((name, (*LARGE, *SMALL)) for name in ("before", *MOMENTS) if name != "stopped"),
    # What an answer brings is scrolled to when it comes, so it has to come in the size it is shown in.
    ("stopped", LARGE),
    ("stopped", SMALL),
]
"""Moments, and the sizes that are gone through in one app."""


async def show(pilot: Pilot[None], name: str) -> None:
    """Come to a moment of a session."""
    seconds = Seconds()
    if name == "before":
        await open_before(pilot, seconds, HIPS, ("osteoporosis", "knee_problem"))
        return
    played, length_s, keys = MOMENTS[name]
    await begin(pilot, seconds, "4", played)
    await wait(pilot, seconds, length_s)
    await press(pilot, keys)


@pytest.mark.thorough
@pytest.mark.parametrize(("moment", "sizes"), RUNS)
async def test_a_session_shows_what_it_showed(
    moment: str, sizes: tuple[str, ...], app_at: AppAt, difference: Difference
) -> None:
    found = ""
    async with app_at(SIZES[sizes[0]]) as pilot:
        await show(pilot, moment)
        for size in sizes:
            await pilot.resize_terminal(*SIZES[size])
            await settle(pilot)
            found += difference(f"session-{moment}-{size}", pilot)
    assert not found, found
