"""The file is whole at every moment: through full disks, failing calls and killed processes."""

import errno
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.faults import CALLS, failing, intercepted, largest_file
from tests.store.kills import Kills
from tests.stored import stored

posix = pytest.mark.skipif(sys.platform == "win32", reason="these are faults of POSIX systems")


@pytest.fixture
def repository(repository: TinyRepository) -> TinyRepository:
    """A diary with one entry."""
    repository.add(Pain(at=MONDAY, severity=1, note="before"))
    return repository


def severities(repository: TinyRepository) -> list[int]:
    return [entry.severity for entry in repository.entries(Pain)]


def names(path: Path) -> set[str]:
    return {found.name for found in path.parent.iterdir()}


@posix
@pytest.mark.parametrize("call", CALLS[:3])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_save_that_fails_changes_nothing(
    call: str, number: int, repository: TinyRepository, diary_path: Path
) -> None:
    before = diary_path.read_bytes()
    with failing(call, number), pytest.raises(CannotKeep) as caught:
        repository.add(Pain(at=MONDAY, severity=9))
    assert str(caught.value).endswith("Nothing was changed.")
    assert str(diary_path.parent) in str(caught.value)
    assert diary_path.read_bytes() == before
    assert names(diary_path) == {"diary.json", "diary.json.lock"}
    assert severities(repository) == [1]
    assert repository.refresh() is False
    repository.add(Pain(at=MONDAY, severity=2))
    assert sorted(severities(repository)) == sorted(severities(open_repository(diary_path)))
    assert sorted(severities(repository)) == [1, 2]


@posix
def test_a_change_of_many_entries_is_one_save_synced_before_and_after_it_is_put_in_place(
    repository: TinyRepository,
) -> None:
    made: list[str] = []

    def note(call: str) -> Callable[[Callable[[], Any]], Any]:
        def through(real: Callable[[], Any]) -> Any:
            made.append(call)
            return real()

        return through

    with ExitStack() as noted:
        for call in CALLS:
            noted.enter_context(intercepted(call, note(call)))
        repository.add(*(Pain(at=MONDAY, severity=n % 11) for n in range(500)))
    assert made == list(CALLS)


@posix
def test_a_save_that_may_not_outlast_a_power_cut_is_not_called_saved_nor_undone(
    repository: TinyRepository, diary_path: Path
) -> None:
    with failing("fsync of the folder", errno.EIO), pytest.raises(CannotKeep) as caught:
        repository.add(Pain(at=MONDAY, severity=9))
    assert "Nothing was changed" not in str(caught.value)
    assert "stands in" in str(caught.value)
    assert repository.refresh()
    assert sorted(severities(repository)) == sorted(severities(open_repository(diary_path)))
    assert sorted(severities(repository)) == [1, 9]
    assert repository.undo() is not None
    assert severities(repository) == [1]


@posix
@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_file_system_that_cannot_sync_folders_is_no_hindrance(
    number: int, repository: TinyRepository
) -> None:
    with failing("fsync of the folder", number):
        repository.add(Pain(at=MONDAY, severity=9))
    assert sorted(severities(repository)) == [1, 9]


@posix
@pytest.mark.parametrize("size", [0, 1, 300])
def test_a_full_disk_changes_nothing(
    size: int, repository: TinyRepository, diary_path: Path
) -> None:
    before = diary_path.read_bytes()
    with largest_file(size), pytest.raises(CannotKeep, match="Nothing was changed"):
        repository.add(Pain(at=MONDAY, severity=9))
    assert diary_path.read_bytes() == before
    assert names(diary_path) == {"diary.json", "diary.json.lock"}
    assert severities(repository) == [1]
    repository.add(Pain(at=MONDAY, severity=2))
    assert sorted(severities(open_repository(diary_path))) == [1, 2]


@posix
@pytest.mark.parametrize(
    "change",
    [
        lambda r, e: r.change(msgspec.structs.replace(e, severity=8)),
        lambda r, e: r.remove(e.id),
        lambda r, e: r.undo(),
        lambda r, e: r.set("theme", "dark"),
    ],
    ids=["change", "remove", "undo", "set"],
)
def test_every_kind_of_change_is_left_undone_by_a_full_disk(
    change: Callable[[TinyRepository, Pain], object], repository: TinyRepository, diary_path: Path
) -> None:
    (entry,) = repository.entries(Pain)
    before = diary_path.read_bytes()
    with largest_file(10), pytest.raises(CannotKeep):
        change(repository, entry)
    assert diary_path.read_bytes() == before
    assert repository.entries(Pain) == (entry,)
    assert stored(repository) == {}


