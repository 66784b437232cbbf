"""A server of the command line, and a browser that opens what it says."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import browser
from tests.serving.tablet import Tablet
from tests.shell.conftest import Shell

Start = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture
def shell(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The command line on an empty diary."""
    (tmp_path / "diary").mkdir()
    compiled = tmp_path_factory.getbasetemp() / "compiled"
    return Shell(tmp_path / "diary" / "diary.json", compiled)


@pytest.fixture
def tablet(tmp_path: Path) -> Iterator[Tablet]:
    with browser(tmp_path / "browser", is_still=False) as tab:
        yield Tablet(tab)


@pytest.fixture
def serving(shell: Shell) -> Iterator[Start]:
    """Starts the server; gives the process and the address that it says."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str) -> tuple[subprocess.Popen[str], str]:
        port = str(20_000 + os.getpid() % 20_000)
        process = subprocess.Popen(
            shell.command("serve", "--port", port, *words),
            env=shell.env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        assert process.stdout
        return process, process.stdout.readline().split()[1]

    yield start
    for process in started:
        process.kill()
        process.communicate()
