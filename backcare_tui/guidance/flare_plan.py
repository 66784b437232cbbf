"""One's own flare plan: what was written on a good day, what to begin with, when to worry, and one's own figures."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import FLARE_LINES, FlareWords, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import stops
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.care.team import say_person
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.past_flares import PastFlares
from backcare_tui.guidance.reading import ReadingSection, sections_in_region
from backcare_tui.guidance.safety import GENTLE_LEVEL, LIGHT_GROUPS, against_whole, fitted
from backcare_tui.library.data_files import load
from backcare_tui.library.regions import Region, region_of
from backcare_tui.library.routines import find_routine, routine_called, routines
from backcare_tui.text import clean, say_count

FIRST_CHOICES = ("flare-up-gentle", "breathing-calm", "walk")
"""The routines to begin with, the first that nothing stated rules out (our own rule)."""
FLARE, STRENGTH = "flare", "strength"
"""Groups of routines: those that are made for a flare-up, and those that never begin one."""
LONGEST_LINE = 120
"""Characters of a line of one's own: what is longer is not read on a bad day (our own rule)."""


class FlarePlan(msgspec.Struct, frozen=True):
    """All that the plan says at one moment."""

    own: FlareWords
    call: str
    """Whom to call, with how to reach them, safe to print; empty where that was not written."""
    past: PastFlares | None
    """One's own flares; None while they are not read yet."""
    routine: Routine | None
    """What to begin with, as it will be played; None where a warning sign keeps all of it from starting."""
    stands: tuple[Advice, ...]
    """What waits for an answer and comes before all else, foremost first."""
    general: ReadingSection
    """What helps most people; it is told where `is_general`."""
    worry: tuple[ReadingSection, ...]
    """When to get help, the urgent first."""

    @property
    def is_general(self) -> bool:
        """Whether what helps most people is told: until a person has lines and flares of their own."""
        return not self.own.lines or not (self.past is None or self.past.is_enough)


class _General(msgspec.Struct, frozen=True):
    general: ReadingSection
    worry: tuple[ReadingSection, ...]


@cache
def _written() -> _General:
    return load("guidance", "flare_plan", _General)


def flare_plan(repository: Repository, clock: Clock, past: PastFlares | None = None) -> FlarePlan:
    """The plan as it stands at a moment; nothing is written.

    Args:
        repository: The diary.
        clock: The moment.
        past: One's own flares, as `past_flares` gives them; that reads every entry of pain, which of
            ten years takes a second.
    """
    settings, own_routines = repository.settings(), repository.entries(Routine)
    said = advise(gather(repository, clock))
    routine = routine_to_begin(settings, own_routines)
    is_stopped = any(stops(each, routine) for each in said)
    where = region_of(settings)
    return FlarePlan(
        own=settings.flare_plan,
        call=whom_to_call(settings.flare_plan, repository.entries(Person)),
        past=past,
        routine=None if is_stopped else routine,
        stands=tuple(each for each in said if each.stands),
        general=general_plan(where),
        worry=when_to_worry(where),
    )


def general_plan(where: Region) -> ReadingSection:
    """What helps most people, in the words of a region."""
    (section,) = sections_in_region((_written().general,), where)
    return section


def when_to_worry(where: Region) -> tuple[ReadingSection, ...]:
    """When to get help, the urgent first, in the words of a region."""
    return sections_in_region(_written().worry, where)


def routine_to_begin(settings: Settings, own: Collection[Routine] = ()) -> Routine | None:
    """The gentle routine of the person's choice, else of ours, without what their conditions rule out.

    Args:
        settings: What they chose and stated.
        own: Their own routines.
    """
    for id_ in (settings.flare_plan.routine, *FIRST_CHOICES):
        known = find_routine(id_, own)
        if known is None or not _is_gentle(known):
            continue
        if against_whole(known, settings.conditions):
            continue
        shown, _ = fitted(known, settings.conditions)
        if shown.steps:
            return shown
    return None


def _is_gentle(routine: Routine) -> bool:
    """Whether it may be what a bad day begins with: easy, and not made for strength (our own rule)."""
    return routine.level <= GENTLE_LEVEL and routine.group != STRENGTH


def whom_to_call(words: FlareWords, people: Iterable[Person]) -> str:
    """Somebody of the care team with how to reach them, else what was written; empty for nobody."""
    person = next((each for each in people if each.id == words.person), None)
    if person is None:
        return clean(words.call)
    return ": ".join(filter(None, (say_person(person), clean(person.contact or ""))))


def gentle_routines(own: Iterable[Routine] = ()) -> tuple[Routine, ...]:
    """What is offered to begin with: those of a flare-up, walks, rest, and one's own that are as easy."""
    offered = [each for each in routines() if each.group == FLARE or each.group in LIGHT_GROUPS]
    gentle = filter(_is_gentle, (*offered, *own))
    return tuple(sorted(gentle, key=lambda each: each.group != FLARE))


def written_plan(
    before: FlareWords,
    values: Mapping[str, str | Sequence[str]],
    people: Iterable[Person],
    own: Sequence[Routine],
    today: dt.date,
) -> FlareWords | None:
    """What is kept of what a person wrote; None where all of it was taken away.

    Args:
        before: The plan as it was.
        values: What is another now: `lines`, `call` in words or as a name of the care team, `routine` by
            its id or name; what is not among them stays.
        people: The care team.
        own: Their own routines.
        today: The day it is written.

    Raises:
        BadValue: For too many lines, one that is too long, or a routine that is none, or not gentle.
    """
    words = before
    if (lines := values.get("lines")) is not None:
        words = replace(words, lines=_read_lines(lines))
    if (call := values.get("call")) is not None:
        said = clean(str(call)).strip()
        words = replace(words, call=said, person=_person_called(said, people))
    if (routine := values.get("routine")) is not None:
        words = replace(words, routine=_read_routine(str(routine), own))
    if words.is_empty:
        return None
    return words if words == before else replace(words, written=today)


def _read_lines(lines: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(line for line in (clean(each).strip() for each in lines) if line)
    if len(kept) > FLARE_LINES:
        raise BadValue("lines", len(kept), f"up to {FLARE_LINES} lines")
    for line in kept:
        if len(line) > LONGEST_LINE:
            raise BadValue("line", line, f"a line of up to {LONGEST_LINE} characters")
    return kept


def _person_called(said: str, people: Iterable[Person]) -> str:
    """The id of the one of the care team who has this name, with or without what they are; else empty."""
    wanted = said.casefold()
    for each in people:
        if wanted in {clean(each.name).casefold(), say_person(each).casefold()}:
            return each.id
    return ""


def _read_routine(said: str, own: Sequence[Routine]) -> str:
    if not said.strip():
        return ""
    found = find_routine(routine_called(said, own), own)
    if found is None or not _is_gentle(found):
        allowed = f"a gentle routine for a bad day: of level {GENTLE_LEVEL}, and not for strength"
        raise BadValue("routine", said, allowed)
    return found.id


def say_kept(plan: FlareWords | None) -> str:
    """What undo and the notice call a change: `flare plan: 3 lines`."""
    if plan is None:
        return "flare plan: taken back"
    return f"flare plan: {', '.join(_parts(plan))}"


def _parts(plan: FlareWords) -> Iterator[str]:
    if count := len(plan.lines):
        yield say_count(count, "line")
    if plan.call or plan.person:
        yield "whom to call"
    if plan.routine:
        yield "the routine"
