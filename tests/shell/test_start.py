"""How a command starts and ends: quickly, and quietly whatever becomes of its output."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from backcare_tui import __version__
from tests.shell.conftest import Shell

LOADED = (
    "import sys\n"
    "from backcare_tui.__main__ import main\n"
    "status = main()\n"
    "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    "sys.exit(status)\n"
)


def loaded(shell: Shell, *words: str) -> set[str]:
    """The packages that a command had loaded when it was done."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        env=shell.env(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


def test_the_version_is_told_without_reading_anything(shell: Shell) -> None:
    assert shell.says("--version") == f"backcare {__version__}\n"
    heavy = {"argparse", "tinydb", "msgspec", "textual", "rich", "platformdirs", "asyncio", "json"}
    assert not loaded(shell, "--version") & heavy


def test_the_status_of_its_process_says_how_a_command_ended(shell: Shell) -> None:
    alone = replace(shell, is_process=True)
    assert alone.says("log", "pain", "4").startswith("Saved pain 4")
    assert alone.run("remove", "zzz").returncode == 1
    assert alone.run("log", "pain", "11").returncode == 2
    assert "4 moderate" in shell.says("list")


@pytest.mark.parametrize(
    "words", [(), ("log",), ("log", "pain"), ("week",), ("import",), ("routines",), ("start",)]
)
def test_help_names_the_arguments_without_reading_the_diary(
    shell: Shell, words: tuple[str, ...]
) -> None:
    shell.put(b"no diary")
    said = shell.says(*words, "--help")
    assert said.startswith(" ".join(("usage: backcare", *words)))
    assert max(map(len, said.splitlines())) <= 80
    # The formats of a file name themselves, and the records of an entry their fields.
    is_told = words in {("import",), ("log", "pain")}
    heavy = {"tinydb", "textual", "rich"} | (set() if is_told else {"msgspec"})
    assert not loaded(shell, *words, "--help") & heavy


@pytest.mark.parametrize(
    "words",
    [
        ("log", "pain", "4"),
        ("log", "sleep", "7h20"),
        ("log", "water", "300"),
        ("log", "session", "desk-break"),
        ("today", "--short"),
        ("routines",),
        ("routines", "desk-break"),
        ("exercises", "--area", "neck"),
        ("exercises", "cat-cow"),
    ],
    ids=" ".join,
)
def test_a_command_loads_nothing_of_the_full_screen(shell: Shell, words: tuple[str, ...]) -> None:
    heavy = {
        "textual",
        "rich",
        "platformdirs",
        "asyncio",
        "statistics",
        "difflib",
        "numpy",
        "reportlab",
    }
    assert not loaded(shell, *words) & heavy


@pytest.mark.parametrize("words", [(), ("demo",)], ids=["app", "demo"])
def test_the_full_screen_asks_for_a_terminal(shell: Shell, words: tuple[str, ...]) -> None:
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "The full screen needs a terminal; `backcare today` and `backcare log` do without.\n"
    )
    assert not shell.diary.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_that_can_only_print_lines_is_not_enough(shell: Shell) -> None:
    ours, theirs = os.openpty()
    try:
        done = subprocess.run(
            shell.command(), env=shell.env(TERM="dumb"), stdin=theirs, stderr=theirs, check=False
        )
        said = os.read(ours, 1000)
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2
    assert said.startswith(b"The full screen needs a terminal;")


def test_a_reader_that_had_enough_is_no_error(shell: Shell) -> None:
    shell.write(
        {"pain": [{"at": "2024-05-06T08:00:00+01:00", "severity": 4, "note": "x" * 999}] * 500}
    )
    with subprocess.Popen(
        shell.command("list"), env=shell.env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
@pytest.mark.parametrize(
    "words", [("--version",), ("--help",), ("list",), ("export", "-", "--format", "json")]
)
def test_output_that_cannot_be_written_is_said_so(shell: Shell, words: tuple[str, ...]) -> None:
    shell.write({"pain": [{"at": "2024-05-06T08:00:00+01:00", "severity": 4}]})
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            shell.command(*words),
            env=shell.env(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "Could not write the output: no space left on device.\n"


def test_what_a_terminal_cannot_show_is_written_as_escapes(shell: Shell) -> None:
    done = shell.run("log", "pain", "4", "--quality", "stiff", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.startswith(r"Saved pain 4 moderate \xb7 stiff, ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_what_was_done_counts_as_done_though_it_cannot_be_written(
    shell: Shell, tmp_path: Path
) -> None:
    said = []
    about = ("about", "birth_year=1950")
    typed, copy = tmp_path / "sheet.txt", tmp_path / "copy.json"
    typed.write_text("# Mine\ncat-cow 6 reps\n")
    shell.says("log", "water", "300")
    copy.write_bytes(shell.diary.read_bytes())
    made = (("sheet", str(typed), "--json"), ("merge", str(copy), "--json"))
    for words in (("log", "pain", "6"), ("undo",), ("redo",), about, (*about, "--json"), *made):
        with open("/dev/full", "w") as full:  # noqa: PTH123
            done = subprocess.run(
                shell.command(*words),
                env=shell.env(),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == 0, words
        said.append(done.stderr)
    assert re.fullmatch(
        r"Saved pain 6 moderate, \S+ \d+ \S+ \d\d:\d\d · \w{8}\n"
        r"That is done; only this is not\. Could not write the output: no space left on device\.\n",
        said[0],
    )
    assert said[1].startswith("Undone: adding pain 6 moderate")
    assert said[2].startswith("Redone: adding pain 6 moderate")
    assert said[3].startswith("Saved birth_year: 1950")
    assert all("That is done;" in each for each in said)
    assert len(shell.says("list").splitlines()) == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
@pytest.mark.thorough
def test_where_not_even_a_complaint_can_be_written_nothing_breaks(shell: Shell) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        for words, status in ((("log", "pain", "9"), 0), (("list",), 1), (("log", "pain"), 2)):
            done = subprocess.run(
                shell.command(*words), env=shell.env(), stdout=full, stderr=full, check=False
            )
            assert done.returncode == status, words
    assert len(shell.says("list").splitlines()) == 1
