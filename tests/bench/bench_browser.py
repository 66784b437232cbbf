"""What the full screen costs in a browser, against a terminal: bytes drawn, and memory; run as a module.

Speaks to `backcare serve` as its page does, without a browser: for opening, a check-in and a minute of the
player, the bytes that go to the tab; then the memory of the server and of the session.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp
import psutil

from backcare_tui.serving.server import FILES
from tests.bench.terminal import Terminal

PORT = 18_722
SIZE = (120, 40)
STEPS = {
    "opening": (None, 20.0),
    "a check-in": ("\rn4\r", 5.0),
    "a minute of the player": ("m\r", 60.0),
}
"""What is typed, and for how many seconds it is listened to."""


async def in_a_tab(address: str, code: str) -> dict[str, tuple[int, int]]:
    """Bytes and messages of each step, as they come from the session; deflated on the way they are fewer."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as client:
        headers = {"Origin": address.rstrip("/")}
        async with client.post(address, data={"code": code}, headers=headers) as entered:
            room = str(entered.url)
        way = f"{room}ws?width={SIZE[0]}&height={SIZE[1]}"
        async with client.ws_connect(way, headers=headers, compress=15) as tab:
            return {name: await _listen(tab, *step) for name, step in STEPS.items()}


async def _listen(
    tab: aiohttp.ClientWebSocketResponse, typed: str | None, seconds: float
) -> tuple[int, int]:
    for key in typed or "":
        await tab.send_json(["stdin", key])
        await asyncio.sleep(0.5)
    count = messages = 0
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        try:
            message = await tab.receive(timeout=left)
        except TimeoutError:
            break
        if message.type is aiohttp.WSMsgType.BINARY:
            count, messages = count + len(message.data), messages + 1
    return count, messages


def in_a_terminal(command: list[str]) -> dict[str, tuple[int, int]]:
    """The same in a terminal."""
    found = {}
    with Terminal(command, *SIZE) as terminal:
        for name, (typed, seconds) in STEPS.items():
            before = terminal.bytes, terminal.frames
            for key in typed or "":
                terminal.press(key)
                terminal.idle_percent(0.5)
            terminal.idle_percent(seconds)
            found[name] = terminal.bytes - before[0], terminal.frames - before[1]
        print(f"in a terminal: {terminal.memory_mib():.0f} MiB")
    return found


def main() -> None:
    """Measure, and say it."""
    with tempfile.TemporaryDirectory() as folder:
        run = _command(Path(folder) / "served" / "diary.json")
        server = subprocess.Popen(
            [*run, "serve", "--port", str(PORT)], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout
        found = re.search(r"(http://\S+/)#(\d+)", server.stdout.readline())
        assert found
        told = asyncio.run(_told(found[1], found[2], server.pid))
        server.terminate()
        server.wait()
        print(f"page, once: {sum(file.stat().st_size for file in FILES.values()) / 1024:.0f} KiB")
        for name, (count, messages) in told.items():
            print(f"{name}: in a tab {count / 1024:.1f} KiB in {messages} messages")
        for name, (count, frames) in in_a_terminal(_command(Path(folder) / "diary.json")).items():
            print(f"{name}: in a terminal {count / 1024:.1f} KiB in {frames} frames")


def _command(diary: Path) -> list[str]:
    """Opens a diary with one entry, of yesterday."""
    run = [sys.executable, "-m", "backcare_tui", "--diary", str(diary)]
    for words in (["log", "pain", "4", "--at", "yesterday"], ["about", "conditions=none"]):
        subprocess.run([*run, *words], check=True, stdout=subprocess.DEVNULL)
    return run


async def _told(address: str, code: str, pid: int) -> dict[str, tuple[int, int]]:
    tab = asyncio.create_task(in_a_tab(address, code))
    await asyncio.sleep(sum(seconds for _, seconds in STEPS.values()) / 2)
    server = psutil.Process(pid)
    for name, process in (("server", server), ("session", server.children()[0])):
        print(f"{name}: {process.memory_info().rss / 2**20:.0f} MiB")
    return await tab


if __name__ == "__main__":
    main()
