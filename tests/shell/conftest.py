"""The command line as a shell meets it, on a diary of its own.

A command takes a tenth of the time in this process, so that is where it is run every day; in a
thorough run, and where a test is about the process, it has one of its own.
"""

import datetime as dt
import io
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui import cli
from backcare_tui.diary.when import Clock
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, is_everyday
from tests.zone import in_zone

ROOT = Path(__file__).parents[2]
ZONE = "Etc/GMT-1"


def written(stream: io.TextIOWrapper) -> str:
    """All that was written to a stream in memory."""
    stream.seek(0)
    return stream.read()


@dataclass(frozen=True)
class Shell:
    """Runs `backcare` on one diary, one hour east of Greenwich all year."""

    diary: Path
    compiled: Path
    """Where processes keep the program compiled, so that not each of them has to do it."""
    is_process: bool = True
    moment: dt.datetime | None = None
    """When it is run; None for now. It needs a shell that is no process."""

    def run(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """What `backcare WORDS` said, and its exit status."""
        if self.is_process or env:
            return self._in_a_process(*words, **env)
        return self._here(*words)

    def _here(self, *words: str) -> subprocess.CompletedProcess[str]:
        nobody, *streams = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(3))
        with pytest.MonkeyPatch.context() as patch, in_zone(ZONE):
            for name, value in self.env().items():
                patch.setenv(name, value)
            for name, stream in zip(("stdin", "stdout", "stderr"), (nobody, *streams), strict=True):
                patch.setattr(sys, name, stream)
            if self.moment:
                patch.setattr(Clock, "instant", lambda _: self.moment)
            status = cli.run(words)
        return subprocess.CompletedProcess(words, status, *map(written, streams))

    def _in_a_process(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            env=self.env(**env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def says(self, *words: str) -> str:
        """What a command that must succeed, and complain of nothing, said."""
        done = self.run(*words)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def prints(self, *words: str) -> str:
        """A page for others that is printed; what is on it was said beside it."""
        done = self.run(*words)
        assert done.returncode == 0
        assert done.stderr.startswith("On this page: ")
        assert done.stderr.count("\n") == 1
        return done.stdout

    def command(self, *words: str) -> list[str]:
        """The words that run it."""
        return [sys.executable, "-m", "backcare_tui", *words]

    def env(self, **more: str) -> dict[str, str]:
        """The surroundings it runs in."""
        return {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(self.compiled),
            "HOME": str(self.diary.parent.parent),
            "BACKCARE_DIARY": str(self.diary),
            "BACKCARE_BACKUPS": str(self.diary.parent.parent / "backups"),
            "TZ": ZONE,
            "COLUMNS": "80",
            **more,
        }

    def write(self, tables: Mapping[str, list[dict[str, Any]]]) -> bytes:
        """Make a diary of these documents, as any TinyDB would."""
        numbered = {
            table: {
                str(number): {"id": f"{table}-{number}", "updated": "2024-01-01T00:00:00+01:00"}
                | document
                for number, document in enumerate(documents, start=1)
            }
            for table, documents in tables.items()
        }
        return self.put(msgspec.json.encode(numbered))

    def put(self, data: bytes) -> bytes:
        """Make a diary file of these bytes."""
        self.diary.parent.mkdir(exist_ok=True)
        self.diary.write_bytes(data)
        return data

    def documents(self, table: str) -> list[dict[str, Any]]:
        """What the file holds in a table, marks of removal included."""
        tables = msgspec.json.decode(self.diary.read_bytes())
        return list(tables.get(table, {}).values())

    def entry(self, table: str) -> dict[str, Any]:
        """The only document of a table, without what the repository adds."""
        (document,) = self.documents(table)
        return {name: value for name, value in document.items() if name not in {"id", "updated"}}


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "compiled"


@pytest.fixture
def shell(diary_path: Path, compiled: Path, request: pytest.FixtureRequest) -> Shell:
    """A shell with a diary that is not there yet."""
    is_here = is_everyday(request.config) and hasattr(time, "tzset")
    return Shell(diary_path, compiled, is_process=not is_here)


@pytest.fixture
def story_shell(diary_path: Path, compiled: Path, story_diary: TinyRepository) -> Shell:
    """A shell on the four months of the demo, on the day up to which they were lived, whenever it is run."""
    return Shell(diary_path, compiled, is_process=False, moment=MONDAY)
