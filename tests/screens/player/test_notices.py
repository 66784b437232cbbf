"""While the window is behind another one, the end of a hold is told on the desktop, if that is wanted."""

import pytest
from textual import events

from backcare_tui.store.tiny import TinyRepository
from tests.screens.player.conftest import Playing
from tests.screens.player.playing import Seconds, wait
from tests.screens.seen import painted, settle


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was sent to the terminal to be shown on the desktop."""
    written: list[str] = []
    monkeypatch.setattr(
        "backcare_tui.screens.player.player.tell_desktop",
        lambda app, sequence: None if app.app_focus else written.append(sequence),
    )
    for variable in ("TMUX", "STY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "foot")
    return written


async def test_a_notice_comes_while_the_window_is_behind_and_not_in_front(
    playing: Playing, seconds: Seconds, repository: TinyRepository, sent: list[str]
) -> None:
    repository.set("notices", "yes")
    async with playing(5) as pilot:
        await settle(pilot)
        pilot.app.post_message(events.AppBlur())
        await painted(pilot)
        await wait(pilot, seconds, 18)
        assert sent == ["\x1b]777;notify;backcare;Hold over: Knee to Chest\x1b\\"]
        pilot.app.post_message(events.AppFocus())
        await painted(pilot)
        await wait(pilot, seconds, 20)
        assert len(sent) == 1


async def test_it_is_off_at_first(playing: Playing, seconds: Seconds, sent: list[str]) -> None:
    async with playing(5) as pilot:
        pilot.app.post_message(events.AppBlur())
        await painted(pilot)
        await wait(pilot, seconds, 18)
    assert not sent
