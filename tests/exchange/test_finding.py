"""Which file is meant, as it is typed, pasted or dragged; and which of a folder are offered."""

import os
import shutil
from pathlib import Path

import pytest

from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.finding import completed, likely_files, read_path
from tests.for_each import for_each

FILES = Path(__file__).with_name("files")
posix = pytest.mark.skipif(os.name == "nt", reason="as the shells of other systems quote")


@posix
@for_each(
    ("typed", "meant"),
    [
        ("/tmp/a.csv", "/tmp/a.csv"),
        ("  /tmp/my export.csv ", "/tmp/my export.csv"),
        ("'/tmp/my export.csv' ", "/tmp/my export.csv"),
        ('"/tmp/my export.csv"', "/tmp/my export.csv"),
        (r"/tmp/my\ export\ \(1\).csv ", "/tmp/my export (1).csv"),
        ("'/tmp/it'\\''s.csv'", "/tmp/it's.csv"),
        ("/tmp/it's.csv", "/tmp/it's.csv"),
        ("file:///tmp/my%20export%C3%A9.csv", "/tmp/my exporté.csv"),
        ("file://localhost/tmp/a.csv", "/tmp/a.csv"),
        ("~/a.csv", "{home}/a.csv"),
    ],
)
def test_a_path_is_read_as_a_terminal_hands_it_over(typed: str, meant: str) -> None:
    assert str(read_path(typed)) == meant.format(home=Path.home())


@posix
@for_each("typed", ["", "  ", "''", "'/tmp/a.csv' '/tmp/b.csv'", "~nobody-of-this-name/a.csv"])
def test_what_is_no_path_of_one_file_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(BadValue, match=r"^file: .+\.$"):
        read_path(typed)


def test_a_path_is_completed_with_the_first_name_that_goes_on_so(tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "daylio.csv").touch()
    (tmp_path / ".hidden").touch()
    assert completed(f"{tmp_path}/Do") == f"{tmp_path}/Documents/"
    assert completed(f"{tmp_path}/Downloads/d") == f"{tmp_path}/Downloads/daylio.csv"
    for nothing in (
        "Do",
        f"{tmp_path}/",
        f"{tmp_path}/x",
        f"{tmp_path}/no/x",
        "~nobody-of/x",
        "a\0/b",
    ):
        assert completed(nothing) is None, nothing


def test_of_a_folder_the_newest_that_can_be_read_are_offered(tmp_path: Path) -> None:
    for age, name in enumerate(("daylio-2026.csv", "bearable-2024.csv")):
        shutil.copy(FILES / name, tmp_path)
        os.utime(tmp_path / name, (1_700_000_000 - age, 1_700_000_000 - age))
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\0\0")
    (tmp_path / "notes.txt").write_text("of no program", "utf-8")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "long.csv").write_bytes(
        (FILES / "daylio-2019.csv").read_bytes() + "ä".encode() * 70_000
    )
    os.utime(tmp_path / "long.csv", (1_600_000_000, 1_600_000_000))
    found = [(each.path.name, each.program) for each in likely_files(tmp_path)]
    assert found == [
        ("daylio-2026.csv", "Daylio"),
        ("bearable-2024.csv", "Bearable"),
        ("long.csv", "Daylio"),
    ]
    assert likely_files(tmp_path / "none") == ()
