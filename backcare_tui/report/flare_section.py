"""The flare plan on a page for others, where it is asked for: one's own lines, and how the flares of the diary went."""

import datetime as dt
from collections.abc import Collection, Iterator

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.team import Person
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.care.team import say_person
from backcare_tui.guidance.flare_plan_sentences import (
    CAUSE,
    DONE_SHOWN,
    MARKED_SHOWN,
    say_counted,
    say_done,
    say_last,
    say_marked,
)
from backcare_tui.guidance.past_flares import PastFlares, past_flares
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Section
from backcare_tui.report.parts import untold_words
from backcare_tui.report.symptoms import told_words
from backcare_tui.report.told import Told

FLARE = "Flare plan"
LISTED = "Listed is what was marked as helping in them, and what was done."


class FlareTold(msgspec.Struct, frozen=True):
    """What a page may tell of the flare plan."""

    lines: tuple[str, ...]
    """The person's own, as they wrote them."""
    call: str
    """Whom they would call; empty where that was not written, or is not meant for the reader."""
    past: PastFlares | None
    """The flares up to the last day of the page; None where they are not told."""


def flare_told(
    told: Told, settings: Settings, clock: Clock, last: dt.date, parts: Collection[str]
) -> FlareTold | None:
    """What may be told of the plan; None where it is not asked for, and nothing of it was written.

    Args:
        told: The diary as the reader may see it.
        settings: What was written; it has no day, and is as it is now.
        clock: The moment.
        last: The last day of the page.
        parts: What was asked for; only with `flare` the flares are read.
    """
    words = settings.flare_plan
    if "flare" not in parts and words.is_empty:
        return None
    people = told.entries(Person)
    person = next((each for each in people if each.id == words.person), None)
    is_meant = told.is_person_meant(words.person) and not told.is_hidden_name(words.call)
    call = say_person(person) if person else words.call
    past = _without_own_words(past_flares(told, clock, last)) if "flare" in parts else None
    return FlareTold(words.lines, call if is_meant else "", past)


def only_of(of: FlareTold | None, parts: Collection[str]) -> FlareTold | None:
    """The same without what only parts tell which are left out."""
    if of is None or "flare" not in parts:
        return None
    if of.past is None or "pain" not in parts:
        return replace(of, past=None)
    past = _without(of.past, untold_words(parts))
    if "movement" not in parts:
        last = replace(past.last, done=()) if past.last else None
        past = replace(past, done=(), last=last)
    return replace(of, past=past)


def flare_section(of: FlareTold | None, last: dt.date) -> Section:
    """Sentences, and a list of what was marked and done; nothing where nothing of it is told."""
    if of is None:
        return Section(FLARE)
    past = of.past if of.past and of.past.is_enough else PastFlares()
    marked = map(say_marked, past.marked[:MARKED_SHOWN])
    done = map(say_done, past.done[:DONE_SHOWN])
    items = (*marked, *done)
    cause = (f"{LISTED} {CAUSE}",) if items else ()
    return Section(FLARE, (*_sentences(of, last), *cause), items=items)


def _sentences(of: FlareTold, last: dt.date) -> Iterator[str]:
    if of.lines:
        yield f"Written for a bad day: {' / '.join(own(line) for line in of.lines)}"
    if of.call:
        yield f"Whom to call: {own(of.call)}."
    if of.past and (of.past.lengths or of.past.unfinished):
        yield from say_counted(of.past)
    if of.past and of.past.last:
        yield " ".join(say_last(of.past.last, last))


def _without_own_words(past: PastFlares) -> PastFlares:
    """Words of the list alone: a person's own, names of medicines among them, are as private as notes."""
    named = {each.word for each in past.marked} | set(past.last.helped if past.last else ())
    told = set(told_words("relievers", named, with_own_words=False))
    return _without(past, named - told)


def _without(past: PastFlares, untold: Collection[str]) -> PastFlares:
    kept = tuple(each for each in past.marked if each.word not in untold)
    last = past.last
    if last:
        last = replace(last, helped=tuple(word for word in last.helped if word not in untold))
    return replace(past, marked=kept, last=last)
