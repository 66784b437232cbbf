"""`backcare report` in a shell: what it writes, where, and what it refuses."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.shell.conftest import Shell

PAIN = {"pain": [{"at": "2024-05-06T08:00:00+01:00", "severity": 4, "note": "unsaid"}]}
MAY = ("--from", "2024-05-01", "--to", "2024-05-31")


@pytest.mark.parametrize(
    ("ending", "begins"), [(".pdf", b"%PDF"), (".html", b"<!DO"), (".md", b"# Ba")]
)
def test_the_report_is_written_as_the_file_name_ends(
    shell: Shell, tmp_path: Path, ending: str, begins: bytes
) -> None:
    shell.write(PAIN)
    target = tmp_path / f"report{ending}"
    said = shell.says("report", str(target), *MAY).splitlines()
    assert said[0].startswith(
        "On this page: take care, pain now and at the start, summary, pain. Not on it: "
    )
    assert said[1] == f"Written to {target}"
    assert target.read_bytes()[:4] == begins
    assert b"unsaid" not in target.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_it_is_printed_when_asked(shell: Shell) -> None:
    shell.write(PAIN)
    said = shell.prints("report", "-", "--format", "md", *MAY, "--notes")
    assert said.startswith("# Back pain diary: report\n")
    assert "Mon 6 May 2024 to Fri 31 May 2024 (26 days), from" in said
    assert "unsaid" in said


def test_a_name_stands_at_its_head_when_it_is_said_and_else_a_line_for_the_pen(
    shell: Shell,
) -> None:
    shell.write(PAIN)
    html = ("report", "-", "--format", "html", *MAY)
    assert "Ada Kim" in (named := shell.prints(*html, "--name", "Ada Kim"))
    assert "Date of birth" in named, "by pen"
    assert "1 May 1970" in shell.prints(*html, "--born", "1 May 1970")
    assert "Ada Kim" not in shell.prints(*html)


def test_only_the_parts_that_were_asked_for_are_in_it(shell: Shell) -> None:
    shell.write(PAIN)
    said = shell.prints("report", "-", "--format", "md", *MAY, "--parts", "pain")
    assert [line for line in said.splitlines() if line.startswith("## ")] == [
        "## Pain now and at the start",
        "## Pain",
    ]


def test_private_things_are_in_it_only_when_asked_for(shell: Shell) -> None:
    visit = {"at": "2024-05-07T08:00:00+01:00", "treatment": "cbt", "note": "the divorce"}
    shell.write({**PAIN, "visit": [visit]})
    words = ("report", "-", "--format", "html", *MAY, "--notes")
    assert "divorce" not in shell.prints(*words)
    assert "Cognitive" not in shell.prints(*words)
    assert "divorce" in shell.prints(*words, "--private")


def test_a_file_that_is_there_is_left_alone(shell: Shell, tmp_path: Path) -> None:
    shell.write(PAIN)
    target = tmp_path / "report.md"
    target.write_text("mine")
    done = shell.run("report", str(target))
    assert (done.returncode, done.stdout) == (1, "")
    assert "--force writes over it" in done.stderr
    assert target.read_text() == "mine"
    shell.says("report", str(target), "--force")
    assert target.read_text() != "mine"


def test_the_usual_weeks_before_a_day_long_ago_begin_with_the_first_year(shell: Shell) -> None:
    said = shell.prints("report", "-", "--format", "md", "--to", "1900-01-02")
    assert "1 Jan 1900 to Tue 2 Jan 1900" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("report.doc",), 'file: "report.doc" does not end in .pdf, .html or .md.'),
        (("-",), "format: nothing is not html or md, which can be printed."),
        (("-", "--format", "pdf"), 'format: "pdf" is not html or md, which can be printed.'),
        (("r.md", "--parts", "pain,moods"), 'parts: "moods" is none of take-care, summary, pain'),
        (("r.md", "--parts", "summary"), "parts: summary sums up other parts; name some"),
        (("r.md", "--from", "2024-06-01", "--to", "2024-05-01"), "on or before 2024-05-01"),
        (("r.md", "--to", "2999-01-01"), "in the past"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_words_are_named_in_a_sentence(
    shell: Shell, words: tuple[str, ...], sentence: str
) -> None:
    shell.write(PAIN)
    done = shell.run("report", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_is_said(shell: Shell, tmp_path: Path) -> None:
    shell.write(PAIN)
    done = shell.run("report", str(tmp_path / "nowhere" / "report.pdf"))
    assert done.returncode == 1
    assert "Could not write" in done.stderr


def test_the_diary_itself_is_never_written_over(shell: Shell) -> None:
    before = shell.write(PAIN)
    link = shell.diary.with_suffix(".html")
    link.hardlink_to(shell.diary)
    done = shell.run("report", str(link), "--force")
    assert done.returncode == 1
    assert shell.diary.read_bytes() == before


def test_what_a_pdf_cannot_show_is_said_with_the_way_to_a_page_that_can(
    shell: Shell, tmp_path: Path
) -> None:
    pain = {**PAIN["pain"][0], "note": "\u05db\u05d0\u05d1"}
    shell.write({"pain": [pain]})
    target = tmp_path / "my report.pdf"
    done = shell.run("report", str(target), *MAY, "--notes")
    assert done.returncode == 0
    assert done.stdout.endswith(f"\nWritten to {target}\n")
    assert done.stderr == (
        "Some letters cannot be shown in a PDF (Hebrew): each is a ? in it. HTML can show them: "
        f"backcare report '{target.with_suffix('.html')}'\n"
    )


def test_a_time_without_an_entry_is_said(shell: Shell, tmp_path: Path) -> None:
    shell.write(PAIN)
    said = shell.says(
        "report", str(tmp_path / "r.md"), "--from", "2023-05-01", "--to", "2023-05-31"
    )
    assert said.endswith("\nNothing was taken down in this time, and the page says so.\n")


@pytest.mark.parametrize(
    "command",
    [
        ("report", "page.pdf"),
        ("hand-over", "page.pdf"),
        ("flare", "page.pdf"),
        ("routines", "desk-break", "--print", "page.pdf"),
    ],
)
def test_without_the_library_a_pdf_is_refused_with_what_brings_it_and_what_serves_as_well(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "reportlab", None)
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['reportlab'] = None\n")
    path = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{shell.env()['PYTHONPATH']}"}
    done = shell.run(*command, **path if shell.is_process else {})
    assert (done.returncode, done.stdout) == (1, "")
    assert "HTML needs none: any browser opens it" in done.stderr
    assert done.stderr.endswith("pip install 'backcare[pdf]'\n")
    assert not (tmp_path / "page.pdf").exists()
    html = shell.run(*command[:-1], "page.html", **path if shell.is_process else {})
    assert (html.returncode, html.stderr) == (0, "")
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!DO")
