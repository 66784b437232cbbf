"""The page for the next appointment in words: the same on the screen, as text and as HTML."""

import datetime as dt
from collections.abc import Iterable, Iterator

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course_sentences import course_name, say_progress, say_status
from backcare_tui.guidance.care.team import ME, named, say_person
from backcare_tui.insight.medicines import MedicineDays
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE
from backcare_tui.library.taxonomy import name_of, red_flags
from backcare_tui.report.hand_over import Going, HandOverData, Impact, PainSince, SleepOfPeriod
from backcare_tui.report.paper import Paper, PaperTable, Section
from backcare_tui.text import (
    clean,
    say_count,
    say_day,
    say_minutes,
    say_number,
    say_planned,
    say_total,
    sentence_case,
)
from backcare_tui.wording.entries import say_area

TITLE = "For the next appointment"
BOUNDARY = "Self-reported diary data. Not a diagnosis. For discussion with a health professional."
OWN_PART = "My own part"
AREAS_SHOWN = 6
SOURCE = "Farrar 2001; Ostelo 2008"
"""What a change is held against; see `library.measures.is_meaningful`."""
VISIT_HEADINGS = (
    "Day",
    "Treatment",
    "With",
    "Minutes",
    "Pain before",
    "Pain after",
    "Response",
    "Sore next day",
)


def hand_over_paper(of: HandOverData) -> Paper:
    """What is known, section by section; what the diary does not say is left out."""
    sections = (
        Section("Warning signs", tuple(flag_lines(of))),
        Section("Questions to ask", items=tuple(_question(each, of) for each in of.questions)),
        Section("Pain", tuple(_pain(of))),
        Section("Treatments", table=visit_table(of)),
        Section("Courses", tuple(line for each in of.courses for line in course_lines(each, of))),
        Section("Movement and sleep", tuple(_own_part(of))),
        Section("Medicines taken", items=tuple(map(medicine_line, of.medicines))),
        Section("Shared plan", tuple(_plan_lines(of)), items=tuple(_parts(of))),
        Section("Checks", items=tuple(map(check_line, of.checks))),
        Section("Notes", items=tuple(note_lines(of))),
    )
    shown = tuple(each for each in sections if each.lines or each.table or each.items)
    return Paper(TITLE, tuple(_about(of)), BOUNDARY, shown)


def _about(of: HandOverData) -> Iterator[str]:
    if of.person:
        yield f"With {say_person(of.person)}."
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
    """What was marked, and nobody has looked at since."""
    if of.flags and of.flagged:
        yield f"Marked on {say_date(of.flagged)}, and not yet seen by a professional:"
        asked = {flag.id: flag.question for flag in red_flags()}
        yield from (f"Yes to: {asked.get(flag, clean(flag))}" for flag in of.flags)
    if of.open_signs:
        yield "Taken down, and no check for warning signs since:"
        yield from of.open_signs


def _question(question: Question, of: HandOverData) -> str:
    words = clean(question.text)
    if of.person or not question.person:
        return words
    return f"{words} (for {named(of.names, question.person)})"


def _pain(of: HandOverData) -> Iterator[str]:
    if of.pain is None:
        yield "No pain was taken down in this time."
        return
    pain = of.pain
    yield (
        f"Mean {say_number(pain.mean)} of 10, lowest {pain.best}, highest {pain.worst}; "
        f"{pain.days} of {say_count(of.days, 'day')} with an entry."
    )
    yield change_line(pain, of.days)
    if of.impact:
        yield _impact(of.impact)
    if of.flare_days:
        days = ", ".join(say_spells(of.flare_days))
        yield f"Flare-up: {say_count(len(of.flare_days), 'day')} ({days})."
    if of.areas:
        areas = list(of.areas.items())[:AREAS_SHOWN]
        said = ", ".join(f"{say_area(area)} ({say_count(n, 'day')})" for area, n in areas)
        yield f"Named most: {said}."


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


def say_spells(days: Iterable[dt.date]) -> Iterator[str]:
    """Days in a row as one span: `2 Nov to 4 Nov`."""
    spells: list[list[dt.date]] = []
    for day in days:
        if spells and (day - spells[-1][-1]).days == 1:
            spells[-1].append(day)
        else:
            spells.append([day])
    for first, *more in spells:
        yield f"{say_day(first)} to {say_day(more[-1])}" if more else say_day(first)


