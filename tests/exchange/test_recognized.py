"""A file that cannot be read yet is said to be whose it is."""

import io
import zipfile
from pathlib import Path

import pytest

from backcare_tui.diary.when import Clock
from backcare_tui.exchange import CannotImport, read
from tests.for_each import for_each


def packed(*names: str) -> bytes:
    """A zip with files of these names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


FILES = [
    (
        b"FeatureName,Timestamp,Value,Label,Note\nBack pain,2026-03-02T08:10Z,4,,",
        "of Track & Graph",
    ),
    (b'from,to,"light (s)","deep (s)"\n', "of Withings"),
    (b"com.samsung.shealth.sleep,20,count\nsleep_score,\n", "of Samsung Health"),
    (b"Cycle start time,Sleep onset,Wake onset\n", "of WHOOP"),
    (b"Start;End;Sleep quality;Time in bed;Wake up\n", "of Sleep Cycle"),
    (b'[{"logId": 1, "dateOfSleep": "2026-02-21", "minutesAsleep": 400}]', "of Fitbit"),
    (
        b'{"database": {"content": [{"tableName": "paindescriptions", "values": [{"painLevel": 6}]}]}}',
        "of Privacy Friendly Pain Diary",
    ),
    (b'<?xml version="1.0"?><HealthData locale="en">', "of Apple Health"),
    (packed("apple_health_export/export.xml"), "of Apple Health"),
    (packed("backup.daylio", "assets/1"), "of Daylio"),
    (packed("daylio_export.csv"), "a zip; unpack it"),
    (packed("xl/workbook.xml"), "a spreadsheet; save its table as CSV"),
    (packed("a.txt"), "a zip, in which there is nothing"),
    (packed("a.csv")[:40], "a zip file that is not whole"),
    (b"SQLite format 3\0 sleep_session_record_table", "of Health Connect"),
    (b"SQLite format 3\0", "a database"),
    (b"age-encryption.org/v1\n\xff", "encrypted with age"),
    (b"%PDF-1.7\xff", "a PDF"),
    (b"a,b\n1,2\n", "of no known format"),
    (b"\x89PNG\xff", "not text in UTF-8"),
]


@for_each(("data", "words"), FILES, ids=[words for _, words in FILES])
def test_a_file_that_cannot_be_read_is_said_to_be_whose_it_is(
    data: bytes, words: str, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(CannotImport) as refused:
        read(path, None, clock)
    assert str(refused.value).startswith(f"file is {words}")
    assert "Daylio and Bearable and the daily table of a step counter are understood." in str(
        refused.value
    )
