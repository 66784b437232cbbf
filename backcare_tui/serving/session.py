"""One tab of a browser: a process of the full screen, and what goes to and fro."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from textual_serve.app_service import AppService

from backcare_tui.serving import DRIVER

PATIENCE_S = 6.0
"""Seconds that a session has to keep what is under way, before it is told to end, and then is ended."""
BEGINS = b"__GANGLION__\n"
"""The line after which Textual's web driver speaks in packets."""
SAID_MOST = 400
"""Letters of what a session said at its end that are shown."""
OF_THE_TERMINAL = ("NO_COLOR", "TMUX", "STY", "TEXTUAL", "TEXTUAL_LOG")
"""What is true of the terminal of the server, and not of the browser."""


def surroundings(width: int, height: int) -> dict[str, str]:
    """The environment of a session: a terminal with all colors, which is in a browser.

    Args:
        width: Columns at the beginning.
        height: Rows at the beginning.
    """
    ours = {name: value for name, value in os.environ.items() if name not in OF_THE_TERMINAL}
    return ours | {
        "TEXTUAL_DRIVER": DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLORTERM": "truecolor",
        "TERM": "xterm-256color",
        "TERM_PROGRAM": "backcare-serve",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }


def apart() -> dict[str, Any]:
    """How a process is started that `ctrl+c` in the terminal does not reach.

    That is for the server, which ends each session in its own way.
    """
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


class BrowserSession(AppService):
    """Textual's service of an app, with a process that is ended well and leaves nothing behind."""

    def __init__(self, words: Sequence[str], **ways: Any) -> None:
        """Prepare one.

        Args:
            words: The words of the command, each by itself: no shell reads them.
            ways: How the browser is written to, as `AppService` has it.
        """
        super().__init__("", **ways)
        self._words = words

    async def _open_app_process(
        self, width: int = 80, height: int = 24
    ) -> asyncio.subprocess.Process:
        process = self._process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=surroundings(width, height),
            **apart(),
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Hand on what the process draws until it ends; then say in the browser what it said last."""
        process = self._process
        if process is None or process.stdout is None or process.stderr is None:
            return
        last_words = asyncio.create_task(process.stderr.read())
        with suppress(asyncio.IncompleteReadError, ValueError):
            await self._relay(process.stdout)
        while await process.stdout.read(65_536):
            pass  # so that it does not wait for ever to be read
        await process.wait()
        said = (await last_words).decode("utf-8", "replace").strip()
        with suppress(ConnectionError, RuntimeError):
            if process.returncode and said:
                await self.remote_write_str(json.dumps(["ended", said[-SAID_MOST:]]))
            await self.remote_close()

    async def _relay(self, stdout: asyncio.StreamReader) -> None:
        while await stdout.readline() not in {BEGINS, b""}:
            pass
        while True:
            kind = await stdout.readexactly(1)
            payload = await stdout.readexactly(int.from_bytes(await stdout.readexactly(4), "big"))
            with suppress(ConnectionError, RuntimeError):  # the browser is gone, the process is not
                if kind == b"D":
                    await self.on_data(payload)
                elif kind == b"M":
                    await self.on_meta(payload)

    async def on_meta(self, data: bytes) -> None:
        """A bell is rung in the browser; an app that ended may be followed by another one."""
        if json.loads(data).get("type") == "bell":
            await self.remote_write_str(json.dumps(["bell"]))

    async def stop(self) -> None:
        """End it: what was typed is kept first. One that does not end in time is made to."""
        process, task = self._process, self._task
        if process is None or task is None:
            return
        await self.send_meta({"type": "quit"})
        for end in (process.terminate, process.kill):
            if await _is_over(task):
                return
            with suppress(ProcessLookupError):
                end()
        await task


async def _is_over(task: "asyncio.Task[None]") -> bool:
    done, _ = await asyncio.wait({task}, timeout=PATIENCE_S)
    return bool(done)
