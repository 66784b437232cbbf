"""The page for the next appointment in words: the same on the screen, as text and as HTML."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from backcare_tui.guidance.care.team import say_person
from backcare_tui.insight.against_start_sentences import MEANING, say_against_start
from backcare_tui.library.taxonomy import red_flags
from backcare_tui.report.body import COUNTED, body_drawings
from backcare_tui.report.charts import FLARE_RULE
from backcare_tui.report.flare_section import flare_section, only_of
from backcare_tui.report.function_section import function_foot, function_section
from backcare_tui.report.hand_over import (
    HandOverData,
    Lifted,
    SessionsOfPeriod,
    SleepOfPeriod,
    without_treatments,
)
from backcare_tui.report.medicine_section import MEANING as MEDICINES_MEANING
from backcare_tui.report.medicine_section import medicine_section
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Paper, Section, sheet_of
from backcare_tui.report.parts import HAND_OVER_PARTS, untold_words
from backcare_tui.report.plot import spells
from backcare_tui.report.shared_sections import (
    PLANNED_MEANING,
    check_ups_section,
    plan_section,
    questions_section,
    session_lines,
    trials_section,
)
from backcare_tui.report.sources import spelled_out
from backcare_tui.report.symptoms import stopped_lines, symptom_lines, without
from backcare_tui.report.take_care import NOT_ASKED, take_care_lines
from backcare_tui.report.visits import course_lines, how_lines, visit_table, wanted_line
from backcare_tui.text import clean, say_count, say_date, say_day, say_minutes, say_number

TITLE = "For the next appointment"
BOUNDARY = "Self-reported diary data. Not a diagnosis. For discussion with a health professional."
NOW = "Pain now and at the start"
_ALSO = (("pain", "now"), ("impact", "goals"), ("pain", "where"), ("sleep", "movement"))
"""Parts whose words stand in a section of another name, too."""


def hand_over_paper(of: HandOverData, parts: Collection[str] = tuple(HAND_OVER_PARTS)) -> Paper:
    """What is known, section by section, in the order in which a therapist asks for it.

    Only the drawings of the body come late, since they need room: what they show is said in words before.

    What the diary does not say is left out, but for what to take care of: there silence would be
    taken for a no. Warning signs always stand first.

    Args:
        of: What is known.
        parts: The keys of `HAND_OVER_PARTS` that are on it; `private` where such medicines are told.
    """
    told = only(of, parts)
    sections = {
        "take-care": take_care_section(told, parts),
        "pain": Section("Pain", tuple(_pain(told))),
        "now": now_section(told, parts),
        "goals": function_section(told, parts),
        "care": Section("Treatments and response", tuple(_answers(told)), visit_table(told)),
        "medicines": medicine_section(told, parts),
        "checks": check_ups_section(told),
        "questions": questions_section(told),
        "plan": plan_section(told),
        "trials": trials_section(told),
        "flare": flare_section(told.flare, told.last),
        "where": Section(
            "Where it hurt", drawings=body_drawings(told.where), legend=COUNTED, is_beside=True
        ),
        "movement": Section(_own_title(parts), tuple(_own_part(told))),
        "notes": Section("Notes", items=tuple(note_lines(told))),
    }
    asked = {*parts, "notes", *(also for part, also in _ALSO if part in parts)}
    signs = Section("Warning signs", tuple(flag_lines(told)), is_warning=True)
    chosen = (signs, *(each for part, each in sections.items() if part in asked))
    shown = tuple(each for each in chosen if not each.is_empty)
    paper = Paper(TITLE, tuple(_about(told)), BOUNDARY, shown, foot=tuple(foot_lines(told)))
    return in_full(paper, told)


def foot_lines(of: HandOverData) -> Iterator[str]:
    """What the figures of a page mean: once, at its foot."""
    if of.against and of.pain:
        yield MEANING
    if of.flare_days:
        yield f"Flare-up days: {FLARE_RULE}."
    yield from function_foot(of)
    if of.medicines:
        yield MEDICINES_MEANING
    if of.sessions.planned is not None:
        yield PLANNED_MEANING
    if of.sleep:
        yield "Time asleep: the person's own estimate; sleep efficiency: that part of the time in bed (Carney 2012)."


def take_care_section(of: HandOverData, parts: Collection[str]) -> Section:
    """What whoever treats the person has to know first; also that nothing was stated."""
    return Section("Take care", tuple(_take_care(of, parts)))


def now_section(of: HandOverData, parts: Collection[str]) -> Section:
    """How pain is now, against a start that is the same on every page of a day."""
    if "pain" not in parts or of.pain is None:
        return Section(NOW)
    year = of.care.pain_since
    began = (f"Pain began in {year}.",) if year else ()
    return Section(NOW, (*began, *say_against_start(of.against)))


def in_full(paper: Paper, of: HandOverData) -> Paper:
    """The page with what stands around it: whose it is, when it was made, and its sources spelled out."""
    return replace(
        paper,
        whose=(("Name", ""), ("Date of birth", "")),
        made=f"made on {say_date(of.made)}",
        sources=tuple(spelled_out(paper.words())),
        sheet=sheet_of(of.region),
    )


def only(of: HandOverData, parts: Collection[str]) -> HandOverData:
    """What is known, without all that only parts tell which are left out."""
    symptoms = without(of.symptoms, untold_words(parts))
    left_out: dict[str, object] = {
        "notes": tuple(each for each in of.notes if each.part in parts),
    }
    if "pain" not in parts:
        left_out |= {"pain": None, "flare_days": (), "against": None}
    if "movement" not in parts:
        symptoms = replace(symptoms, leg_in_sessions=(), stopped=())
        left_out["sessions"] = SessionsOfPeriod(0, None, 0, None)
    if "sleep" not in parts:
        left_out["sleep"] = None
    if "care" not in parts:
        told = tuple(without_treatments(each, of.treatments) for each in of.open_signs)
        left_out |= {"courses": (), "visits": (), "since": "day", "open_signs": told}
        signs = tuple(replace(each, treatment="") for each in of.care.signs)
        left_out["care"] = replace(of.care, signs=signs)
    if "medicines" not in parts:
        left_out["medicines"] = ()
    if "plan" not in parts:
        left_out["plan"] = None
    if "goals" not in parts:
        left_out["activities"] = ()
    if "impact" not in parts:
        left_out |= {"pegs": (), "impact_now": None, "cost": None}
    if "checks" not in parts:
        left_out |= {"checks": (), "last_check_up": None}
    of_trials = [each for each in of.trials if {"trials", each.trial.outcome} <= {*parts}]
    left_out["trials"] = tuple(of_trials)
    left_out["flare"] = only_of(of.flare, parts)
    return replace(of, symptoms=symptoms, **left_out)


def _about(of: HandOverData) -> Iterator[str]:
    if of.person:
        yield f"With {own(say_person(of.person))}."
    first, last = of.span
    why = {
        "visit": ", since the last visit with them",
        "usual": ", the last six weeks",
        "day": "",
    }[of.since]
    span = f"{say_date(first)} to {say_date(last)}" if first < last else say_date(first)
    yield f"{span} ({say_count(of.days, 'day')}){why}."
    yield f"Made on {say_date(of.made)} with backcare."


def flag_lines(of: HandOverData) -> Iterator[str]:
    """What was marked, and nobody has looked at since; or who has, since the period."""
    if of.lifted:
        yield _lifted(of.lifted)
    if of.flags and of.flagged:
        yield f"Marked on {say_date(of.flagged)}, and not yet seen by a professional:"
        asked = {flag.id: flag.question for flag in red_flags()}
        yield from (f"Yes to: {asked.get(flag, clean(flag))}" for flag in of.flags)
    if of.open_signs:
        yield "Taken down, and no check for warning signs since:"
        yield from of.open_signs


def _lifted(of: Lifted) -> str:
    marked = f"Marked on {say_date(of.marked)}"
    if of.seen_by is None:
        return f"{marked}, and no longer on {say_date(of.day)}: none stands today."
    seen_by = clean(of.seen_by or "a professional")
    return f"{marked}, and seen by {seen_by} on {say_date(of.day)}: none stands today."


def _take_care(of: HandOverData, parts: Collection[str]) -> Iterator[str]:
    yield from take_care_lines(of.care, parts, of.last)
    if of.flags or of.open_signs:
        return
    if of.care.checked:
        yield f"Warning signs: none stands; last asked for on {say_date(of.care.checked)}."
    else:
        yield f"Warning signs: {NOT_ASKED}."


def _answers(of: HandOverData) -> Iterator[str]:
    for each in of.courses:
        yield from course_lines(each, of)
    yield from how_lines(of)
    yield from wanted_line(of)


def _pain(of: HandOverData) -> Iterator[str]:
    if of.pain is None:
        yield "No pain was taken down in this time."
        return
    pain = of.pain
    yield from symptom_lines(of.symptoms, of.last)
    yield (
        f"In this time: mean {say_number(pain.mean)} of 10, lowest {pain.best}, highest {pain.worst}, "
        f"on {pain.days} of {say_count(of.days, 'day')}."
    )
    if of.flare_days:
        days = ", ".join(say_spells(of.flare_days, of.last))
        yield f"Flare-up: {say_count(len(of.flare_days), 'day')} ({days})."


def say_spells(days: Iterable[dt.date], today: dt.date) -> Iterator[str]:
    """Days in a row as one span, with the year where it is not this one: `2 Nov to 4 Nov`."""
    for first, last in spells(days):
        said = (say_day(day, today) for day in ((first, last) if first < last else (first,)))
        yield " to ".join(said)


def _own_title(parts: Collection[str]) -> str:
    if "sleep" not in parts:
        return "Movement"
    return "Movement and sleep" if "movement" in parts else "Sleep"


def _own_part(of: HandOverData) -> Iterator[str]:
    yield from session_lines(of)
    yield from stopped_lines(of.symptoms, of.last)
    yield from sleep_line(of)


def sleep_line(of: HandOverData) -> Iterator[str]:
    """How long, as a part of the time in bed, and in the time before; nothing where no night was noted."""
    if of.sleep:
        yield _sleep(of.sleep, of.days)


def _sleep(sleep: SleepOfPeriod, days: int) -> str:
    nights = say_count(sleep.nights, "night")
    part = sleep.efficiency
    spent = "" if part is None else f", {part:.0%} of the time in bed{sleep.efficiency_of}"
    said = f"Sleep: {say_minutes(sleep.mean_min)} on average over {nights} (own estimate){spent}"
    if sleep.before_min is None:
        return f"{said}."
    return f"{said}; {say_minutes(sleep.before_min)} in the {say_count(days, 'day')} before."


def note_lines(of: HandOverData) -> Iterator[str]:
    """The notes, each with its day and what it is of."""
    for note in of.notes:
        yield f"{say_day(note.day, of.last)}, {note.what}: {own(note.text, lines=True)}"
