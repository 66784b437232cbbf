"""What is installed for those who want it alone is asked for by a line that works where the program is."""

import sys
import tomllib
from pathlib import Path

import pytest

from backcare_tui import extras
from backcare_tui.extras import LIBRARIES, how_to_get, is_here
from tests.house.source import ROOT

HERE = ("lock", "pdf")


@pytest.fixture
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment in which two extras are installed, and pip."""
    found = {LIBRARIES[extra] for extra in HERE} | {"pip"}
    monkeypatch.setattr(extras, "find_spec", lambda name: name if name in found else None)
    monkeypatch.setattr(extras, "_is_windows", lambda: False)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin/python"))
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    return tmp_path


def test_each_extra_is_one_of_the_package_and_names_its_library() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for extra, library in LIBRARIES.items():
        brought = " ".join(project["optional-dependencies"][extra]).replace("-", "_")
        assert f"{library}>=" in brought


def test_what_is_not_installed_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_here("pdf")
    monkeypatch.setitem(sys.modules, "reportlab", None)
    assert not is_here("pdf")


def test_the_pip_of_this_environment_is_named_unless_it_is_the_one_at_hand(
    prefix: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert how_to_get("keyring") == f"{prefix}/bin/python -m pip install 'backcare[keyring]'"
    monkeypatch.setenv("VIRTUAL_ENV", str(prefix))
    assert how_to_get("keyring") == "pip install 'backcare[keyring]'"


def test_uv_is_told_of_every_extra_that_is_to_stay(prefix: Path) -> None:
    (prefix / "uv-receipt.toml").touch()
    assert how_to_get("keyring") == "uv tool install 'backcare[keyring,lock,pdf]'"


def test_pipx_puts_it_into_the_environment_that_it_made(prefix: Path) -> None:
    (prefix / "pipx_metadata.json").touch()
    assert how_to_get("pdf") == f"pipx runpip {prefix.name} install 'backcare[pdf]'"


def test_where_there_is_no_pip_uv_is_named(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    assert how_to_get("pdf") == f"uv pip install --python {prefix} 'backcare[pdf]'"


def test_windows_has_its_own_marks(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", str(prefix))
    monkeypatch.setattr(extras, "_is_windows", lambda: True)
    assert how_to_get("pdf") == 'pip install "backcare[pdf]"'
