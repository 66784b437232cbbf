"""`hand-over`: the page for the next appointment, printed or written."""

import datetime as dt
import stat

import pytest

from tests.shell.conftest import Shell

NOW = dt.datetime.now(dt.timezone(dt.timedelta(hours=1))).replace(microsecond=0)


def ago(days: int) -> str:
    return (NOW - dt.timedelta(days=days, minutes=1)).isoformat()


@pytest.fixture
def diary(shell: Shell) -> Shell:
    """A diary with two people, a massage and a check-in."""
    shell.write(
        {
            "person": [
                {"id": "dana", "name": "Dana <b>Whitfield</b>", "role": "massage-therapist"},
                {"id": "marcus", "name": "Marcus Bell"},
            ],
            "visit": [
                {"at": ago(9), "treatment": "massage", "person": "dana", "note": "a good hour"}
            ],
            "pain": [{"at": ago(1), "severity": 4, "note": "secret"}],
        }
    )
    return shell


def test_without_a_file_it_is_printed_as_text(diary: Shell) -> None:
    said = diary.prints("hand-over", "--for", "dana")
    assert said.startswith(
        "For the next appointment\nWith Dana <b>Whitfield</b>, massage therapist"
    )
    assert "Self-reported diary data. Not a diagnosis." in said
    assert "(10 days), since the last visit with them." in said
    assert max(map(len, said.splitlines())) <= 80


def test_notes_of_entries_are_only_there_when_asked_for(diary: Shell) -> None:
    assert "secret" not in diary.prints("hand-over")
    assert "a good hour" in diary.prints("hand-over")
    assert "secret" in diary.prints("hand-over", "--notes")
    assert "a good hour" not in diary.prints("hand-over", "--no-notes")


def test_a_file_is_written_for_its_owner_and_not_over_another(diary: Shell) -> None:
    file = diary.diary.parent / "page.html"
    said = diary.says("hand-over", "--notes", str(file)).splitlines()
    assert said[0].startswith(
        "On this page: take care, pain, 1 visit with Dana <b>Whitfield</b>, 2 notes."
    )
    assert said[1] == f"Written to {file}"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = file.read_text("utf-8")
    assert "<b>" not in text
    assert "&lt;b&gt;Whitfield" in text
    assert "secret" in text
    again = diary.run("hand-over", str(file))
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == f"{file} is there already; --force writes over it.\n"
    assert file.read_text("utf-8") == text
    diary.says("hand-over", str(file), "--force")
    assert "secret" not in file.read_text("utf-8")


def test_the_diary_itself_is_never_written_over(diary: Shell) -> None:
    link = diary.diary.parent / "diary.txt"
    link.hardlink_to(diary.diary)
    before = diary.diary.read_bytes()
    done = diary.run("hand-over", str(link), "--force")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is the diary itself" in done.stderr
    assert diary.diary.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--for", "nobody"), 'for: "nobody" is nobody of the care team: Dana'),
        (("--for", ""), 'for: "" is nobody of the care team: Dana'),
        (("",), 'file: "" does not end in .pdf, .html, .md or .txt.'),
        (("page.doc",), 'file: "page.doc" does not end in .pdf, .html, .md or .txt.'),
        (("--since", "someday"), 'since: "someday" is not a day such as today'),
        (("--since", "tomorrow"), 'since: "tomorrow" is not'),
        (("a.txt", "b.txt"), '"b.txt" is not understood here.'),
        (("--parts", "pain,moods"), 'parts: "moods" is none of take-care, goals, pain'),
        (("--parts", ""), 'parts: "" is none of take-care'),
    ],
)
def test_wrong_words_are_one_sentence(diary: Shell, words: tuple[str, ...], sentence: str) -> None:
    done = diary.run("hand-over", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_name_that_fits_two_is_asked_about(diary: Shell) -> None:
    diary.write({"person": [{"name": "Kim Bell"}, {"name": "Marcus Bell"}]})
    done = diary.run("hand-over", "--for", "bell")
    assert done.returncode == 2
    assert done.stderr == 'for: "bell" may be any of Kim Bell, Marcus Bell.\n'
    assert "With Kim Bell." in diary.prints("hand-over", "--for", "kim")


def test_an_empty_diary_is_not_made_by_looking(shell: Shell) -> None:
    assert "No pain was taken down in this time." in shell.prints("hand-over", "--since", "mon")
    assert not shell.diary.exists()
    done = shell.run("hand-over", "--for", "dana")
    assert done.stderr == 'for: "dana" is not in the care team, where nobody is yet.\n'


def test_what_cannot_be_written_is_one_sentence(diary: Shell) -> None:
    file = diary.diary.parent / "nowhere" / "page.txt"
    done = diary.run("hand-over", str(file))
    assert done.returncode == 1
    assert "Written" not in done.stdout
    assert done.stderr == f"Could not write {file}: no such file or directory.\n"


def test_every_form_has_what_to_take_care_of_first(diary: Shell) -> None:
    for name, start in (("a.html", "<!DOCTYPE"), ("a.md", "# For the"), ("a.txt", "For the")):
        file = diary.diary.parent / name
        diary.says("hand-over", str(file))
        text = file.read_text("utf-8")
        assert text.startswith(start)
        assert text.index("Take care") < text.index("Conditions that matter") < text.index("Pain")
    file = diary.diary.parent / "a.pdf"
    diary.says("hand-over", str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_parts_private_things_and_other_people_are_there_when_asked_for(shell: Shell) -> None:
    shell.write(
        {
            "person": [{"id": "dana", "name": "Dana"}, {"id": "kim", "name": "Kim"}],
            "visit": [
                {"at": ago(9), "treatment": "massage", "person": "dana"},
                {"at": ago(3), "treatment": "acupuncture", "person": "kim", "note": "needles"},
                {"at": ago(2), "treatment": "cbt", "person": "kim", "note": "the divorce"},
            ],
            "pain": [{"at": ago(1), "severity": 4, "medicines": [{"name": "sertraline"}]}],
        }
    )

    def says(*words: str) -> set[str]:
        said = shell.prints("hand-over", "--for", "dana", *words).lower()
        return {word for word in ("needles", "divorce", "sertraline", "mean 4") if word in said}

    assert says() == {"mean 4"}
    assert says("--others") == {"mean 4", "needles"}
    assert says("--private") == {"mean 4", "sertraline"}
    assert says("--others", "--private", "--parts", "care") == {"needles", "divorce"}
    assert "divorce" not in shell.prints("hand-over")
    assert "divorce" in shell.prints("hand-over", "--private")
