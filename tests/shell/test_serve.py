"""`backcare serve` as it refuses: each with a sentence that says what would help."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Callable

import pytest

from backcare_tui.cli import serve
from backcare_tui.cli.terminal import CannotDo
from backcare_tui.serving.gate import Gate
from backcare_tui.serving.server import Server
from backcare_tui.serving.session import apart
from tests.shell.conftest import Shell


def test_a_port_that_is_taken_is_said(shell: Shell) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = shell.run("serve", "--port", port)
    assert done.returncode == 1
    assert f"Port {port} is taken by another program; --port takes another one." in done.stderr


def test_without_the_extra_it_names_what_brings_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "backcare_tui.serving.server", None)
    with pytest.raises(CannotDo, match=r"pip install 'backcare\[serve\]'"):
        serve.serve(None, shell.diary, None)  # type: ignore[arg-type] # it is said before any is read


def test_it_is_shared_in_a_network_at_home_alone(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "the whole internet" in shell.run("serve", "--share", "8.8.8.8").stderr
    assert "such as 192.168.1.20" in shell.run("serve", "--share", "home").stderr
    monkeypatch.setattr(serve, "_way_out", lambda: "127.0.0.1")
    with pytest.raises(CannotDo, match="no network"):
        serve._address("")


def test_on_windows_the_port_is_its_own_and_sessions_are_kept_from_ctrl_c(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(socket, "SO_EXCLUSIVEADDRUSE", -5, raising=False)
    monkeypatch.setattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 512, raising=False)
    assert serve._manners() == (-5, 1)
    assert apart() == {"creationflags": 512}


@pytest.mark.parametrize("missing", ["SIGHUP", "SIGBREAK"])
async def test_a_signal_ends_it_and_one_that_a_system_does_not_know_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.delattr(signal, missing, raising=False)
    heard: dict[int, Callable[..., object]] = {}
    monkeypatch.setattr(signal, "signal", heard.__setitem__)
    server = Server([], frozenset({"127.0.0.1:1"}), Gate())
    with socket.create_server(("127.0.0.1", 0)) as listening:
        serving = asyncio.create_task(serve._until_told(server, listening))
        await asyncio.sleep(0)
        heard[signal.SIGINT](signal.SIGINT, None)
        await serving
    assert set(heard) >= {signal.SIGINT, signal.SIGTERM}
