"""Where one lives: stated once, from two places, never guessed, taken back again."""

from typing import Any

from backcare_tui.screens import AboutYou
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import flowing, line_with, press, seen
from tests.stored import stored


async def test_a_region_is_chosen_once_and_names_whom_to_call(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "comma")
        assert "not stated" in line_with(pilot, "Region")
        assert "not stated" in line_with(pilot, "Emergency number")
        await press(pilot, "down down down enter")
        assert "never guessed" in flowing(pilot)
        assert "United Kingdom: 999" in seen(pilot)
        await press(pilot, "enter")
        assert "region" not in stored(repository), "enter alone leaves what holds"
        await press(pilot, "enter 4")
        assert stored(repository)["region"] == "uk"
        assert "United Kingdom" in line_with(pilot, "Region")
        assert "999" in line_with(pilot, "Emergency number")
        await press(pilot, "enter enter")
        assert stored(repository)["region"] == "uk", "enter alone leaves what holds"
        await press(pilot, "enter 9")
        assert stored(repository).get("region") is None
        await press(pilot, "enter 8 escape question_mark exclamation_mark end")
        assert "chest pain: call 111." in flowing(pilot)


async def test_about_you_asks_too_and_ones_own_number_goes_first(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("emergency_number", "01 2345")
    async with app_at() as pilot:
        app: Any = pilot.app
        await app.push_screen(AboutYou(app.desk))
        await press(pilot, "down")
        assert "It is never guessed" in flowing(pilot)
        await press(pilot, "enter 2")
        assert stored(repository)["region"] == "us"
        assert "United States" in line_with(pilot, "Region")
        assert "01 2345" in line_with(pilot, "Emergency number")
