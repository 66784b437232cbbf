"""A real browser that a test leads: chromium without a window, spoken to over two pipes (DevTools protocol)."""

import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
IS_HERE = CHROMIUM is not None and sys.platform != "win32"
"""Whether there is one; pipes by their number are not to be had on Windows."""
CLOCK = """
(() => {
  let now = %d, timers = [];
  Date.now = () => now;
  window.setInterval = (act, ms) => { timers.push({ act, ms, at: now + ms }); return timers.length; };
  window.clearInterval = number => { if (timers[number - 1]) timers[number - 1].act = null; };
  window.pass = seconds => {
    const end = now + seconds * 1000;
    for (;;) {
      const due = timers.filter(each => each.act && each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      now = due.at;
      due.at += due.ms;
      due.act();
    }
    now = end;
  };
  window.sleep = seconds => { now += seconds * 1000; timers.forEach(each => { each.at = now + each.ms; }); };
})();
"""
"""A clock that moves only where a test says `pass(seconds)`, or `sleep(seconds)`, in which nothing runs."""
EARLY_MS = 1_795_000_000_000


class Navigated(AssertionError):
    """The page went on to another while it was asked, so it has no answer yet."""


def _refusal(error: Mapping[str, Any]) -> AssertionError:
    is_navigated = "navigated" in error["message"] or "context" in error["message"]
    return Navigated(error) if is_navigated else AssertionError(error)


class Tab:
    """A page, and all that it asked the network for and complained of."""

    def __init__(self, send: Any, receive: Iterator[dict[str, Any]]) -> None:
        self._send, self._receive = send, receive
        self._number = 0
        self.session = ""
        self.asked: list[str] = []
        self.complaints: list[str] = []

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What a command of the protocol gives."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        self._send(message | ({"sessionId": self.session} if self.session else {}))
        for answer in self._receive:
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise _refusal(answer["error"])
                return dict(answer["result"])
            self._hear(answer)
        raise AssertionError("the browser is gone")

    def _hear(self, event: Mapping[str, Any]) -> None:
        about = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.asked.append(about["request"]["url"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(about["exceptionDetails"]))
            case "Log.entryAdded":
                self.complaints.append(about["entry"]["text"])

    def run(self, script: str) -> Any:
        """What a script gives, as data."""
        answer = self.call(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def open(self, file: Path) -> None:
        """Show a file, and wait until it is there."""
        self.call("Page.navigate", url=file.as_uri())
        while (
            self.run("document.readyState") != "complete"
            or self.run("location.href") == "about:blank"
        ):
            pass

    def beside(self) -> "Tab":
        """Another tab of the same window, which is empty."""
        other = Tab(self._send, self._receive)
        other._number = self._number + 100_000  # answers are told apart by it
        page = other.call("Target.createTarget", url="about:blank")["targetId"]
        other.attach(page)
        return other

    def attach(self, page: str) -> None:
        """Lead this page from now on."""
        attached = self.call("Target.attachToTarget", targetId=page, flatten=True)
        self.session = attached["sessionId"]
        for room in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{room}.enable")

    def resize(self, width: int, height: int, *, dark: bool = False, still: bool = False) -> None:
        """Be a device of this size, in this light; a still one moves as little as it can."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=True,
        )
        features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if still else "no-preference"},
        ]
        self.call("Emulation.setEmulatedMedia", features=features)

    def picture(self, file: Path) -> None:
        """What is seen, as PNG."""
        file.write_bytes(b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


@contextmanager
def browser(folder: Path, *, is_still: bool = True) -> Iterator[Tab]:
    """A browser with one empty tab; it goes at the end.

    Args:
        folder: What it keeps.
        is_still: Whether its clock stands until a test says `pass(seconds)`.
    """
    assert CHROMIUM
    (theirs_in, ours_out), (ours_in, theirs_out) = os.pipe(), os.pipe()
    words = " ".join(
        (
            'exec "$0" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage',
            "--no-first-run --disable-extensions --mute-audio --remote-debugging-pipe",
            f'--user-data-dir="$1" 3<&{theirs_in} 4>&{theirs_out}',
        )
    )
    process = subprocess.Popen(
        ["bash", "-c", words, CHROMIUM, str(folder)],
        pass_fds=(theirs_in, theirs_out),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    with open(ours_out, "wb", buffering=0) as out, open(ours_in, "rb", buffering=0) as into:  # noqa: PTH123
        try:
            tab = Tab(lambda each: out.write(json.dumps(each).encode() + b"\0"), _messages(into))
            page = tab.call("Target.createTarget", url="about:blank")["targetId"]
            tab.attach(page)
            if is_still:
                tab.call("Page.addScriptToEvaluateOnNewDocument", source=CLOCK % EARLY_MS)
            yield tab
        finally:
            process.kill()
            process.wait()


def _messages(stream: Any) -> Iterator[dict[str, Any]]:
    """What the browser says, one by one."""
    rest = b""
    while piece := stream.read(65_536):
        *whole, rest = (rest + piece).split(b"\0")
        yield from map(json.loads, whole)
