"""`mat`: a routine as a page for a phone or tablet, and the line that it gives to type."""

import stat
import sys
from pathlib import Path

import pytest

from tests.shell.conftest import Shell

SESSION = ("log", "session", "hips-and-hamstrings")


def words_of(shell: Shell, *words: str) -> str:
    """What a command that is refused complains of."""
    done = shell.run(*words)
    assert done.returncode == 2, done.stdout
    return done.stderr.strip()


def test_it_writes_one_file_for_its_owner_and_never_over_another_unasked(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "loosen.html"
    said = shell.says("mat", "morning-loosen-up", str(file))
    assert said.startswith(f"Written to {file}\nOn it: this routine")
    assert "Osteoporosis or thin bones" in said
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = shell.run("mat", "morning-loosen-up", str(file))
    assert (again.returncode, again.stderr) == (
        1,
        f"{file} is there already; --force writes over it.\n",
    )
    assert shell.run("mat", "desk-break", str(file), "--force").returncode == 0
    assert '<h1 dir="auto">Desk' in file.read_text("utf-8")


def test_without_a_file_it_is_called_by_the_routine(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shell.says("about", "conditions=none")
    assert shell.says("mat", "desk br").startswith("Written to ")
    assert [each.suffix for each in tmp_path.glob("*.html")] == [".html"]


def test_while_a_warning_sign_stands_there_is_no_page(shell: Shell, tmp_path: Path) -> None:
    shell.run("log", "check", "leg-weakness-new")
    done = shell.run("mat", "core-basics", str(tmp_path / "core.html"))
    assert done.returncode == 1
    assert "get medical help now" in done.stderr
    assert not (tmp_path / "core.html").exists()


def test_a_file_of_another_kind_or_no_routine_is_a_sentence(shell: Shell, tmp_path: Path) -> None:
    assert "does not end in .html" in words_of(shell, "mat", "desk-break", str(tmp_path / "x.pdf"))
    assert 'There is no routine "nothing"' in words_of(shell, "mat", "nothing")
    assert "is a program" in words_of(shell, "mat", "six-week-back-care")


def test_the_exercises_of_a_session_are_taken_down_by_their_numbers(shell: Shell) -> None:
    said = shell.says(
        *SESSION, "--did", "1-2,3L", "--begun", "3r", "--skipped", "4", "--stopped", "pain-up-2"
    )
    assert "Pain is up by 2 or more. Stop here." in said
    (session,) = shell.documents("session")
    assert session["stopped"] == "pain-up-2"
    assert [
        (each["exercise"], each.get("side"), each.get("outcome", "done"), each.get("done_s"))
        for each in session["steps"]
    ] == [
        ("hip-hinge", None, "done", 30),
        ("quad-stretch", "left", "done", 24),
        ("quad-stretch", "right", "done", 24),
        ("hip-flexor-lunge", "left", "done", 68),
        ("hip-flexor-lunge", "right", "stopped", None),
        ("hamstring-strap", "left", "skipped", None),
        ("hamstring-strap", "right", "skipped", None),
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--did", "8"), 'did: "8" is not numbers of exercises from 1 to 7'),
        (("--did", "1L"), 'did: "1L" is not numbers'),
        (("--did", "3-2"), 'did: "3-2" is not numbers'),
        (("--did", "all"), 'did: "all" is not numbers'),
        (("--did", "1-3", "--skipped", "3"), "named only once"),
    ],
)
def test_numbers_that_mean_no_exercise_are_refused(
    shell: Shell, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in words_of(shell, *SESSION, *words)
    assert not shell.diary.exists()


def test_exercises_of_what_is_no_routine_cannot_be_named(shell: Shell) -> None:
    assert "a routine of which exercises can be named" in words_of(
        shell, "log", "session", "swim", "--did", "1"
    )


@pytest.mark.parametrize(("minutes", "seconds"), [("50s", 50), ("6", 360), ("6 min 5 s", 365)])
def test_every_length_that_a_page_can_give_is_read(
    shell: Shell, minutes: str, seconds: int
) -> None:
    shell.says(*SESSION, "--minutes", minutes)
    (session,) = shell.documents("session")
    assert session["done_s"] == seconds
