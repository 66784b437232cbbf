"""What holds for every file and every diary: all is counted, nothing comes twice, nothing is altered unnamed."""

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from backcare_tui.diary.codec import Document
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import Batch, ImportOutcome, Wishes, bring_in, export_json, read
from backcare_tui.store.tiny import TinyRepository
from tests.examples import tried
from tests.exchange.generated import DAYLIO_ROWS, FILES_OF_OTHERS, daylio, diaries
from tests.exchange.reading import in_memory, read_text

properties = settings(tried(200), suppress_health_check=list(HealthCheck))
Tables = dict[str, dict[str, Document]]


def all_of(repository: TinyRepository) -> dict[tuple[str, str], Any]:
    """Every document by table and id."""
    return {
        (table, document["id"]): document
        for table, documents in repository.documents().items()
        for document in documents
        if isinstance(document, dict)
    }


def counted(outcome: ImportOutcome) -> int:
    """How many entries are in one of the counts."""
    fates = (outcome.added, outcome.filled, outcome.known, outcome.changed, outcome.removed)
    return sum(fates) + len(outcome.refused)


def held_by(batch: Batch) -> int:
    """How many entries a file has, with those that cannot be taken."""
    entries = batch.documents or batch.records
    return len(entries) + len(batch.complaints) + batch.repeated


def brought(repository: TinyRepository, batch: Batch, **wishes: bool) -> ImportOutcome:
    return bring_in(repository, batch, dry_run=False, wishes=Wishes(**wishes))


@properties
@given(text=FILES_OF_OTHERS)
def test_the_same_file_twice_adds_nothing_and_all_of_it_is_counted(
    tmp_path: Path, clock: Clock, text: str
) -> None:
    repository = in_memory(clock)
    first = brought(repository, read_text(tmp_path, text, clock))
    before = all_of(repository)
    again = read_text(tmp_path, text, clock)
    second = brought(repository, again)
    assert (second.added, second.filled, second.changed, second.removed) == (0, 0, 0, 0)
    assert all_of(repository) == before
    assert counted(first) == counted(second) == held_by(again)


@properties
@given(
    rows=st.lists(DAYLIO_ROWS.filter(lambda row: "sleep" not in row), max_size=12), data=st.data()
)
@example(
    rows=[f'2026-11-02,x,Monday,08:00,{mood},"","",""' for mood in ("awful", "good", "bad")],
    data=None,
).via("the new one sorts before the two that were there")
def test_a_file_that_grew_adds_what_is_new_and_that_alone(
    tmp_path: Path, clock: Clock, rows: list[str], data: st.DataObject | None
) -> None:
    rows = sorted(rows)  # the same rows beside each other, as an app writes them
    some = data.draw(st.lists(st.sampled_from(rows or [""]), unique=True)) if data else rows[1:]
    kept = [row for row in rows if row in some]
    repository, whole = in_memory(clock), in_memory(clock)
    brought(repository, read_text(tmp_path, daylio(kept), clock))
    brought(repository, read_text(tmp_path, daylio(rows), clock))
    brought(whole, read_text(tmp_path, daylio(rows), clock))
    assert said(repository) == said(whole)


def said(repository: TinyRepository) -> Counter[tuple[Any, ...]]:
    """What the feelings of a diary say, each as often as it is there."""
    return Counter(
        (each.at, each.mood, each.words, each.note) for each in repository.entries(Feeling)
    )


@properties
@given(
    files=st.tuples(FILES_OF_OTHERS, FILES_OF_OTHERS),
    takes=st.booleans(),
    edits=st.lists(st.integers(0, 11), max_size=3),
)
def test_no_entry_is_altered_by_an_import_without_being_named(
    tmp_path: Path, clock: Clock, *, files: tuple[str, str], takes: bool, edits: list[int]
) -> None:
    repository = in_memory(clock)
    brought(repository, read_text(tmp_path, files[0], clock))
    feelings = repository.entries(Feeling)
    for number in edits:
        if number < len(feelings):
            repository.change(msgspec.structs.replace(feelings[number], note="mine"))
    before = all_of(repository)
    outcome = brought(repository, read_text(tmp_path, files[1], clock), changes=takes)
    after = all_of(repository)
    altered = {place for place, document in before.items() if after[place] != document}
    named = {each.place for each in outcome.differences}
    filled = altered - (named if takes else set())
    assert len(altered) <= outcome.filled + (outcome.changed if takes else 0)
    once_more = brought(repository, read_text(tmp_path, files[1], clock))
    met_again = {each.place for each in once_more.differences}
    assert met_again & filled <= named, "what else differs in a night that was filled in"
    for place in filled:
        assert place[0] == Night.table
        kept = {name: value for name, value in before[place].items() if name != "updated"}
        assert kept.items() <= after[place].items()


@properties
@given(tables=diaries())
def test_an_export_brought_into_an_empty_diary_is_the_same_diary(
    tmp_path: Path, clock: Clock, tables: Tables
) -> None:
    diary, empty = in_memory(clock, tables), in_memory(clock)
    path = tmp_path / "all.json"
    path.write_bytes(export_json(diary, clock))
    batch = read(path, None, clock)
    outcome = brought(empty, batch)
    assert batch.refused == ()
    assert all_of(empty) == all_of(diary)
    assert outcome.added == counted(outcome) == held_by(batch)
    before = all_of(empty)
    second = brought(empty, batch)
    assert (second.added, second.changed, second.removed) == (0, 0, 0)
    assert all_of(empty) == before


@properties
@given(tables=diaries(), other=diaries(), takes=st.booleans())
def test_another_diary_takes_nothing_away_from_this_one(
    tmp_path: Path, clock: Clock, *, tables: Tables, other: Tables, takes: bool
) -> None:
    diary = in_memory(clock, tables)
    before = all_of(diary)
    path = tmp_path / "all.json"
    path.write_bytes(export_json(in_memory(clock, other), clock))
    batch = read(path, None, clock)
    outcome = brought(diary, batch, changes=takes)
    after = all_of(diary)
    assert counted(outcome) == held_by(batch)
    assert before.keys() <= after.keys()
    named = {each.place for each in outcome.differences}
    altered = {place for place in before if after[place] != before[place]}
    nights = {place for place in altered if place[0] == Night.table}
    assert altered <= (named if takes else set()) | nights
    assert len(nights - named) <= outcome.filled
    if (
        takes
    ):  # a night that was moved to the day that the file has for it frees its own day for another
        brought(diary, batch, changes=True)
    once_more = brought(diary, batch, changes=takes)
    assert (once_more.added, once_more.filled) == (0, 0)
    # A night that was filled in and differs besides is counted as filled in, and named at once.
    least, most = (0, 0) if takes else (outcome.changed, outcome.changed + outcome.filled)
    assert least <= once_more.changed <= most
    assert {each.place for each in once_more.differences} <= named
