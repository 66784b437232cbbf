"""What draws in a browser, in a session of `backcare serve`: Textual's web driver, ended as a terminal is."""

import asyncio
import os
from contextlib import suppress
from functools import partial
from threading import current_thread
from typing import Any

from textual import events, messages
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

BELL = "\a"


class Served(WebDriver):
    """A web driver for a program that may show two apps in turn, and keeps all before it ends.

    Textual's ends an app at once by SIGTERM or with its tab; ours is asked to leave, and keeps
    drafts first. The browser takes one beginning only, so the second app does not say it again.
    """

    _has_begun = False
    _loop: asyncio.AbstractEventLoop

    def __init__(self, *args: Any, **named: Any) -> None:
        """Draw for an app."""
        super().__init__(*args, **named)
        self._write = partial(self._send)

    def start_application_mode(self) -> None:
        """Begin to draw, without Textual's own handlers of signals."""
        self._loop = asyncio.get_running_loop()
        if not Served._has_begun:
            Served._has_begun = True
            self._send(b"__GANGLION__\n")
        self.write("\x1b[?1049h\x1b[?25l")
        self._enable_mouse_support()
        size = Size(*self._size) if self._size else Size(80, 24)
        self._app.post_message(events.Resize(size, size))
        self._request_terminal_sync_mode_support()
        self._enable_bracketed_paste()
        self._key_thread.start()
        self._app.call_later(self._app.post_message, events.AppBlur())

    def stop_application_mode(self) -> None:
        """Stop to draw, and to read: what comes from now on is for the next app."""
        super().stop_application_mode()
        if self._key_thread.is_alive() and self._key_thread is not current_thread():
            self._key_thread.join(timeout=1)

    def write(self, data: str) -> None:
        """Draw; a bell is rung by the page, as the terminal in it has none."""
        if data == BELL:
            self.write_meta({"type": "bell"})
        else:
            super().write(data)

    def run_input_thread(self) -> None:
        """Read what is typed; where the server is gone, so is the person."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()

    def on_meta(self, packet_type: str, payload: dict[str, Any]) -> None:
        """Take what the page says of itself."""
        if packet_type == "quit":
            self._leave()
            return
        if packet_type == "resize":  # a second app begins at this size
            os.environ["COLUMNS"] = str(payload["width"])
            os.environ["ROWS"] = str(payload["height"])
        # By its name: a driver has no handlers, which Textual would call both.
        WebDriver.on_meta(self, packet_type, payload)

    def _send(self, data: bytes) -> int:
        """Send all of it; what nobody reads any more is let go."""
        rest = memoryview(data)
        with suppress(OSError):
            while rest:
                rest = rest[os.write(self.fileno, rest) :]
        return len(data)

    def _leave(self) -> None:
        """Have the app end in its own way, from the thread that reads."""
        leave = getattr(self._app, "leave", None)
        with suppress(RuntimeError):  # it has ended meanwhile
            if leave is None:
                self._loop.call_soon_threadsafe(self._app.post_message, messages.ExitApp())
            else:
                self._loop.call_soon_threadsafe(leave)
