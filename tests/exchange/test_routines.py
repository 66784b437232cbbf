"""Routines that people share: out to a file, and into another diary, all of them or none."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.exchange.routines import (
    LARGEST_BYTES,
    bring_in_routines,
    export_routines,
    read_routines,
)
from backcare_tui.exchange.source import CannotImport
from backcare_tui.library.exercises import exercises
from backcare_tui.library.routines import programs, routine, routines
from backcare_tui.player.timeline import LONGEST_S, length_s, timeline
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.for_each import for_each

STEP = {"exercise": "knee-to-chest"}
HOLD = Routine(id="hold", name="One hold", steps=(RoutineStep("knee-to-chest"),))


def length_of(of: Routine) -> int:
    """As the command line counts it."""
    return timeline(of).length_s


def written(folder: Path, *documents: Any, **whole: Any) -> Path:
    """A file of routines, or of what `whole` makes of it."""
    path = folder / "shared.json"
    content = {"backcare": "routines", "version": 1, "routines": list(documents), **whole}
    path.write_text(json.dumps(content))
    return path


def complaint(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(CannotImport) as refused:
        read_routines(path, length_of)
    return str(refused.value)


def content(of: Routine) -> Routine:
    """A routine without what its diary says of it."""
    return msgspec.structs.replace(of, id="-", updated=None, minutes=None)


def carried(given: Routine, folder: Path, diary: TinyRepository) -> None:
    """Share a routine with a diary."""
    path = folder / "shared.json"
    path.write_bytes(export_routines([given]))
    bring_in_routines(diary, read_routines(path, length_of), dry_run=False)


DOSES = st.builds(
    DoseChange,
    hold_s=st.none() | st.integers(1, 60),
    reps=st.none() | st.integers(1, 12),
    sets=st.none() | st.integers(1, 2),
    rest_s=st.none() | st.integers(0, 60),
    rep_s=st.none() | st.integers(1, 8),
)
STEPS = st.builds(
    RoutineStep,
    exercise=st.sampled_from([each.id for each in exercises()]),
    dose=st.none() | DOSES,
    sides=st.sampled_from([None, "each", "left", "right"]),
    ready_s=st.none() | st.integers(0, 600),
    note=st.none() | st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1),
)
OWN = st.builds(
    Routine,
    name=st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=200),
    steps=st.lists(STEPS, min_size=1, max_size=4).map(tuple),
    level=st.integers(1, 3),
).filter(lambda each: length_s(each) <= LONGEST_S)


@given(OWN)
def test_what_is_shared_arrives_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, mine: Routine
) -> None:
    path = tmp_path_factory.mktemp("shared") / "shared.json"
    path.write_bytes(export_routines([mine]))
    (read,) = read_routines(path, length_of)
    assert read.id == mine.id
    assert content(read) == content(mine)
    assert read.minutes == pytest.approx(length_s(mine) / 60, abs=0.5)


@for_each("one", routines(), ids=lambda one: one.id)
def test_every_routine_of_the_library_can_be_shared(one: Routine, tmp_path: Path) -> None:
    path = tmp_path / "shared.json"
    path.write_bytes(export_routines([one]))
    assert [content(each) for each in read_routines(path, length_of)] == [content(one)]


def test_one_undo_takes_back_all_that_was_taken_in(
    tmp_path: Path, repository: TinyRepository
) -> None:
    path = written(
        tmp_path, *({"id": f"r{n}", "name": f"R{n}", "steps": [STEP] * n} for n in (1, 2))
    )
    taken = bring_in_routines(repository, read_routines(path, length_of), dry_run=False)
    assert [each.id for each in taken.added] == ["r1", "r2"]
    assert len(repository.entries(Routine)) == 2
    done = repository.undo()
    assert done
    assert done.summary == "imported 2 routines"
    assert repository.entries(Routine) == ()


def test_the_same_content_is_known_under_any_id(tmp_path: Path, repository: TinyRepository) -> None:
    repository.add(HOLD)
    path = written(
        tmp_path,
        {"id": "other", "name": "One hold", "steps": [STEP]},
        {"name": "Two", "steps": [STEP]},
        {"name": "Two", "steps": [STEP], "minutes": 200},
    )
    taken = bring_in_routines(repository, read_routines(path, length_of), dry_run=False)
    assert [each.name for each in taken.added] == ["Two"]
    assert taken.known == 2


def test_what_the_library_has_is_known(tmp_path: Path, repository: TinyRepository) -> None:
    carried(routine("desk-break"), tmp_path, repository)
    assert repository.entries(Routine) == ()


@pytest.mark.parametrize("taken", ["hold", "desk-break", programs()[0].id])
def test_another_routine_of_a_known_id_gets_a_new_one(
    taken: str, tmp_path: Path, repository: TinyRepository
) -> None:
    repository.add(HOLD)
    carried(msgspec.structs.replace(HOLD, id=taken, name="Another"), tmp_path, repository)
    added = [each for each in repository.entries(Routine) if each.name == "Another"]
    assert len(added) == 1
    assert added[0].id not in {"hold", "desk-break", programs()[0].id}


def test_twice_the_same_file_changes_nothing_more(
    tmp_path: Path, repository: TinyRepository
) -> None:
    for _ in range(2):
        carried(HOLD, tmp_path, repository)
    assert len(repository.entries(Routine)) == 1


def test_what_is_there_and_held_control_characters_is_known_too(
    tmp_path: Path, repository: TinyRepository
) -> None:
    mine = msgspec.structs.replace(HOLD, name="One\x1b[2Jhold", note="two\nlines")
    repository.add(mine)
    carried(mine, tmp_path, repository)
    assert len(repository.entries(Routine)) == 1


def test_a_dry_run_only_says_what_would_come(tmp_path: Path, diary_path: Path) -> None:
    diary = open_repository(diary_path, FrozenClock())
    given = read_routines(written(tmp_path, {"name": "New", "steps": [STEP]}), length_of)
    assert len(bring_in_routines(diary, given, dry_run=True).added) == 1
    assert not diary_path.exists()


def test_control_characters_are_made_harmless(tmp_path: Path) -> None:
    step = {**STEP, "note": "a\x07\nb"}
    path = written(tmp_path, {"name": "\x1b[31mred\u202e\n", "steps": [step], "purpose": "\x9b2J"})
    (read,) = read_routines(path, length_of)
    assert read.name == "\ufffd[31mred\ufffd "
    assert read.purpose == "\ufffd2J"
    assert read.steps[0].note == "a\ufffd\nb"


def test_a_length_is_counted_not_believed(tmp_path: Path) -> None:
    path = written(tmp_path, {"name": "Short", "steps": [STEP], "minutes": "for ever"})
    (read,) = read_routines(path, length_of)
    assert read.minutes == round(length_s(read) / 30) / 2


def test_what_another_diary_said_of_it_stays_there(tmp_path: Path) -> None:
    said = {"updated": "2001-01-01T00:00:00+00:00", "imported": {"from": "x", "key": "y"}}
    (read,) = read_routines(written(tmp_path, {"name": "A", "steps": [STEP], **said}), length_of)
    assert read.updated is None
    assert read.imported is None


def test_three_hundred_steps_are_fine(tmp_path: Path) -> None:
    step = {"exercise": "ankle-pumps", "dose": {"reps": 2}, "ready_s": 5}
    (read,) = read_routines(written(tmp_path, {"name": "Long", "steps": [step] * 300}), length_of)
    assert len(read.steps) == 300


def test_a_mark_of_the_byte_order_does_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, {"name": "A", "steps": [STEP]})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_routines(path, length_of)) == 1


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown exercise": (
        {"steps": [STEP, {"exercise": "flying"}]},
        'step 2, exercise: "flying" is not an exercise of this library (`backcare exercises` ',
    ),
    "no repetitions": (
        {"steps": [{**STEP, "dose": {"reps": 0}}]},
        "step 1, reps: 0 is not a whole number from 1 to 100.",
    ),
    "a hold of nothing": (
        {"steps": [STEP, STEP, {**STEP, "dose": {"hold_s": 0}}]},
        "step 3, hold_s: 0 is not whole seconds from 1 to 3600.",
    ),
    "a side there is not": (
        {"steps": [{**STEP, "sides": "top"}]},
        'step 1, sides: "top" is not one of each, left and right.',
    ),
    "a step of words": ({"steps": ["stretch"]}, 'step 1: "stretch" is not '),
    "no steps": ({"steps": []}, "steps: nothing is not at least one exercise of the library."),
    "too many": ({"steps": [STEP] * 1001}, "steps: 1001 is not at most 1000."),
    "too long": (
        {"steps": [{**STEP, "dose": {"hold_s": 3600, "reps": 2}}] * 2},
        'length: "8 h 01" is not at most 4 hours for one routine.',
    ),
    "a level there is not": ({"steps": [STEP], "level": 9}, "level: 9 is not 1, 2 or 3."),
    "an id that is none": (
        {"steps": [STEP], "id": "../x"},
        'id: "../x" is not an id of letters, digits and dashes.',
    ),
}


@pytest.mark.parametrize(("fields", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_wrong_routine_is_named_with_its_step(
    fields: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    path = written(tmp_path, {"name": "Good", "steps": [STEP]}, {"name": "Bad", **fields})
    assert complaint(path).startswith(f'Routine 2 "Bad", {sentence}')


@pytest.mark.parametrize("document", [None, 7, "desk-break", [STEP], {}, {"steps": [STEP]}])
def test_what_is_no_routine_is_named_by_its_place(document: Any, tmp_path: Path) -> None:
    assert complaint(written(tmp_path, document)).startswith("Routine 1, ")


@pytest.mark.parametrize(
    ("whole", "sentence"),
    [
        ({"backcare": 1}, 'shared.json does not hold routines: it does not say "backcare": '),
        ({"version": 2}, "shared.json has version 2; this version of backcare reads version 1."),
        ({"routines": []}, "shared.json has no routines in it."),
        ({"routines": {}}, "shared.json has no routines in it."),
        ({"tables": {}}, "shared.json is a whole diary; `backcare import` takes it in."),
    ],
)
def test_a_file_of_something_else_says_so(
    whole: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    assert complaint(written(tmp_path, **whole)).startswith(sentence)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe{}", b"[" * 100_000, b'{"backcare": "\\ud800"}']
)
def test_a_damaged_file_says_so(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "shared.json"
    path.write_bytes(data)
    assert complaint(path) == "shared.json is cut short or damaged: it is not whole JSON."


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "shared.json"
    path.write_bytes(b" " * (LARGEST_BYTES + 1))
    assert complaint(path) == "shared.json is larger than 2 MB."


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    sentence = "gone.json cannot be read: no such file or directory."
    assert complaint(tmp_path / "gone.json") == sentence


def test_a_folder_is_named_even_where_its_path_has_no_name() -> None:
    assert complaint(Path()) == ". cannot be read: is a directory."
