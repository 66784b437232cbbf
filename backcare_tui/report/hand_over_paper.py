"""The page for the next appointment in words: the same on the screen, as text and as HTML."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Question
from backcare_tui.guidance.care.course_sentences import course_name
from backcare_tui.guidance.care.team import ME, named, say_person
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE
from backcare_tui.library.taxonomy import red_flags
from backcare_tui.report.body import COUNTED, body_drawings
from backcare_tui.report.hand_over import (
    HandOverData,
    Impact,
    Lifted,
    PainSince,
    SessionsOfPeriod,
    SleepOfPeriod,
    without_treatments,
)
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Paper, Section, sheet_of
from backcare_tui.report.parts import HAND_OVER_PARTS, untold_words
from backcare_tui.report.plot import spells
from backcare_tui.report.sources import spelled_out
from backcare_tui.report.symptoms import stopped_lines, symptom_lines, without
from backcare_tui.report.take_care import (
    NOT_ASKED,
    for_long_lines,
    take_care_lines,
    taken_lines,
)
from backcare_tui.report.visits import course_lines, how_lines, visit_table, wanted_line
from backcare_tui.text import (
    clean,
    say_count,
    say_date,
    say_day,
    say_minutes,
    say_number,
    say_planned,
    say_total,
    sentence_case,
)

TITLE = "For the next appointment"
BOUNDARY = "Self-reported diary data. Not a diagnosis. For discussion with a health professional."
OWN_PART = "My own part"
SOURCE = "Farrar 2001; Ostelo 2008"
"""What a change is held against; see `library.measures.is_meaningful`."""


def hand_over_paper(of: HandOverData, parts: Collection[str] = tuple(HAND_OVER_PARTS)) -> Paper:
    """What is known, section by section, in the order in which a therapist asks for it.

    What the diary does not say is left out, but for what to take care of: there silence would be
    taken for a no. Warning signs always stand first.

    Args:
        of: What is known.
        parts: The keys of `HAND_OVER_PARTS` that are on it; `private` where such medicines are told.
    """
    told = only(of, parts)
    sections = {
        "take-care": Section("Take care", tuple(_take_care(told, parts))),
        "medicines": Section("Medicines", tuple(_medicines(told, parts))),
        "goals": Section(
            "Goal, and my activities", tuple(_goals(told)), items=tuple(_activities(told))
        ),
        "pain": Section("Pain", tuple(_pain(told))),
        "where": Section(
            "Where it hurt", drawings=body_drawings(told.where), legend=COUNTED, is_beside=True
        ),
        "movement": Section(_own_title(parts), tuple(_own_part(told))),
        "care": Section("Treatments and response", tuple(_answers(told)), visit_table(told)),
        "questions": Section("Questions to ask", items=tuple(_questions(told))),
        "plan": Section("Shared plan", tuple(_plan_lines(told)), items=tuple(_parts(told))),
        "checks": Section("Checks", items=tuple(map(check_line, told.checks))),
        "notes": Section("Notes", items=tuple(note_lines(told))),
    }
    asked = {*parts, "notes"} | ({"movement"} if "sleep" in parts else set())
    asked |= {"where"} if "pain" in parts else set()
    signs = Section("Warning signs", tuple(flag_lines(told)), is_warning=True)
    chosen = (signs, *(each for part, each in sections.items() if part in asked))
    shown = tuple(each for each in chosen if not each.is_empty)
    return in_full(Paper(TITLE, tuple(_about(told)), BOUNDARY, shown), of)


def in_full(paper: Paper, of: HandOverData) -> Paper:
    """The page with what stands around it: whose it is, when it was made, and its sources spelled out."""
    return replace(
        paper,
        whose=(("Name", ""), ("Date of birth", "")),
        made=f"made on {say_date(of.made)}",
        foot=(*paper.foot, *spelled_out(paper.words())),
        sheet=sheet_of(of.region),
    )


def only(of: HandOverData, parts: Collection[str]) -> HandOverData:
    """What is known, without all that only parts tell which are left out."""
    symptoms = without(of.symptoms, untold_words(parts))
    left_out: dict[str, object] = {
        "notes": tuple(each for each in of.notes if each.part in parts),
    }
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
    yield from take_care_lines(of.care, of.medicines, parts)
    if of.flags or of.open_signs:
        return
    if of.care.checked:
        yield f"Warning signs: none stands; last asked for on {say_date(of.care.checked)}."
    else:
        yield f"Warning signs: {NOT_ASKED}."


def _medicines(of: HandOverData, parts: Collection[str]) -> Iterator[str]:
    """They stand with what to take care of, where that is on the page."""
    if "take-care" not in parts:
        yield from for_long_lines(of.care, parts)
        yield from taken_lines(of.medicines)


def _goals(of: HandOverData) -> Iterator[str]:
    """What it is all for: each course, and what was agreed on."""
    for going in of.courses:
        course = going.standing.course
        if course.goal:
            yield f"{course_name(course)}: {own(course.goal)}."
    if of.plan and of.plan.goals:
        yield f"Agreed on {say_date(of.plan.agreed)}: {'; '.join(map(own, of.plan.goals))}."
    if of.activities:
        yield "How well my activities go, 0 cannot to 10 as before (after Stratford 1995):"


def _activities(of: HandOverData) -> Iterator[str]:
    """How well the person's own activities go, and how they went before."""
    for each in of.activities:
        before = "" if each.before is None else f" ({each.before} on {say_date(each.before_day)})"
        rated = f"{each.rating} of 10 on {say_date(each.day)}{before}"
        yield f"{own(each.name)}: {rated}"


