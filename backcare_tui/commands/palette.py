"""Finds by name: what can be done on the open screen, any day, routine and exercise; entries by their words."""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import Protocol, runtime_checkable

from textual.binding import ActiveBinding, Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from backcare_tui.commands.command import has_key
from backcare_tui.commands.keymap import say_key
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock, read_day
from backcare_tui.library.exercises import exercises
from backcare_tui.library.routines import programs, routines
from backcare_tui.library.search import Sought, ranked
from backcare_tui.text import clean, say_day, sentence_case
from backcare_tui.wording.details import say_details
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.context import FieldContext, context_of
from backcare_tui.wording.said import EntryWords, excerpt, newest_first


class Commands(Provider):
    """The commands that the open screen has, each with its key."""

    def _commands(self) -> Iterable[ActiveBinding]:
        """Each once, though it may have several keys."""
        active = self.screen.active_bindings.values()
        return {each.binding.id: each for each in active if _is_command(each)}.values()

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            tip = command.binding.tooltip
            yield DiscoveryHit(_name(command.binding), partial(self._run, command), help=tip)

    async def search(self, query: str) -> Hits:
        """Those whose words or sentence fit."""
        matcher = self.matcher(query)
        for command in self._commands():
            name, tip = _name(command.binding), command.binding.tooltip
            score = max(matcher.match(name), matcher.match(tip) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(name), partial(self._run, command), help=tip)

    async def _run(self, command: ActiveBinding) -> None:
        await self.app.run_action(command.binding.action, command.node)


class HasDiary(Protocol):
    """Knows what day it is, and what was kept."""

    clock: Clock
    repository: Repository
    entry_words: EntryWords


@runtime_checkable
class LeadsOn(Protocol):
    """A screen from which any day, routine and exercise can be opened."""

    desk: HasDiary

    def action_show_day(self, day: str) -> None:
        """Open a day, given as YYYY-MM-DD."""

    def action_start_routine(self, routine_id: str) -> None:
        """Begin a routine."""

    def action_show_exercise(self, exercise_id: str) -> None:
        """Open the page of an exercise."""


class DayByName(Provider):
    """A day in a person's words, opened in the diary."""

    async def search(self, query: str) -> Hits:
        """The one day that the words name, if they do."""
        if not isinstance(self.screen, LeadsOn):
            return
        try:
            day = read_day(query, self.screen.desk.clock)
        except BadValue:
            return
        open_day = partial(self.screen.run_action, f"show_day('{day.isoformat()}')")
        yield Hit(1.0, f"Go to {say_day(day)} {day.year}", open_day, help="Open it in the diary.")


LEAST_SCORE = 10.0
"""Of a name that fits although it is spelled otherwise: above what only has such letters somewhere."""
NEWER = 0.01
"""By how much the score of an entry is above that of the next older one; all stand below names that fit."""
MOST_ENTRIES = 8
"""Entries that a search brings, the newest of those that fit."""
FEWEST_LETTERS = 3
"""From so many on what was typed is looked for in what entries say."""
OPENS_ITS_DAY = "Open its day in the diary."
"""What is said under an entry: never words of a person, as Textual reads it as markup."""
NAME_WIDTH = 48
"""Cells of what is shown of an entry."""


class EntryByWords(Provider):
    """An entry in whose words, or note, stands what was typed; its day is opened in the diary."""

    async def search(self, query: str) -> Hits:
        """The newest that fit; months are looked through one after the other, so that keys come between."""
        if not isinstance(screen := self.screen, LeadsOn) or len(query.strip()) < FEWEST_LETTERS:
            return
        desk, left = screen.desk, MOST_ENTRIES
        context = context_of(desk.repository, desk.clock)
        for some in newest_first(desk.repository):
            for record in islice(desk.entry_words.found(some, query, context), left):
                left -= 1
                yield _entry_hit(
                    screen, record, query, LEAST_SCORE - NEWER * (MOST_ENTRIES - left), context
                )
            if not left:
                return
            await asyncio.sleep(0)


def _entry_hit(
    screen: LeadsOn, record: Record, query: str, score: float, context: FieldContext
) -> Hit:
    """`Sat 21 Nov · Pain 4 moderate`, and beneath it the words that fit."""
    day = record.day
    name, said = say_entry(record)
    lines = (f"{name} {said}", *say_details(record, context))
    found = excerpt(clean("\n".join(lines), lines=True), query, NAME_WIDTH)
    shown = Content(f"{say_day(day, screen.desk.clock.today())} · {found}")
    go = partial(screen.action_show_day, day.isoformat())
    return Hit(score, shown, go, help=OPENS_ITS_DAY)


TIPS = {
    "Start": "Begin the routine.",
    "Open": "A program of some weeks.",
    "Look at": "How the exercise is done, and for whom it is not.",
}
"""What choosing a name does, by the word before it."""

NamedThings = tuple[str, str, Callable[[str], None]]
"""The word before a name, the name, and what opens what it names by its id."""


class MovementByName(Provider):
    """A routine, which is begun, or an exercise, whose page is opened."""

    async def search(self, query: str) -> Hits:
        """Those whose names fit, misspelled ones too."""
        if not isinstance(self.screen, LeadsOn):
            return
        ways = _ways(self.screen)
        matcher = self.matcher(query)
        for id_ in ranked(query, [Sought(each, name) for each, (_, name, _) in ways.items()]):
            word, name, go = ways[id_]
            # A person's own words: never markup, as the matcher would take them.
            shown = Content(f"{word} {clean(name)}")
            score = matcher.match(name) or LEAST_SCORE
            yield Hit(score, shown, partial(go, id_), help=TIPS[word])


def _ways(screen: LeadsOn) -> dict[str, NamedThings]:
    """Every routine, program and exercise by its id."""
    own = screen.desk.repository.entries(Routine)
    start, show = screen.action_start_routine, screen.action_show_exercise
    ways: dict[str, NamedThings] = {each.id: ("Look at", each.name, show) for each in exercises()}
    ways |= {each.id: ("Start", each.name, start) for each in (*own, *routines())}
    return ways | {each.id: ("Open", each.name, start) for each in programs()}


def _is_command(active: ActiveBinding) -> bool:
    return active.enabled and bool(active.binding.id and active.tooltip)


def _name(binding: Binding) -> str:
    """`Go to Today (1)`, `Check-in (n)`."""
    words = binding.description
    said = f"Go to {words}" if str(binding.id).startswith("place.") else sentence_case(words)
    if not has_key(binding.key):
        return said
    return f"{said} ({binding.key_display or say_key(binding.key)})"
