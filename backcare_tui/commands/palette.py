"""Finds by name: what can be done on the open screen, and any day."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider

from backcare_tui.commands.actions import (
    EVERYWHERE,
    IN_FORMS,
    ON_DAYS,
    ON_ENTRIES,
    ON_WEEKS,
    PLACES,
    Command,
)
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock, read_day
from backcare_tui.text import say_day


class Commands(Provider):
    """The commands that the open screen has, each with its key."""

    def _commands(self) -> Iterable[Command]:
        if not isinstance(self.screen, ShowsDays):  # a form, which must not be left behind open
            yield from (command for command in IN_FORMS if command.tip)
            return
        for command in (*EVERYWHERE, *ON_DAYS, *ON_WEEKS, *ON_ENTRIES):
            name = command.action.partition("(")[0]
            if "." in name or hasattr(self.screen, f"action_{name}"):
                yield command

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(_name(command), partial(self._run, command), help=command.tip)

    async def search(self, query: str) -> Hits:
        """Those whose words or sentence fit."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(_name(command)), matcher.match(command.tip) * 0.8)
            if score > 0:
                words = matcher.highlight(_name(command))
                yield Hit(score, words, partial(self._run, command), help=command.tip)

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.action)


class HasClock(Protocol):
    """Knows what day it is."""

    clock: Clock


@runtime_checkable
class ShowsDays(Protocol):
    """A screen from which any day can be opened."""

    desk: HasClock

    async def action_show_day(self, day: str) -> None:
        """Open a day, given as YYYY-MM-DD."""


class DayByName(Provider):
    """A day in a person's words, opened in the diary."""

    async def search(self, query: str) -> Hits:
        """The one day that the words name, if they do."""
        if not isinstance(self.screen, ShowsDays):
            return
        try:
            day = read_day(query, self.screen.desk.clock)
        except BadValue:
            return
        open_day = partial(self.screen.run_action, f"show_day('{day.isoformat()}')")
        yield Hit(1.0, f"Go to {say_day(day)} {day.year}", open_day, help="Open it in the diary.")


def _name(command: Command) -> str:
    """`Go to Today (1)`, `Check-in (n)`."""
    words = f"Go to {command.words}" if command in PLACES else command.words.capitalize()
    return f"{words} ({command.shown_as or command.keys})"
