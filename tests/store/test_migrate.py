import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import CannotBackUp
from backcare_tui.store import SCHEMA, open_repository
from backcare_tui.store.migrate import STEPS, UNKNOWN, migrate_file, migrated, schema_of
from backcare_tui.store.reading import Tables
from backcare_tui.store.storage import FileStorage
from tests.conftest import MONDAY
from tests.store.faults import failing

ENTRY: dict[str, Any] = {"id": "p", "at": MONDAY.isoformat(), "severity": 4}


def double(tables: Tables) -> Tables:
    pains = {n: {**d, "severity": d["severity"] * 2} for n, d in tables["pain"].items()}
    return {**tables, "pain": pains}


def rename(tables: Tables) -> Tables:
    return {("ache" if name == "pain" else name): table for name, table in tables.items()}


def keep(storage: FileStorage) -> None:
    """Keep a diary where the tests look for it."""
    with storage.path.with_name("kept.json").open("xb") as file:
        file.write(storage.text())


TEST_STEPS = {1: double, 2: rename}


def storage_of(folder: Path, meta: dict[str, Any]) -> FileStorage:
    path = folder / "diary.json"
    path.write_text(json.dumps({"pain": {"1": ENTRY}, **meta}))
    return FileStorage(path)


def test_there_is_a_step_from_every_older_form() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA))


@pytest.mark.parametrize(
    ("meta", "schema"),
    [
        ({}, 1),
        ({"1": {"schema": 3}}, 3),
        ({"1": {"schema": 1}, "2": {"schema": 2}}, 2),
        ({"1": {"schema": 0}}, 1),
        ({"1": {"schema": "later"}}, UNKNOWN),
        ({"1": {"schema": 2.0}}, UNKNOWN),
        ({"1": 5}, 1),
    ],
)
def test_the_form_is_the_highest_that_is_said(meta: dict[str, Any], schema: int) -> None:
    assert schema_of({"meta": meta}) == schema


@pytest.mark.parametrize(
    "meta", [{}, {"meta": {}}, {"meta": {"1": 5}}, {"meta": {"1": {"id": "m", "schema": 1}}}]
)
def test_an_older_diary_comes_to_the_new_form_once_after_a_copy(
    meta: dict[str, Any], tmp_path: Path
) -> None:
    storage = storage_of(tmp_path, meta)
    before = json.loads(storage.path.read_bytes())
    for _ in range(2):
        migrate_file(storage, nullcontext(), keep, TEST_STEPS, target=3)
    tables = json.loads(storage.path.read_bytes())
    assert tables["ache"]["1"]["severity"] == 8
    assert schema_of(tables) == 3
    assert json.loads((tmp_path / "kept.json").read_bytes()) == before
    assert len(list(tmp_path.iterdir())) == 2


def test_a_diary_of_today_is_left_alone(tmp_path: Path) -> None:
    storage = storage_of(tmp_path, {"meta": {"1": {"schema": 3}}})
    before = storage.path.read_bytes()
    migrate_file(storage, nullcontext(), keep, TEST_STEPS, target=3)
    assert storage.path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["diary.json"]


def test_a_diary_without_a_file_needs_no_new_form(tmp_path: Path) -> None:
    migrate_file(FileStorage(tmp_path / "diary.json"), nullcontext(), keep, TEST_STEPS, target=3)
    assert list(tmp_path.iterdir()) == []


def test_a_diary_that_another_process_migrated_meanwhile_is_not_migrated_again(
    tmp_path: Path,
) -> None:
    storage = storage_of(tmp_path, {})

    class Busy(AbstractContextManager[None]):
        """Another process has the lock first, and does the same."""

        def __enter__(self) -> None:
            other = FileStorage(storage.path)
            migrate_file(other, nullcontext(), keep, TEST_STEPS, target=3)

        def __exit__(self, *_: object) -> None:
            pass

    migrate_file(storage, Busy(), keep, TEST_STEPS, target=3)
    assert json.loads(storage.path.read_bytes())["ache"]["1"]["severity"] == 8
    assert b'"ache"' not in (tmp_path / "kept.json").read_bytes()


@pytest.mark.parametrize("call", ["open", "fsync of the file", "replace"])
def test_where_the_new_form_cannot_be_written_the_diary_stays_as_it_is(
    call: str, tmp_path: Path
) -> None:
    storage = storage_of(tmp_path, {})
    before = storage.path.read_bytes()
    with failing(call), pytest.raises(CannotOpen, match="needs a newer form"):
        migrate_file(storage, nullcontext(), keep, TEST_STEPS, target=3)
    assert storage.path.read_bytes() == before


def test_without_a_backup_the_diary_stays_as_it_is(tmp_path: Path) -> None:
    def refuse(_: FileStorage) -> None:
        raise CannotBackUp("No backup could be made.")

    storage = storage_of(tmp_path, {})
    before = storage.path.read_bytes()
    with pytest.raises(CannotOpen, match=r"needs a newer form\. No backup could be made"):
        migrate_file(storage, nullcontext(), refuse, TEST_STEPS, target=3)
    assert storage.path.read_bytes() == before


def test_steps_are_made_one_after_the_other() -> None:
    tables = migrated({"pain": {"1": ENTRY}}, TEST_STEPS, 2)
    assert tables["pain"]["1"]["severity"] == 8


def test_a_newer_diary_is_read_but_not_a_byte_of_it_changed(tmp_path: Path) -> None:
    path = storage_of(tmp_path, {"meta": {"1": {"id": "m", "schema": SCHEMA + 1}}}).path
    before = path.read_bytes()
    repository = open_repository(path)
    (entry,) = repository.entries(Pain)
    assert entry.severity == 4
    assert repository.read_only is not None
    assert f"form {SCHEMA + 1}" in repository.read_only
    with pytest.raises(CannotKeep, match="Update backcare to write in it"):
        repository.add(Pain(at=MONDAY, severity=1))
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["diary.json"]


def test_a_diary_that_a_newer_version_took_over_meanwhile_is_only_read(tmp_path: Path) -> None:
    path = storage_of(tmp_path, {}).path
    repository = open_repository(path)
    storage_of(tmp_path, {"meta": {"1": {"schema": SCHEMA + 1}}})
    before = path.read_bytes()
    with pytest.raises(CannotKeep, match="newer backcare"):
        repository.add(Pain(at=MONDAY, severity=1))
    assert path.read_bytes() == before
