"""Locking and unlocking for good: at every step, through faults and kills, one whole diary."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.store import IsLocked, open_repository
from backcare_tui.store.cipher import CannotLock
from backcare_tui.store.keys import new_key
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.store.locking import (
    keep_key,
    lock_copies,
    lock_diary,
    others_beside,
    renew_public,
    unlock_copies,
    unlock_diary,
)
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.faults import largest_file
from tests.store.locks import KEY, KEY_FILE, locked, opened

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are faults of POSIX systems")
MARKER = "uncommonword"
CALLS = ("open", "fsync", "replace", "unlink")
Step = Callable[[LockedPlaces], None]


@pytest.fixture
def repository(repository: TinyRepository) -> TinyRepository:
    """A diary with one entry."""
    repository.add(Pain(at=MONDAY, severity=1, note=MARKER))
    return repository


def notes(path: Path) -> list[str | None]:
    key = KEY if places_of(path).is_locked else None
    return [entry.note for entry in open_repository(path, key=key).entries(Pain)]


def holding(folder: Path, word: str = MARKER) -> list[str]:
    """The files below a folder in which a word stands in plain text."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if word.encode() in path.read_bytes())


def test_a_locked_diary_is_one_to_work_with(
    repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    before = diary_path.read_bytes()
    places = locked(diary_path)
    assert not diary_path.exists()
    assert opened(places.locked) == before
    again = open_repository(diary_path, clock, KEY)
    again.add(Pain(at=MONDAY, severity=2, note="later"))
    assert again.undo()
    assert again.redo()
    assert notes(diary_path) == notes(places.locked) == [MARKER, "later"]
    assert holding(diary_path.parent) == []
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o77 for path in diary_path.parent.iterdir()} == {0}


def test_without_its_key_it_stays_closed(repository: TinyRepository, diary_path: Path) -> None:
    locked(diary_path)
    with pytest.raises(IsLocked):
        open_repository(diary_path)
    with pytest.raises(CannotLock, match="another key"):
        open_repository(diary_path, key=new_key())


def test_a_diary_that_is_not_there_yet_is_begun_locked(diary_path: Path) -> None:
    places = locked(diary_path)
    open_repository(diary_path, key=KEY).add(Pain(at=MONDAY, severity=2, note=MARKER))
    assert notes(diary_path) == [MARKER]
    assert holding(places.diary.parent) == []


def test_it_comes_back_to_the_byte_and_the_key_stays(
    repository: TinyRepository, diary_path: Path
) -> None:
    before = diary_path.read_bytes()
    places = locked(diary_path)
    unlock_diary(places, KEY)
    assert diary_path.read_bytes() == before
    assert not places.is_locked
    assert places.key.read_bytes() == KEY_FILE
    repository.add(Pain(at=MONDAY, severity=2))
    assert len(notes(diary_path)) == 2


def test_neither_is_done_twice(repository: TinyRepository, diary_path: Path) -> None:
    places = locked(diary_path)
    with pytest.raises(CannotLock, match="locked already"):
        locked(diary_path)
    unlock_diary(places, KEY)
    with pytest.raises(CannotLock, match="not locked"):
        unlock_diary(places, KEY)


def test_a_damaged_locked_diary_is_left_as_it_is(
    repository: TinyRepository, diary_path: Path
) -> None:
    places = locked(diary_path)
    places.locked.write_bytes(damaged := places.locked.read_bytes()[:-9])
    for use in (lambda: open_repository(diary_path, key=KEY), lambda: unlock_diary(places, KEY)):
        with pytest.raises(CannotOpen, match="left as it is"):
            use()
    assert places.locked.read_bytes() == damaged
    assert not diary_path.exists()


def test_who_has_it_open_while_it_is_locked_overwrites_nothing(
    repository: TinyRepository, diary_path: Path
) -> None:
    places = locked(diary_path)
    with pytest.raises(CannotOpen, match="is locked by now"):
        repository.refresh()
    with pytest.raises(CannotKeep, match="is locked by now"):
        repository.add(Pain(at=MONDAY, severity=2))
    assert not diary_path.exists()
    assert notes(places.locked) == [MARKER]


