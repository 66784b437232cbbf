"""A routine written as a page for a phone or tablet: asks where to, and says where it is."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App

from backcare_tui import screens
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.values import BadValue
from backcare_tui.files import CannotWrite, IsThere
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.report.mat.page import ENDING, ON_IT, mat_file_name, write_mat
from backcare_tui.report.writing import read_target
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.writing_over import ask_to_write_over

TITLE = "For the mat: a page for a phone or tablet"


class MatWriting:
    """Writes one routine, and says in a notice what became of it."""

    def __init__(self, desk: Desk, routine: Routine) -> None:
        """Of a routine, for who stated what the desk knows."""
        self._desk, self._routine = desk, routine

    def ask(self, app: App[Any]) -> None:
        """Ask for the file; while a warning sign stands, say so instead."""
        if what_stops(self._desk.repository, self._desk.clock, self._routine):
            app.push_screen(screens.Before(self._desk, self._routine))
            return
        proposed = f"~/{mat_file_name(self._routine)}"
        dialog = screens.AskLine[Path](TITLE, "File", _read, str, proposed, ON_IT)
        dialog.line.text = proposed
        app.push_screen(dialog, lambda target: self._begin(app, target))

    def _begin(self, app: App[Any], target: Path | None, *, force: bool = False) -> None:
        if target:
            app.run_worker(self._write(app, target, force=force), group="writing")

    async def _write(self, app: App[Any], target: Path, *, force: bool) -> None:
        """Beside the screen, as the figures take a moment."""
        settings = self._desk.repository.settings()
        try:
            await asyncio.to_thread(write_mat, self._routine, settings, target, force=force)
        except IsThere as error:
            write = partial(self._begin, app, target, force=True)
            ask_to_write_over(app, str(error), write, self._desk.say)
        except (BadValue, CannotWrite) as error:
            self._desk.complain(str(error))
        else:
            self._desk.say(f"written: {target}")


def _read(text: str) -> Path:
    return read_target(text, (ENDING,))
