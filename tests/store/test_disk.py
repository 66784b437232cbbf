"""Through a fault or a power cut at any call of a save the diary is the one before or the one after."""

import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from backcare_tui import files
from backcare_tui.diary.repository import CannotOpen
from tests.store.trials import CHANGES, Trial

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the disk is watched by /proc")
EVERYDAY = ("first entry",)


def each_kind() -> list[object]:
    return [
        kind if kind in EVERYDAY else pytest.param(kind, marks=pytest.mark.thorough)
        for kind in CHANGES
    ]


@pytest.mark.parametrize("kind", each_kind())
def test_each_call_of_a_save_may_fail(kind: str, tmp_path: Path) -> None:
    trial = Trial(kind, tmp_path)
    trial.fail_everywhere()
    assert trial.refused > trial.calls


@pytest.mark.parametrize("kind", each_kind())
def test_the_power_may_fail_at_each_call_of_a_save(kind: str, tmp_path: Path) -> None:
    trial = Trial(kind, tmp_path)
    trial.lose_power_everywhere()
    assert trial.states > trial.cuts


def nothing(*_: object) -> None:
    """What a careless program does instead of flushing."""


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("kind", "careless"),
    [
        ("add", {"_sync": nothing}),
        ("add", {"_sync_folder": nothing}),
        ("first entry", {"make_folder": lambda folder: folder.mkdir(parents=True, exist_ok=True)}),
    ],
    ids=["the file", "the folder", "the new folder"],
)
def test_this_disk_would_tell_of_a_save_that_does_not_flush(
    kind: str, careless: dict[str, Callable[..., object]], tmp_path: Path
) -> None:
    modules = (files, sys.modules["backcare_tui.store.lock"])
    patches = [
        mock.patch.object(module, name, instead)
        for name, instead in careless.items()
        for module in modules
        if hasattr(module, name)
    ]
    for patch in patches:
        patch.start()
    try:
        with pytest.raises((AssertionError, CannotOpen)):
            Trial(kind, tmp_path).lose_power_everywhere()
    finally:
        for patch in patches:
            patch.stop()
