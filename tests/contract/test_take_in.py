"""Whole documents from elsewhere, and what is given to elsewhere; over memory and over a file."""

from typing import Any

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.values import BadValue
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.contract.ground import Ground, pain
from tests.for_each import for_each

AT = "2026-11-20T08:00:00+01:00"
ENTRY = {"id": "a", "updated": AT, "at": AT, "severity": 4, "mine": {"x": [1, None]}}
TIDE = {"id": "t", "updated": AT, "high": True}
ORIGIN = {"from": "daylio", "key": "2026-11-20 08:00 pain", "original": "6/10"}


def test_what_is_taken_in_is_kept_to_the_letter(ground: Ground, repository: TinyRepository) -> None:
    repository.take_in([("pain", ENTRY), ("tides", TIDE)])
    again = ground.open().documents()
    assert again == {"pain": (ENTRY,), "tides": (TIDE,)}
    assert [each.severity for each in repository.entries(Pain)] == [4]


def test_without_a_moment_of_change_it_is_changed_now(repository: TinyRepository) -> None:
    repository.take_in([("tides", {"id": "t"})])
    ((tide,),) = repository.documents().values()
    assert isinstance(tide, dict)
    assert str(tide["updated"]).startswith("2026-11-23T08:12:00")


def test_undone_it_leaves_no_mark_and_can_be_done_and_undone_again(
    ground: Ground, repository: TinyRepository
) -> None:
    repository.take_in([("pain", ENTRY), ("tides", TIDE)])
    for _ in range(2):
        repository.undo()
        assert ground.documents("pain") == ground.documents("tides") == []
        repository.redo()
        assert [each["id"] for each in ground.documents("tides")] == ["t"]


def test_undone_it_gives_back_what_it_took_the_place_of(repository: TinyRepository) -> None:
    entry = pain(3)
    repository.add(entry)
    repository.take_in([("pain", {**ENTRY, "id": entry.id})])
    repository.undo()
    assert [each.severity for each in repository.entries(Pain)] == [3]


@for_each(
    ("document", "field"),
    [
        ({**ENTRY, "severity": 14}, "severity"),
        ({**ENTRY, "mine": float("inf")}, "mine"),
        ({**ENTRY, "mine": "\ud800"}, "mine"),
        ({**ENTRY, "id": "no id"}, "id"),
        ({"id": "a", "removed": "soon"}, "removed"),
        ({"id": "a", "removed": True, "severity": 4}, "removed"),
    ],
)
def test_what_the_file_must_not_hold_is_refused_with_all_that_came_with_it(
    document: dict[str, Any], field: str, clock: FrozenClock
) -> None:
    ground = Ground(None, clock)
    with pytest.raises(BadValue) as refused:
        ground.open().take_in([("tides", TIDE), ("pain", document)])
    assert refused.value.field == field
    assert ground.tables() == {}


def test_the_mark_of_what_was_imported_keeps_its_origin_and_stays(
    ground: Ground, clock: FrozenClock, repository: TinyRepository
) -> None:
    repository.take_in([("pain", {**ENTRY, "imported": ORIGIN})])
    own = pain(3)
    repository.add(own)
    repository.remove("a", own.id)
    marks = {mark["id"]: mark for mark in ground.documents("pain")}
    assert marks["a"]["imported"] == {"from": "daylio", "key": "2026-11-20 08:00 pain"}
    assert "imported" not in marks[own.id]
    clock.move(days=400)
    repository.add(pain(5))
    assert {mark["id"] for mark in ground.documents("pain") if "removed" in mark} == {"a"}
