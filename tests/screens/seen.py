"""What a person sees of the app, and how one reaches it: text, places of words, typing, pasting."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import msgspec
from textual import events
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from backcare_tui.diary.records.base import Record


def lines(pilot: Pilot[Any]) -> list[str]:
    """The text of the screen, line by line, without the spaces at the ends."""
    screen = pilot.app.screen
    return [strip.text.rstrip() for strip in screen._compositor.render_strips()]


def seen(pilot: Pilot[Any]) -> str:
    """All that stands on the screen."""
    return "\n".join(lines(pilot))


def flowing(pilot: Pilot[Any]) -> str:
    """What stands on the screen without frames, every run of spaces and line ends one space."""
    return re.sub(r"[\s│▏▕█▐▌▔▁▂▃▄▅▆▇─╭╮╰╯]+", " ", seen(pilot))


def but_for_when(records: Iterable[Record]) -> list[Record]:
    """Records as they are, but for when they were saved last."""
    return [msgspec.structs.replace(record, updated=None) for record in records]


def line_with(pilot: Pilot[Any], words: str) -> str:
    """The first line that has these words."""
    found = [line for line in lines(pilot) if words in line]
    assert found, f"nowhere {words!r} in\n{seen(pilot)}"
    return found[0]


def place_of(pilot: Pilot[Any], words: str) -> Offset:
    """Where these words stand on the screen."""
    for y, line in enumerate(lines(pilot)):
        if words in line:
            return Offset(line.index(words), y)
    raise AssertionError(f"nowhere {words!r} in\n{seen(pilot)}")


async def painted(pilot: Pilot[Any]) -> None:
    """Wait until all is shown: Today reads the diary step by step after it was painted once."""
    await pilot.pause()
    await pilot.pause()


async def click(pilot: Pilot[Any], words: str, right: int = 0, down: int = 0) -> None:
    """Click on these words, or so many cells to the right of them and below."""
    await pilot.click(offset=place_of(pilot, words) + Offset(right, down))
    await painted(pilot)


async def press(pilot: Pilot[Any], keys: str) -> None:
    """Press keys given by their names, with spaces between: `n 4 enter`."""
    await pilot.press(*keys.split())
    await painted(pilot)


async def choose(pilot: Pilot[Any], words: str) -> None:
    """Do a command without a key: by the palette, where these words find it first."""
    await press(pilot, "ctrl+p")
    await write(pilot, words)
    await settle(pilot)
    await press(pilot, "down enter")
    await settle(pilot)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until what is done beside the screen is done and shown; what another look made needless is not waited for."""
    with suppress(WorkerCancelled):
        await pilot.app.workers.wait_for_complete()
    await painted(pilot)


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type a text where the focus is, as fast as a terminal hands it over."""
    for char in text:
        pilot.app.post_message(events.Key(_character_to_key(char), char))
    await painted(pilot)


async def write_over(pilot: Pilot[Any], text: str) -> None:
    """Type a text in the place of what stands in the field that has the focus."""
    await press(pilot, "ctrl+u")
    await write(pilot, text)


async def paste(pilot: Pilot[Any], text: str) -> None:
    """Paste a text where the focus is, control characters and all, as a terminal hands it over."""
    pilot.app.post_message(events.Paste(text))
    await painted(pilot)


async def to_field(pilot: Pilot[Any], label: str) -> None:
    """Go straight to the field of this label; the mark of the focus says that it is reached.

    That tab reaches every field of every form is held in `frame/test_forms.py`; what stands beneath
    `more` is opened.
    """
    form: Any = pilot.app.screen
    if any(getattr(each, "label", None) == label and not each.display for each in form.query("*")):
        form.action_more()
        await painted(pilot)
    for widget in pilot.app.screen.focus_chain:
        if label in {getattr(each, "label", None) for each in widget.ancestors_with_self}:
            widget.focus()
            break
    await painted(pilot)
    words = seen(pilot)
    assert re.search(rf"▌{re.escape(label)}\b", words), f"no way to {label!r} in\n{words}"


def inside(pilot: Pilot[Any], title: str) -> str:
    """What stands inside the frame of this title, every run of spaces one space."""
    left, top = place_of(pilot, f"╭─ {title} ─")
    rows = lines(pilot)[top:]
    right = rows[0].index("╮", left)
    height = next(y for y, row in enumerate(rows) if row[left : left + 1] == "╰")
    return " ".join(" ".join(row[left + 1 : right] for row in rows[1:height]).split())
