"""The page of where the diary is: it moves the diary that nothing names, and says why where it cannot."""

from functools import partial
from pathlib import Path

import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.pain import Pain
from backcare_tui.moving import Mover
from backcare_tui.opening import look_at
from backcare_tui.screens.frame.upkeep import Reopened, Upkeep
from backcare_tui.store import open_repository
from backcare_tui.store.places import diary_path as place_of_diary
from tests.conftest import MONDAY, FrozenClock
from tests.screens.seen import flowing, press, seen, settle, write, write_over


class Reminds:
    """No reminder stands."""

    def standing(self) -> None:
        return None


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, folder in {"XDG_DATA_HOME": "data", "HOME": ".", "LOCALAPPDATA": "data"}.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.delenv("BACKCARE_DIARY", raising=False)
    return tmp_path


async def test_the_diary_is_moved_with_what_is_in_it_or_stays_with_a_reason(
    home: Path, clock: FrozenClock
) -> None:
    path, new = place_of_diary(), home / "my docs"
    repository = open_repository(path, clock)
    repository.add(Pain(at=MONDAY, severity=4))
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    new.mkdir()
    (new / "diary.json").write_text("of another")
    mover = Mover(path, Reminds)  # type: ignore[arg-type]
    app = BackcareApp(
        repository,
        clock,
        upkeep=Upkeep(custody=partial(look_at, path, clock, None), mover=lambda: mover),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "where it is")
        await press(pilot, "enter")
        await settle(pilot)
        await press(pilot, "down enter")
        assert "reads the copies back" in flowing(pilot)
        await write_over(pilot, str(new))
        await press(pilot, "enter")
        await settle(pilot)
        assert "is there already, maybe of another diary" in flowing(pilot)
        (new / "diary.json").unlink()
        await press(pilot, "enter")
        await write_over(pilot, str(new))
        await press(pilot, "enter")
        await settle(pilot)
    assert app.reopening.said == (f"Moved: {new / 'diary.json'}",)
    assert place_of_diary() == mover.path == new / "diary.json"

    repository = open_repository(mover.path, clock)
    assert len(repository.entries(Pain)) == 1
    look = partial(look_at, mover.path, clock, None)
    app = BackcareApp(
        repository,
        clock,
        upkeep=Upkeep(custody=look),
        reopened=Reopened(app.reopening.said, is_moved=True),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Where it is" in seen(pilot)
        assert "Moved:" in flowing(pilot)
