"""All keys given anew in one file: no screen, help, frame or footer names a letter that was given away."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.app import BackcareApp
from backcare_tui.commands.grammar import GRAMMAR, PICKS
from backcare_tui.commands.keymap import NO_KEYS, all_commands, hold_keys, read_keys
from backcare_tui.commands.places import PLACES
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.screens.opened import OPENED, alone, fill
from tests.screens.seen import lines, press, settle

NEW = [chr(code) for code in (*range(0x410, 0x450), *range(0x3B1, 0x3C2))]
"""Letters that no command has at first, and that no text of ours is written in."""
OLD = re.compile(r"(?:^|(?<!\d)[\s·│(])([a-zA-Z/?,!]|\[ \]|\+ -|\[|\+)(?= [a-z])")
"""A single letter or sign with a word after it, as a footer, a frame or a sentence names a key."""
WORDS = {"a", "I", "A", "+", "/", ",", "!"}
"""What is a word or a mark of its own."""
NO_KEYS_THERE = re.compile(r"[A-Z][a-z]+ [A-Z]+ et al|x not  ")
"""Initials of who wrote a source, and the sign of a day of a trial that went otherwise."""


def given() -> str:
    """A file that gives each letter and sign of the grammar another, the same to all that share it."""
    anew = {meaning.key: letter for meaning, letter in zip(GRAMMAR, NEW, strict=False)}
    letters: dict[str, list[str]] = {}
    for meaning in GRAMMAR:
        for id_ in meaning.ids:
            if id_ in all_commands() and not any(id_.startswith(pick) for pick in PICKS):
                letters.setdefault(id_, []).append(anew[meaning.key])
    return "\n".join(f'{id_} = "{", ".join(keys)}"' for id_, keys in letters.items())


def on_top(pilot: Pilot[Any]) -> list[str]:
    """The lines of the screen; of a dialog those within it, as it cuts the words of what lies below."""
    dialog = next(iter(pilot.app.screen.query(".dialog")), None)
    if dialog is None:
        return lines(pilot)
    at = dialog.region
    return [line[at.x : at.right] for line in lines(pilot)[at.y : at.bottom]]


def old_keys(pilot: Pilot[Any]) -> Iterator[str]:
    """What stands on the screen that looks as if a key of before was named."""
    for line in on_top(pilot):
        for found in OLD.finditer(NO_KEYS_THERE.sub("", line)):
            if found[1] not in WORDS:
                yield line[max(found.start() - 12, 0) : found.end() + 24].strip()


def test_every_letter_can_be_given_anew_in_one_file() -> None:
    read = read_keys(given())
    assert read.complaints == ()
    assert len(NEW) >= len(GRAMMAR)
    assert len(read.keys) > 100


@pytest.mark.thorough
async def test_no_screen_names_a_key_that_was_given_away(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    fill(repository)
    keys = read_keys(given())
    wrong: dict[str, list[str]] = {}
    try:
        async with BackcareApp(repository, clock, keys=keys).run_test(size=(100, 40)) as pilot:
            app: Any = pilot.app
            for place in PLACES:
                await app.switch_mode(place.mode)
                await settle(pilot)
                wrong[place.screen] = list(old_keys(pilot))
                app.screen.action_help()
                await settle(pilot)
                wrong[f"Help of {place.screen}"] = list(old_keys(pilot))
                alone(app)
            await press(pilot, "escape")
            for name, make in OPENED.items():
                if name == "ManualPage":  # the manual tells of the keys as they are at first
                    continue
                app.push_screen(make(app.desk), lambda _: None)
                await settle(pilot)
                while type(app.screen).__name__ != name:
                    app.pop_screen()
                await settle(pilot)
                wrong[name] = list(old_keys(pilot))
                if hasattr(app.screen, "action_help"):
                    app.screen.action_help()
                    await settle(pilot)
                    wrong[f"Help of {name}"] = list(old_keys(pilot))
                alone(app)
                await settle(pilot)
    finally:
        hold_keys(NO_KEYS)
    named = {name: found for name, found in wrong.items() if found}
    assert not named, "\n".join(f"{name}: {found}" for name, found in named.items())
