"""What an import does to the diary: whole, once, and undone by one undo."""

import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import bring_in, export_json, read
from backcare_tui.exchange.batch import Gathering
from backcare_tui.store.tiny import TinyRepository
from tests.examples import tried
from tests.exchange.reading import DAYLIO, FILES, in_memory, read_text, told, without_ids
from tests.stored import stored

NAMES = sorted(path.name for path in FILES.iterdir())
ROW = '2026-11-{day:02},x,Friday,{hour:02}:00,{mood},"{activity}","","{note}"'

quick = settings(tried(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
_ROWS = st.lists(
    st.builds(
        ROW.format,
        day=st.integers(1, 22),
        hour=st.integers(0, 23),
        mood=st.sampled_from(["rad", "sad"]),
        activity=st.sampled_from(["coffee", "back pain", "good sleep | massage"]),
        note=st.sampled_from(["", "one", "two"]),
    ),
    unique_by=lambda row: row[:30],
    max_size=12,
)


def everything(repository: TinyRepository) -> list[Record]:
    return [record for kind in KINDS for record in repository.entries(kind)]


@pytest.mark.parametrize("name", NAMES)
def test_importing_twice_adds_nothing(repository: TinyRepository, clock: Clock, name: str) -> None:
    first = bring_in(repository, read(FILES / name, None, clock), dry_run=False)
    second = bring_in(repository, read(FILES / name, None, clock), dry_run=False)
    assert first.added == len(everything(repository)) > 0
    assert (second.added, second.known) == (0, first.added)
    assert second.refused == first.refused
    assert repository.undo()
    assert everything(repository) == []


@quick
@given(rows=_ROWS, kept=st.integers(0, 12))
def test_a_second_export_with_more_rows_adds_only_these(
    tmp_path: Path, clock: Clock, rows: list[str], kept: int
) -> None:
    repository = in_memory(clock)
    some = read_text(tmp_path, "\n".join([DAYLIO, *rows[:kept]]), clock)
    every = read_text(tmp_path, "\n".join([DAYLIO, *rows]), clock)
    before = bring_in(repository, some, dry_run=False).added
    outcome = bring_in(repository, every, dry_run=False)
    assert outcome.known + outcome.added + len(outcome.refused) >= len(every.records)
    assert before + outcome.added == len(everything(repository))
    feelings = sum(isinstance(record, Feeling) for record in every.records)
    assert len(repository.entries(Feeling)) >= feelings


@pytest.mark.parametrize("name", NAMES)
def test_rows_in_any_order_give_the_same_entries(tmp_path: Path, clock: Clock, name: str) -> None:
    if name == "daylio-2019.csv":
        text = (FILES / name).read_text().replace("first line\n", "first line ")
    else:
        text = (FILES / name).read_text(encoding="utf-8-sig")
    header, *rows = text.splitlines()
    random.Random(3).shuffle(rows)
    shuffled = read_text(tmp_path, "\n".join([header, *rows]), clock)
    assert without_ids(shuffled) == without_ids(read_text(tmp_path, text, clock))


def test_a_dry_run_says_the_same_and_changes_nothing(
    repository: TinyRepository, clock: Clock
) -> None:
    batch = read(FILES / "bearable-2021.csv", None, clock)
    would = bring_in(repository, batch, dry_run=True)
    assert everything(repository) == []
    assert bring_in(repository, batch, dry_run=False) == would
    assert would.kinds == {"feeling": 6, "meal": 2, "pain": 2, "sleep": 1}


def test_one_undo_takes_all_of_it_back_and_it_can_be_imported_again(
    repository: TinyRepository, clock: Clock
) -> None:
    for _ in range(2):
        bring_in(repository, read(FILES / "bearable-2021.csv", None, clock), dry_run=False)
        change = repository.undo()
        assert change
        assert change.summary == "imported 11 entries from bearable"
        assert everything(repository) == []


def test_a_night_that_the_diary_has_is_not_hidden_by_one_from_a_file(
    repository: TinyRepository, clock: Clock
) -> None:
    batch = read(FILES / "daylio-2019.csv", None, clock)
    own = Night(night=batch.records[0].day, bed="23:00", up="07:00")
    repository.add(own)
    outcome = bring_in(repository, batch, dry_run=False)
    (night,) = repository.entries(Night)
    assert (night.id, night.bed, night.up, night.quality) == (own.id, "23:00", "07:00", 4)
    assert outcome.filled == 1


def test_an_imported_entry_that_was_changed_here_and_not_there_stays_and_is_said(
    repository: TinyRepository, clock: Clock
) -> None:
    batch = read(FILES / "daylio-2026.csv", None, clock)
    bring_in(repository, batch, dry_run=False)
    pain = repository.entries(Pain)[0]
    repository.change(msgspec.structs.replace(pain, severity=9))
    outcome = bring_in(repository, batch, dry_run=False)
    assert (outcome.added, outcome.known, outcome.changed) == (0, len(batch.records), 0)
    assert repository.entries(Pain)[0].severity == 9
    assert outcome.notes == ("1 entry that you changed here stayed as you left it.",)


def test_an_export_of_ones_own_comes_back_whole(
    repository: TinyRepository, clock: Clock, tmp_path: Path
) -> None:
    repository.add(*demo_diary(30, 7, clock))
    path = tmp_path / "all.json"
    path.write_bytes(export_json(repository, clock))
    batch = read(path, None, clock)
    other = in_memory(clock)
    outcome = bring_in(other, batch, dry_run=False)
    assert batch.format == "backcare"
    assert batch.refused == ()
    assert outcome.added == len(everything(repository))
    assert everything(other) == everything(repository)
    assert bring_in(other, batch, dry_run=False).added == 0


def test_the_export_is_json_that_a_person_can_read(
    repository: TinyRepository, clock: Clock
) -> None:
    repository.add(Pain(at=clock.now(), severity=4, note="heiß"))
    text = export_json(repository, clock).decode()
    assert text.startswith('{\n  "backcare": 1,\n  "exported": "2026-11-23T08:12:00+01:00",\n')
    assert '"note": "heiß"' in text


def test_bad_and_unknown_things_in_an_own_export_are_named(clock: Clock, tmp_path: Path) -> None:
    at = "2026-11-20T08:00:00+01:00"
    pains = [
        {"id": "a", "at": at, "severity": 4},
        {"id": "b", "at": at, "severity": 14},
        {"id": "a", "at": at, "severity": 5},
        {"id": "c", "removed": at},
        3,
    ]
    path = tmp_path / "all.json"
    path.write_bytes(msgspec.json.encode({"backcare": 1, "tables": {"pain": pains, "x": []}}))
    batch = read(path, None, clock)
    assert [record.id for record in batch.records] == ["a"]
    assert batch.refused == (
        "pain, entry 2: severity: 14 is not a whole number from 0 to 10.",
        'pain, entry 3: id: "a" is not an id that comes only once.',
        "pain, entry 5: entry: 3 is not a document with fields.",
    )
    assert batch.notes[-1] == 'Not known here, and kept as it is: "x".'


def test_a_setting_of_this_diary_is_not_replaced(
    repository: TinyRepository, clock: Clock, tmp_path: Path
) -> None:
    other = in_memory(clock)
    other.set("theme", "light")
    other.set("week_start", 6)
    repository.set("theme", "dark")
    path = tmp_path / "all.json"
    path.write_bytes(export_json(other, clock))
    bring_in(repository, read(path, None, clock), dry_run=False)
    assert stored(repository) == {"theme": "dark", "week_start": 6}
    assert len(repository.entries(Setting)) == 2


def test_a_value_that_cannot_be_is_left_out_of_its_entry_or_the_entry_with_it(
    clock: Clock,
) -> None:
    found, at = Gathering("x"), clock.now()
    found.take(2, Feeling(at=at, mood=9, note="x"), "a")
    found.take(3, Feeling(at=at, mood=9), "b")
    found.take(4, Pain(at=at, severity=14, note="x"), "c")
    found.take(5, Meal(at=at, text="soup", water_ml=-1, coffees=99), "d")
    batch = found.batch()
    assert told(batch, Feeling) == [{"at": at.isoformat(), "note": "x"}]
    assert told(batch, Meal) == [{"at": at.isoformat(), "text": "soup"}]
    assert [each.place for each in batch.dropped] == ["Line 2", "Line 5", "Line 5"]
    assert batch.refused == (
        "Line 3: mood: 9 is not a whole number from 1 to 5.",
        "Line 4: severity: 14 is not a whole number from 0 to 10.",
    )
