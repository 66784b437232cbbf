"""Where it hurts, how it feels, what goes with it: as far as a time has it, on how many days."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.symptoms import LEG, NERVE, areas_in, areas_of, felt_as
from backcare_tui.library.exercises import exercise_name
from backcare_tui.library.taxonomy import WordKind, name_within, words
from backcare_tui.text import clean, say_count, say_day, say_list
from backcare_tui.wording.entries import say_area, say_entry
from backcare_tui.wording.fields.session import LEG_WORDS

Days = Mapping[str, int]
"""On how many days each word was named, most often first."""
PRIVATE_WORDS = frozenset(("low-mood", "alcohol", "menstrual"))
"""What set it off that is nobody else's business; how it feels is told, what one feels about it is not."""
WORSE_LEG = ("farther-down", "new", "numb")
SHOWN = 6
"""How many words of a kind are told: those of most days."""

STOPPED_SHOWN = 4
"""How many sessions and exercises that were stopped are told: the last ones."""


class Stopped(msgspec.Struct, frozen=True):
    """A session, or an exercise of one, that was stopped."""

    day: dt.date
    what: str
    why: str = ""


class Symptoms(msgspec.Struct, frozen=True):
    """What the entries of a time say besides numbers."""

    areas: Days
    qualities: Days
    triggers: Days
    eased: Days
    not_eased: Days
    """What was tried and did not ease it."""
    legs: Days
    """Places of a leg."""
    nerve: Days
    """Numb, tingling and the like, in entries that name a place of a leg."""
    leg_in_sessions: tuple[tuple[dt.date, str], ...]
    """What a leg felt while a session was done, where it got worse."""
    stopped: tuple[Stopped, ...]
    """The last one first."""
    stiffness: tuple[int, ...] = ()
    """Minutes of stiffness on waking, of each day on which it was noted, in their order."""


def symptoms(
    pains: Sequence[Pain], sessions: Sequence[Session], *, with_own_words: bool = False
) -> Symptoms:
    """What the entries of a time say.

    Args:
        pains: Entries of pain.
        sessions: In the order of time.
        with_own_words: Whether a person's own words are told, which are as private as notes.
    """
    tell = partial(told_words, with_own_words=with_own_words)
    with_leg = [each for each in pains if _on_leg(each)]
    return Symptoms(
        areas=days_named(pains, areas_of),
        qualities=days_named(pains, lambda each: tell("qualities", each.qualities)),
        triggers=days_named(pains, lambda each: tell("triggers", each.triggers)),
        eased=days_named(pains, lambda each: tell("relievers", _eased(each))),
        not_eased=days_named(pains, lambda each: tell("relievers", _relief(each, "no"))),
        legs=days_named(with_leg, _on_leg),
        nerve=days_named(with_leg, lambda each: tell("qualities", felt_as(each, NERVE))),
        leg_in_sessions=tuple(
            (each.day, each.leg) for each in sessions if each.leg and each.leg in WORSE_LEG
        ),
        stiffness=tuple(_stiffness(pains)),
        stopped=tuple(each for session in reversed(sessions) for each in _stopped(session)),
    )


def _stiffness(pains: Sequence[Pain]) -> Iterator[int]:
    """The longest of each day."""
    by_day: dict[dt.date, int] = {}
    for each in pains:
        if each.stiffness_min is not None:
            by_day[each.day] = max(by_day.get(each.day, 0), each.stiffness_min)
    yield from (minutes for _, minutes in sorted(by_day.items()))


def told_words(kind: WordKind, named: Iterable[str], *, with_own_words: bool) -> Iterator[str]:
    """The words that are told of those that were named; a person's own are as private as notes."""
    known = {word.id: word.kind for word in words(kind)}
    for word in named:
        if word in known:
            if word not in PRIVATE_WORDS and known[word] != "feeling":
                yield word
        elif with_own_words:
            yield word


