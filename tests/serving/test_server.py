"""The server as a browser, and as others, meet it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from backcare_tui.serving.gate import Gate
from backcare_tui.serving.server import FILES, PAGES, Server
from backcare_tui.serving.session import surroundings

Client = TestClient[Any, Any]
APP = (
    "import sys; out = sys.stdout.buffer; out.write(b'__GANGLION__\\n');"
    "put = lambda kind, data: (out.write(kind + len(data).to_bytes(4, 'big') + data), out.flush());"
    "put(b'D', b'drawn'); put(b'M', b'{\"type\": \"bell\"}');"
    "data = sys.stdin.buffer.read(5 + 2); put(b'D', data[5:]);"
    "size = sys.stdin.buffer.read(5); meta = sys.stdin.buffer.read(size[4]);"
    "put(b'D', meta); print('It could not be opened.', file=sys.stderr); sys.exit(1)"
)
"""Speaks as an app does: draws, rings, echoes two letters, and says what it is told at its end."""


@pytest_asyncio.fixture
async def serving() -> AsyncIterator[tuple[Client, Server]]:
    server = Server([sys.executable, "-c", APP], frozenset({"127.0.0.1:1"}), Gate())
    async with TestClient(TestServer(server.app())) as client:
        server._hosts = frozenset({f"127.0.0.1:{client.port}"})
        yield client, server


def room(server: Server) -> str:
    """Where one comes to with the code."""
    return f"/in/{server.gate.room}/"


def ours(client: Client) -> dict[str, str]:
    return {"Origin": f"http://127.0.0.1:{client.port}"}


async def entered(client: Client, code: str) -> tuple[int, str]:
    async with client.post("/", data={"code": code}, headers=ours(client)) as answer:
        return answer.status, await answer.text()


def enter(client: Client, server: Server) -> Any:
    return entered(client, server.gate.code)


async def test_nothing_is_shown_before_the_code_and_the_code_is_used_up(serving: Any) -> None:
    client, server = serving
    assert "code of six digits" in await (await client.get("/")).text()
    assert (await client.get(f"{room(server)}ws", headers=ours(client))).status == 403
    status, page = await enter(client, server)
    assert status == 200
    assert 'id="terminal"' in page
    assert 'id="terminal"' in await (await client.get(room(server))).text()
    assert "used already" in await (await client.get("/in/elsewhere/")).text()
    client.session.cookie_jar.clear()
    assert "used already" in await (await client.get(room(server))).text()
    assert "used already" in (await enter(client, server))[1]


async def test_the_cookie_is_for_this_page_alone(serving: Any) -> None:
    client, server = serving
    data = {"code": server.gate.code}
    answer = await client.post("/", data=data, headers=ours(client), allow_redirects=False)
    assert answer.headers["Location"] == room(server)
    cookie = answer.headers["Set-Cookie"]
    assert server.gate.code not in cookie
    for attribute in ("HttpOnly", "SameSite=Strict", f"Path={room(server)}"):
        assert attribute in cookie
    assert "Max-Age" not in cookie, "it goes with the browser"
    assert "Domain" not in cookie


async def test_three_wrong_codes_end_it(serving: Any) -> None:
    client, server = serving
    assert "2 tries are left" in (await entered(client, "x"))[1]
    assert "1 try is left" in (await entered(client, "x"))[1]
    assert not server.ended.is_set()
    assert "has ended" in (await entered(client, "x"))[1]
    assert server.ended.is_set()


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "null"}, {"Origin": "http://evil.example"}], ids=str
)
async def test_a_page_from_elsewhere_neither_tries_codes_nor_connects(
    serving: Any, headers: dict[str, str]
) -> None:
    client, server = serving
    answer = await client.post("/", data={"code": "x"}, headers=headers)
    assert (answer.status, server.gate.left) == (403, 3)
    await enter(client, server)
    with pytest.raises(WSServerHandshakeError, match="403"):
        await client.ws_connect(f"{room(server)}ws", headers=headers)


async def test_a_name_bent_to_this_address_is_refused(serving: Any) -> None:
    client, server = serving
    await enter(client, server)
    for path in ("/", room(server), f"{room(server)}ws", "/made-of/page.js"):
        answer = await client.get(path, headers={"Host": f"evil.example:{client.port}"})
        assert answer.status == 403, path
        assert "evil" not in str(answer.headers), path


async def test_codes_are_counted_over_all_connections_and_each_run_has_its_own(
    serving: Any,
) -> None:
    client, server = serving
    tries = [entered(client, code) for code in ("", "000", "999 999 9")]
    assert [status for status, _ in await asyncio.gather(*tries)] == [403] * 3
    assert server.ended.is_set()
    assert "has ended" in (await enter(client, server))[1], "the right one comes too late"
    assert len({(gate.code, gate.token, gate.room) for gate in (Gate(), Gate(), Gate())}) == 3


@pytest.mark.parametrize(
    "path", ["/", "/made-of/page.js", "/nothing", "/made-of/nothing", "/in/x/"]
)
async def test_no_page_is_kept_framed_or_told_of(serving: Any, path: str) -> None:
    client, _ = serving
    headers = (await client.get(path)).headers
    for policy in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert policy in headers["Content-Security-Policy"]
    assert "unsafe-eval" not in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Server"] == "backcare"
    assert "no-store" in headers["Cache-Control"] or path == "/made-of/page.js"


async def test_other_ways_of_asking_are_refused(serving: Any) -> None:
    client, server = serving
    for method in ("PUT", "DELETE", "OPTIONS", "PATCH"):
        assert (await client.request(method, "/", headers=ours(client))).status == 405
    big = {"code": server.gate.code + " " * 5000}
    assert (await client.post("/", data=big, headers=ours(client))).status == 413
    assert not server.gate.is_used


async def test_a_session_is_told_neither_code_nor_cookie(serving: Any) -> None:
    client, server = serving
    gate = server.gate
    await enter(client, server)
    async with client.ws_connect(f"{room(server)}ws", headers=ours(client)) as tab:
        await tab.receive_bytes()
        (session,) = server._sessions
        told = [*session._words, *surroundings(80, 24).values()]
        assert not any(each in words for each in (gate.code, gate.token) for words in told)


async def test_all_that_a_page_is_made_of_is_here(serving: Any) -> None:
    client, _ = serving
    answer = await client.get("/")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    for name in FILES:
        assert (await client.get(f"/made-of/{name}")).status == 200
    for name in ("nothing.js", "..%2fserver.py"):
        assert (await client.get(f"/made-of/{name}")).status == 404
    own = (file.read_text("utf-8") for file in PAGES.iterdir() if file.suffix != ".woff")
    assert not any("http:" in text or "https:" in text for text in own)


@pytest.mark.parametrize("height", ["-3", "9" * 5_000])
async def test_a_tab_is_a_session_whose_last_words_are_told(serving: Any, height: str) -> None:
    client, server = serving
    await enter(client, server)
    asked = f"{room(server)}ws?width=100&height={height}"
    async with client.ws_connect(asked, headers=ours(client)) as tab:
        assert await tab.receive_bytes() == b"drawn"
        assert await tab.receive_json() == ["bell"]
        for odd in ("{", "[]", '["resize", {"width": "x"}]', '["resize"]', '"x"'):
            await tab.send_str(odd)
        await tab.send_json(["stdin", "hi"])
        assert await tab.receive_bytes() == b"hi"
        await tab.send_json(["resize", {"width": 100_000, "height": 20}])
        assert b'"width": 1000' in await tab.receive_bytes()
        assert await tab.receive_json() == ["ended", "It could not be opened."]
        assert (await tab.receive()).type.name == "CLOSE"
