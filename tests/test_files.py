"""A file is written whole or not at all, for its owner only, and flushed with its folder."""

import errno
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.files import CannotWrite, write_whole
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
