"""Every screen at three sizes: nothing is cut beside free room, past an edge, or where half of a large screen is empty."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.text import clean
from backcare_tui.widgets.folds import MOST_LINES
from backcare_tui.widgets.row_lines import GUTTER
from backcare_tui.widgets.rows import Rows
from tests.conftest import AppAt
from tests.screens.opened import BY_KEYS, NOT_OPENED, OVER_A_STORY, each_screen
from tests.screens.seen import lines

Size = tuple[int, int]
SIZES: tuple[Size, ...] = ((80, 24), (120, 40), (200, 60))
LARGE: Size = SIZES[-1]
CUT = re.compile(r"\w…(?! \d+ more)")
"""A word that ends with an ellipsis."""
HEAD, FOOT = 3, 1
"""Rows of a screen with its name, the places and the keys."""
MEANT = {
    "ManualPage": "pages of text are read in one column, as Markdown has it",
    "ReportPage": "what is written is longer than a screen; its list stands beside it",
    "HandOver": "as the report",
    "VisitForm": "a form is read from top to bottom",
}
"""Why these leave room on a large screen though they scroll."""

NOTED = (Check, Feeling, Night, Pain, Session, Visit)
"""What has a note, of which a list may show how it begins: marked, it stands whole beside the list."""
SURE = 16
"""Letters that tell a person's own words from ours."""


def is_cut(words: str) -> bool:
    return bool(CUT.search(words))


def cut_in_lists(screen: Any) -> Iterator[str]:
    """What a list cuts that it has room for: a name beside what follows it, or anything in lines that are free."""
    for rows in screen.query(Rows):
        if not rows.is_on_screen or not rows.scrollable_content_region.height:
            continue
        size, room = rows.scrollable_content_region.size, rows.scrollable_content_region.width
        free = size.height - rows.virtual_size.height
        for y in range(min(size.height, rows.virtual_size.height)):
            row = rows.rows[rows.row_at(y)]
            line = rows.render_line(y).text
            said = [clean(str(cell)) for cell in row.cells]
            if not is_cut(line) or any(map(is_cut, said)):
                continue
            folded = [each for each in rows._folds if each.row == rows.row_at(y)]
            fits = (
                sum(map(len, said)) + len(said) - 1 <= room - GUTTER - rows.show_vertical_scrollbar
            )
            if fits and any(name not in line for name in said[:-1]):
                yield f"{line.strip()!r} has room beside it"
            elif free > 0 and len(folded) < MOST_LINES:
                yield f"{line.strip()!r} has {free} free lines below"


def past_an_edge(screen: Any) -> Iterator[str]:
    """What is wider or higher than what it stands in, where nothing scrolls to it."""
    for widget in screen.walk_children(Widget):
        if not widget.is_on_screen or not widget.display:
            continue
        if widget.show_horizontal_scrollbar and widget.max_scroll_x:
            yield f"{name_of(widget)} scrolls sideways"
        parent = widget.parent
        if not isinstance(parent, Widget) or widget.styles.dock != "none" or is_of_textual(parent):
            continue
        inner: Region = parent.content_region
        if widget.region.right > inner.right or widget.region.x < inner.x - 1:
            yield f"{name_of(widget)} is wider than {name_of(parent)}"
        if parent.max_scroll_y and not parent.allow_vertical_scroll and parent is not screen:
            yield f"{name_of(parent)} is higher than its place"


def is_of_textual(widget: Widget) -> bool:
    """Whether it is a part of a widget that is not ours, such as the palette."""
    return str(widget.id).startswith("--")


def is_excerpt(words: str, notes: Sequence[str]) -> bool:
    """Whether what is cut are a person's own words.

    >>> is_excerpt("[ ] Slept badly after the long dr…", ["Slept badly after the long drive home."])
    True
    """
    said = words.partition("…")[0][-SURE:]
    return len(said) == SURE and any(said in note for note in notes)


def cut_elsewhere(pilot: Pilot[Any], notes: Sequence[str]) -> Iterator[str]:
    """Words of ours that end with an ellipsis on a large screen, whoever cut them."""
    for line in lines(pilot):
        for words in re.split(r"[│╭╮╰╯]", line):
            if re.search(r"\w…\)|commands…", words) or is_excerpt(words, notes):
                continue
            if is_cut(words):
                yield f"{words.strip()!r} is cut"


def half_empty(pilot: Pilot[Any]) -> Iterator[str]:
    """A body that scrolls, while half of the width is free."""
    screen = pilot.app.screen
    if isinstance(screen, ModalScreen):
        return
    body = lines(pilot)[HEAD:-FOOT]
    filled = [bool(re.search(r"[^\s│╭╮╰╯─▁▂▃▄▅▆▇█]", line)) for line in body]
    used = max((len(re.sub(r"[│\s╭╮╰╯─█▏▕]+$", "", line)) for line in body), default=0)
    scrolls = [each for each in screen.query("*") if each.show_vertical_scrollbar]
    if any(filled) and scrolls and used < LARGE[0] / 2 + 1:
        yield f"{name_of(scrolls[0])} scrolls, and {used} of {LARGE[0]} columns are used"


def name_of(widget: Widget) -> str:
    return f"{type(widget).__name__}#{widget.id}" if widget.id else type(widget).__name__


def faults(pilot: Pilot[Any], name: str, size: Size, notes: Sequence[str]) -> Iterator[str]:
    screen = pilot.app.screen
    yield from cut_in_lists(screen)
    yield from past_an_edge(screen)
    if size == LARGE:
        yield from cut_elsewhere(pilot, notes)
        if name.split(maxsplit=1)[0] not in MEANT:
            yield from half_empty(pilot)


def test_every_screen_is_looked_at_or_it_is_said_why_not() -> None:
    looked_at = {name.split()[0] for name in (*BY_KEYS, *OVER_A_STORY)}
    assert screens.HOMES.keys() - looked_at <= NOT_OPENED.keys()
    assert MEANT.keys() <= looked_at


@pytest.mark.thorough
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_uses_the_room_it_has(
    app_at: AppAt, story_diary: TinyRepository, size: Size
) -> None:
    found = {}
    notes = [each.note for kind in NOTED for each in story_diary.entries(kind) if each.note]
    async with app_at(size) as pilot:
        async for name in each_screen(pilot):
            if wrong := sorted(set(faults(pilot, name, size, notes))):
                found[name] = wrong
    assert not found, "\n".join(f"{name}: {each}" for name, all_ in found.items() for each in all_)
