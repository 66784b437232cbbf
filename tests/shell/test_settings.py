"""`backcare settings`: how it looks, sounds and counts, told and changed as NAME=VALUE."""

import json

from backcare_tui.wording.choices import CHOICES, SettingChoice
from tests.for_each import for_each
from tests.shell.conftest import Shell


def test_what_is_set_is_told_changed_and_taken_back(shell: Shell) -> None:
    said = shell.says("settings").splitlines()
    assert [line.partition(":")[0] for line in said[:-1]] == [each.name for each in CHOICES]
    assert "theme: dusk (Colors: dusk (dark))" in said
    changed = shell.says("settings", "theme=day", "week-start=sun")
    assert "Saved theme: day (Colors: day (light))" in changed
    told = json.loads(shell.says("settings", "--json"))
    assert (told["theme"], told["week_start"], told["calm"]) == ("day", "sun", "no")
    shell.says("undo")
    assert json.loads(shell.says("settings", "--json"))["theme"] == "dusk"


def test_a_name_alone_says_what_it_may_be(shell: Shell) -> None:
    said = shell.says("settings", "sound")
    assert "sound=VALUE, bell, voice or silent" in said
    assert "Now sound: bell" in said


@for_each("choice", CHOICES, ids=lambda choice: choice.name)
def test_each_value_is_read_by_its_name(choice: SettingChoice) -> None:
    for value in choice.values:
        assert choice.read(value.name.upper()) == value


def test_what_cannot_be_is_a_sentence_and_nothing_is_saved(shell: Shell) -> None:
    for words, told in (
        (("theme=pink",), "dusk, day or contrast"),
        (
            ("color=day",),
            "theme, calm, week_start, clock, units, sound, getting_ready, counting or notices",
        ),
        (("theme=day", "theme=dusk"), "twice"),
        (("theme=day", "calm"), "NAME=VALUE"),
    ):
        ended = shell.run("settings", *words)
        assert ended.returncode
        assert told in ended.stderr, words
    assert json.loads(shell.says("settings", "--json"))["theme"] == "dusk"
