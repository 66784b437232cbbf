"""A file is written whole or not at all, for its owner only, and flushed with its folder."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.files import CannotWrite, make_folder, read_regular, write_whole
from tests.store.faults import CALLS, failing, intercepted

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the faults are of POSIX systems")


@contextmanager
def counted(call: str) -> Iterator[list[str]]:
    """How often one of CALLS was made."""
    calls: list[str] = []

    def note(real: Callable[[], Any]) -> Any:
        calls.append(call)
        return real()

    with intercepted(call, note):
        yield calls


def test_a_file_is_flushed_put_in_place_and_its_folder_flushed(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    made = []
    for call in CALLS[1:]:
        with counted(call) as calls:
            write_whole(target, b"new")
        made.append(len(calls))
    assert made == [1, 1, 1]
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    for call in ("fsync of the file", "replace"):
        with failing(call), pytest.raises(CannotWrite, match=r"^Could not write .*: no space left"):
            write_whole(target, b"new")
        assert target.read_bytes() == b"old", call
        assert list(tmp_path.iterdir()) == [target], call


def test_a_file_that_may_not_outlast_a_power_cut_is_there_and_said_so(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with failing("fsync of the folder", errno.EIO), pytest.raises(CannotWrite) as caught:
        write_whole(target, b"new")
    assert "is written, but the system could not promise" in str(caught.value)
    assert target.read_bytes() == b"new"


def test_only_a_regular_file_is_read_and_nothing_is_waited_for(tmp_path: Path) -> None:
    pipe, file, link = tmp_path / "pipe", tmp_path / "file", tmp_path / "link"
    os.mkfifo(pipe)
    file.write_bytes(b"12345")
    link.symlink_to(file)
    assert read_regular(link, 5)[0] == b"12345"
    for path, most, reason in (
        (pipe, 5, "no regular file"),
        (Path("/dev/zero"), 5, "no regular file"),
        (tmp_path, 5, "directory"),
        (file, 4, "it is larger than 4 bytes"),
        (tmp_path / "none", 5, "No such file"),
    ):
        with pytest.raises(OSError, match=reason):
            read_regular(path, most)


def test_a_new_folder_is_flushed_with_each_one_above_it(tmp_path: Path) -> None:
    with counted("fsync of the folder") as calls:
        make_folder(tmp_path / "a" / "b")
        make_folder(tmp_path / "a" / "b")
    assert len(calls) == 2
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_a_folder_that_may_not_outlast_a_power_cut_is_not_left_for_one_that_does(
    tmp_path: Path,
) -> None:
    with failing("fsync of the folder", errno.EIO), pytest.raises(OSError, match="Input/output"):
        make_folder(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a").write_text("a file, where the folder should be")
    with pytest.raises(OSError, match="File exists"):
        make_folder(tmp_path / "a")
