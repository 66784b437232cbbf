"""The server: a page, what it is made of, and a socket for each tab that has it open."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from socket import socket
from typing import Any

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from backcare_tui.serving.gate import Answer, Gate, is_our_host, is_our_page
from backcare_tui.serving.session import BrowserSession
from backcare_tui.text import read_whole

PAGES = Path(__file__).parent / "page"
THEIRS = Path(textual_serve.__file__).parent / "static"
FILES = {
    "page.css": PAGES / "page.css",
    "page.js": PAGES / "page.js",
    "enter.js": PAGES / "enter.js",
    "braille.woff": PAGES / "braille.woff",
    "textual.js": THEIRS / "js" / "textual.js",
    "xterm.css": THEIRS / "css" / "xterm.css",
    "letters.ttf": THEIRS / "fonts" / "RobotoMono-VariableFont_wght.ttf",
}
"""All that the page is made of, each from this machine."""
TABS_MOST = 8
"""Each tab is a process of its own."""
CELLS_MOST = 1000
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the terminal's script writes the sizes of its cells
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' ws://{host}",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing is asked of anybody else, and nobody else may have the page within theirs."""
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # with none, a browser would not say whose form it is
    "Server": "backcare",
    "X-Content-Type-Options": "nosniff",
}
SAID = {
    Answer.USED: "The code was used already. Start backcare serve again for a new one.",
    Answer.CLOSED: "The code was wrong three times, so backcare serve has ended.",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Server:
    """Serves the full screen to whoever entered the code."""

    def __init__(self, words: Sequence[str], hosts: frozenset[str], gate: Gate) -> None:
        """Prepare to serve.

        Args:
            words: The command of a session.
            hosts: The names with port that it is reached by; requests for others are refused.
            gate: Who may in.
        """
        self._words, self._hosts, self.gate = words, hosts, gate
        self.ended = asyncio.Event()
        """Set as it is to end."""
        self._sessions: set[BrowserSession] = set()
        self._cookie = f"backcare-{min(hosts).rpartition(':')[2]}"

    def app(self) -> web.Application:
        """What answers requests."""
        app = web.Application(middlewares=[self._guard], client_max_size=1024)
        app.on_response_prepare.append(self._add_headers)
        app.on_shutdown.append(self._stop)
        app.add_routes(
            [
                web.get("/", self._door),
                web.post("/", self._enter),
                web.get("/in/{room}/", self._page),
                web.get("/in/{room}/ws", self._tab),
                web.get("/made-of/{name}", _file),
            ]
        )
        return app

    async def serve(self, listening: socket) -> None:
        """Serve on a socket until it is ended; what is under way in each tab is kept then."""
        runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=2.0)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            await self.ended.wait()
        finally:
            await runner.cleanup()

    async def _stop(self, _: web.Application) -> None:
        await asyncio.gather(*(session.stop() for session in self._sessions))

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what was not meant for this server, and what a page from elsewhere sends."""
        host = request.headers.get("Host", "")
        if not is_our_host(host, self._hosts):
            raise web.HTTPForbidden(text="This is not an address of backcare serve.")
        is_plain = request.method in {"GET", "HEAD"} and "Upgrade" not in request.headers
        if not is_plain and not is_our_page(request.headers.get("Origin"), host):
            raise web.HTTPForbidden(text="Only backcare's own page may ask for this.")
        return await handler(request)

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        for name, value in HEADERS.items():
            if name == "Server" or name not in response.headers:
                response.headers[name] = value
        host = request.host if is_our_host(request.host, self._hosts) else min(self._hosts)
        response.headers["Content-Security-Policy"] = POLICY.format(host=host)

    def _is_in(self, request: web.Request) -> bool:
        return self.gate.knows(request.match_info["room"], request.cookies.get(self._cookie))

    async def _door(self, _request: web.Request) -> web.StreamResponse:
        return _enter_page(SAID[Answer.USED] if self.gate.is_used else "")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return _html("index.html") if self._is_in(request) else await self._door(request)

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        """Take a code, which comes in the body: an address is kept and shown in many places."""
        typed = str((await request.post()).get("code", ""))
        answer = self.gate.enter(typed)
        if answer is Answer.RIGHT:
            room = f"/in/{self.gate.room}/"
            found = web.Response(status=303, headers={"Location": room})
            found.set_cookie(
                self._cookie, self.gate.token, path=room, httponly=True, samesite="Strict"
            )
            return found
        if answer is Answer.CLOSED:
            self.ended.set()
        left = "1 try is left" if self.gate.left == 1 else f"{self.gate.left} tries are left"
        return _enter_page(SAID.get(answer, f"That is not the code. {left}."), status=403)

    async def _tab(self, request: web.Request) -> web.StreamResponse:
        """A session for as long as the tab is open."""
        if not self._is_in(request):
            raise web.HTTPForbidden(text="Enter the code first.")
        tab = web.WebSocketResponse(heartbeat=15, max_msg_size=2**20)
        await tab.prepare(request)
        if len(self._sessions) >= TABS_MOST or self.ended.is_set():
            await tab.send_json(["ended", f"{TABS_MOST} tabs are open already. Close one first."])
            await tab.close()
            return tab
        session = BrowserSession(
            self._words,
            write_bytes=tab.send_bytes,
            write_str=tab.send_str,
            close=tab.close,
            download_manager=DownloadManager(),
        )
        self._sessions.add(session)
        try:
            await session.start(_cells(request, "width", 80), _cells(request, "height", 24))
            async for message in tab:
                if message.type is WSMsgType.TEXT:
                    with suppress(LookupError, TypeError, ValueError):
                        await hand_on(json.loads(message.data), session)
        finally:
            await asyncio.shield(session.stop())
            self._sessions.discard(session)
        return tab


async def hand_on(message: Any, session: BrowserSession) -> None:
    """Hand on what the browser sent: what was typed, a new size, whether one looks at it.

    Raises:
        LookupError, TypeError, ValueError: For what the page does not send.
    """
    match message:
        case ["stdin", str(typed)]:
            await session.send_bytes(typed.encode("utf-8"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await session.set_terminal_size(_within(width), _within(height))
        case ["ping", sent]:
            await session.remote_write_str(json.dumps(["pong", sent]))
        case ["blur"]:
            await session.blur()
        case ["focus"]:
            await session.focus()


def _within(cells: int) -> int:
    return max(1, min(CELLS_MOST, cells))


def _cells(request: web.Request, name: str, default: int) -> int:
    return read_whole(request.query.get(name, ""), 1, CELLS_MOST) or default


def _html(name: str, **said: str) -> web.Response:
    text = (PAGES / name).read_text("utf-8")
    for what, words in said.items():
        text = text.replace(f"{{{what}}}", words)
    return web.Response(text=text, content_type="text/html")


def _enter_page(said: str, status: int = 200) -> web.Response:
    page = _html("enter.html", said=said)
    page.set_status(status)
    return page


async def _file(request: web.Request) -> web.StreamResponse:
    file = FILES.get(request.match_info["name"])
    if file is None:
        raise web.HTTPNotFound
    return web.FileResponse(file, headers={"Cache-Control": "private, max-age=3600"})