def days_named(pains: Iterable[Pain], named: Callable[[Pain], Iterable[str]]) -> Days:
    """On how many days each word was named, most often first."""
    on_days: dict[str, set[dt.date]] = {}
    for entry in pains:
        for word in named(entry):
            on_days.setdefault(word, set()).add(entry.day)
    ranked = sorted(on_days.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return {word: len(days) for word, days in ranked}


def without(of: Symptoms, untold: Collection[str]) -> Symptoms:
    """The same without some of what sets pain off, and of what eases it or does not."""

    def kept(days: Days) -> Days:
        return {word: n for word, n in days.items() if word not in untold}

    return msgspec.structs.replace(
        of, triggers=kept(of.triggers), eased=kept(of.eased), not_eased=kept(of.not_eased)
    )


def symptom_lines(of: Symptoms, last: dt.date) -> Iterator[str]:
    """Where, how it feels, the legs, what makes it worse and what eases it; nothing that was not named.

    Args:
        of: What was named.
        last: The last day of the time: days of another year say which.
    """
    if of.areas:
        yield f"Named most: {_said(of.areas, say_area)}."
    if of.qualities:
        yield f"Feels: {_said(of.qualities, _word('qualities'))}."
    yield from _leg_lines(of, last)
    if of.stiffness:
        mean, days = round(sum(of.stiffness) / len(of.stiffness)), len(of.stiffness)
        most = f", at most {max(of.stiffness)}" if max(of.stiffness) > mean else ""
        yield f"Stiff on waking: {mean} min on average{most} ({say_count(days, 'day')} noted)."
    if of.triggers:
        yield f"Set off by: {_said(of.triggers, _word('triggers'))}."
    if of.eased:
        yield f"Eased by: {_said(of.eased, _word('relievers'))}."
    if of.not_eased:
        yield f"Tried, and did not ease it: {_said(of.not_eased, _word('relievers'))}."


def stopped_lines(of: Symptoms, last: dt.date) -> Iterator[str]:
    """Sessions and exercises that were stopped, the last ones; days as in `symptom_lines`."""
    if of.stopped:
        told = "; ".join(_say_stopped(each, last) for each in of.stopped[:STOPPED_SHOWN])
        more = len(of.stopped) - STOPPED_SHOWN
        yield f"Stopped: {told}{f'; and {more} before' if more > 0 else ''}."


def _leg_lines(of: Symptoms, last: dt.date) -> Iterator[str]:
    if of.legs:
        nerve = f"; in the same entries {_said(of.nerve, _word('qualities'))}" if of.nerve else ""
        yield f"Legs: {_said(of.legs, say_area)}{nerve}."
    elif of.areas:
        yield "Legs: no place on a leg was named."
    if of.leg_in_sessions:
        recent = of.leg_in_sessions[-SHOWN:]
        felt = [f"{LEG_WORDS[leg]} on {say_day(day, last)}" for day, leg in recent]
        yield f"A leg while exercising: {say_list(felt)}."


def _on_leg(entry: Pain) -> frozenset[str]:
    return areas_in(entry, LEG)


def _eased(entry: Pain) -> Iterator[str]:
    """What eased it: named as that, and not said to have done nothing; a little counts."""
    yield from (each for each in entry.relievers if entry.relief.get(each) != "no")
    yield from (*_relief(entry, "yes"), *_relief(entry, "a-little"))


def _relief(entry: Pain, how: str) -> tuple[str, ...]:
    return tuple(word for word, said in entry.relief.items() if said == how)


def _stopped(session: Session) -> Iterator[Stopped]:
    if session.stopped:
        yield Stopped(session.day, say_entry(session)[0], session.stopped)
    for step in session.steps:
        if step.outcome == "stopped":
            yield Stopped(session.day, step.name or exercise_name(step.exercise))


def _say_stopped(of: Stopped, last: dt.date) -> str:
    why = f" ({name_within('stop_reasons', of.why)})" if of.why else ""
    return f"{clean(of.what)} on {say_day(of.day, last)}{why}"


def _word(kind: WordKind) -> Callable[[str], str]:
    return lambda word: name_within(kind, word)


def _said(days: Days, say: Callable[[str], str]) -> str:
    most = list(days.items())[:SHOWN]
    return ", ".join(f"{say(word)} ({say_count(n, 'day')})" for word, n in most)
