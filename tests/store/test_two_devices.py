"""A diary on two devices that were apart: what each did is there, and each takes back only its own."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store.brought import Brought
from backcare_tui.store.copies import merge_file
from backcare_tui.store.merge import CannotMerge
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY
from tests.store.devices import Device, on

TODAY = MONDAY.date()


def pain(severity: int, **fields: Any) -> Pain:
    return Pain(at=MONDAY, severity=severity, **fields)


def severities(repository: TinyRepository) -> list[int]:
    return sorted(entry.severity for entry in repository.entries(Pain))


class Pair:
    """A laptop and a desktop with one diary, of one entry of severity 1 that the laptop made."""

    def __init__(self, folder: Path) -> None:
        self.laptop, self.desktop = (Device(name, folder) for name in ("laptop", "desktop"))
        self.kept: list[bytes] = []
        self.first = pain(1)
        with self.laptop.diary() as diary:
            diary.add(self.first, summary="pain 1")
        self.laptop.send(self.desktop)

    def keep(self, diary: str, data: bytes) -> None:
        self.kept.append(data)

    def merge(self, into: Device, of: Device) -> Brought:
        copy = of.send(into, "diary 2.json")
        with on(into.name):
            return merge_file(into.path, copy, into.clock, self.keep)

    def meet(self) -> None:
        """Each merges what the other had; then both have the same."""
        before = self.desktop.path.read_bytes()
        self.merge(self.desktop, self.laptop)
        after = self.desktop.path.read_bytes()
        self.desktop.path.write_bytes(before)
        self.merge(self.laptop, self.desktop)
        self.desktop.path.write_bytes(after)

    def contents(self, of: Device) -> list[Record]:
        with of.diary() as diary:
            kinds = (Pain, Night, Setting)
            return sorted(
                (record for kind in kinds for record in diary.entries(kind)), key=lambda r: r.id
            )


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def test_what_each_made_apart_is_on_both(pair: Pair) -> None:
    with pair.laptop.diary() as diary:
        diary.add(pain(2), summary="pain 2")
    with pair.desktop.diary() as diary:
        diary.add(pain(3), pain(4), summary="two")
    pair.meet()
    assert pair.contents(pair.laptop) == pair.contents(pair.desktop)
    with pair.laptop.diary() as diary:
        assert severities(diary) == [1, 2, 3, 4]


def test_what_came_is_counted_and_what_stood_here_is_in_the_backups(pair: Pair) -> None:
    other = pain(7)
    with pair.laptop.diary() as diary:
        diary.add(other)
    pair.laptop.send(pair.desktop)
    with pair.desktop.diary() as diary:
        diary.add(pain(2), pain(3), Night(night=TODAY, asleep_min=400))
        diary.change(msgspec.structs.replace(pair.first, severity=9))
        diary.remove(other.id)
    before = pair.laptop.path.read_bytes()
    brought = pair.merge(pair.laptop, pair.desktop)
    assert (brought.added, brought.changed, brought.removed) == (3, 1, 1)
    assert pair.kept == [before]
    with pair.laptop.diary() as diary:
        assert severities(diary) == [2, 3, 9]


def test_the_same_copy_once_more_changes_not_one_byte_and_needs_no_backup(pair: Pair) -> None:
    with pair.desktop.diary() as diary:
        diary.add(pain(2))
    pair.merge(pair.laptop, pair.desktop)
    before = pair.laptop.path.read_bytes()
    assert pair.merge(pair.laptop, pair.desktop).is_nothing
    assert pair.laptop.path.read_bytes() == before
    assert len(pair.kept) == 1


def test_the_file_is_newer_than_both_that_it_came_of(pair: Pair) -> None:
    with pair.desktop.diary() as diary:
        for severity in range(5):
            diary.add(pain(severity))
    pair.laptop.clock.move(minutes=5)
    with pair.laptop.diary() as diary:
        diary.add(pain(2))
    pair.merge(pair.laptop, pair.desktop)
    (meta,) = pair.laptop.tables()["meta"].values()
    (other,) = pair.desktop.tables()["meta"].values()
    assert meta["generation"] == other["generation"] + 1
    assert meta["diary"] == other["diary"]
    assert meta["devices"].keys() == {"laptop", "desktop"}


def test_of_one_entry_the_later_change_stands_whatever_zone_it_was_made_in(pair: Pair) -> None:
    with pair.laptop.diary() as diary:
        diary.change(msgspec.structs.replace(pair.first, severity=5))
    pair.desktop.clock.travel("America/New_York")
    pair.desktop.clock.move(minutes=1)
    with pair.desktop.diary() as diary:
        diary.change(msgspec.structs.replace(pair.first, severity=6))
    pair.meet()
    for device in (pair.laptop, pair.desktop):
        with device.diary() as diary:
            assert severities(diary) == [6]


def test_an_entry_that_was_removed_stays_away_also_after_a_year(pair: Pair) -> None:
    with pair.desktop.diary() as diary:
        diary.add(pain(2))
    pair.meet()
    old = pair.desktop.path.read_bytes()
    with pair.laptop.diary() as diary:
        diary.remove(pair.first.id)
    pair.laptop.clock.move(days=400)
    with pair.laptop.diary() as diary:
        diary.add(pain(3))
        diary.remove(diary.entries(Pain)[0].id)
    pair.desktop.path.write_bytes(old)  # it was off for a year
    pair.merge(pair.laptop, pair.desktop)
    with pair.laptop.diary() as diary:
        assert pair.first.id not in {entry.id for entry in diary.entries(Pain)}


def test_where_one_changed_what_the_other_removed_the_later_of_them_holds(pair: Pair) -> None:
    with pair.laptop.diary() as diary:
        diary.remove(pair.first.id)
    pair.desktop.clock.move(minutes=1)
    with pair.desktop.diary() as diary:
        diary.change(msgspec.structs.replace(pair.first, severity=8))
    pair.meet()
    assert pair.contents(pair.laptop) == pair.contents(pair.desktop)
    with pair.laptop.diary() as diary:
        assert severities(diary) == [8]


class TestUndo:
    def test_it_takes_back_what_was_done_here_also_if_the_copy_alone_has_the_step(
        self, pair: Pair
    ) -> None:
        with pair.laptop.diary() as diary:
            diary.add(pain(2), summary="pain 2")
        pair.desktop.clock.move(minutes=5)
        with pair.desktop.diary() as diary:
            diary.add(pain(3), summary="pain 3")
        copy = pair.laptop.send(pair.laptop, "diary.sync-conflict-20261123-081200-ABCDEFG.json")
        pair.desktop.send(pair.laptop)  # the sync took the newer file, and put ours beside it
        with on("laptop"):
            merge_file(pair.laptop.path, copy, pair.laptop.clock, pair.keep)
        with pair.laptop.diary() as diary:
            assert diary.undo() is not None
            assert severities(diary) == [1, 3]
            assert diary.undo() is not None
            assert severities(diary) == [3]
            assert diary.undo() is None

    def test_it_does_not_take_back_what_another_device_did(self, pair: Pair) -> None:
        with pair.desktop.diary() as diary:
            assert diary.last_change() is None
            assert diary.undo() is None
            assert severities(diary) == [1]

    def test_it_leaves_an_entry_that_another_device_changed_later(self, pair: Pair) -> None:
        two = pain(2)
        with pair.laptop.diary() as diary:
            diary.add(two, pain(3), summary="both")
        pair.laptop.send(pair.desktop)
        with pair.desktop.diary() as diary:
            diary.change(msgspec.structs.replace(two, severity=10))
        with pair.laptop.diary() as diary:
            diary.add(pain(5), summary="what the desktop has not seen")
        pair.merge(pair.laptop, pair.desktop)
        with pair.laptop.diary() as diary:
            diary.undo()
            undone = diary.undo()
            assert undone is not None
            assert undone.summary == "both"
            assert severities(diary) == [1, 10]

    def test_nor_is_it_taken_back_where_its_file_came_by_itself(self, pair: Pair) -> None:
        """No conflict: the sync put the file of the desktop in the place of ours."""
        with pair.desktop.diary() as diary:
            diary.change(msgspec.structs.replace(pair.first, severity=10))
        pair.desktop.send(pair.laptop)
        with pair.laptop.diary() as diary:
            assert diary.undo() is None
            assert severities(diary) == [10]
        with pair.desktop.diary() as diary:
            assert diary.undo() is not None
            assert severities(diary) == [1]

    def test_what_was_undone_here_is_not_undone_twice_because_of_an_old_copy(
        self, pair: Pair
    ) -> None:
        old = pair.laptop.send(pair.laptop, "diary 2.json")
        with pair.laptop.diary() as diary:
            diary.undo()
        with on("laptop"):
            merge_file(pair.laptop.path, old, pair.laptop.clock, pair.keep)
        with pair.laptop.diary() as diary:
            assert severities(diary) == []
            assert diary.undo() is None
            assert diary.redo() is not None
            assert severities(diary) == [1]

    def test_another_device_goes_on_while_one_can_still_make_again(self, pair: Pair) -> None:
        with pair.laptop.diary() as diary:
            diary.undo()
        pair.laptop.send(pair.desktop)
        with pair.desktop.diary() as diary:
            assert diary.redo() is None
            diary.add(pain(5))
        pair.desktop.send(pair.laptop)
        with pair.laptop.diary() as diary:
            assert diary.redo() is not None
            assert severities(diary) == [1, 5]

    @pytest.mark.thorough
    def test_fifty_changes_of_another_do_not_push_ours_out(self, pair: Pair) -> None:
        with pair.desktop.diary() as diary:
            for _ in range(60):
                diary.add(pain(4))
        pair.desktop.send(pair.laptop)
        with pair.laptop.diary() as diary:
            assert diary.undo() is not None
            assert severities(diary) == [4] * 60

    def test_the_steps_of_an_older_version_are_there_for_whoever_opens_it(self, pair: Pair) -> None:
        tables = pair.laptop.tables()
        for step in tables["undo"].values():
            del step["device"]
        pair.laptop.path.write_bytes(msgspec.json.encode(tables))
        with pair.laptop.diary() as diary:
            assert diary.undo() is not None


class TestSettings:
    def test_one_that_both_made_is_one(self, pair: Pair) -> None:
        with pair.laptop.diary() as diary:
            diary.set("theme", "backcare-day")
        pair.desktop.clock.move(minutes=1)
        with pair.desktop.diary() as diary:
            diary.set("theme", "backcare-contrast")
        pair.meet()
        for device in (pair.laptop, pair.desktop):
            with device.diary() as diary:
                assert diary.settings().theme == "backcare-contrast"
                assert len(diary.entries(Setting)) == 1
                diary.set("theme", None)
                assert diary.settings().theme == ""

    def test_two_in_a_file_by_one_name_are_the_one_changed_last(self, pair: Pair) -> None:
        """As where nobody has merged them yet."""
        tables = pair.laptop.tables()
        late = {"id": "a", "name": "theme", "value": "late", "updated": "2026-11-23T08:00:00+01:00"}
        early = {**late, "id": "b", "value": "early", "updated": "2026-11-23T08:30:00+02:00"}
        tables["setting"] = {"1": late, "2": early}
        pair.laptop.path.write_bytes(msgspec.json.encode(tables))
        with pair.laptop.diary() as diary:
            assert diary.settings().theme == "late"
            diary.set("theme", "mine")
            assert [setting.value for setting in diary.entries(Setting)] == ["mine"]

    def test_what_is_being_typed_here_is_not_lost_to_what_is_typed_there(self, pair: Pair) -> None:
        with pair.laptop.diary() as diary:
            diary.keep_draft("check-in", {"note": "a long note"})
        pair.desktop.clock.move(minutes=1)
        with pair.desktop.diary() as diary:
            diary.keep_draft("check-in", {"note": "another"})
            diary.keep_draft("check-in", None)
            diary.keep_draft("meal", {"text": "soup"})
        pair.meet()
        with pair.laptop.diary() as diary:
            assert diary.draft("check-in") == {"note": "a long note"}
            assert diary.draft("meal") is None
        with pair.desktop.diary() as diary:
            assert diary.draft("check-in") is None
            assert diary.draft("meal") == {"text": "soup"}

    def test_a_draft_of_before_is_found_and_forgotten(self, pair: Pair) -> None:
        tables = pair.laptop.tables()
        tables["setting"] = {"1": {"id": "d", "name": "draft.meal", "value": {"text": "soup"}}}
        pair.laptop.path.write_bytes(msgspec.json.encode(tables))
        with pair.laptop.diary() as diary:
            assert diary.draft("meal") == {"text": "soup"}
            diary.keep_draft("meal", None)
            assert diary.draft("meal") is None
            assert diary.entries(Setting) == ()


def test_a_night_that_both_made_for_one_day_is_there_twice_and_named(pair: Pair) -> None:
    with pair.laptop.diary() as diary:
        diary.add(Night(night=TODAY, asleep_min=400))
    with pair.desktop.diary() as diary:
        diary.add(Night(night=TODAY, asleep_min=420))
    brought = pair.merge(pair.laptop, pair.desktop)
    assert brought.nights == (TODAY,)
    with pair.laptop.diary() as diary:
        assert {night.asleep_min for night in diary.entries(Night)} == {400, 420}


def test_a_clock_that_is_a_year_ahead_is_said_and_a_change_here_still_wins(pair: Pair) -> None:
    pair.desktop.clock.move(days=365)
    with pair.desktop.diary() as diary:
        diary.change(msgspec.structs.replace(pair.first, severity=9))
        made = diary.entries(Pain)[0].updated
    brought = pair.merge(pair.laptop, pair.desktop)
    assert brought.ahead == made
    with pair.laptop.diary() as diary:
        diary.change(msgspec.structs.replace(pair.first, severity=2))
    pair.merge(pair.desktop, pair.laptop)
    with pair.desktop.diary() as diary:
        assert severities(diary) == [2]


def test_a_letter_that_was_lost_on_the_way_does_not_get_in(pair: Pair) -> None:
    with pair.desktop.diary() as diary:
        diary.add(pain(2, note="mine"))
    pair.meet()
    before = pair.contents(pair.laptop)
    for wrong in (b"nine", b"zine", b"aine"):  # by its digest one of them would be the greater
        data = pair.desktop.path.read_bytes()
        pair.desktop.path.write_bytes(data.replace(b"mine", wrong))
        brought = pair.merge(pair.laptop, pair.desktop)
        assert brought.is_doubtful
        assert brought.is_nothing
        assert pair.contents(pair.laptop) == before
        pair.desktop.path.write_bytes(data)


class TestRefused:
    def refused(self, pair: Pair, file: Path) -> str:
        before = pair.laptop.path.read_bytes(), file.read_bytes()
        with on("laptop"), pytest.raises(CannotMerge) as caught:
            merge_file(pair.laptop.path, file, pair.laptop.clock, pair.keep)
        assert (pair.laptop.path.read_bytes(), file.read_bytes()) == before
        assert not pair.kept
        return str(caught.value)

    def test_another_diary(self, pair: Pair, tmp_path: Path) -> None:
        stranger = Device("stranger", tmp_path)
        with stranger.diary() as diary:
            diary.add(pain(5))
        assert "is of another diary" in self.refused(pair, stranger.path)

    def test_a_newer_form(self, pair: Pair) -> None:
        tables = pair.desktop.tables()
        tables["meta"]["1"]["schema"] = 99
        pair.desktop.path.write_bytes(msgspec.json.encode(tables))
        assert "written by a newer backcare (form 99" in self.refused(pair, pair.desktop.path)

    def test_one_that_says_nothing_of_whose_it_is(self, pair: Pair) -> None:
        pair.desktop.path.write_bytes(b'{"pain": {"1": {"id": "p", "severity": 4}}}')
        assert "does not say which diary" in self.refused(pair, pair.desktop.path)

    def test_the_diary_itself(self, pair: Pair) -> None:
        assert "is the diary itself" in self.refused(pair, pair.laptop.path)

    def test_a_diary_with_nothing_in_it_has_nothing_to_be_told_by(self, pair: Pair) -> None:
        new = Device("new", pair.laptop.path.parents[1])
        with on("new"), pytest.raises(CannotMerge, match="no entry here yet"):
            merge_file(new.path, pair.laptop.path, new.clock, pair.keep)
        assert not new.path.exists()


def test_two_copies_of_a_diary_of_before_are_of_one_diary(pair: Pair) -> None:
    """An older version gave it no id of its own; then each device brings it up by itself."""
    tables = pair.laptop.tables()
    kept = ("id", "updated", "created", "schema", "program")
    tables["meta"]["1"] = {field: tables["meta"]["1"][field] for field in kept}
    for device in (pair.laptop, pair.desktop):
        device.path.write_bytes(msgspec.json.encode(tables))
    with pair.desktop.diary() as diary:
        diary.add(pain(2))
    assert pair.merge(pair.laptop, pair.desktop).added == 1
    with pair.laptop.diary() as diary:
        diary.add(pain(3))
    assert pair.merge(pair.desktop, pair.laptop).added == 1


def test_where_the_backup_fails_nothing_is_merged(pair: Pair) -> None:
    with pair.desktop.diary() as diary:
        diary.add(pain(2))
    before = pair.laptop.path.read_bytes()

    def fail(diary: str, data: bytes) -> None:
        raise CannotKeep("no space left on device")

    with on("laptop"), pytest.raises(CannotKeep, match="no space"):
        merge_file(pair.laptop.path, pair.desktop.path, pair.laptop.clock, fail)
    assert pair.laptop.path.read_bytes() == before
