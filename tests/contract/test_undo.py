"""Every change can be taken back, over memory and over a file."""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.values import BadValue
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.contract.ground import Ground, contents, pain, severities
from tests.diary.strategies import any_record
from tests.examples import tried


def test_undo_takes_back_each_kind_of_change(ground: Ground, repository: TinyRepository) -> None:
    entry = pain(4, note="stiff")
    repository.add(entry)
    repository.change(msgspec.structs.replace(entry, severity=7), summary="changed to 7")
    repository.remove(entry.id, summary="removed it")
    undone = repository.undo()
    assert undone is not None
    assert (undone.summary, undone.ids) == ("removed it", (entry.id,))
    assert severities(repository) == [7]
    repository.undo()
    assert contents(repository) == [entry]
    repository.undo()
    assert contents(repository) == contents(ground.open()) == []
    assert repository.undo() is None


def test_undo_goes_on_where_another_session_left_off(ground: Ground) -> None:
    entry = pain(4)
    ground.open().add(entry)
    ground.open().change(msgspec.structs.replace(entry, severity=7))
    ground.open().undo()
    assert contents(ground.open()) == [entry]
    ground.open().undo()
    assert contents(ground.open()) == []


def test_what_was_undone_and_made_anew_can_be_undone_again(repository: TinyRepository) -> None:
    repository.add(pain(1))
    repository.undo()
    repository.add(pain(2))
    assert severities(repository) == [2]
    repository.undo()
    assert contents(repository) == []


def test_an_import_of_many_is_one_change(ground: Ground, repository: TinyRepository) -> None:
    repository.add(pain(9))
    many = [pain(n % 11, hours=n) for n in range(300)]
    meals = [Meal(at=MONDAY, text=f"soup {n}") for n in range(200)]
    change = repository.add(*many, *meals, summary="imported 500")
    assert len(change.ids) == 500
    assert len(ground.open().entries(Pain)) == 301
    repository.undo()
    assert severities(repository) == severities(ground.open()) == [9]
    assert ground.open().entries(Meal) == ()


def test_what_is_new_and_what_is_changed_beside_it_is_one_change(
    ground: Ground, repository: TinyRepository
) -> None:
    entry, meal = pain(4, note="stiff"), Meal(at=MONDAY, text="soup")
    repository.add(entry)
    worse = msgspec.structs.replace(entry, severity=7)
    change = repository.put(meal, worse, summary="worse after soup")
    assert (change.summary, change.ids) == ("worse after soup", (meal.id, entry.id))
    assert contents(ground.open()) == [worse, meal]
    repository.undo()
    assert contents(ground.open()) == [entry]
    repository.remove(entry.id)
    repository.put(worse)
    assert contents(ground.open()) == [worse]


def test_the_last_fifty_changes_can_be_undone(repository: TinyRepository) -> None:
    for n in range(53):
        repository.add(pain(n % 11))
    undone = 0
    while repository.undo():
        undone += 1
    assert undone == 50
    assert len(severities(repository)) == 3


def test_what_can_be_undone_is_forgotten_after_a_month(
    ground: Ground, repository: TinyRepository
) -> None:
    entry = pain(note="private")
    repository.add(entry)
    repository.remove(entry.id)
    ground.clock.move(days=31)
    repository.add(pain(5))
    assert "private" not in str(ground.tables())
    repository.undo()
    assert repository.undo() is None


def test_what_was_undone_is_made_again_in_its_order(
    ground: Ground, repository: TinyRepository
) -> None:
    entry = pain(4)
    repository.add(entry, summary="one")
    repository.change(msgspec.structs.replace(entry, severity=7), summary="two")
    repository.remove(entry.id, summary="three")
    for _ in range(3):
        repository.undo()
    assert contents(repository) == []
    again = [repository.redo(), (repository := ground.open()).redo()]  # in another session too
    assert [change.summary for change in again if change] == ["one", "two"]
    assert severities(repository) == [7]
    repository.undo()
    assert severities(repository) == [4]
    repository.redo()
    repository.redo()
    assert severities(repository) == severities(ground.open()) == []
    assert repository.redo() is None


