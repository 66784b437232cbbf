"""What is likely opened next, made ready while nothing is to be done.

Forms are only read, never filled in: what they hold depends on the diary and on the moment. Places
are made, since each reads again what changed before it is shown.
"""

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.events import ScreenSuspend
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.places import PLACES
from backcare_tui.screens.frame.desk import Desk

LIKELY = (("CheckIn",), ("NightForm", *(place.screen for place in PLACES[1:])))
"""What is opened next on most days, likeliest first; the sheets of each group are read together."""
FIRST_REST_S, REST_S = 0.25, 0.03
"""Seconds of rest before all and before each of them, so that a key waits for no more than one."""
LOOK_AGAIN_S = 1.0
"""Seconds until it is looked again whether the form that one fills in is closed."""


async def read_ahead(app: App[Any], desk: Desk) -> None:
    """Import what is likely opened next, read its style sheets, and make the places.

    The sheets of a group are read together, since each alone has all parsed. At last all that is
    there is left out of the later rounds for garbage: one of them takes as long as a form takes to
    open, and would come just when the first one does.
    """
    await asyncio.sleep(FIRST_REST_S)
    for group in LIKELY:
        sheets: list[Path] = []
        for name in group:
            await _rest(app)
            sheets += getattr(screens, name)(desk).css_path
        await _rest(app)
        for sheet in sheets:
            if not app.stylesheet.has_source(str(sheet)):
                app.stylesheet.read(sheet)
        _add_widgets(app.stylesheet)
        app.stylesheet.reparse()
    for place in PLACES[1:]:
        await _rest(app)
        await _make(app, place.mode)
    await _rest(app)
    gc.collect()
    gc.freeze()


async def _make(app: App[Any], mode: str) -> None:
    """Make the place of a mode, behind the one that is shown; one that is there stays."""
    if mode in app._screen_stacks:  # noqa: SLF001 - Textual only makes a mode when it goes there
        return
    await app._init_mode(mode)  # noqa: SLF001
    app.get_screen_stack(mode)[0].post_message(ScreenSuspend())


async def _rest(app: App[Any]) -> None:
    """Let keys come first, and whoever fills in a form have all of the processor."""
    await asyncio.sleep(REST_S)
    while len(app.screen_stack) > 1:
        await asyncio.sleep(LOOK_AGAIN_S)


def _add_widgets(sheet: Stylesheet) -> None:
    """Add the sheets of every imported kind of widget.

    Textual adds them with the first widget of a kind, and has all parsed again.
    """
    for kind in set(_kinds_of(Widget)):
        # What is asked looks at the class alone, so no widget has to be made for it.
        for place, css, rank, scope in kind.__new__(kind)._get_default_css():  # noqa: SLF001
            sheet.add_source(css, place, is_default_css=True, tie_breaker=rank, scope=scope)


def _kinds_of(kind: type[Widget]) -> Iterator[type[Widget]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds_of(each)
