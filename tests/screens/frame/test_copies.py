"""A copy that a file sync leaves beside the diary while backcare is open."""

import json
from pathlib import Path

import msgspec
import pytest
from textual import constants

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.night import Night
from backcare_tui.store.copies import Copies
from backcare_tui.store.digest import OPEN, sealed
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.tending import Tended
from tests.conftest import MONDAY, FrozenClock
from tests.screens.seen import lines, press, seen, settle

WIDE = (120, 40)


@pytest.mark.thorough
async def test_it_is_merged_shown_and_said_and_two_nights_are_asked_about(
    repository: TinyRepository,
    diary_path: Path,
    clock: FrozenClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    repository.add(Night(night=MONDAY.date(), asleep_min=400))
    kept: list[bytes] = []
    copies = Copies(diary_path, clock, *(lambda _, data: kept.append(data),) * 2)
    app = BackcareApp(repository, clock, tended=Tended(copies=copies))
    async with app.run_test(size=WIDE) as pilot:
        tables = json.loads(diary_path.read_bytes())
        when = MONDAY.isoformat()
        tables["sleep"]["2"] = {
            "id": "there",
            "updated": when,
            "night": "2026-11-23",
            "asleep_min": 420,
        }
        tables["pain"] = {"1": {"id": "pain-1", "updated": when, "at": when, "severity": 7}}
        tables["meta"]["1"]["digest"] = OPEN
        copy = diary_path.with_name("diary (1).json")
        copy.write_bytes(sealed(msgspec.json.encode(tables)))
        app.look_at_the_file()
        await settle(pilot)
        assert not copy.exists()
        assert "Merged: 2 entries added on your other device" in lines(pilot)[0]
        assert "two nights on Mon 23 Nov" in lines(pilot)[0]
        assert "7 severe" in seen(pilot)
        await press(pilot, "2")
        assert "2 nights: d deletes the wrong one" in seen(pilot)
        assert "6 h 40" in seen(pilot)
        assert "7 h" in seen(pilot)
        await press(pilot, "tab d")
        assert "2 nights" not in seen(pilot)
        assert lines(pilot)[0]
