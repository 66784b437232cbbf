"""The command line as a shell meets it: real processes on a diary of their own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Shell:
    """Runs `backcare` on one diary, one hour east of Greenwich all year."""

    diary: Path

    def run(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """What `backcare WORDS` said, and its exit status."""
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

    def command(self, *words: str) -> list[str]:
        """The words that run it."""
        return [sys.executable, "-m", "backcare_tui", *words]

    def env(self, **more: str) -> dict[str, str]:
        """The surroundings it runs in."""
        folders = {"PYTHONPATH": str(ROOT), "HOME": str(self.diary.parent.parent)}
        return {
            **os.environ,
            **folders,
            "BACKCARE_DIARY": str(self.diary),
            "TZ": "Etc/GMT-1",
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


@pytest.fixture
def shell(diary_path: Path) -> Shell:
    """A shell with a diary that is not there yet."""
    return Shell(diary_path)
