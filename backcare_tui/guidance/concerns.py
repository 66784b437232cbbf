"""What the diary itself says that asks for the check for warning signs, until one answers it.

A warning sign may be marked in the check; the same may stand elsewhere in the diary: as a trigger,
on the map of the body, as the reason for which a session was stopped. Each concern here says since
when it stands and of what it is made. A check or a check-up made since then answers it; a fall on
bones that may be thin, a check-up alone.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.averages import DIGITS, FORTNIGHT
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.red_flags import ASK_EVERY_DAYS
from backcare_tui.guidance.risks import cancer, frailty, weak_defenses
from backcare_tui.guidance.symptoms import (
    COUGHS,
    OF_PREGNANCY,
    STRAINS,
    UPPER_BACK,
    areas_in,
    areas_of,
    causes,
    felt,
    has_word,
    in_both_legs,
    is_fall,
    is_feverish,
    is_ill,
    is_numb,
    numb_about_the_seat,
    without_control,
)
from backcare_tui.library.areas import area_name
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import say_day, say_list

SAME_DAYS = 3
"""Days between two entries up to which both are of one fall, or of one illness (our own rule)."""
FALL_PAIN, RISE = 4, 2
"""Of 10, and points above the usual, from which pain after a fall counts (our own rule)."""
STRAIN_PAIN = 7
"""Of 10, from which pain after lifting counts where no usual pain is known (our own rule)."""
BOTH_LEGS_DAYS, UPPER_BACK_DAYS = FORTNIGHT, 28
"""For how long pain in both legs, and higher up the back, is new (our own rule)."""

NUMB_AFTER = "numbness"
"""The side effect of a visit that waits for an answer."""
STOPS = ("chest-pain", "leg-weak")
"""The stop reasons that wait for an answer."""
NARROW = "spinal_stenosis"
"""The condition with which pain in both legs is usual."""
PREGNANT = "pregnancy"

MomentOrSession = TypeVar("MomentOrSession", Pain | Feeling, Session)
PainOrFeeling = TypeVar("PainOrFeeling", bound=Pain | Feeling)


class Concern(msgspec.Struct, frozen=True):
    """Something that no check has answered yet."""

    since: dt.datetime
    """When what is unanswered was first taken down."""
    because: str
    """What was taken down, as a sentence."""


def fall(facts: Facts) -> Concern | None:
    """A fall, slip or crash that was named as a trigger, with pain that counts within two weeks.

    Where bones may be thin, no check answers it: it may be a fracture until somebody has looked.
    """
    answered = facts.seen if frailty(facts) else facts.answered
    for first in _spells(filter(is_fall, facts.with_earlier.moments), answered):
        last = first.day + dt.timedelta(days=FORTNIGHT)
        since = (
            each for each in facts.with_earlier.pains if first.at <= each.at and each.day <= last
        )
        worst = max((each.severity for each in since), default=0)
        if worst >= FALL_PAIN or _has_risen(facts, first.day, worst):
            words = f"A fall or slip on {_on(facts, first)}, and pain of up to {worst} since."
            return Concern(first.at, words)
    return None


def strain(facts: Facts) -> Concern | None:
    """Lifting, and pain far above the usual: with thin bones it may be as a fall."""
    entries = [
        entry
        for entry in facts.with_earlier.pains
        if has_word(entry.triggers, STRAINS)
        and _has_risen(facts, entry.day, entry.severity, without=STRAIN_PAIN)
    ]
    for first in _spells(entries, facts.answered):
        return Concern(first.at, f"Lifting on {_on(facts, first)}, and pain of {first.severity}.")
    return None


def numbness(facts: Facts) -> Concern | None:
    """Lost or strange feeling, or control, about the seat; both legs at once, as never before."""
    is_narrow = NARROW in facts.conditions
    numb_first = _first_day(facts, lambda entry: is_numb(entry) and in_both_legs(entry))
    pain_first = _first_day(facts, lambda entry: not is_numb(entry) and in_both_legs(entry))

    def parts(entry: Pain | Feeling) -> frozenset[str]:
        first = numb_first if is_numb(entry) else pain_first
        is_usual = is_narrow and not is_numb(entry)
        is_new = not is_usual and _is_new(entry, first, BOTH_LEGS_DAYS)
        legs = in_both_legs(entry) if is_new else frozenset()
        return numb_about_the_seat(entry) | without_control(entry) | legs

    if found := _first_new(facts, tuple(_with_the_day(facts.with_earlier.moments)), parts):
        entry, new = found
        named = say_list(sorted(area_name(area).lower() for area in new))
        word = "Numbness or tingling" if is_numb(entry) else "Pain in both legs"
        if new <= without_control(entry):
            word = "Trouble with bladder or bowel"
        return Concern(entry.at, f"{word} on {_on(facts, entry)}: {named}.")
    return None


def numb_leg(facts: Facts) -> Concern | None:
    """A leg that went numb in a session."""
    if found := _first_new(facts, facts.with_earlier.sessions, _numb_leg):
        session, _ = found
        return Concern(session.at, f"A leg went numb in a session on {_on(facts, session)}.")
    return None


def numb_after_visit(facts: Facts) -> Concern | None:
    """Numbness that a treatment left behind."""
    for visit in facts.with_earlier.visits:
        if NUMB_AFTER in visit.side_effects and _is_open(visit.at, facts.answered):
            treatment = name_within("treatments", visit.treatment)
            effect = name_within("side_effects", NUMB_AFTER)
            return Concern(visit.at, f"After the {treatment} on {_on(facts, visit)}: {effect}.")
    return None


def illness(facts: Facts) -> Concern | None:
    """Fever with back pain; any illness where the body fights infections less well."""
    weak = weak_defenses(facts)
    named = is_ill if weak else is_feverish

    def counts(entry: Pain | Feeling) -> bool:
        is_painless = isinstance(entry, Pain) and not entry.severity
        return not is_painless and named(entry)

    for first in _spells(filter(counts, facts.with_earlier.moments), facts.answered):
        stated = f"; known of you: {weak}" if weak else ""
        return Concern(first.at, f"Illness or fever on {_on(facts, first)}{stated}.")
    return None


def after_cancer(facts: Facts) -> Concern | None:
    """After cancer: pain that is new higher up the back, or that coughing brings on."""
    if not (stated := cancer(facts)):
        return None
    upper = _first_day(facts, lambda entry: areas_in(entry, UPPER_BACK))

    def kinds(entry: Pain | Feeling) -> frozenset[str]:
        is_higher = bool(areas_in(entry, UPPER_BACK)) and _is_new(entry, upper, UPPER_BACK_DAYS)
        is_cough = has_word(causes(entry), COUGHS)
        found = {"new higher up the back": is_higher, "brought on by coughing": is_cough}
        return frozenset(kind for kind, holds in found.items() if holds)

    if found := _first_new(
        facts, [entry for entry in facts.with_earlier.pains if entry.severity], kinds
    ):
        entry, new = found
        named = say_list(sorted(new))
        return Concern(entry.at, f"Pain on {_on(facts, entry)}, {named}; known of you: {stated}.")
    return None


def pregnancy(facts: Facts) -> Concern | None:
    """Bleeding, waters or regular tightenings of somebody who is pregnant."""
    if PREGNANT not in facts.conditions:
        return None
    moments = facts.with_earlier.moments
    named = (each for each in moments if has_word((*causes(each), *felt(each)), OF_PREGNANCY))
    for first in _spells(named, facts.answered):
        return Concern(first.at, f"Taken down on {_on(facts, first)}; you stated: pregnancy.")
    return None


def open_concerns(facts: Facts) -> tuple[Concern, ...]:
    """All that no check has answered yet, in the order of time."""
    looks = (fall, numbness, numb_leg, numb_after_visit, illness, after_cancer, pregnancy)
    found = [look(facts) for look in (*looks, *((strain,) if frailty(facts) else ()))]
    if session := stopped(facts, STOPS):
        reason = name_within("stop_reasons", session.stopped or "")
        words = f"A session on {_on(facts, session)} was stopped: {reason}."
        found.append(Concern(session.at, words))
    return tuple(sorted(filter(None, found), key=lambda each: each.since))


def stopped(facts: Facts, reasons: Collection[str]) -> Session | None:
    """The last session that was stopped for one of these reasons, and no check came after it."""
    answered = facts.answered
    return next(
        (
            session
            for session in reversed(facts.with_earlier.sessions)
            # A session has the moment at which it began: a check of that moment came before the stop.
            if session.stopped in reasons and (answered is None or answered <= session.at)
        ),
        None,
    )


def _first_day(facts: Facts, holds: Callable[[Pain], object]) -> dt.date | None:
    """The first day with such an entry, as far as is looked back."""
    return next((entry.day for entry in facts.with_earlier.pains if holds(entry)), None)


def _is_new(entry: Pain | Feeling, first: dt.date | None, days: int) -> bool:
    """Whether what an entry is of began within so many days before it."""
    return first is None or (entry.day - first).days < days


def _numb_leg(session: Session) -> frozenset[str]:
    return frozenset({"leg"}) if session.leg == "numb" else frozenset()


def _with_the_day(entries: Iterable[Pain | Feeling]) -> Iterator[Pain | Feeling]:
    """Each entry with the places that its day named before: one leg at noon, the other at night."""
    before: dict[tuple[dt.date, bool], frozenset[str]] = {}
    for entry in entries:
        if isinstance(entry, Feeling) or not areas_of(entry):
            yield entry
            continue
        key, areas = (entry.day, is_numb(entry)), areas_of(entry)
        is_more = not before.get(key, areas) <= areas
        before[key] = before.get(key, frozenset()) | areas
        yield replace(entry, areas=tuple(before[key]), area_severity={}) if is_more else entry


def _has_risen(facts: Facts, day: dt.date, severity: int, without: int | None = None) -> bool:
    """Whether a pain is above the usual of its day; where none is known, from a number on."""
    usual = facts.median14(facts.with_earlier.pain_by_day, day)
    if usual is None:
        return without is not None and severity >= without
    return round(severity - usual, DIGITS) >= RISE


def _spells(
    entries: Iterable[PainOrFeeling], answered: dt.datetime | None
) -> Iterator[PainOrFeeling]:
    """The first entry of each spell of such entries that began after an answer."""
    last: dt.date | None = None
    for entry in entries:
        begins = last is None or (entry.day - last).days > SAME_DAYS
        last = entry.day
        if begins and _is_open(entry.at, answered):
            yield entry


def _first_new(
    facts: Facts,
    entries: Sequence[MomentOrSession],
    parts: Callable[[MomentOrSession], frozenset[str]],
) -> tuple[MomentOrSession, frozenset[str]] | None:
    """The first entry since the last answer with a part that was not there at that answer.

    What was there is answered for as long as no other check is due.
    """
    known: set[str] = set()
    for entry in entries:
        if not _is_open(entry.at, facts.answered):
            known |= parts(entry)
        elif new := parts(entry) - (known if _is_answered_for(facts, entry.day) else set()):
            return entry, new
    return None


def _is_answered_for(facts: Facts, day: dt.date) -> bool:
    """Whether a day is so soon after the last answer that no other check was due on it."""
    answered = facts.answered
    return answered is not None and (day - answered.date()).days < ASK_EVERY_DAYS


def _is_open(at: dt.datetime, answered: dt.datetime | None) -> bool:
    """Whether no answer came after a moment."""
    return answered is None or answered < at


def _on(facts: Facts, entry: Pain | Feeling | Session | Visit) -> str:
    return say_day(entry.day, facts.today)
