"""`import` as a process: what it says, how it ends, and what it takes on request."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shell.conftest import Shell

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note"
GOOD = '2024-05-06,x,Monday,08:00,good,walk,"","one"'


@pytest.fixture
def file(shell: Shell) -> Path:
    shell.diary.parent.mkdir(exist_ok=True)
    return shell.diary.with_name("export.csv")


def put(file: Path, *rows: str) -> str:
    """Write an export with these rows; gives its path."""
    file.write_text("\n".join([HEADER, *rows]))
    return str(file)


def test_complaints_of_a_kind_are_one_and_nothing_taken_is_exit_1(shell: Shell, file: Path) -> None:
    rows = [GOOD.replace("2024-05-06", f"5/{day}/2024") for day in range(1, 21)]
    done = shell.run("import", put(file, *rows))
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "0 added, 0 known, 20 refused",
        "The file has no entries that can be taken.",
        (
            '20 alike, the first in line 2: date: "5/1/2024" is not a day such as 2020-09-22 or '
            "22nd Sep 2020."
        ),
    ]
    assert done.stderr == "Nothing in it could be taken.\n"
    assert not shell.diary.exists()


def test_an_edit_is_named_and_taken_on_request(shell: Shell, file: Path) -> None:
    shell.says("import", put(file, GOOD))
    edited = put(file, GOOD.replace("one", "two"))
    said = shell.says("import", edited).splitlines()
    assert said[0] == "0 added, 0 known, 0 refused, 1 changed"
    assert said[-2:] == [
        (
            "1 entry reads otherwise in the file; what stands here stays, "
            "and --take-changes takes the file's:"
        ),
        '  Feeling of Mon 6 May 2024 08:00: note "one" here, "two" in the file.',
    ]
    facts = json.loads(shell.says("import", edited, "--dry-run", "--json"))
    assert (facts["changed"], facts["differences"][0]["newer"]) == (1, None)
    assert shell.entry("feeling")["note"] == "one"
    shell.says("import", edited, "--take-changes")
    assert shell.entry("feeling")["note"] == "two"


def test_what_was_removed_stays_away_and_the_count_says_so(shell: Shell, file: Path) -> None:
    shell.says("import", put(file, GOOD))
    (entry,) = shell.documents("feeling")
    shell.says("remove", entry["id"])
    said = shell.says("import", str(file)).splitlines()
    assert said[0] == "0 added, 0 known, 0 refused, 1 removed here"
    assert said[-1] == "1 entry that you removed stayed away; --with-removed takes such in again."
    assert shell.says("import", str(file), "--with-removed").startswith("1 added, ")


def test_a_bad_cell_is_left_out_and_said(shell: Shell, file: Path) -> None:
    said = shell.says("import", put(file, GOOD.replace("one", "x" * 100_001)))
    assert said.startswith("1 added, 0 known, 0 refused\n")
    assert "Left out; the rest of the entry was taken.\n" in said


def test_an_export_carries_what_this_version_does_not_know(shell: Shell) -> None:
    known = {"at": "2024-05-06T08:00:00+01:00", "severity": 4, "future_field": {"a": [1]}}
    shell.write({"pain": [known], "hydration": [{"ml": 300}]})
    before = [shell.documents(table) for table in ("pain", "hydration")]
    target = shell.diary.with_name("all.json")
    shell.says("export", str(target))
    shell.diary.unlink()
    assert shell.says("import", str(target)).startswith("2 added, 0 known, 0 refused\n")
    assert [shell.documents(table) for table in ("pain", "hydration")] == before


@pytest.mark.thorough
def test_standard_input_is_read_and_a_pipe_by_name_is_not_waited_for(
    shell: Shell, file: Path
) -> None:
    done = subprocess.run(
        shell.command("import", "-"),
        env=shell.env(),
        input=f"{HEADER}\n{GOOD}\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("1 added, 0 known, 0 refused\n")
    if sys.platform != "win32":
        os.mkfifo(file)
        done = shell.run("import", str(file))
        assert done.returncode == 1
        assert done.stderr == "export.csv cannot be read: it is no regular file.\n"


@pytest.mark.thorough
def test_of_a_large_file_it_is_said_how_far_it_is(shell: Shell, file: Path) -> None:
    days = [
        f"20{year:02}-{month:02}-{day:02}"
        for year in range(2, 24)
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    rows = [
        GOOD.replace("2024-05-06", day).replace(",08", f",{hour:02}")
        for day in days
        for hour in (8, 9, 10)
    ]
    done = shell.run("import", put(file, *rows))
    assert done.stdout.startswith(f"{len(rows)} added, 0 known, 0 refused\n")
    assert done.stderr.splitlines() == [
        "20,000 rows read ...",
        "20,000 compared ...",
        f"{len(rows):,} entries to be saved ...",
    ]
