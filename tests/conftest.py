"""The world that the tests live in: a clock that stands still, and a diary in a folder of its own."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository

MONDAY = dt.datetime.fromisoformat("2026-11-23T08:12:00+01:00")
"""Where every test begins."""


class FrozenClock(Clock):
    """A clock that stands still, in a zone that does not depend on the machine."""

    def __init__(self, now: dt.datetime = MONDAY, zone: str = "Europe/Berlin") -> None:
        self._zone = ZoneInfo(zone)
        self._now = self.here(now)

    def now(self) -> dt.datetime:
        return self._now

    def local(self, wall: dt.datetime) -> dt.datetime:
        return self.here(wall.replace(tzinfo=self._zone))

    def here(self, moment: dt.datetime) -> dt.datetime:
        # A bare offset, as the system gives it: times of one ZoneInfo subtract as on the wall.
        at = moment.astimezone(dt.UTC).astimezone(self._zone)
        return at.replace(tzinfo=dt.timezone(at.utcoffset() or dt.timedelta()), fold=0)

    def move(self, **length: float) -> dt.datetime:
        """Step on (`minutes=5`, `days=181`), and say what time it is then."""
        self._now = self.here(self._now + dt.timedelta(**length))
        return self._now


@pytest.fixture
def clock() -> FrozenClock:
    """Monday, 23 November 2026, 08:12, one hour east of Greenwich."""
    return FrozenClock()


@pytest.fixture
def diary_path(tmp_path: Path) -> Path:
    """Where a diary may be made; nothing is there yet."""
    return tmp_path / "diary" / "diary.json"


@pytest.fixture
def repository(diary_path: Path, clock: FrozenClock) -> TinyRepository:
    """An empty diary in a file."""
    return open_repository(diary_path, clock)
