"""What is sent past the screen reaches the driver, while the window is behind."""

import pytest
from textual import events
from textual.app import App

from backcare_tui.widgets.desktop import tell_desktop


async def test_a_sequence_is_written_only_while_the_window_is_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        written: list[str] = []
        assert app._driver
        monkeypatch.setattr(app._driver, "write", written.append)
        tell_desktop(app, "one")
        app.post_message(events.AppBlur())
        await pilot.pause()
        tell_desktop(app, "two")
        assert written == ["two"]
