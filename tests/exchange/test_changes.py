"""A file that changed since it was imported: what is new, edited there, edited here, or removed here."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import ImportOutcome, Wishes, bring_in, export_json, read
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.exchange.reading import BEARABLE, DAYLIO, in_memory, read_text
from tests.for_each import for_each

AT = "2026-11-20T08:00:00+01:00"
LATER = "2026-11-21T08:00:00+01:00"
GOOD, BAD, AWFUL = (
    f'2026-11-02,x,Monday,08:00,{mood},walk,"",{note}'
    for mood, note in (("good", "b"), ("bad", "c"), ("awful", "new"))
)


class Desk:
    """A diary, and files that come into it."""

    def __init__(self, folder: Path, repository: TinyRepository, clock: Clock) -> None:
        self.folder, self.repository, self.clock = folder, repository, clock

    def table(self, *rows: str, header: str = DAYLIO, **wishes: bool) -> ImportOutcome:
        """Import a table with these rows."""
        batch = read_text(self.folder, "\n".join([header, *rows]), self.clock)
        return bring_in(self.repository, batch, dry_run=False, wishes=Wishes(**wishes))

    def own(self, tables: dict[str, Any], **wishes: bool) -> ImportOutcome:
        """Import an export with these tables."""
        return self.file(json.dumps({"backcare": 1, "tables": tables}).encode(), **wishes)

    def file(self, data: bytes, **wishes: bool) -> ImportOutcome:
        path = self.folder / "all.json"
        path.write_bytes(data)
        batch = read(path, None, self.clock)
        return bring_in(self.repository, batch, dry_run=False, wishes=Wishes(**wishes))

    def notes(self) -> list[str]:
        return sorted(each.note or "" for each in self.repository.entries(Feeling))


@pytest.fixture
def desk(tmp_path: Path, repository: TinyRepository, clock: FrozenClock) -> Desk:
    return Desk(tmp_path, repository, clock)


def counts(outcome: ImportOutcome) -> tuple[int, int, int, int]:
    return outcome.added, outcome.known, outcome.changed, outcome.removed


@for_each("order", [(AWFUL, GOOD, BAD), (GOOD, BAD, AWFUL), (GOOD, AWFUL, BAD)], ids=str)
def test_a_later_entry_of_the_same_minute_is_new_wherever_it_stands(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    clock = FrozenClock()
    desk = Desk(tmp_path, in_memory(clock), clock)
    desk.table(GOOD, BAD)
    assert counts(desk.table(*order)) == (1, 2, 0, 0)
    assert desk.notes() == ["b", "c", "new"]


def test_of_one_minute_an_edit_is_told_from_a_new_entry(desk: Desk) -> None:
    desk.table(GOOD, BAD)
    outcome = desk.table(GOOD, BAD.replace(",c", ",c and more"), AWFUL)
    assert counts(outcome) == (1, 1, 1, 0)
    (difference,) = map(str, outcome.differences)
    assert difference == (
        'Feeling of Mon 2 Nov 2026 08:00: note "c" here, "c and more" in the file.'
    )
    assert desk.notes() == ["b", "c", "new"]


def test_what_was_edited_there_is_taken_on_request_and_known_then(desk: Desk) -> None:
    desk.table(GOOD)
    edited = GOOD.replace(",b", ",b and more")
    (entry,) = desk.repository.entries(Feeling)
    assert counts(desk.table(edited, changes=True)) == (0, 0, 1, 0)
    (taken,) = desk.repository.entries(Feeling)
    assert (taken.id, taken.note) == (entry.id, "b and more")
    assert counts(desk.table(edited, changes=True)) == (0, 1, 0, 0)
    desk.repository.undo()
    assert desk.notes() == ["b"]


def test_what_was_added_here_stays_with_what_is_taken_from_there(desk: Desk) -> None:
    desk.table(GOOD)
    (entry,) = desk.repository.entries(Feeling)
    desk.repository.change(msgspec.structs.replace(entry, words=("walk", "sun")))
    outcome = desk.table(GOOD.replace("walk", "rest").replace(",b", ",there"), changes=True)
    assert outcome.changed == 1
    (taken,) = desk.repository.entries(Feeling)
    assert (taken.words, taken.note) == (("rest",), "there")
    desk.table(GOOD.replace("walk", '""').replace(",b", ",again"), changes=True)
    (taken,) = desk.repository.entries(Feeling)
    assert (taken.words, taken.note) == ((), "again")


def test_what_was_removed_here_stays_away_until_one_asks_for_it(desk: Desk) -> None:
    desk.table(GOOD, BAD)
    gone = next(each for each in desk.repository.entries(Feeling) if each.note == "b")
    desk.repository.remove(gone.id)
    assert counts(desk.table(GOOD, BAD)) == (0, 1, 0, 1)
    assert counts(desk.table(GOOD, BAD, AWFUL)) == (1, 1, 0, 1)
    assert desk.notes() == ["c", "new"]
    assert counts(desk.table(GOOD, BAD, AWFUL, removed=True)) == (1, 2, 0, 0)
    assert counts(desk.table(GOOD, BAD, AWFUL)) == (0, 3, 0, 0)
    assert desk.notes() == ["b", "c", "new"]


def test_an_import_that_was_undone_comes_again(desk: Desk) -> None:
    for _ in range(2):
        assert counts(desk.table(GOOD, BAD)) == (2, 0, 0, 0)
        desk.repository.undo()


def test_a_corrected_time_is_said(desk: Desk) -> None:
    desk.table(GOOD)
    outcome = desk.table(GOOD.replace("08:00", "08:15"))
    assert outcome.added == 1
    assert outcome.notes[0].startswith("1 new entry says the same as one of that day")
    assert desk.table(GOOD, GOOD.replace("08:00", "08:15")).notes == ()


def test_the_hour_that_is_left_out_is_the_same_in_another_zone(
    desk: Desk, clock: FrozenClock
) -> None:
    row = GOOD.replace("2026-11-02", "2026-03-29").replace("08:00", "02:30")
    desk.table(row)
    clock.travel("America/New_York")
    assert counts(desk.table(row)) == (0, 1, 0, 0)


SLEEP = '"20th Nov 2026","x","","Sleep","7:00","In bed 23:00 - 06:30",""'
WORD = '2026-11-20,x,Friday,08:00,,"bad sleep","",""'


def test_what_a_night_lacks_is_filled_in_from_either_side(
    tmp_path: Path, clock: FrozenClock
) -> None:
    for turn in (1, -1):
        diary = in_memory(clock)
        desk = Desk(tmp_path, diary, clock)
        files = [(SLEEP, BEARABLE), (WORD, DAYLIO)][::turn]
        outcomes = [desk.table(row, header=header) for row, header in files]
        assert [each.filled for each in outcomes] == [0, 1]
        (night,) = desk.repository.entries(Night)
        assert (night.bed, night.up, night.awake_min, night.quality) == ("23:00", "06:30", 30, 2)
        for row, header in files:
            assert counts(desk.table(row, header=header)) == (0, 1, 0, 0)


def test_what_is_known_of_a_night_stays_and_what_differs_is_named(desk: Desk) -> None:
    own = Night(night=desk.clock.today(), bed="22:00", up="06:00", note="mine")
    desk.repository.add(msgspec.structs.replace(own, night=own.night.replace(day=20)))
    outcome = desk.table(SLEEP, header=BEARABLE)
    assert counts(outcome) == (0, 0, 1, 0)
    (difference,) = map(str, outcome.differences)
    assert difference.startswith("Night of Fri 20 Nov 2026: ")
    assert 'bed "22:00" here, "23:00" in the file' in difference
    (night,) = desk.repository.entries(Night)
    assert (night.bed, night.up, night.awake_min, night.note) == ("22:00", "06:00", None, "mine")
    desk.table(SLEEP, header=BEARABLE, changes=True)
    (night,) = desk.repository.entries(Night)
    assert (night.bed, night.up, night.awake_min, night.note) == ("23:00", "06:30", 30, "mine")


def test_what_does_not_go_with_a_night_that_is_filled_in_is_named_at_once(desk: Desk) -> None:
    held = {"night": "2026-11-20", "bed": "23:00", "up": "06:30", "latency_min": 440}
    desk.own({"sleep": [{"id": "a", "updated": AT, **held}]})
    more = {**held, "awake_min": 30, "note": "loud"}
    del more["latency_min"]
    given = {"sleep": [{"id": "b", "updated": AT, **more}]}
    outcome = desk.own(given)
    assert outcome.filled == 1
    (difference,) = map(str, outcome.differences)
    assert "awake_min nothing here, 30 in the file" in difference
    (night,) = desk.repository.entries(Night)
    assert (night.note, night.latency_min, night.awake_min) == ("loud", 440, None)
    (again,) = map(str, desk.own(given).differences)
    assert "awake_min nothing here, 30 in the file" in again


ENTRY = {"id": "a", "updated": AT, "at": AT, "severity": 4}


@for_each(
    ("updated", "newer", "word"),
    [
        (LATER, True, "the file's is newer"),
        ("2026-11-19T08:00:00Z", False, "this diary's is newer"),
    ],
)
def test_of_an_own_entry_that_differs_it_is_said_which_is_newer(
    *, updated: str, newer: bool, word: str, tmp_path: Path
) -> None:
    clock = FrozenClock()
    desk = Desk(tmp_path, in_memory(clock), clock)
    desk.own({"pain": [ENTRY]})
    other = {"pain": [{**ENTRY, "severity": 9, "updated": updated}]}
    outcome = desk.own(other)
    assert counts(outcome) == (0, 0, 1, 0)
    (difference,) = outcome.differences
    assert difference.is_newer is newer
    assert str(difference) == (
        f"Pain entry of Fri 20 Nov 2026 08:00: severity 4 here, 9 in the file; {word}."
    )
    assert desk.repository.entries(Pain)[0].severity == 4
    desk.own(other, changes=True)
    (pain,) = desk.repository.entries(Pain)
    assert pain.severity == 9
    assert pain.updated
    assert (pain.updated.isoformat() == LATER) is newer
    assert counts(desk.own(other)) == (0, 1, 0, 0)


def test_what_was_removed_here_stays_away_by_its_id_too(desk: Desk) -> None:
    desk.own({"pain": [ENTRY]})
    desk.repository.remove("a")
    assert counts(desk.own({"pain": [ENTRY]})) == (0, 0, 0, 1)
    assert counts(desk.own({"pain": [ENTRY]}, removed=True)) == (1, 0, 0, 0)
    assert desk.repository.entries(Pain)[0].id == "a"


def test_what_was_removed_there_stays_here_and_is_said(desk: Desk) -> None:
    desk.own({"pain": [ENTRY]})
    outcome = desk.own({"pain": [{"id": "a", "removed": LATER}]})
    assert outcome.notes == ("1 entry that was removed where the file comes from stayed here.",)
    assert len(desk.repository.entries(Pain)) == 1


def test_two_diaries_that_took_in_one_file_know_each_others_entries(
    desk: Desk, tmp_path: Path
) -> None:
    other = Desk(tmp_path, in_memory(desk.clock), desk.clock)
    other.table(GOOD, BAD, '2026-11-03,x,Tuesday,08:00,,"coffee","",""')
    desk.table(GOOD, BAD)
    outcome = desk.file(export_json(other.repository, desk.clock))
    assert counts(outcome) == (1, 2, 0, 0)
    assert len(desk.repository.entries(Meal)) == 1


def test_what_cannot_be_in_a_diary_is_one_bad_entry_of_an_export(desk: Desk) -> None:
    good = json.dumps(ENTRY)
    bad = [
        good.replace('"a"', f'"{name}"').replace("4}", f'4, "mine": {value}}}')
        for name, value in [("b", "1e999"), ("c", '"\\ud800"'), ("d", "NaN"), ("e", "9" * 5000)]
    ]
    deep = good.replace('"a"', '"f"').replace("4}", f'4, "mine": {"[" * 600}{"]" * 600}}}')
    tables = f'{{"pain": [{", ".join([good, *bad, deep])}]}}'
    outcome = desk.file(f'{{"backcare": 1, "tables": {tables}}}'.encode())
    assert (outcome.added, len(outcome.refused)) == (1, 5)
    assert [each.split(":")[0] for each in outcome.refused] == [
        f"pain, entry {place}" for place in range(2, 7)
    ]


def test_another_diary_file_is_as_good_as_an_export(desk: Desk) -> None:
    tables = {
        "meta": {"1": {"schema": 1}},
        "undo": {"1": {"id": "u"}},
        "pain": {"1": ENTRY},
        "tides": {"7": {"high": True}, "9": {"high": True}},
    }
    outcome = desk.file(json.dumps(tables).encode())
    assert (outcome.added, outcome.refused) == (3, ())
    documents = desk.repository.documents()
    assert documents["pain"] == (ENTRY,)
    assert len(documents["tides"]) == 2
    assert counts(desk.file(json.dumps(tables).encode())) == (0, 3, 0, 0)


def test_a_clock_that_was_ahead_makes_nothing_newer_than_now(desk: Desk) -> None:
    desk.own({"pain": [{**ENTRY, "updated": "2031-01-01T00:00:00Z"}]})
    (pain,) = desk.repository.entries(Pain)
    assert pain.updated == desk.clock.now()


@for_each("updated", ["", "2026-11-20t08:00:00z", None])
def test_an_entry_that_says_oddly_or_not_when_it_was_changed_comes_in(
    updated: str | None, desk: Desk
) -> None:
    outcome = desk.own({"pain": [{**ENTRY, "updated": updated}]})
    assert outcome.refused == ()
    assert len(desk.repository.entries(Pain)) == 1


def test_a_setting_that_differs_is_an_edit_but_for_what_the_program_remembers(desk: Desk) -> None:
    frame = {"updated": AT}
    settings: list[dict[str, Any]] = [
        {**frame, "id": "t", "name": "theme", "value": "dark"},
        {**frame, "id": "p", "name": "player", "value": {"step": 1}},
        {**frame, "id": "d", "name": "draft.night.2026-11-20", "value": {"note": "x"}},
    ]
    desk.own({"setting": settings})
    desk.repository.remove("d")
    outcome = desk.own({"setting": [{**each, "value": "light"} for each in settings]})
    assert counts(outcome) == (0, 2, 1, 0)
    assert [each.place for each in outcome.differences] == [("setting", "t")]
