"""Files of other programs that are known by sight and cannot be read yet, so that one can say whose they are."""

import csv
import io
import zipfile
from contextlib import suppress

from backcare_tui.exchange.source import SourceFile

BEGINNINGS = (
    (b"age-encryption.org/", "is encrypted with age; decrypt it first"),
    (b"%PDF", "is a PDF, which holds no entries that can be read"),
)
"""What some files begin with, and what they are."""
HEADERS = (
    ("Track & Graph", ("featurename", "timestamp", "value")),
    ("Withings", ("from", "to", "light (s)", "deep (s)")),
    ("Samsung Health", ("com.samsung.",)),
    ("WHOOP", ("cycle start time", "sleep onset", "wake onset")),
    ("Oura", ("bedtime start", "bedtime end", "sleep score")),
    ("Sleep Cycle", ("start", "end", "sleep quality", "time in bed")),
    ("Sleep as Android", ("id", "tz", "from", "to", "sched")),
    ("Plees Tracker", ("sid", "start", "stop", "rating")),
    ("Sleepmeter", ("wake", "sleep", "bedtime", "holes")),
    ("Fitbit or Google", ("sleep_id", "sleep_start", "sleep_end")),
    ("Fitbit", ("start time", "end time", "minutes asleep")),
    ("HabitBull", ("habitname", "calendardate", "value")),
    ("Nomie", ("epoch", "tracker", "value")),
    ("Migraine Buddy", ("started", "lasted", "pain level")),
)
"""Programs, with what the columns of their tables begin with."""
JSON_WORDS = (
    ("Privacy Friendly Pain Diary", ('"painLevel"', '"paindescription')),
    ("Fitbit", ('"dateOfSleep"', '"minutesAsleep"')),
    ("Garmin", ('"sleepStartTimestampGMT"',)),
    ("jrnl", ('"entries"', '"starred"')),
)
IN_ZIPS = (
    ("Apple Health", "export.xml"),
    ("Daylio", "backup.daylio"),
    ("Health Connect", "health_connect_export.db"),
    ("WHOOP", "sleeps.csv"),
    ("Loop Habit Tracker", "checkmarks.csv"),
    ("Fitbit or Google", "usersleeps_"),
)


def say_recognized(file: SourceFile) -> str:
    """What a file that cannot be read is, as the end of a sentence; empty where nobody can tell.

    `is of Withings, which backcare does not read yet`
    """
    return next((said for look in (_of_bytes, _of_text) if (said := look(file))), "")


def _of_bytes(file: SourceFile) -> str:
    if file.data.startswith(b"PK\x03\x04"):
        return _of_zip(file)
    if file.data.startswith(b"SQLite format 3\0"):
        is_health = b"sleep_session_record_table" in file.data
        return _of("Health Connect") if is_health else "is a database, which backcare cannot read"
    begun = (said for start, said in BEGINNINGS if file.data.startswith(start))
    return next(begun, "")


def _of_text(file: SourceFile) -> str:
    if "<HealthData" in file.head:
        return _of("Apple Health")
    if file.head.lstrip()[:1] not in {"{", "["}:
        return _of_table(file.head)
    named = (_of(name) for name, words in JSON_WORDS if all(w in file.head for w in words))
    return next(named, "")


def _of(program: str) -> str:
    return f"is of {program}, which backcare does not read yet"


def _of_table(head: str) -> str:
    lines = head.splitlines()[:4]
    separator = max(",;\t", key="".join(lines).count)
    with suppress(csv.Error):
        for cells in csv.reader(io.StringIO("\n".join(lines)), delimiter=separator):
            columns = [cell.strip().lower() for cell in cells]
            for program, wanted in HEADERS:
                if all(any(column.startswith(w) for column in columns) for w in wanted):
                    return _of(program)
    return ""


def _of_zip(file: SourceFile) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as packed:
            names = [name.lower() for name in packed.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "is a zip file that is not whole"
    for program, wanted in IN_ZIPS:
        if any(wanted in name for name in names):
            return _of(program)
    if "xl/workbook.xml" in names:
        return "is a spreadsheet; save its table as CSV, and import that"
    if any(name.endswith((".csv", ".json")) for name in names):
        return "is a zip; unpack it, and import the file in it"
    return "is a zip, in which there is nothing that backcare knows"
