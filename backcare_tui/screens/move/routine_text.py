"""Routines and programs as rows and in words: the list of Move, and what is in the one of the cursor. Pure."""

import datetime as dt
from collections.abc import Collection, Mapping

import msgspec
from textual.content import Content

from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.safety import UNCHECKED, Fit, against_whole, fitted, is_unchecked
from backcare_tui.insight.movement.programs import ProgramProgress, say_part, say_progress
from backcare_tui.library.exercises import LEVELS, Exercise, exercise, exercise_of, step_name
from backcare_tui.library.routine_editing import equipment_of
from backcare_tui.library.routines import Program, groups, programs, routines
from backcare_tui.library.search import Sought, found_routines, ranked
from backcare_tui.library.taxonomy import name_within
from backcare_tui.player.timeline import say_length
from backcare_tui.screens.move.exercise_text import name_of_exercise
from backcare_tui.text import clean, say_count, say_minutes, within
from backcare_tui.widgets.columns import ListRow
from backcare_tui.widgets.marked import CAUTION
from backcare_tui.widgets.sheet import Entry
from backcare_tui.wording.routines import say_needs, say_step_dose

OWN, PROGRAMS = "Your own", "Programs"


class KnownRoutines(msgspec.Struct, frozen=True):
    """What the diary knows of routines."""

    own: tuple[Routine, ...]
    """The person's own."""
    last: Mapping[str, dt.date]
    """The last day of each, by its id."""
    under_way: ProgramProgress | None
    """Where one is in a program, if one is in any."""
    today: dt.date


def grouped(kept: KnownRoutines) -> tuple[ListRow, ...]:
    """Everything that can be done, by purpose; one's own comes first."""
    sections = [(OWN, kept.own)]
    sections += [(g.name, tuple(r for r in routines() if r.group == g.id)) for g in groups()]
    rows: list[ListRow] = []
    for title, listed in sections:
        if listed:
            rows += (_heading(title), *(_routine_row(each, kept) for each in listed))
    return (*rows, _heading(PROGRAMS), *(_program_row(each, kept.under_way) for each in programs()))


def searched(typed: str, kept: KnownRoutines) -> tuple[ListRow, ...]:
    """What fits the words typed, the nearest first."""
    fitting = found_routines(typed, (*kept.own, *routines()))
    by_id = {each.id: each for each in programs()}
    named = ranked(typed, [Sought(each.id, each.name, (each.purpose,)) for each in by_id.values()])
    return (
        *(_routine_row(each, kept) for each in fitting),
        *(_program_row(by_id[id_], kept.under_way) for id_ in named),
    )


def say_ago(day: dt.date | None, today: dt.date) -> str:
    """When something was done, in 8 cells: `today`, `3 d ago`, `5 wk ago`; empty for never."""
    if day is None:
        return ""
    days = (today - day).days
    if days < 1:
        return "today"
    if days < 14:
        return f"{days} d ago"
    return f"{days // 7} wk ago" if days < 70 else f"{days // 30} mo ago"


def about_routine(of: Routine, conditions: Collection[str]) -> tuple[Entry, ...]:
    """What it is for, how long, what it needs, and what stands against the whole of it."""
    needs = say_needs(equipment_of(of.steps))
    facts = f"{say_length(of)} · {LEVELS[of.level]} · needs {needs}"
    lines = [Content(clean(of.purpose or of.note or "")), Content.styled(facts, "$quiet")]
    against = [name_within("conditions", each) for each in against_whole(of, conditions)]
    if against:
        words = f"not advised as a whole with {', '.join(against)}"
        lines.append(Content.assemble(CAUTION, words))
    return (Entry("", tuple(line for line in lines if line)),)


def about_program(of: Program, under_way: ProgramProgress | None) -> tuple[Entry, ...]:
    """What it is for, and where one is in it."""
    facts = (
        say_count(len(of.weeks), "week"),
        LEVELS[of.level],
        f"up to {say_minutes(of.minutes)} a session",
    )
    lines = [Content(of.purpose), Content.styled(" · ".join(facts), "$quiet")]
    if under_way and under_way.program.id == of.id:
        lines.append(Content(say_progress(under_way)))
        lines.append(Content.styled(under_way.why, "$quiet"))
    return (Entry("", tuple(line for line in lines if line)),)


