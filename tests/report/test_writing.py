"""The page as a file: for its owner only, whole, and never over another unasked."""

import os
import stat
import sys
from pathlib import Path

import pytest

from backcare_tui.files import CannotWrite, IsThere
from backcare_tui.report.paper import Paper
from backcare_tui.report.writing import not_shown, read_target, write_page
from tests.store.faults import failing

PAPER = Paper("A page", (), "No diagnosis.", ())


@pytest.mark.parametrize(("name", "begins"), [("a.html", "<!DOCTYPE"), ("a.TXT", "A page\n")])
def test_the_name_says_what_is_written_and_only_the_owner_reads_it(
    tmp_path: Path, name: str, begins: str
) -> None:
    target = tmp_path / name
    write_page(PAPER, target)
    assert target.read_text("utf-8").startswith(begins)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_stands_unless_it_is_to_be_written_over(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("mine")
    with pytest.raises(IsThere, match=r"a\.txt is there already\.$"):
        write_page(PAPER, target)
    assert target.read_text() == "mine"
    write_page(PAPER, target, force=True)
    assert target.read_text().startswith("A page")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"^Could not write .*: no such file or directory\.$"):
        write_page(PAPER, tmp_path / "nowhere" / "a.txt")
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(CannotWrite, match="Could not write"):
        write_page(PAPER, folder, force=True)
    assert list(tmp_path.iterdir()) == [folder]


def test_half_a_surrogate_does_not_stop_a_page(tmp_path: Path) -> None:
    write_page(Paper("\udc80", (), "", ()), tmp_path / "a.html")
    assert "\ufffd" in (tmp_path / "a.html").read_text("utf-8")


def test_a_name_is_read_from_home_and_says_what_it_is_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", "/home/kim")
    assert read_target(" ~/a.html ") == Path("/home/kim/a.html")
    assert read_target("a.txt").is_absolute()
    for wrong in ("a.doc", "html", "", "."):
        with pytest.raises(ValueError, match=r"does not end in \.pdf, \.html, \.md or \.txt\.$"):
            read_target(wrong)
    with pytest.raises(ValueError, match="no such home"):
        read_target("~nobody-at-all/a.txt")


def test_what_a_pdf_cannot_show_is_known_before_anybody_opens_it(tmp_path: Path) -> None:
    hebrew = Paper("A page", ("\u05d3\u05e0\u05d4",), "No diagnosis.", ())
    sentence = "Some letters cannot be shown in a PDF (Hebrew): each is a ? in it."
    assert not_shown(hebrew, tmp_path / "a.PDF") == sentence
    assert not not_shown(hebrew, tmp_path / "a.html")
    assert not not_shown(PAPER, tmp_path / "a.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="devices have no such paths there")
def test_a_device_is_refused_and_stays_what_it_is(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    os.mkfifo(target)
    link = tmp_path / "null.html"
    link.symlink_to("/dev/null")
    for path in (target, link):
        with pytest.raises(CannotWrite, match="is no file"):
            write_page(PAPER, path, force=True)
    assert stat.S_ISFIFO(target.stat().st_mode)
    assert link.is_symlink()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
@pytest.mark.parametrize("ending", [".pdf", ".html"])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, call: str, ending: str) -> None:
    target = tmp_path / f"a{ending}"
    target.write_text("mine")
    with failing(call), pytest.raises(CannotWrite, match=r"^Could not write .*no space left"):
        write_page(PAPER, target, force=True)
    assert target.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [target]
