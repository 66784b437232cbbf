"""Finds entries by what they say: every word of a search stands somewhere in it, newest first."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from backcare_tui.customs import customs
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.repository import Repository
from backcare_tui.wording.details import say_details
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.context import FieldContext

DAYS_AT_ONCE = 120
"""How many days are looked through in one go; ten years then take some thirty."""


class EntryWords:
    """What entries say, in lower case, each put into words once.

    Ten years are 3 MB of words, and some seconds to find them all out: whoever asks for more than
    the newest does so a span at a time.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self._said: dict[str, tuple[Record, str]] = {}
        self._against = FieldContext(), customs()

    def of(self, record: Record, context: FieldContext) -> str:
        """All that an entry says, its note too, as it is searched."""
        if self._against != (against := (context, customs())):
            self._said, self._against = {}, against
        held = self._said.get(record.id)
        if held is None or (held[0] is not record and held[0] != record):
            lines = (*say_entry(record), *say_details(record, context))
            self._said[record.id] = held = record, "\n".join(lines).casefold()
        return held[1]

    def found(
        self, records: Iterable[Record], typed: str, context: FieldContext
    ) -> Iterator[Record]:
        """Those of some entries in which every word that was typed stands somewhere."""
        sought = typed.casefold().split()
        for record in records:
            if sought and all(word in self.of(record, context) for word in sought):
                yield record


def newest_first(repository: Repository) -> Iterator[Sequence[Record]]:
    """All entries, some months at a time, the newest first in each."""
    if (span := repository.span()) is None:
        return
    first, last = span
    while last >= first:
        begin = max(last - dt.timedelta(days=DAYS_AT_ONCE - 1), first)
        entries = (each for kind in ENTRIES for each in repository.entries(kind, (begin, last)))
        yield sorted(entries, key=lambda record: record.time_order, reverse=True)
        last = begin - dt.timedelta(days=1)


def excerpt(said: str, typed: str, width: int) -> str:
    """The line of a text in which the first word that was typed stands, from a little before it on.

    >>> excerpt("a long walk in the park", "walk", 12)
    '…g walk in t…'
    """
    word = next(iter(typed.casefold().split()), "")
    line = next((each for each in said.split("\n") if word in each.casefold()), said)
    at = line.casefold().find(word)
    start = max(min(at - width // 6, len(line) - width), 0)
    part = line[start : start + width]
    before, after = "…" if start else "", "…" if start + width < len(line) else ""
    return f"{before}{part[len(before) : len(part) - len(after)]}{after}"