def step_rows(of: Routine, conditions: Collection[str]) -> tuple[ListRow, ...]:
    """Its exercises in order, with what is done in place of one that a condition rules out."""
    fits = _fits(of, conditions)
    rows = []
    for number, step in enumerate(of.steps):
        mark = Content(f"{number + 1}")
        much = say_step_dose(step) or "not known here"
        if fit := fits.get(number):
            mark = Content.styled("!", "bold $next")
            is_kept = fit.outcome == "adapt"
            much = f"{much}, adapted" if is_kept else f"→ {name_of_exercise(fit.swap, 'left out')}"
        elif (own := exercise_of(step)) and is_unchecked(own, conditions):
            much = f"{much}, not checked"
        rows.append(ListRow(str(number), (mark, step_name(step), Content.styled(much, "$quiet"))))
    return tuple(rows)


def week_rows(of: Program, under_way: ProgramProgress | None) -> tuple[ListRow, ...]:
    """What is done this week of the program that one is in; else all its weeks."""
    if under_way and under_way.program.id == of.id:
        return tuple(
            ListRow(part.routine, ("·", say_part(part), f"{part.done} of {part.times}"))
            for part in under_way.parts
        )
    return tuple(
        ListRow(str(week.week), (str(week.week), week.title, say_minutes(week.minutes_per_week)))
        for week in of.weeks
    )


def cares(of: Routine, conditions: Collection[str]) -> tuple[Entry, ...]:
    """Why steps are not advised with what a person stated, and what is done instead or otherwise."""
    fits = _fits(of, conditions).values()
    return tuple(Entry("", (_say_care(fit, of),), 2) for fit in fits)


def shown_exercise(of: Routine, number: int, conditions: Collection[str]) -> Exercise | None:
    """The exercise that is done at a step; None where there is none."""
    fit = _fits(of, conditions).get(number)
    if fit and fit.outcome != "adapt":
        return exercise(fit.swap) if fit.swap else None
    return exercise_of(of.steps[number])


def _fits(of: Routine, conditions: Collection[str]) -> dict[int, Fit]:
    return {fit.step: fit for fit in fitted(of, conditions)[1]}


def _say_care(fit: Fit, of: Routine) -> Content:
    """Such as `! Seated Twist: not with osteoporosis (loaded twisting). Chin Tuck instead.`."""
    against = exercise_of(of.steps[fit.step])
    mark = (CAUTION, (fit.name, "bold"))
    if fit.outcome == "adapt":
        ways = (within(caution.words) for caution in fit.cautions)
        return Content.assemble(*mark, f", adapted with {'; '.join(ways)}.")
    reasons = []
    for caution in fit.cautions:
        if caution.condition == UNCHECKED:
            return Content.assemble(*mark, f": {within(caution.words)}. It is left out.")
        name = name_within("conditions", caution.condition)
        why = against.why.get(caution.condition) if against else ""
        reasons.append(f"{name} ({why})" if why else name)
    instead = f"{name_of_exercise(fit.swap, '')} instead." if fit.swap else "It is left out."
    words = f": not with {', '.join(reasons)}. {instead}"
    return Content.assemble(*mark, words)


def _heading(title: str) -> ListRow:
    return ListRow(f"heading {title}", (title,), enabled=False, style="heading")


def _routine_row(of: Routine, kept: KnownRoutines) -> ListRow:
    done = Content.styled(say_ago(kept.last.get(of.id), kept.today), "$quiet")
    return ListRow(of.id, (clean(of.name), say_length(of), done))


def _program_row(of: Program, under_way: ProgramProgress | None) -> ListRow:
    if not under_way or under_way.program.id != of.id:
        return ListRow(of.id, (of.name, f"{len(of.weeks)} wk", ""))
    done = sum(min(part.done, part.times) for part in under_way.parts)
    times = sum(part.times for part in under_way.parts)
    far = "done" if under_way.is_over else f"{done} of {times}"
    return ListRow(of.id, (of.name, f"week {under_way.week.week}", far))
