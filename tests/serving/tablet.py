"""A tablet: a page in a real browser, whose words are read from what is drawn and touched where they stand."""

import re
import time
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pyte

from tests.browser import Navigated, Tab

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
DRAWN = "!window.isOld && document.body?.className.includes('-first-byte')"
GRID = """(() => {
  const box = document.querySelector(".xterm-screen").getBoundingClientRect();
  return [box.left, box.top, box.width, box.height];
})()"""
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p")
PATIENCE_S = 60.0


class Tablet:
    """A tab whose words are read from what is drawn, and touched where they stand."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)

    def open(self, address: str, size: tuple[int, int]) -> None:
        """Open an address that enters the code by itself."""
        self.show(address, size)
        self.until_drawn()

    def show(self, address: str, size: tuple[int, int]) -> None:
        """Show a page, whatever it is."""
        self.tab.call("Emulation.setTouchEmulationEnabled", enabled=True)
        self.tab.resize(*size)
        self.tab.call("Page.addScriptToEvaluateOnNewDocument", source=HEAR)
        self.tab.call("Page.navigate", url=address)

    def until_drawn(self) -> None:
        """Wait for the terminal, and take its size."""
        self.until(self._is_drawn)
        self.fit()

    def fit(self) -> None:
        """Take the size that the terminal has by now."""
        columns, rows = self.cells
        self._screen.resize(rows, columns)

    def anew(self, act: Callable[[], object]) -> None:
        """Do what has the page loaded anew, and wait for that."""
        self.tab.run("window.isOld = true")
        act()
        self._screen.reset()
        self.until_drawn()

    def _is_drawn(self) -> bool:
        try:
            return bool(self.tab.run(DRAWN))
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
        """Touch the first place where words stand; again where nothing came of it for long."""
        self.sees(words)
        for _ in range(3):
            self._touch(words)
            end = time.monotonic() + PATIENCE_S / 3
            while time.monotonic() < end:
                if until in self.text:
                    return
                self.rest(100)
        raise AssertionError("\n".join(self._screen.display))

    def _touch(self, words: str) -> None:
        at = self._middle_of(words)
        for kind, points in (("touchStart", [at]), ("touchEnd", [])):
            self.tab.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    def rest(self, ms: int) -> None:
        """Give the page this time."""
        self.tab.run(f"new Promise(done => setTimeout(done, {ms}))")

    def compose(self, text: str) -> None:
        """Write as the keyboard of a tablet does: letter by letter as a draft of its own, then put in place."""
        for number in range(1, len(text) + 1):
            self.tab.call(
                "Input.imeSetComposition",
                text=text[:number],
                selectionStart=number,
                selectionEnd=number,
            )
        self.tab.call("Input.insertText", text=text)

    def once(self, words: str) -> None:
        """Touch words, and wait for nothing."""
        self.sees(words)
        self._touch(words)

    def drag(self, words: str, rows: int) -> None:
        """Put a finger on words and move it up by so many rows."""
        at = self._middle_of(words)
        row = self.tab.run(GRID)[3] / self._screen.lines
        moves = [{**at, "y": at["y"] - row * step / 2} for step in range(2 * rows + 1)]
        for number, move in enumerate(moves):
            kind = "touchMove" if number else "touchStart"
            self.tab.call("Input.dispatchTouchEvent", type=kind, touchPoints=[move])
        self.tab.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def button(self, id_: str) -> None:
        """Touch a button of the page around the terminal."""
        box = f"document.getElementById('{id_}').getBoundingClientRect()"
        x, y, wide, high = self.tab.run(f"(b => [b.x, b.y, b.width, b.height])({box})")
        at = {"x": x + wide / 2, "y": y + high / 2}
        for kind, points in (("touchStart", [at]), ("touchEnd", [])):
            self.tab.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    def enter(self, id_: str, text: str) -> None:
        """Touch a field of the page, and type once it is drawn and has taken the touch."""
        self.until(lambda: self.tab.run("document.readyState") == "complete")
        self.button(id_)
        self.until(lambda: self.tab.run(f"document.activeElement.id === '{id_}'"))
        self.tab.call("Input.insertText", text=text)

    def says(self, words: str) -> None:
        """Wait for words of the page over the terminal."""
        self.until(lambda: words in self._page)

    @property
    def _page(self) -> str:
        with suppress(Navigated):
            return str(self.tab.run("document.body?.innerText"))
        return ""

    def _middle_of(self, words: str) -> dict[str, float]:
        lines = self.text.splitlines()
        row = next(number for number, line in enumerate(lines) if words in line)
        column = lines[row].index(words) + len(words) // 2
        left, top, wide, high = self.tab.run(GRID)
        x = left + (column + 0.5) * wide / self._screen.columns
        return {"x": x, "y": top + (row + 0.5) * high / self._screen.lines}
