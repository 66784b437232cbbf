"""The world that the tests live in: a clock that stands still, and a diary in a folder of its own."""

import datetime as dt
import gc
import os
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest
from hypothesis import is_hypothesis_test, settings
from textual import constants
from textual.pilot import Pilot

from backcare_tui.app import BackcareApp
from backcare_tui.customs import STANDARD, follow
from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.examples import EVERYDAY, THOROUGH
from tests.quiet import wait_until_quiet
from tests.screens.seen import painted

__all__ = ["wait_until_quiet"]

MONDAY = dt.datetime.fromisoformat("2026-11-23T08:12:00+01:00")
"""Where every test begins."""
NOT_ALL = f"not {THOROUGH}"
"""What is run where nobody asks for another part; pyproject.toml says so."""


def is_everyday(config: pytest.Config) -> bool:
    """Whether this run leaves out what is thorough."""
    return bool(config.option.markexpr == NOT_ALL)


def pytest_configure(config: pytest.Config) -> None:
    """A property is tried on a few examples every day, and on many in a thorough run."""
    os.environ["BACKCARE_DEVICE"] = "the-device-of-the-tests"
    os.environ["COLORTERM"] = "truecolor"
    os.environ["BACKCARE_BACKUPS"] = os.path.join(os.devnull, "where-none-can-be")  # noqa: PTH118
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile(EVERYDAY if is_everyday(config) else THOROUGH)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What a thorough run does otherwise, it does again: properties, and commands of the shell."""
    for item in items if not is_everyday(config) else ():
        if isinstance(item, pytest.Function) and (
            is_hypothesis_test(item.obj) or "shell" in item.fixturenames
        ):
            item.add_marker(THOROUGH)


def pytest_runtest_setup() -> None:
    """No test goes by what the diary of another one had set."""
    follow(STANDARD)


def pytest_collection_finish() -> None:
    """Keep the collector off what stays; with every app that goes it cost a sixth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 100)


class FrozenClock(Clock):
    """A clock that stands still, in a zone that does not depend on the machine."""

    def __init__(self, now: dt.datetime = MONDAY, zone: str = "Europe/Berlin") -> None:
        self._zone = ZoneInfo(zone)
        self._now = self.here(now)

    def instant(self) -> dt.datetime:
        return self._now

    def local(self, wall: dt.datetime) -> dt.datetime:
        return self.here(wall.replace(tzinfo=self._zone))

    def here(self, moment: dt.datetime) -> dt.datetime:
        # A bare offset, as the system gives it: times of one ZoneInfo subtract as on the wall.
        at = moment.astimezone(dt.UTC).astimezone(self._zone)
        return at.replace(tzinfo=dt.timezone(at.utcoffset() or dt.timedelta()), fold=0)

    def travel(self, zone: str) -> dt.datetime:
        """Go to another zone, and say what time it is there."""
        self._zone = ZoneInfo(zone)
        return self.move()

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


@pytest.fixture
def week_diary(repository: TinyRepository) -> TinyRepository:
    """The seven days before MONDAY, pain 1 to 7 at 08:00 and nights of seven hours, and a meal."""
    records: list[Record] = [Meal(at=MONDAY - dt.timedelta(hours=1), text="porridge")]
    for ago in range(1, 8):
        day = MONDAY.replace(minute=0) - dt.timedelta(days=ago)
        records.append(
            Pain(at=day, severity=8 - ago, areas=("lower-back-l",), triggers=("sitting",))
        )
        records.append(Night(night=day.date(), bed="23:00", up="06:30", latency_min=30))
    repository.add(*records, summary="a week")
    return repository


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of the four months of the demo, up to MONDAY, made once for all who read it."""
    path, clock = tmp_path_factory.mktemp("story") / "diary.json", FrozenClock()
    open_repository(path, clock).add(*demo_diary(clock=clock), summary="four months")
    return path.read_bytes()


@pytest.fixture
def story_diary(repository: TinyRepository, diary_path: Path, story: bytes) -> TinyRepository:
    """The four months of the demo, up to MONDAY."""
    diary_path.parent.mkdir()
    diary_path.write_bytes(story)
    assert repository.refresh()
    return repository


class AppAt(Protocol):
    """Opens the app on a diary, in a terminal of so many columns and rows."""

    def __call__(
        self,
        size: tuple[int, int] = (80, 24),
        diary: TinyRepository | None = None,
        *,
        is_new: bool = False,
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot of the app, at rest; `is_new` leaves the welcome to be seen."""


@pytest.fixture
def app_at(
    repository: TinyRepository, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> AppAt:
    """The whole app on `repository`, or on another diary, without motion."""
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")

    @asynccontextmanager
    async def at(
        size: tuple[int, int] = (80, 24),
        diary: TinyRepository | None = None,
        *,
        is_new: bool = False,
    ) -> AsyncIterator[Pilot[None]]:
        shown = diary or repository
        if not is_new and shown.read_only is None:
            shown.set("boundaries_seen", MONDAY.date().isoformat())
        async with BackcareApp(shown, clock).run_test(size=size) as pilot:
            await painted(pilot)
            yield pilot

    return at