@posix
def test_the_first_entry_on_a_full_disk_leaves_no_file(
    diary_path: Path, clock: FrozenClock
) -> None:
    repository = open_repository(diary_path, clock)
    with largest_file(10), pytest.raises(CannotKeep):
        repository.add(Pain(at=MONDAY, severity=1))
    assert not diary_path.exists()
    assert severities(repository) == []


@posix
def test_even_where_nothing_can_be_cleaned_up_a_failure_is_a_sentence(
    repository: TinyRepository, diary_path: Path
) -> None:
    beside = diary_path.with_name("diary.json.new")
    beside.mkdir()
    with pytest.raises(CannotKeep, match="Nothing was changed"):
        repository.add(Pain(at=MONDAY, severity=9))
    assert severities(repository) == [1]


@pytest.mark.parametrize("left", [b"", b'{"pain": {"1": {"id"', b"x" * 100_000])
def test_what_a_dead_process_left_beside_is_of_no_account(
    left: bytes, repository: TinyRepository, diary_path: Path
) -> None:
    beside = diary_path.with_name("diary.json.new")
    beside.write_bytes(left)
    beside.chmod(0o644)
    reopened = open_repository(diary_path)
    assert severities(reopened) == [1]
    reopened.add(Pain(at=MONDAY, severity=2))
    assert names(diary_path) == {"diary.json", "diary.json.lock"}
    assert severities(open_repository(diary_path)) == severities(reopened)
    if sys.platform != "win32":
        assert diary_path.stat().st_mode & 0o777 == 0o600


@posix
def test_a_link_in_the_place_of_the_new_file_is_not_written_through(
    repository: TinyRepository, diary_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("not the diary's")
    diary_path.with_name("diary.json.new").symlink_to(other)
    repository.add(Pain(at=MONDAY, severity=2))
    assert other.read_text() == "not the diary's"
    assert not diary_path.is_symlink()


@posix
def test_what_a_sync_program_put_in_place_right_after_a_save_is_not_overwritten(
    repository: TinyRepository, diary_path: Path
) -> None:
    theirs = diary_path.with_name("theirs")
    theirs.write_bytes(
        msgspec.json.encode(
            {"pain": {"1": {"id": "theirs", "at": MONDAY.isoformat(), "severity": 5}}}
        )
    )
    with intercepted("fsync of the folder", lambda made: (theirs.replace(diary_path), made())[1]):
        repository.add(Pain(at=MONDAY, severity=2))
    repository.add(Pain(at=MONDAY, severity=3))
    assert sorted(severities(open_repository(diary_path))) == [3, 5]


def start(path: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(path), *words],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def assert_whole_with(path: Path, kept: set[str], *, unsaid: int) -> None:
    """The diary opens, with all that was said to be kept, and at most one entry more."""
    repository = open_repository(path)
    there = {entry.id for entry in repository.entries(Pain)}
    assert kept <= there
    assert len(there - kept) <= unsaid
    assert repository.troubles == ()
    repository.add(Pain(at=MONDAY, severity=0))
    assert not path.with_name(f"{path.name}.new").exists()


@posix
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("call", CALLS)
def test_a_process_killed_at_any_step_of_a_save_leaves_a_whole_file(
    call: str, moment: str, diary_path: Path
) -> None:
    with start(diary_path, "2", call, moment) as process:
        said = set(process.communicate()[0].split())
    assert process.returncode == -9
    assert len(said) == 2
    is_in_place = (call, moment) == ("replace", "after") or call == CALLS[3]
    entries = open_repository(diary_path).entries(Pain)
    assert len(entries) == 2 + is_in_place
    assert_whole_with(diary_path, said, unsaid=1)


@posix
@pytest.mark.thorough
def test_a_command_killed_at_random_moments_keeps_all_that_it_said(diary_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.kills", str(diary_path), "50"]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, check=True)
    figures = msgspec.json.decode(done.stdout, type=Kills)
    assert (figures.kills, figures.lost) == (50, 0)
    assert figures.said > 10
    assert_whole_with(diary_path, set(), unsaid=figures.said + figures.unsaid)
