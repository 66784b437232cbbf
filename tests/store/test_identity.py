"""A diary says which it is, how many saves old, and which device saved it last."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from backcare_tui.store.digest import Seal, seal
from backcare_tui.store.identity import Identity, device_id, identified, identity_of
from tests.conftest import MONDAY, FrozenClock

SAID = {"diary": "d-1", "device": "laptop", "generation": 7}


def saved(path: Path) -> Identity:
    identity = identity_of(json.loads(path.read_bytes()))
    assert identity is not None
    return identity


def test_each_save_counts_one_on_and_says_who_saved(
    diary_path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = open_repository(diary_path, clock)
    repository.add(Pain(at=MONDAY, severity=4))
    first = saved(diary_path)
    assert (first.device, first.generation) == ("the-device-of-the-tests", 1)
    repository.set("theme", "dark")
    open_repository(diary_path, clock).undo()
    assert saved(diary_path) == Identity(first.diary, first.device, 3)
    assert seal(diary_path.read_bytes()) is Seal.WHOLE
    assert next(iter(json.loads(diary_path.read_bytes()))) == "meta"


def test_a_diary_of_before_opens_as_it_was_and_gets_its_identity_with_the_first_save(
    tmp_path: Path, clock: FrozenClock
) -> None:
    path = tmp_path / "diary.json"
    old = {
        "pain": {"1": {"id": "p", "at": MONDAY.isoformat(), "severity": 4}},
        "meta": {"7": {"id": "m-1", "schema": 1, "x-later": [1]}, "9": "loose"},
    }
    data = json.dumps(old).encode()
    path.write_bytes(data)
    repository = open_repository(path, clock)
    assert len(repository.entries(Pain)) == 1
    assert path.read_bytes() == data
    repository.add(Pain(at=MONDAY, severity=5))
    tables = json.loads(path.read_bytes())
    assert saved(path) == Identity("m-1", "the-device-of-the-tests", 1)
    assert tables["meta"]["7"]["x-later"] == [1]
    assert tables["meta"]["9"] == "loose"
    assert seal(path.read_bytes()) is Seal.WHOLE


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"1": 5},
        {"1": {**SAID, "diary": ""}},
        {"1": {**SAID, "device": "a b"}},
        {"1": {**SAID, "generation": True}},
        {"1": {**SAID, "generation": -1}},
        {"1": {**SAID, "generation": "7"}},
    ],
)
def test_what_is_not_whole_is_no_identity_and_gets_one(meta: dict[str, Any]) -> None:
    assert identity_of({"meta": meta}) is None
    again = identity_of(identified({"meta": meta}, "laptop"))
    assert again is not None
    assert (again.device, again.generation) == ("laptop", 1)


def test_what_is_put_in_the_place_of_a_newer_state_is_newer_still() -> None:
    tables = {"pain": {}, "meta": {"1": dict(SAID)}}
    assert identity_of(identified(tables, "phone")) == Identity("d-1", "phone", 8)
    assert identity_of(identified(tables, "phone", above=40)) == Identity("d-1", "phone", 41)
    assert tables["meta"]["1"] == SAID


class TestDevice:
    @pytest.fixture(autouse=True)
    def _home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("BACKCARE_DEVICE")
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        device_id.cache_clear()
        monkeypatch.setattr("backcare_tui.store.identity.data_folder", lambda: tmp_path / "data")

    def test_its_id_is_made_once_and_kept_for_its_owner_only(self, tmp_path: Path) -> None:
        made = device_id()
        device_id.cache_clear()
        assert device_id() == made
        if sys.platform != "win32":
            assert stat.S_IMODE((tmp_path / "data" / "device").stat().st_mode) == 0o600

    @pytest.mark.parametrize("stands_there", ["", "two words", "\xff", "x" * 65])
    def test_what_is_none_is_made_anew(self, stands_there: str, tmp_path: Path) -> None:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "device").write_text(stands_there, "latin-1")
        made = device_id()
        assert (tmp_path / "data" / "device").read_text() == made

    def test_where_it_cannot_be_kept_there_is_one_all_the_same(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("a file where the folder should be")
        assert device_id()

    def test_the_variable_goes_before_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("BACKCARE_DEVICE", "phone")
        assert device_id() == "phone"
        assert list(tmp_path.iterdir()) == []


@pytest.fixture(autouse=True)
def _forget() -> Any:
    """No test has the device of another."""
    device_id.cache_clear()
    yield
    device_id.cache_clear()