def test_another_change_leaves_nothing_to_make_again_but_a_draft_does_not(
    repository: TinyRepository,
) -> None:
    repository.add(pain(4))
    repository.undo()
    repository.keep_draft("check-in", {"note": "a"})
    assert repository.last_undone()
    repository.add(pain(5))
    assert repository.last_undone() is None
    assert repository.redo() is None
    repository.undo()
    assert severities(repository) == []


def test_what_can_be_made_again_is_forgotten_after_a_month_too(
    ground: Ground, repository: TinyRepository
) -> None:
    repository.add(pain(note="private"))
    repository.undo()
    ground.clock.move(days=31)
    repository.keep_draft("check-in", {"note": "a"})
    assert "private" not in str(ground.tables())


def test_what_would_be_undone_is_told_with_its_day_and_when_it_was_made(
    ground: Ground, repository: TinyRepository
) -> None:
    assert (repository.last_change(), repository.last_undone()) == (None, None)
    entry = pain(7, hours=72)
    repository.add(entry, summary="pain 7")
    ground.clock.move(days=11)
    repository.add(pain(1), pain(2, hours=48), summary="two days")
    two = repository.last_change()
    assert two is not None
    assert (two.summary, two.day, two.at) == ("two days", ground.clock.today(), ground.clock.now())
    repository.undo()
    last = repository.last_change()
    assert last is not None
    assert (last.summary, last.ids, last.day, last.at) == ("pain 7", (entry.id,), entry.day, MONDAY)
    undone, again = repository.undo(), repository.last_undone()
    assert undone is not None
    assert again is not None
    assert undone.day == again.day == entry.day
    assert again.at == ground.clock.now()


OPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "add many", "change", "put", "remove", "remove many", "set", "reopen"]
        ),
        any_record,
        any_record,
        st.integers(0, 10),
    ),
    max_size=8,
)


def perform(repository: TinyRepository, operation: str, a: Record, b: Record, pick: int) -> bool:
    """Do one thing to a diary; whether that can be undone."""
    there = [record for kind in KINDS[:-1] for record in repository.entries(kind)]
    chosen = there[pick % len(there)] if there else None
    if operation == "set":
        repository.keep_draft(str(pick), {"n": pick} if pick else None)
        return False
    try:
        if operation == "add":
            repository.add(a)
        elif operation == "add many":
            repository.add(a, b)
        elif operation == "change" and chosen:
            repository.change(anew(chosen, a, b))
        elif operation == "put" and chosen:
            repository.put(a, anew(chosen, a, b))
        elif operation == "remove" and chosen:
            repository.remove(chosen.id)
        elif operation == "remove many" and there:
            repository.remove(*(record.id for record in there))
        else:
            return False
    except BadValue:
        return False
    return True


def anew(record: Record, *others: Record) -> Record:
    """A record with the values of another of its kind, if there is one."""
    of_kind = next((each for each in others if type(each) is type(record)), None)
    if of_kind:
        return msgspec.structs.replace(of_kind, id=record.id)
    return msgspec.structs.replace(record, imported=None)


@pytest.mark.parametrize("place", ["memory", "file"])
@given(operations=OPS)
@tried(40)
def test_any_changes_undone_to_the_end_give_the_diary_before_and_redone_the_one_after(
    place: str, operations: list[tuple[str, Record, Record, int]]
) -> None:
    with TemporaryDirectory() as folder:
        ground = Ground(Path(folder) if place == "file" else None, FrozenClock())
        repository = ground.open()
        states = [entries_of(repository)]
        for operation, a, b, pick in operations:
            if perform(repository, operation, a, b, pick):
                states.append(entries_of(repository))
            elif operation == "reopen":
                repository = ground.open()
            assert entries_of(ground.open()) == states[-1]
            ground.clock.move(minutes=1)
        for before in reversed(states[:-1]):
            assert repository.undo() is not None
            assert entries_of(repository) == entries_of(ground.open()) == before
        assert repository.undo() is None
        for after in states[1:]:
            assert repository.redo() is not None
            assert entries_of(repository) == entries_of(ground.open()) == after
        assert repository.redo() is None


def entries_of(repository: TinyRepository) -> list[Record]:
    """All but the settings, which undo does not touch, in an order that times do not change."""
    return sorted(
        (record for record in contents(repository) if not isinstance(record, Setting)),
        key=lambda record: (record.table, record.id),
    )