def visit_table(of: HandOverData) -> PaperTable | None:
    """The visits, one a row; None without any."""
    if not of.visits:
        return None
    rows = tuple(_visit_cells(each, of) for each in of.visits)
    return PaperTable(VISIT_HEADINGS, rows, tuple(_visit_line(each, of) for each in of.visits))


def _treatment(visit: Visit) -> str:
    kind = f" ({name_of('massage_kinds', visit.kind).lower()})" if visit.kind else ""
    return f"{name_of('treatments', visit.treatment)}{kind}"


def _response(visit: Visit) -> str:
    return name_of("responses", visit.response).lower() if visit.response else ""


def _visit_cells(visit: Visit, of: HandOverData) -> tuple[str, ...]:
    numbers = (visit.minutes, visit.pain_before, visit.pain_after)
    minutes, before, after = ("" if number is None else str(number) for number in numbers)
    sore = "" if visit.sore_next_day is None else str(visit.sore_next_day)
    who = named(of.names, visit.person)
    return (say_day(visit.day, of.made), _treatment(visit), who, minutes, before, after,
            _response(visit), sore)  # fmt: skip


def _visit_line(visit: Visit, of: HandOverData) -> str:
    by = f" with {named(of.names, visit.person)}" if visit.person else ""
    parts = (
        f"{say_day(visit.day, of.made)}: {_treatment(visit)}{by}",
        None if visit.minutes is None else f"{visit.minutes} minutes",
        None if visit.pain_before is None else f"pain {visit.pain_before} before",
        None if visit.pain_after is None else f"pain {visit.pain_after} after",
        _response(visit),
        None if visit.sore_next_day is None else f"soreness the next day {visit.sore_next_day}",
    )
    return ", ".join(filter(None, parts)) + "."


def course_lines(going: Going, of: HandOverData) -> Iterator[str]:
    """Where a course stands, and how pain answered."""
    now = going.standing
    visits, days = say_progress(now)
    since = f"since {say_date(now.course.started)}"
    status = say_status(now, of.made)
    yield f"{course_name(now.course)} {since}: {visits}, {days}; {status}."
    if now.course.goal:
        yield f"Goal: {clean(now.course.goal)}."
    yield going.because


def _own_part(of: HandOverData) -> Iterator[str]:
    done = of.sessions
    if done.count or done.planned:
        times = str(done.count) if done.planned is None else say_planned(done.count, done.planned)
        length = say_total(done.minutes, done.timed, done.count)
        yield f"Exercise sessions: {times}{length}."
    if of.sleep:
        yield _sleep(of.sleep, of.days)


def _sleep(sleep: SleepOfPeriod, days: int) -> str:
    nights = say_count(sleep.nights, "night")
    said = f"Sleep: {say_minutes(sleep.mean_min)} on average over {nights} (own estimate)"
    if sleep.before_min is None:
        return f"{said}."
    return f"{said}; {say_minutes(sleep.before_min)} in the {say_count(days, 'day')} before."


def medicine_line(taken: MedicineDays) -> str:
    """A medicine with its doses and days."""
    dose = f" ({', '.join(taken.doses)})" if taken.doses else ""
    return f"{sentence_case(taken.name)}{dose}: on {say_count(taken.days, 'day')}"


def check_line(check: Check) -> str:
    """A check for warning signs, or a check-up."""
    day = say_date(check.at.date())
    if check.is_check_up:
        return f"{day}: seen by {clean(check.seen_by or 'a professional')}"
    count = len(check.red_flags)
    found = f"{say_count(count, 'warning sign')} marked" if count else "none of the warning signs"
    return f"{day}: checked, {found}"


def _plan_lines(of: HandOverData) -> Iterator[str]:
    if of.plan:
        yield f"Agreed on {say_date(of.plan.agreed)}."
        if of.plan.goals:
            yield f"Goals: {'; '.join(map(clean, of.plan.goals))}."


def _parts(of: HandOverData) -> Iterator[str]:
    for part in of.plan.parts if of.plan else ():
        # Who reads the page is not the one who wrote it, so "you" would be somebody else.
        who = OWN_PART if part.person == ME else sentence_case(named(of.names, part.person))
        yield f"{who}: {clean(part.does)}"


def note_lines(of: HandOverData) -> Iterator[str]:
    """The notes, each with its day and what it is of."""
    for note in of.notes:
        yield f"{say_day(note.day, of.made)}, {note.what}: {note.text}"


def say_date(day: dt.date) -> str:
    """With the year: a page is read later, too."""
    return f"{say_day(day)} {day.year}"
