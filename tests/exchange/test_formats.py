"""Formats say themselves what they are; nothing else knows them by name."""

import io
import zipfile
from pathlib import Path

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import FORMATS, CannotImport, read
from backcare_tui.exchange.batch import Batch
from backcare_tui.exchange.formats.base import ImportFormat
from backcare_tui.exchange.known import EXPORTS, IMPORTS, say_others, say_understood
from backcare_tui.exchange.source import SourceFile


def read_backup(file: SourceFile, clock: Clock) -> Batch:
    with zipfile.ZipFile(io.BytesIO(file.data)) as backup:
        severity = int(backup.read("pain.txt"))
    return Batch("pain-app", (Pain(at=clock.now(), severity=severity),))


BACKUP = ImportFormat(
    name="pain-app",
    program="Pain App",
    files="the backups of {}",
    recognizes=lambda file: file.data.startswith(b"PK"),
    read=read_backup,
)


def test_the_formats_are_those_that_the_modules_offer() -> None:
    assert FORMATS == ("backcare", "daylio", "bearable", "daily-activity")
    assert [each.name for each in EXPORTS] == ["json"]
    assert say_others() == "Daylio, Bearable or a step counter"
    assert say_understood() == (
        "backcare's own JSON, the CSV exports of Daylio and Bearable and the daily table of a step counter"
    )


def test_a_format_that_is_not_text_is_asked_before_the_file_is_decoded(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "backup.zip"
    with zipfile.ZipFile(path, "w") as backup:
        backup.writestr("pain.txt", "4")
        backup.comment = b"\xff"
    with pytest.raises(CannotImport, match="is a zip, in which there is nothing"):
        read(path, None, clock)
    monkeypatch.setattr("backcare_tui.exchange.IMPORTS", (*IMPORTS, BACKUP))
    assert [
        pain.severity for pain in read(path, None, clock).records if isinstance(pain, Pain)
    ] == [4]


@pytest.mark.parametrize("name", FORMATS)
def test_bytes_that_are_not_text_are_refused_by_every_format_of_text(
    tmp_path: Path, clock: Clock, name: str
) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG")
    with pytest.raises(
        CannotImport, match=r"picture.csv is not text in UTF-8; .* are understood\."
    ):
        read(path, name, clock)