def test_who_has_an_empty_one_open_neither(repository: TinyRepository, tmp_path: Path) -> None:
    path = tmp_path / "other" / "diary.json"
    early = open_repository(path)
    locked(path)
    with pytest.raises(CannotKeep, match="is locked by now"):
        early.add(Pain(at=MONDAY, severity=2))
    assert not path.exists()


def test_who_has_it_open_while_it_is_unlocked_for_good_neither(
    repository: TinyRepository, diary_path: Path
) -> None:
    places = locked(diary_path)
    early = open_repository(diary_path, key=KEY)
    unlock_diary(places, KEY)
    with pytest.raises(CannotKeep, match="unlocked for good by now"):
        early.add(Pain(at=MONDAY, severity=2))
    assert not places.is_locked
    assert notes(diary_path) == [MARKER]


def test_a_locked_diary_that_is_gone_is_not_begun_anew(
    repository: TinyRepository, diary_path: Path
) -> None:
    places = locked(diary_path)
    places.locked.unlink()
    with pytest.raises(CannotOpen, match="There was a locked diary here"):
        open_repository(diary_path)


def test_a_link_to_a_diary_stays_one(
    repository: TinyRepository, diary_path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "linked.json"
    link.symlink_to(diary_path)
    assert locked(link).locked == diary_path.with_name("diary.json.age")
    assert notes(link) == [MARKER]


def test_copies_beside_it_are_locked_and_come_back(
    repository: TinyRepository, diary_path: Path
) -> None:
    copies = [diary_path.with_name(f"diary.json.{name}") for name in ("form-1", "found-2")]
    for path in (*copies, diary_path.with_name("diary.json.new")):
        path.write_bytes(diary_path.read_bytes())
    export = diary_path.with_name("diary-export.csv")
    export.write_text(MARKER)
    places = locked(diary_path)
    assert lock_copies(places, KEY) == ()
    assert holding(diary_path.parent) == [export.name]
    assert others_beside(places) == (export,)
    unlock_diary(places, KEY)
    assert unlock_copies(places, KEY) == ()
    assert [path.exists() for path in copies] == [True, True]
    assert not list(diary_path.parent.glob("*.form-1.age"))


def test_a_plain_diary_beside_it_goes_only_where_it_is_the_same(
    repository: TinyRepository, diary_path: Path
) -> None:
    before = diary_path.read_bytes()
    places = locked(diary_path)
    diary_path.write_bytes(before)
    assert lock_copies(places, KEY) == ()
    assert not diary_path.exists()
    diary_path.write_bytes(before.replace(MARKER.encode(), b"written elsewhere"))
    (sentence,) = lock_copies(places, KEY)
    assert "is not the same" in sentence
    assert diary_path.exists()


def test_what_somebody_changed_within_is_kept_locked_before_the_next_save(
    repository: TinyRepository, diary_path: Path
) -> None:
    places = locked(diary_path)
    changed = opened(places.locked).replace(b'"severity":1', b'"severity":7')
    places.locked.write_bytes(KEY.cipher.closed(changed))
    again = open_repository(diary_path, key=KEY)
    assert again.notices
    again.add(Pain(at=MONDAY, severity=2))
    found = diary_path.with_name("diary.json.age.found-1")
    assert lock_copies(places, KEY) == ()
    assert opened(found) == changed
    assert holding(diary_path.parent) == []
    unlock_diary(places, KEY)
    assert unlock_copies(places, KEY) == ()
    assert not found.exists()
    assert diary_path.with_name("diary.json.found-1").read_bytes() == changed


def test_the_public_key_is_put_right(repository: TinyRepository, diary_path: Path) -> None:
    places = locked(diary_path)
    for wrong, says in ((new_key().recipient, "another key"), ("no key", ""), ("", "")):
        places.public.write_text(wrong)
        assert says in renew_public(places, KEY)
        assert renew_public(places, KEY) == ""
        assert places.recipient() == KEY.recipient
    places.public.unlink()
    with pytest.raises(CannotLock, match="Unlock it once"):
        places.recipient()


def do_lock(places: LockedPlaces) -> None:
    lock_diary(places, KEY, KEY_FILE)


def do_unlock(places: LockedPlaces) -> None:
    unlock_diary(places, KEY)


@contextmanager
def at_call(number: int, act: Callable[[Callable[[], Any]], Any]) -> Iterator[list[str]]:
    """Have the call of this number that could change the disk be made by `act`; gives all there were."""
    made: list[str] = []

    def through(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*args: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) == number:
                return act(lambda: real(*args, **named))
            return real(*args, **named)

        return call

    with ExitStack() as patches:
        for name in CALLS:
            patches.enter_context(mock.patch.object(os, name, through(name)))
        yield made


def calls_of(step: Step, places: LockedPlaces) -> int:
    with at_call(0, lambda real: real()) as made:
        step(places)
    return len(made)


def ready(step: Step, path: Path) -> LockedPlaces:
    """A diary of one entry, as it is before a step."""
    open_repository(path, FrozenClock()).add(Pain(at=MONDAY, severity=1, note=MARKER))
    places = places_of(path)
    if step is do_unlock:
        do_lock(places)
    return places


def refuse(_: Callable[[], Any]) -> Any:
    raise OSError(5, "Input/output error")


def assert_one_whole_diary(places: LockedPlaces) -> None:
    """It opens; with the next unlock nothing is left beside it; and it takes an entry."""
    assert notes(places.diary) == [MARKER]
    if places.is_locked:
        assert lock_copies(places, KEY) == ()
        assert not places.diary.exists()
        assert holding(places.diary.parent) == []
    key = KEY if places.is_locked else None
    open_repository(places.diary, key=key).add(Pain(at=MONDAY, severity=2, note="next"))
    assert sorted(map(str, notes(places.diary))) == ["next", MARKER]
    if not places.is_locked:
        do_lock(places)
        assert len(notes(places.diary)) == 2


@posix
@pytest.mark.parametrize("step", [do_lock, do_unlock])
def test_a_step_that_fails_leaves_one_whole_diary_and_says_which(
    step: Step, tmp_path: Path
) -> None:
    total = calls_of(step, ready(step, tmp_path / "all" / "diary.json"))
    assert total > 10
    said = []
    for number in range(1, total + 1):
        places = ready(step, tmp_path / str(number) / "diary.json")
        try:
            with at_call(number, refuse):
                step(places)
        except (CannotKeep, CannotOpen) as error:
            said.append(str(error))
        assert_one_whole_diary(places)
    assert len(said) > 5
    assert all("diary" in sentence for sentence in said)


@posix
@pytest.mark.parametrize("size", [0, 1, 200])
@pytest.mark.parametrize("step", [do_lock, do_unlock])
def test_a_full_disk_changes_nothing(step: Step, size: int, diary_path: Path) -> None:
    places = ready(step, diary_path)
    before = places.file.read_bytes()
    with largest_file(size), pytest.raises(CannotKeep, match=r"as before|as it was"):
        step(places)
    assert places.file.read_bytes() == before
    assert_one_whole_diary(places)


@posix
@pytest.mark.thorough
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", [do_lock, do_unlock])
def test_a_process_killed_at_any_step_leaves_one_whole_diary(
    step: Step, moment: str, tmp_path: Path
) -> None:
    def die(real: Callable[[], Any]) -> None:
        try:
            if moment == "after":
                real()
        finally:
            os._exit(9)

    total = calls_of(step, ready(step, tmp_path / "all" / "diary.json"))
    for number in range(1, total + 1):
        places = ready(step, tmp_path / str(number) / "diary.json")
        child = os.fork()
        if not child:
            with at_call(number, die):
                step(places)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert_one_whole_diary(places)


def test_another_file_of_the_key_takes_the_place_of_the_old_one(
    repository: TinyRepository, diary_path: Path
) -> None:
    places = locked(diary_path)
    keep_key(places, b"another")
    assert places.read_key() == b"another"