def _answers(of: HandOverData) -> Iterator[str]:
    for each in of.courses:
        yield from course_lines(each, of, with_goal=False)
    yield from how_lines(of)
    yield from wanted_line(of)


def _questions(of: HandOverData) -> Iterator[str]:
    return (_question(each, of) for each in of.questions)


def _question(question: Question, of: HandOverData) -> str:
    words = own(question.text)
    if of.person or not question.person:
        return words
    return f"{words} (for {own(named(of.names, question.person))})"


def _pain(of: HandOverData) -> Iterator[str]:
    if of.pain is None:
        yield "No pain was taken down in this time."
        return
    pain = of.pain
    yield from symptom_lines(of.symptoms)
    yield (
        f"Mean {say_number(pain.mean)} of 10, lowest {pain.best}, highest {pain.worst}; "
        f"{pain.days} of {say_count(of.days, 'day')} with an entry."
    )
    yield change_line(pain, of.days)
    if of.impact:
        yield _impact(of.impact)
    if of.flare_days:
        days = ", ".join(say_spells(of.flare_days, of.last))
        yield f"Flare-up: {say_count(len(of.flare_days), 'day')} ({days})."


def change_line(pain: PainSince, days: int) -> str:
    """The change, with the rule that it is held against."""
    before = f"the {say_count(days, 'day')} before"
    if pain.change is None or pain.mean_before is None:
        return (
            f"Cannot be held against {before}: that takes {DAYS_TO_COMPARE} days with an entry "
            f"in each (there are {pain.days} and {pain.days_before})."
        )
    mean = (
        f"the mean of {before} ({say_number(pain.mean_before)}, {pain.days_before} with an entry)"
    )
    if not round(pain.change, 1):
        return f"The same as {mean}."
    less, source = "lower", SOURCE
    if pain.change > 0:
        less, source = "higher", f"{SOURCE}; for a rise no figure is agreed on"
    judged = "at least" if pain.matters else "less than"
    return (
        f"{_points(abs(pain.change))}{_part(pain.change, pain.mean_before)} {less} than {mean}: "
        f"{judged} the 2 points or 30 percent that count as a change that matters ({source})."
    )


def _part(change: float, before: float) -> str:
    return f" ({abs(change) / before:.0%})" if before else ""


def _points(number: float) -> str:
    figure = say_number(number)
    return f"{figure} point" if figure == "1" else f"{figure} points"


def _impact(scores: tuple[Impact, ...]) -> str:
    last = scores[0]
    said = f"Pain impact (3 questions, after Krebs 2009): {say_number(last.score)} of 10"
    before = "".join(f"; {say_number(each.score)} on {say_date(each.day)}" for each in scores[1:])
    return f"{said} on {say_date(last.day)}{before}."


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
    yield from stopped_lines(of.symptoms)
    if of.sleep:
        yield _sleep(of.sleep, of.days)


def session_lines(of: HandOverData) -> Iterator[str]:
    """How many sessions there were, of those that were planned, and how long they took."""
    done = of.sessions
    if done.count or done.planned:
        times = str(done.count) if done.planned is None else say_planned(done.count, done.planned)
        length = say_total(done.minutes, done.timed, done.count)
        yield f"Exercise sessions: {times}{length}."


def _sleep(sleep: SleepOfPeriod, days: int) -> str:
    nights = say_count(sleep.nights, "night")
    part = sleep.efficiency
    spent = "" if part is None else f", {part:.0%} of the time in bed{sleep.efficiency_of}"
    said = f"Sleep: {say_minutes(sleep.mean_min)} on average over {nights} (own estimate){spent}"
    if sleep.before_min is None:
        return f"{said}."
    return f"{said}; {say_minutes(sleep.before_min)} in the {say_count(days, 'day')} before."


def check_line(check: Check) -> str:
    """A check for warning signs, or a check-up."""
    day = say_date(check.at.date())
    if check.is_check_up:
        return f"{day}: seen by {own(check.seen_by or 'a professional')}"
    count = len(check.red_flags)
    found = f"{say_count(count, 'warning sign')} marked" if count else "none of the warning signs"
    return f"{day}: checked, {found}"


def _plan_lines(of: HandOverData) -> Iterator[str]:
    if of.plan and (of.plan.goals or of.plan.parts):
        yield f"Agreed on {say_date(of.plan.agreed)}."


def _parts(of: HandOverData) -> Iterator[str]:
    for part in of.plan.parts if of.plan else ():
        # Who reads the page is not the one who wrote it, so "you" would be somebody else.
        who = OWN_PART if part.person == ME else sentence_case(named(of.names, part.person))
        yield f"{own(who)}: {own(part.does)}"


def note_lines(of: HandOverData) -> Iterator[str]:
    """The notes, each with its day and what it is of."""
    for note in of.notes:
        yield f"{say_day(note.day, of.last)}, {note.what}: {own(note.text, lines=True)}"
