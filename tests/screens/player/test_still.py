"""What moves can be stilled on the spot, by one key, while the routine goes on (WCAG 2.2, 2.2.2)."""

import pytest
from textual import constants
from textual.pilot import Pilot

from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.player.breath import BreathPacer
from backcare_tui.widgets.player.figure_view import FigureView
from tests.conftest import AppAt
from tests.screens.player.playing import Seconds, begin, player_of, wait
from tests.screens.seen import painted, press, seen, settle
from tests.stored import stored

FIGURE_MOVES, BREATH_MOVES = 51, 75
"""Seconds of the routine at which its repetitions, and its breathing, are under way."""
KEY_POSES = 2
"""Of the figure; the one that is on now is marked."""


async def pictures(pilot: Pilot[None], seconds: Seconds) -> set[str]:
    """The different pictures of three seconds, without what counts."""
    found = set()
    for _ in range(15):
        seconds.now += 0.2
        player_of(pilot).look()
        await painted(pilot)
        shown = [*pilot.app.screen.query(FigureView), *pilot.app.screen.query(BreathPacer)]
        visible = next(each for each in shown if each.display)
        height = visible.size.height - isinstance(visible, BreathPacer)
        found.add("\n".join(visible.render_line(y).text for y in range(height)))
    return found


@pytest.mark.parametrize("at_s", [FIGURE_MOVES, BREATH_MOVES])
async def test_a_key_stills_the_figure_and_the_breath_and_lets_them_move_again(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch, at_s: int
) -> None:
    seconds = Seconds()
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "full")
    async with app_at((120, 40)) as pilot:
        await begin(pilot, seconds, "4")
        assert "f4 stand still" in seen(pilot)
        await wait(pilot, seconds, at_s)
        assert len(await pictures(pilot, seconds)) > KEY_POSES
        before = player_of(pilot).engine.whole_left_s
        await press(pilot, "f4")
        await settle(pilot)
        assert len(await pictures(pilot, seconds)) <= KEY_POSES
        assert player_of(pilot).engine.whole_left_s < before
        assert stored(repository)["calm"] == "yes"
        await press(pilot, "f4")
        await settle(pilot)
        assert len(await pictures(pilot, seconds)) > KEY_POSES
        assert "calm" not in stored(repository)
