"""`backcare about`: what a person states about themselves, told and changed as FIELD=VALUE."""

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.cli.about import STATED
from backcare_tui.diary.reading_settings import read_settings, stored_value
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.about import find_stated
from backcare_tui.guidance.stated import NOT_ASKED, NOT_STATED, Stated, kept
from backcare_tui.library.taxonomy import words
from backcare_tui.text import clean
from tests.conftest import FrozenClock
from tests.examples import tried
from tests.shell.conftest import Shell

CLOCK = FrozenClock()
OF_THE_PROGRAM = {
    "advice_shown": "what was shown",
    "advice_times": "how often it was shown",
    "baseline_from": "set on the page of advice",
    "beliefs_offered": "what was offered",
    "boundaries_seen": "what was read",
    "calm": "a look",
    "conditions_asked": "stands beside the conditions",
    "counting": "how the player tells",
    "device_names": "a name of a device",
    "diet_pattern": "chosen in Diet",
    "clock": "how times are said",
    "units": "how water is said",
    "fields_off": "chosen on a page of its own",
    "getting_ready": "the pace of the player",
    "notices": "how the player tells",
    "overdoing_told": "what the findings told",
    "pages_offered": "what was offered",
    "pages_read": "what was read",
    "keys_told": "what was told",
    "introduced": "when the first questions were gone through",
    "flare_plan": "written on its own page, and by `flare write`",
    "player": "a session under way",
    "sound": "chosen in the player",
    "theme": "a look",
    "week_looked": "what was seen",
    "week_start": "a look",
}
"""The settings that say nothing of a person, with the reason."""
TEXTS = (
    "none", "None", "112", "+49 112", "1950", "2019", "yes", "no", "nsaid", "opioid, steroid",
    "mat, chair", "osteoporosis", "Acid reflux, blood-thinner", "wakes second half", "preg",
    "x", "-1", "1e3", "9" * 300, ",", " , ", "none, reflux", "true", "[]", "\x1b[2J",
)  # fmt: skip


def told(shell: Shell) -> Any:
    """What `about --json` says."""
    return json.loads(shell.says("about", "--json"))


def test_every_setting_describes_the_person_or_says_why_not() -> None:
    rows = {row.setting for row in STATED}
    assert rows | OF_THE_PROGRAM.keys() == set(Settings.__struct_fields__)
    assert not rows & OF_THE_PROGRAM.keys()


def held_after(row: Stated, text: str) -> Settings | None:
    """The settings once a text is stated; None where it is refused in a sentence."""
    try:
        value = row.read(text, CLOCK, row.setting)
    except BadValue as error:
        sentence = str(error)
    else:
        return settings_of(kept(row, value, Settings()))
    assert sentence == clean(sentence), (row.setting, text)
    assert sentence.startswith(f"{row.setting}: "), (row.setting, text)
    assert sentence.endswith("."), (row.setting, text)
    return None


def settings_of(values: Mapping[SettingName, Any]) -> Settings:
    """What the file gives back of these values."""
    return read_settings({name: stored_value(each) for name, each in values.items()})


def is_said(row: Stated, settings: Settings, text: str) -> bool:
    """Whether what is kept, said again, carries what was typed."""
    if text.strip().casefold() == "none":
        return row.say(settings).startswith(("none", NOT_STATED))
    return row.say(settings) not in {"none", NOT_ASKED, NOT_STATED}


def test_every_text_for_every_row_is_kept_and_said_or_refused_in_a_sentence() -> None:
    for row in STATED:
        taken = [(text, held) for text in TEXTS if (held := held_after(row, text))]
        assert len(taken) > 1, row.setting
        for text, held in taken:
            assert is_said(row, held, text), (row.setting, text)


@tried(200)
@given(st.sampled_from(STATED), st.text(max_size=60))
def test_any_text_for_any_row_is_kept_and_said_or_refused(row: Stated, text: str) -> None:
    held = held_after(row, text)
    assert held is None or is_said(row, held, text)


def test_a_row_is_found_by_its_name_and_its_label() -> None:
    for row in STATED:
        for name in (row.setting, row.setting.replace("_", "-"), row.label.upper()):
            assert find_stated(name, STATED) is row, name


