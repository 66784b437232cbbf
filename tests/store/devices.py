"""Two devices in one process: each with a folder, and files that go from one to the other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from backcare_tui.store import open_repository
from backcare_tui.store.identity import device_id
from backcare_tui.store.reading import Tables
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock


@contextmanager
def on(name: str) -> Iterator[None]:
    """Be another device for a while."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BACKCARE_DEVICE", name)
        device_id.cache_clear()
        yield
    device_id.cache_clear()


class Device:
    """One device: a folder that a file sync looks after, and a clock of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.path = folder / name / "diary.json"
        self.clock = FrozenClock()

    @contextmanager
    def diary(self) -> Iterator[TinyRepository]:
        """The diary as this device opens it now."""
        self.clock.move(seconds=1)
        with on(self.name):
            yield open_repository(self.path, self.clock)

    def send(self, other: "Device", name: str = "diary.json") -> Path:
        """Put the file of this device into the folder of another one, by some name."""
        to = other.path.with_name(name)
        to.parent.mkdir(exist_ok=True)
        shutil.copyfile(self.path, to)
        return to

    def tables(self) -> Tables:
        return msgspec.json.decode(self.path.read_bytes())  # type: ignore[no-any-return]
