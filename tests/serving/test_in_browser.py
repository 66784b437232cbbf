"""The whole program in a real browser, at the size of a tablet, by clicks alone."""

import os
import re
import signal
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest

from backcare_tui.store.locked import places_of
from tests.browser import IS_HERE, Tab, browser
from tests.shell.conftest import Shell
from tests.store.locks import WORDS, locked

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not IS_HERE, reason="there is no chromium here"),
]
SIZES = [(1180, 820), (820, 1180)]
HEAR = """
window.drawn = [];
window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    this.addEventListener("message", ({ data }) => {
      if (typeof data !== "string") drawn.push(btoa(Array.from(new Uint8Array(data), b => String.fromCharCode(b)).join("")));
    });
  }
};
"""
"""What the session draws, beside the page that shows it."""
GRID = """(() => {
  const box = document.querySelector(".xterm-screen").getBoundingClientRect();
  return [box.left, box.top, box.width, box.height];
})()"""
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
PATIENCE_S = 60.0


class Tablet:
    """A tab whose words are read from what is drawn, and touched where they stand."""

    def __init__(self, tab: Tab, shell: Shell, folder: Path) -> None:
        self.tab, self.shell, self.folder = tab, shell, folder
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def open(self, address: str, size: tuple[int, int]) -> None:
        """Open an address that enters the code by itself."""
        self.tab.call("Emulation.setTouchEmulationEnabled", enabled=True)
        self.tab.resize(*size)
        self.tab.call("Page.addScriptToEvaluateOnNewDocument", source=HEAR)
        self.tab.call("Page.navigate", url=address)
        self.until(self._is_drawn)
        columns, rows = self.cells
        self._screen.resize(rows, columns)

    def _is_drawn(self) -> bool:
        try:
            return bool(self.tab.run("document.body?.className.includes('-first-byte')"))
        except AssertionError:  # the page changed while it was asked: the code was entered
            return False

    @property
    def cells(self) -> tuple[int, int]:
        """Columns and rows, from the size of what is drawn and of a letter."""
        letters = int(self.tab.run("document.getElementById('terminal').dataset.fontSize"))
        _, _, wide, high = self.tab.run(GRID)
        return round(wide / int(letters * 0.6)), round(high / round(letters * 1.319 + 0.5))

    @property
    def text(self) -> str:
        """What stands on the screen."""
        for piece in self.tab.run("drawn.splice(0)"):
            self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", b64decode(piece)))
        return "\n".join(self._screen.display)

    def until(self, is_so: Callable[[], Any]) -> None:
        """Wait for what becomes so."""
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, "\n".join(self._screen.display)

    def sees(self, words: str) -> None:
        """Wait for words."""
        self.until(lambda: words in self.text)

    def touch(self, words: str, until: str) -> None:
        """Touch the first place where words stand, again where it was not ready yet, until others are seen."""
        self.sees(words)

        def is_there() -> bool:
            if until not in self.text and words in self.text:
                self._touch(words)
                self.tab.run("new Promise(done => setTimeout(done, 1000))")
            return until in self.text

        self.until(is_there)

    def _touch(self, words: str) -> None:
        lines = self.text.splitlines()
        row = next(number for number, line in enumerate(lines) if words in line)
        column = lines[row].index(words) + len(words) // 2
        left, top, wide, high = self.tab.run(GRID)
        x = left + (column + 0.5) * wide / self._screen.columns
        y = top + (row + 0.5) * high / self._screen.lines
        for kind, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
            self.tab.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)


@pytest.fixture
def shell(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """The command line on an empty diary."""
    (tmp_path / "diary").mkdir()
    compiled = tmp_path_factory.getbasetemp() / "compiled"
    return Shell(tmp_path / "diary" / "diary.json", compiled)


@pytest.fixture
def tablet(shell: Shell, tmp_path: Path) -> Iterator[Tablet]:
    with browser(tmp_path / "browser", is_still=False) as tab:
        yield Tablet(tab, shell, tmp_path)


@pytest.fixture
def serving(shell: Shell) -> Iterator[Callable[..., tuple[subprocess.Popen[str], str]]]:
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


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_check_in_and_a_routine_by_clicks_alone(
    tablet: Tablet, serving: Any, size: tuple[int, int]
) -> None:
    shell = tablet.shell
    shell.says("log", "pain", "4", "--at", "yesterday 20:00")
    shell.says("about", "conditions=none")
    process, address = serving()
    tablet.open(address, size)
    columns, rows = tablet.cells
    assert columns >= 80
    assert rows >= 24
    tablet.touch("enter begins", until="6 Trends")
    tablet.touch("Check-in", until="enter save")
    tablet.touch("  5  ", until="hard to ignore")
    tablet.touch("enter save", until="6 Trends")
    tablet.touch("3 Move", until="enter starts it")
    tablet.touch("enter start ", until="Pain 5, as you just said")
    tablet.touch("enter start ", until="space pause")
    tablet.touch("space pause", until="Space goes on.")
    tablet.touch("x stop", until="Why do you stop?")
    tablet.touch("Done for now", until="nothing was played")
    assert sorted(each["severity"] for each in shell.documents("pain")) == [4, 5]
    assert tablet.tab.complaints == [] or all("WebGL" in each for each in tablet.tab.complaints)
    assert {each.split("/")[2] for each in tablet.tab.asked} == {address.split("/")[2]}
    process.send_signal(signal.SIGINT)
    _, complained = process.communicate()
    assert (process.returncode, complained) == (0, "Ended. What was under way is kept.\n")


def test_a_locked_diary_asks_for_its_passphrase_there(tablet: Tablet, serving: Any) -> None:
    shell = tablet.shell
    shell.says("log", "pain", "4")
    locked(shell.diary)
    assert places_of(shell.diary).is_locked
    _, address = serving()
    tablet.open(address, SIZES[0])
    tablet.sees("The diary is locked")
    tablet.tab.call("Input.insertText", text=WORDS)
    for kind in ("rawKeyDown", "keyUp"):
        tablet.tab.call("Input.dispatchKeyEvent", type=kind, key="Enter", windowsVirtualKeyCode=13)
    tablet.sees("Welcome to backcare")