def test_what_was_never_asked_what_is_none_and_what_is_stated_are_said_apart(shell: Shell) -> None:
    shell.write({})
    said = shell.says("about").splitlines()
    assert [line.partition(": ")[0] for line in said[:-1]] == [row.setting for row in STATED]
    assert all(NOT_ASKED in line or NOT_STATED in line for line in said[:-1])
    assert [value for value in told(shell).values() if value is not None] == [[]]
    shell.says("about", "conditions=none", "medicines=none", "fluid_limit=no")
    said = shell.says("about").splitlines()
    assert {"conditions: none", "medicines: none", "fluid_limit: no"} <= set(said)
    document = told(shell)
    assert (document["conditions"], document["medicines"]) == ([], [])
    assert (document["fluid_limit"], document["equipment"], document["birth_year"]) == (
        False,
        None,
        None,
    )
    assert len(document["conditions_asked"]) == len(words("conditions"))


def test_several_are_one_change_that_undo_takes_back(shell: Shell) -> None:
    shell.write({})
    said = shell.says(
        "about",
        "conditions=osteoporosis, acid reflux",
        "Year of birth=1950",
        "emergency-number=112",
    )
    others = len(words("conditions")) - 2
    assert said.splitlines() == [
        f"Saved conditions: Osteoporosis or thin bones; Acid reflux; {others} {NOT_ASKED}",
        "Saved birth_year: 1950",
        "Saved emergency_number: 112",
    ]
    undone = "Undone: stating conditions, year of birth, emergency number\n"
    assert shell.says("undo") == undone
    assert NOT_ASKED in shell.says("about", "conditions")
    assert told(shell)["birth_year"] is None


def test_a_condition_that_is_named_answers_for_no_other(shell: Shell) -> None:
    shell.write({})
    shell.says("about", "conditions=osteoporosis")
    assert told(shell)["conditions_asked"] == ["osteoporosis"]
    others = len(words("conditions")) - 2
    assert shell.says("about", "conditions=reflux") == (
        f"Saved conditions: Acid reflux; none of 1 other; {others} {NOT_ASKED}\n"
    )
    shell.says("about", "conditions=none")
    assert len(told(shell)["conditions_asked"]) == len(words("conditions"))


def test_what_is_stated_is_taken_back_by_nothing_and_that_is_said(shell: Shell) -> None:
    shell.write({})
    shell.says("about", "conditions=reflux", "birth_year=1950")
    assert shell.says("about", "conditions=", "birth_year=").splitlines() == [
        f"Taken back conditions: {NOT_ASKED}",
        f"Taken back birth_year: {NOT_STATED}",
    ]
    assert told(shell)["conditions"] is None


def test_a_field_alone_says_what_it_may_be(shell: Shell) -> None:
    shell.write({})
    said = shell.says("about", "conditions", "birth_year").splitlines()
    for word in words("conditions"):
        assert f"{word.id.replace('_', '-')}: {word.name}" in said
    assert any(line.startswith("birth_year=VALUE, a year such as 1968") for line in said)


REFUSED = {
    ("foo=1",): 'field: "foo" is not one of emergency_number, region, ',
    ("foo",): 'field: "foo" is not one of ',
    ("birth_year=1066",): 'birth_year: "1066" is not from 1',
    ("minutes_a_day=0000000001900",): 'minutes_a_day: "0000000001900" is not a whole number',
    ("Birth-year=later",): 'Birth-year: "later" is not from 1',
    ("conditions=sore thumb",): (
        'conditions: "sore thumb" is not one that `backcare about conditions` lists, or none alone.'
    ),
    ("conditions=none, reflux",): 'conditions: "none" is not one that ',
    ("conditions= ",): "conditions: nothing is not one that ",
    ("conditions=hip",): 'conditions: "hip" is not one that ',
    ("fluid_limit=2",): 'fluid_limit: "2" is not yes or no.',
    (
        "birth_year=1950",
        "birth_year=1951",
    ): 'birth_year: "1951" is not possible: it is stated twice.',
    ("birth_year=1950", "conditions"): "Each word is of the form FIELD=VALUE, ",
}


def test_a_wrong_word_is_a_sentence_and_nothing_is_kept(shell: Shell) -> None:
    shell.write({})
    before = shell.diary.read_bytes()
    for typed, sentence in REFUSED.items():
        done = shell.run("about", *typed)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), typed
        assert done.stderr.startswith(sentence), (typed, done.stderr)
    assert shell.diary.read_bytes() == before
