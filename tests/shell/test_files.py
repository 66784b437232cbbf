"""Files that cannot be read or written, and those that go out and come in."""

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.for_each import for_each
from tests.shell.conftest import Shell

COMMANDS = (
    ("log", "pain", "4"),
    ("log", "sleep", "7h20"),
    ("list",),
    ("today", "--short"),
    ("week", "--json"),
    ("change", "abc", "severity=3"),
    ("remove", "abc"),
    ("undo",),
    ("check",),
    ("export", "-", "--format", "json"),
)
DAMAGED = (
    b'{"pain": {"1": {"id": "a", "severity": 4',
    b"not a diary at all",
    b"[1, 2, 3]",
    b"\x00" * 4096,
    b'{"pain": {"one": {"id": "a"}}}',
    b"[" * 100_000,
    b'{"pain":' * 100_000,
)


def could_not(shell: Shell, *words: str) -> str:
    """The sentence of a command that could not be done."""
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_file_that_is_no_diary_is_said_so_and_left_as_it_is(
    shell: Shell, words: tuple[str, ...]
) -> None:
    before = shell.put(DAMAGED[0])
    sentence = could_not(shell, *words)
    assert sentence.startswith(f"{shell.diary} cannot be read as a diary")
    assert "It was left as it is." in sentence
    assert shell.diary.read_bytes() == before


@pytest.mark.parametrize("data", DAMAGED[1:], ids=range(1, len(DAMAGED)))
def test_however_a_file_is_damaged_it_is_left_as_it_is(shell: Shell, data: bytes) -> None:
    shell.put(data)
    could_not(shell, "log", "pain", "4")
    assert shell.diary.read_bytes() == data


@for_each(
    ("data", "why"),
    [
        (b'{"pain": "\xe9"}', "it is not text in UTF-8"),
        ('{"pain": {}}'.encode("utf-16"), "it is not text in UTF-8"),
        (b'{"pain":' * 100_000, "its parts are nested too deep"),
    ],
)
def test_what_is_wrong_with_it_is_said_in_words_for_a_person(
    shell: Shell, data: bytes, why: str
) -> None:
    shell.put(data)
    assert could_not(shell, "list").startswith(
        f"{shell.diary} cannot be read as a diary ({why}). It was left as it is."
    )


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_folder_is_no_diary(shell: Shell, words: tuple[str, ...]) -> None:
    shell.diary.mkdir(parents=True)
    assert could_not(shell, *words) == f"{shell.diary} is a folder, not a diary file.\n"


def test_a_diary_that_cannot_be_written_is_said_so(shell: Shell) -> None:
    shell.diary.parent.write_text("a file, where the folder should be")
    could_not(shell, "log", "pain", "4")
    assert shell.diary.parent.read_text() == "a file, where the folder should be"


def test_a_newer_diary_is_shown_but_not_changed(shell: Shell) -> None:
    pain = {"at": "2024-05-06T08:00:00+01:00", "severity": 4}
    before = shell.write({"pain": [pain], "meta": [{"schema": 99}]})
    assert "4 moderate" in shell.says("list")
    for words in (("log", "pain", "4"), ("remove", "pain-1"), ("undo",)):
        assert "newer backcare" in could_not(shell, *words)
    assert shell.diary.read_bytes() == before


def test_an_export_holds_every_entry_and_is_for_its_owner_only(shell: Shell) -> None:
    shell.says("log", "pain", "4", "--note", "é \x9b")
    target = shell.diary.with_name("out.json")
    assert shell.says("export", str(target)) == f"Exported to {target}\n"
    (pain,) = json.loads(target.read_bytes())["tables"]["pain"]
    assert (pain["severity"], pain["note"]) == (4, "é \x9b")
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "diary.json",
        "diary.json.lock",
        "out.json",
    ]


def test_an_export_to_standard_output_is_json_that_is_safe_to_print(shell: Shell) -> None:
    shell.says("log", "pain", "4", "--note", "é \x9b\x7f")
    said = shell.says("export", "-", "--format", "json")
    assert said.isascii()
    assert all(line.isprintable() for line in said.splitlines())
    assert json.loads(said)["tables"]["pain"][0]["note"] == "é \x9b\x7f"


def test_a_folder_is_never_written_over(shell: Shell, tmp_path: Path) -> None:
    for words in (("export", str(tmp_path), "--format", "json"), ("backup", str(tmp_path))):
        for forced in ((), ("--force",)):
            sentence = could_not(shell, *words, *forced)
            assert sentence == f"Could not write {tmp_path}: what is there is no file.\n"


def test_an_export_does_not_write_over_a_file_unless_told_so(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    target = shell.diary.with_name("out.json")
    target.write_text("mine")
    sentence = could_not(shell, "export", str(target))
    assert sentence == f"{target} is there already; --force writes over it.\n"
    assert target.read_text() == "mine"
    shell.says("export", str(target), "--force")
    assert json.loads(target.read_bytes())["backcare"] == 1


def test_an_export_never_writes_over_the_diary(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    before = shell.diary.read_bytes()
    assert "is the diary itself" in could_not(shell, "export", str(shell.diary), "--force")
    assert shell.diary.read_bytes() == before


def test_an_export_into_no_folder_could_not_be_done(shell: Shell) -> None:
    target = shell.diary.parent / "none" / "out.json"
    assert could_not(shell, "export", str(target)).startswith(f"Could not write {target}: ")


def test_an_export_comes_back_whole_into_another_diary(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    shell.says("log", "meal", "soup")
    target = shell.diary.with_name("out.json")
    shell.says("export", str(target))
    other = replace(shell, diary=shell.diary.with_name("other.json"))
    assert other.says("import", str(target), "--dry-run").startswith(
        "2 would be added, 0 known, 0 refused\n"
    )
    assert not other.diary.exists()
    assert other.says("import", str(target)).startswith("2 added, 0 known, 0 refused\n")
    assert other.says("list") == shell.says("list")
    before = other.diary.read_bytes()
    assert other.says("import", str(target)).startswith("0 added, 2 known, 0 refused\n")
    assert other.diary.read_bytes() == before
    other.says("undo")
    assert other.run("list").stdout == ""


def test_a_file_that_cannot_be_imported_is_said_so(shell: Shell) -> None:
    file = shell.diary.parent / "notes.txt"
    before = shell.write({})
    file.write_text("nothing of the kind")
    assert could_not(shell, "import", str(file)).startswith("notes.txt is of no known format")
    assert could_not(shell, "import", str(file.with_name("none.csv"))).startswith("none.csv ")
    assert shell.diary.read_bytes() == before
