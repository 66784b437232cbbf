"""`learn`: the pages to read, in the shell."""

import json

from backcare_tui.guidance.reading import UNCITED, reading_pages, reading_themes
from tests.shell.conftest import Shell


def test_the_pages_are_listed_and_one_is_read_by_any_of_its_names(shell: Shell) -> None:
    listed = shell.says("learn")
    for page in reading_pages().values():
        assert f"  {page.id:<20} {page.title}\n" in listed
        for name in (page.id, page.title, page.title.upper(), *page.names):
            assert shell.says("learn", *name.split()).startswith(f"{page.title}\n{page.lead}\n")
    assert shell.says("learn", "not", "now").endswith(f"\n\n{UNCITED}\n")
    assert not shell.diary.exists()


def test_they_stand_under_their_themes_in_order(shell: Shell) -> None:
    listed = shell.says("learn").splitlines()
    assert listed[:3] == [
        "What back pain is",
        "  hurt-and-harm        Hurt is not always harm",
        "  scans                What a scan can tell",
    ]
    assert [line for line in listed if not line.startswith(" ")] == [
        theme.name for theme in reading_themes()
    ]


def test_a_page_has_its_sources_in_full_its_question_and_what_can_be_begun(shell: Shell) -> None:
    page = shell.says("learn", "fear-and-bending")
    assert (
        "- The more people believe that moving does harm, the more pain limits their days. [1]\n"
        in page
    )
    assert "[1] Waddell G et al., A Fear-Avoidance Beliefs Questionnaire (FABQ)" in page
    assert (
        "You have not bent down for months. What is a good first step?\n  1 To lift a full box"
        in page
    )
    assert "Bend Again, Step by Step: backcare start bend-again\n" in page
    assert shell.says("learn", "fear-and-bending", "--answer", "2").startswith("Yes. A small step")
    other = shell.says("learn", "fear-and-bending", "--answer", "1")
    assert other.startswith("2 fits better. A small step")


def test_what_was_read_has_its_tick_where_there_is_a_diary(shell: Shell) -> None:
    shell.says("log", "pain", "3")
    shell.says("learn", "scans", "--json")
    assert "  scans  " in shell.says("learn"), "a program does not read"
    shell.says("learn", "scans")
    assert "✓ scans  " in shell.says("learn")
    listed = json.loads(shell.says("learn", "--json"))["pages"]
    assert [page["id"] for page in listed if page["read"]] == ["scans"]
    assert json.loads(shell.says("learn", "scans", "--json"))["theme"] == "backs"


def test_an_answer_that_there_is_not_is_refused(shell: Shell) -> None:
    for words, sentence in (
        (("scans", "--answer", "4"), "answer: 4 is not a whole number from 1 to 3."),
        (("before booking", "--answer", "1"), "massage-when-not has no question."),
        (("--answer", "1"), "--answer needs a page; `backcare learn` lists them."),
    ):
        done = shell.run("learn", *words)
        assert (done.returncode, done.stdout) == (2, ""), words
        assert sentence in done.stderr, words


def test_fear_is_taken_down_and_leads_to_small_steps(shell: Shell) -> None:
    assert "Saved fear of bending 8 of 10" in shell.says("log", "belief", "--bending", "8")
    advice = json.loads(shell.says("advice", "--json"))["advice"]
    assert [each["id"] for each in advice] == ["fear-high"]
    assert "of bending 8 of 10 · that moving harms 2 of 10" in shell.says(
        "log", "belief", "--bending", "8", "--harm", "2"
    )
    for wrong in (("--bending", "11"), ()):
        done = shell.run("log", "belief", *wrong)
        assert (done.returncode, done.stdout) == (2, ""), wrong
        assert "is not a whole number from 0 to 10" in done.stderr


def test_a_page_is_in_the_words_of_where_one_lives(shell: Shell) -> None:
    shell.write({"setting": [{"name": "region", "value": "uk"}]})
    assert "Call 999" in shell.says("learn", "before booking")
    page = json.loads(shell.says("learn", "massage-when-not", "--json"))
    assert "Call 999" in page["sections"][0]["points"][0]["says"]
    assert page["sections"][0]["points"][0]["source"] == "NHS Back pain 2022; Finucane 2020"


def test_another_word_names_the_nearest_and_what_lists_them(shell: Shell) -> None:
    for word, sentence in (
        ("massage", 'page "massage" may be massage-place'),
        ("frend", "nearest are massage-by-partner"),
        ("zzz", 'There is no page "zzz"; `backcare learn` lists them.'),
    ):
        done = shell.run("learn", word)
        assert (done.returncode, done.stdout) == (2, ""), word
        assert sentence in done.stderr, word
