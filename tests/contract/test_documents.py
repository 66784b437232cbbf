"""What others wrote into the tables is read, kept, or set aside, over memory and over a file."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.contract.ground import TODAY, Ground, Tables, contents, pain, severities
from tests.diary.strategies import json_values
from tests.examples import tried


def with_more(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "x-later": {"deep": [1, None, 1.5, "\u00e4"]}}


LATER: Tables = {
    "pain": {
        "7": with_more({"id": "p", "at": MONDAY.isoformat(), "severity": 4}),
        "9": with_more({"id": "q", "at": MONDAY.isoformat(), "severity": 5}),
    },
    "setting": {"1": with_more({"id": "s", "name": "theme", "value": "dark"})},
    "meta": {"1": with_more({"id": "m", "schema": 1})},
    "weather": {"3": {"id": "w", "sky": "gray", "big": 10**30, "small": 1e-300}, "4": "loose"},
}


def test_what_a_later_version_wrote_survives_every_change(ground: Ground) -> None:
    repository = ground.open(LATER)
    entry = repository.find("p")
    assert isinstance(entry, Pain)
    repository.add(pain(1))
    repository.change(msgspec.structs.replace(entry, severity=8))
    repository.remove("q")
    repository.undo()
    repository.set("theme", "light")
    tables = ground.tables()
    assert tables["weather"] == LATER["weather"]
    for table, number in (("pain", "7"), ("pain", "9"), ("setting", "1"), ("meta", "1")):
        assert tables[table][number]["x-later"] == LATER[table][number]["x-later"]
    assert tables["pain"]["7"]["severity"] == 8
    assert tables["setting"]["1"]["value"] == "light"


BAD: dict[str, Any] = {"id": "bad", "at": MONDAY.isoformat(), "severity": 14, "note": "mine"}


def test_a_bad_document_is_set_aside_and_the_rest_works(ground: Ground) -> None:
    good = {"id": "good", "at": MONDAY.isoformat(), "severity": 4}
    repository = ground.open({"pain": {"1": BAD, "2": good}})
    assert severities(repository) == [4]
    assert repository.entries(Pain, (TODAY, TODAY)) == repository.entries(Pain)
    (trouble,) = repository.troubles
    assert (trouble.table, trouble.id) == ("pain", "bad")
    assert trouble.sentence == "severity: 14 is not a whole number from 0 to 10."
    repository.add(pain(1))
    repository.remove("good")
    repository.undo()
    assert ground.tables()["pain"]["1"] == BAD
    assert ground.open().troubles == repository.troubles == (trouble,)


@pytest.mark.parametrize("table", ["pain", "undo", "setting", "meta", "sleep"])
@given(
    strange=json_values
    | st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("id", "updated", "removed", "at", "night", "before", "summary", "schema"), json_values
        ),
    )
)
@tried(50)
def test_whatever_stands_in_a_document_the_rest_of_the_diary_works(
    table: str, strange: Any
) -> None:
    if table == "meta" and isinstance(strange, dict):
        strange.pop("schema", None)
    ground = Ground(None, FrozenClock())
    tables: Tables = {"pain": {"1": BAD}, "sleep": {}, "setting": {}, "undo": {}, "meta": {}}
    tables[table]["5"] = strange
    repository = ground.open(tables)
    entry, night = pain(3), Night(night=TODAY, asleep_min=400)
    repository.add(entry, night)
    repository.change(msgspec.structs.replace(entry, severity=5))
    repository.remove(night.id)
    repository.set("theme", "dark")
    for _ in range(3):
        repository.undo()
    repository.add(pain(7))
    assert 7 in severities(ground.open())
    assert repository.entries(Night, (TODAY, TODAY)) == repository.entries(Night)
    assert "bad" in {trouble.id for trouble in repository.troubles}
    assert ground.tables()["pain"]["1"] == BAD


def test_of_two_documents_with_one_id_the_second_is_named_and_never_destroyed(
    ground: Ground,
) -> None:
    twice = {"id": "twin", "at": MONDAY.isoformat(), "severity": 4}
    repository = ground.open({"pain": {"1": twice, "2": {**twice, "severity": 6}}})
    assert severities(repository) == [4]
    (trouble,) = repository.troubles
    assert "twin" in trouble.sentence
    repository.change(pain(7, id="twin"))
    assert {document["severity"] for document in ground.tables()["pain"].values()} == {7, 6}


def test_a_document_that_holds_a_bad_value_can_be_removed(ground: Ground) -> None:
    bad = {"id": "bad1", "at": MONDAY.isoformat(), "severity": 14}
    repository = ground.open({"pain": {"1": bad}})
    repository.remove("bad1")
    assert ground.open().troubles == ()
    repository.undo()
    assert [trouble.id for trouble in ground.open().troubles] == ["bad1"]


NO_MARKS: tuple[dict[str, Any], ...] = (
    {"removed": 1},
    {"removed": 0},
    {"removed": True},
    {"removed": "no"},
    {"removed": ["x"]},
    {"removed": "2020"},
    {"removed": "2020-01-01"},
    {"removed": "2020-01-01T00:00:00"},
    {"removed": "2020-01-01T00:00:00+00:00", "severity": 4},
    {"removed": "2020-01-01T00:00:00+00:00", "later": {}},
)


@pytest.mark.parametrize("fields", NO_MARKS, ids=repr)
def test_only_a_moment_in_the_place_of_all_content_is_the_mark_of_a_removal(
    ground: Ground, fields: dict[str, Any]
) -> None:
    """Anything else is named and stays, however old it says that it is."""
    for content in ({}, {"at": MONDAY.isoformat(), "severity": 4}):
        document = {"id": "p", **content, **fields}
        repository = ground.open({"pain": {"1": document}})
        (trouble,) = repository.troubles
        assert (trouble.id, trouble.sentence[:8]) == ("p", "removed:")
        assert severities(repository) == []
        repository.add(pain(5))
        assert ground.tables()["pain"]["1"] == document
        repository.remove("p")
        assert ground.open().troubles == ()
        repository.undo()
        assert ground.tables()["pain"]["1"] | {"updated": 0} == document | {"updated": 0}


def test_the_numbers_of_documents_never_grow_beyond_what_can_be_read(ground: Ground) -> None:
    highest = {"id": "p", "at": MONDAY.isoformat(), "severity": 4}
    repository = ground.open({"pain": {"9" * 18: highest}, "undo": {"9" * 18: {}}})
    repository.add(pain(1), pain(2))
    repository.undo()
    repository.redo()
    assert sorted(severities(ground.open())) == [1, 2, 4]
    assert set(ground.tables()["pain"]) == {"9" * 18, "1", "2"}


def test_an_id_that_a_terminal_would_obey_is_set_aside(ground: Ground) -> None:
    document = {"id": "\x1b[2J", "at": MONDAY.isoformat(), "severity": 4}
    repository = ground.open({"pain": {"1": document}})
    assert contents(repository) == []
    assert "\x1b" not in repository.troubles[0].sentence


def test_undo_brings_back_all_also_where_another_program_took_out_a_mark(ground: Ground) -> None:
    repository = ground.open()
    first, second = pain(1), pain(2)
    repository.add(first, second)
    repository.remove(first.id, second.id)
    tables = ground.tables()
    del tables["pain"]["2"]
    repository = ground.open(tables)
    repository.undo()
    assert sorted(severities(repository)) == sorted(severities(ground.open())) == [1, 2]


def test_a_diary_of_a_newer_form_is_only_read(ground: Ground) -> None:
    tables: Tables = {
        "meta": {"1": {"id": "m", "schema": 99}},
        "pain": {"1": {"id": "p", "at": MONDAY.isoformat(), "severity": 4}},
    }
    repository = ground.open(tables)
    (entry,) = repository.entries(Pain)
    assert repository.read_only is not None
    for change in (
        lambda: repository.add(pain()),
        lambda: repository.change(entry),
        lambda: repository.remove(entry.id),
        repository.undo,
        lambda: repository.set("theme", "dark"),
    ):
        with pytest.raises(CannotKeep, match="written by a newer backcare"):
            change()
    assert ground.tables() == tables


def test_the_repository_says_which_form_and_which_version_wrote(
    ground: Ground, repository: TinyRepository
) -> None:
    repository.add(pain())
    (meta,) = ground.documents("meta")
    assert meta["schema"] == 1
    assert meta["program"]
    assert meta["created"] == meta["updated"] == MONDAY.isoformat(timespec="milliseconds")


@pytest.fixture
def full(tmp_path: Path, clock: FrozenClock) -> Path:
    """A diary with something in many tables."""
    path = tmp_path / "full.json"
    repository = open_repository(path, clock)
    repository.add(pain(4), Visit(at=MONDAY, treatment="massage"), Person(name="Ada"))
    repository.remove(repository.entries(Person)[0].id)
    repository.set("theme", "dark")
    return path


def test_any_tinydb_reads_every_table(full: Path) -> None:
    with TinyDB(full) as database:
        assert database.tables() == {"pain", "visit", "person", "setting", "undo", "meta"}
        assert [document["severity"] for document in database.table("pain")] == [4]
        assert all(
            {"id", "updated"} <= set(d) for t in database.tables() for d in database.table(t)
        )


def test_what_any_tinydb_wrote_is_read_and_kept(full: Path, clock: FrozenClock) -> None:
    repository = open_repository(full, clock)
    with TinyDB(full) as database:
        database.table("pain").insert({"id": "t", "at": "2026-11-23T07:00:00+01:00", "severity": 2})
    assert repository.refresh()
    repository.add(pain(6))
    assert sorted(severities(open_repository(full, clock))) == [2, 4, 6]
