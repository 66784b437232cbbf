"""`backcare serve` as it refuses: each with a sentence that says what would help."""

import socket

import pytest

from backcare_tui.cli import serve
from backcare_tui.cli.terminal import CannotDo
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
