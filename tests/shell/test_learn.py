"""`learn`: the pages to read, in the shell."""

import json

from backcare_tui.guidance.reading import UNCITED, reading_pages
from tests.shell.conftest import Shell


def test_the_pages_are_listed_and_one_is_read_by_any_of_its_names(shell: Shell) -> None:
    listed = shell.says("learn")
    for page in reading_pages().values():
        assert f"{page.id:<20} {page.title}\n" in listed
        for name in (page.id, page.title, page.title.upper(), *page.names):
            assert shell.says("learn", *name.split()).startswith(f"{page.title}\n{page.lead}\n")
    assert shell.says("learn", "not", "now").endswith(f"\n\n{UNCITED}\n")
    assert not shell.diary.exists()


def test_a_page_is_in_the_words_of_where_one_lives(shell: Shell) -> None:
    shell.write({"setting": [{"name": "region", "value": "uk"}]})
    assert "Call 999" in shell.says("learn", "before booking")
    page = json.loads(shell.says("learn", "massage-when-not", "--json"))
    assert "Call 999" in page["sections"][0]["points"][0]["says"]
    assert page["sections"][0]["points"][0]["source"] == "NHS Back pain 2022; Finucane 2020"


def test_another_word_names_the_nearest_and_what_lists_them(shell: Shell) -> None:
    for word, sentence in (
        ("massage", 'page "massage" may be massage-when-not'),
        ("frend", "nearest is massage-by-partner"),
        ("zzz", 'There is no page "zzz"; `backcare learn` lists them.'),
    ):
        done = shell.run("learn", word)
        assert (done.returncode, done.stdout) == (2, ""), word
        assert sentence in done.stderr, word
