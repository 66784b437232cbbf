"""The server as a browser, and as others, meet it."""

import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from backcare_tui.serving.gate import Gate
from backcare_tui.serving.server import FILES, PAGES, Server

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
    assert (await client.get("/ws", headers=ours(client))).status == 403
    status, page = await enter(client, server)
    assert status == 200
    assert 'id="terminal"' in page
    client.session.cookie_jar.clear()
    assert "used already" in await (await client.get("/")).text()
    assert "used already" in (await enter(client, server))[1]


async def test_the_cookie_is_for_this_page_alone(serving: Any) -> None:
    client, server = serving
    data = {"code": server.gate.code}
    answer = await client.post("/", data=data, headers=ours(client), allow_redirects=False)
    assert answer.headers["Location"] == "/"
    cookie = answer.headers["Set-Cookie"]
    assert server.gate.code not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


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
        await client.ws_connect("/ws", headers=headers)


async def test_a_name_bent_to_this_address_is_refused(serving: Any) -> None:
    client, _ = serving
    answer = await client.get("/", headers={"Host": f"evil.example:{client.port}"})
    assert answer.status == 403


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


async def test_a_tab_is_a_session_whose_last_words_are_told(serving: Any) -> None:
    client, server = serving
    await enter(client, server)
    async with client.ws_connect("/ws?width=100&height=-3", headers=ours(client)) as tab:
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
