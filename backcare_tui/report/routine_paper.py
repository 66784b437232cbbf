"""A routine on paper: its figures, how much, what to mind, and boxes to tick; nothing else of the diary."""

from collections.abc import Collection, Iterator

from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.safety import (
    NOT_CHECKED,
    RISE,
    STOP_RULE,
    UNCHECKED,
    fitted,
    is_unchecked,
    reasons_to_stop,
)
from backcare_tui.library.exercises import Exercise, exercise_name, exercise_of, sides_of, step_name
from backcare_tui.library.regions import in_region, region_of
from backcare_tui.library.routine_editing import equipment_of
from backcare_tui.library.taxonomy import name_of, red_flags
from backcare_tui.player.timeline import say_length
from backcare_tui.report.figure_drawing import figure_drawing
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Paper, Section, sheet_of
from backcare_tui.report.tick_drawing import tick_drawing
from backcare_tui.text import WEEKDAYS, clean, say_count, within
from backcare_tui.wording.routines import say_needs, say_step_dose
from backcare_tui.wording.sources import say_source

BOUNDARY = "Not a diagnosis, and no replacement for who treats you. Made with backcare."
WARNING_TITLE = "When to stop"
SOON = {
    "emergency": "Call {emergency} now, and do not begin, with",
    "same-day": "Be seen the same day, and do not begin, with",
}
"""The warning signs that stand on the sheet, by how urgent they are."""
CUES = 4
"""Cues of an exercise on the sheet at most: what more there are stand in the program."""


def routine_paper(routine: Routine, settings: Settings) -> Paper:
    """The routine as it is done by who stated these conditions, without naming them.

    What a condition asks to do otherwise is on it; the condition is not, as the sheet hangs on a wall.

    Args:
        routine: One's own, or one of the library.
        settings: The conditions, the region with its words and paper, and where the week begins.
    """
    conditions = settings.conditions
    played, fits = fitted(routine, conditions)
    steps = tuple(step for step in played.steps if exercise_of(step))
    numbered = list(enumerate(steps, start=1))
    return Paper(
        title=clean(routine.name),
        about=tuple(_about(routine, played)),
        boundary=BOUNDARY,
        sections=(
            Section(WARNING_TITLE, tuple(say_warning(steps)), is_warning=True),
            *(_step_section(number, step, conditions) for number, step in numbered),
            *_otherwise(routine, conditions),
            Section("Warning signs", tuple(say_signs(settings))),
            Section(
                "Tick what you did",
                drawings=(tick_drawing([_tick(n, step) for n, step in numbered], _days(settings)),),
            ),
        ),
        foot=("Chosen and adapted for what was stated in backcare.",) if fits else (),
        sources=tuple(_sources(routine, steps)),
        sheet=sheet_of(region_of(settings).id),
    )


def _about(routine: Routine, played: Routine) -> Iterator[str]:
    needs = equipment_of(played.steps)
    yield " · ".join(
        filter(
            None,
            (
                say_length(played),
                say_count(len(played.steps), "exercise"),
                f"needs {say_needs(needs)}" if needs else "",
            ),
        )
    )
    yield from (own(each) for each in (routine.purpose, routine.when, routine.note) if each)


def say_warning(steps: Collection[RoutineStep]) -> Iterator[str]:
    """The stop rule, and why else to stop."""
    yield STOP_RULE
    known = [of for step in steps if (of := exercise_of(step))]
    reasons = dict.fromkeys(reason for of in known for reason in reasons_to_stop(of))
    named = (within(name_of("stop_reasons", each)) for each in reasons if each != RISE)
    yield f"Stop at once with {'; '.join(named)}."


def say_signs(settings: Settings) -> Iterator[str]:
    """The warning signs with which one does not begin, by how soon they need somebody."""
    for level, what in SOON.items():
        signs = (
            within(each.question.rstrip("?"))
            for each in red_flags()
            if each.level == level and not each.with_condition
        )
        yield in_region(f"{what}: {'; '.join(signs)}.", region_of(settings))


def _step_section(number: int, step: RoutineStep, conditions: Collection[str]) -> Section:
    of = exercise_of(step)
    assert of is not None  # noqa: S101 - those not known here were left out
    drawing = figure_drawing(of, sides_of(step)[0])
    return Section(
        f"{number}. {step_name(step)}: {say_step_dose(step)}",
        items=tuple(_how(step, of, conditions)),
        drawings=(drawing,) if drawing else (),
        is_beside=drawing is not None,
    )


def _how(step: RoutineStep, of: Exercise, conditions: Collection[str]) -> Iterator[str]:
    if is_unchecked(of, conditions):
        yield f"{NOT_CHECKED}: ask who gave it to you."
    if step.note:
        yield own(step.note)
    own_cue = of.own.cue if of.own else None
    if own_cue:
        yield own(own_cue)
    yield of.setup
    yield from [cue for cue in of.cues if cue != own_cue][:CUES]
    if of.breathing:
        yield of.breathing


def _otherwise(routine: Routine, conditions: Collection[str]) -> Iterator[Section]:
    """What is done in the place of what, so that nobody wonders where an exercise is."""
    said = []
    for fit in fitted(routine, conditions)[1]:
        if fit.outcome == "exchange" and fit.swap:
            said.append(f"{exercise_name(fit.swap)} in the place of {own(fit.name)}.")
        elif fit.outcome == "remove":
            is_open = any(each.condition == UNCHECKED for each in fit.cautions)
            why = f", {within(NOT_CHECKED)}" if is_open else ""
            said.append(f"{own(fit.name)} is left out{why}.")
    if said:
        yield Section("Otherwise for you", items=tuple(said))


def _tick(number: int, step: RoutineStep) -> str:
    return f"{number}. {step_name(step)}"


def _days(settings: Settings) -> tuple[str, ...]:
    return (*WEEKDAYS[-1:], *WEEKDAYS[:-1]) if settings.week_start == "sun" else WEEKDAYS


def _sources(routine: Routine, steps: Collection[RoutineStep]) -> Iterator[str]:
    known = [of for step in steps if (of := exercise_of(step))]
    sources = (*routine.source, *(each for of in known for each in of.evidence))
    if said := dict.fromkeys(map(say_source, sources)):
        yield f"Sources: {'; '.join(said)}."
