"""A routine, a program, an exercise: all that is known of it, one fact a line."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from backcare_tui.cli.lookup import shown_id
from backcare_tui.diary.records.routine import Routine, RoutineStep, Source
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.safety import (
    HALF_WITH,
    Caution,
    Fit,
    adaptations,
    against_whole,
    begins_with_half,
    cautions,
    fitted,
    say_fit,
    sources_of,
)
from backcare_tui.insight.movement.programs import ProgramProgress, say_moves_on, say_progress
from backcare_tui.library.areas import area_groups
from backcare_tui.library.exercises import (
    KINDS,
    LEVELS,
    POSITIONS,
    Exercise,
    sides_of,
    step_for,
    step_name,
)
from backcare_tui.library.figures import SEEN, figure_of
from backcare_tui.library.routine_editing import equipment_of
from backcare_tui.library.routines import Program, ProgramWeek, routine_name
from backcare_tui.library.taxonomy import WordKind, condition_source, name_of
from backcare_tui.player.timeline import say_length
from backcare_tui.text import say_count, say_minutes, say_times
from backcare_tui.wording.routines import say_dose, say_step_dose
from backcare_tui.wording.sources import say_source


def routine_page(routine: Routine, conditions: Collection[str]) -> Iterator[str]:
    """A routine with its steps, and what is done otherwise with the conditions that were stated."""
    yield routine.name
    yield f"{routine.id} · {_facts(routine)}"
    yield from _listed("Needed", "equipment", equipment_of(routine.steps))
    yield from filter(None, (routine.purpose, routine.when, routine.note))
    yield ""
    yield from _steps(routine.steps)
    yield ""
    yield from care(routine, conditions)
    yield from _listed("Good for", "suits", routine.suits)
    yield from _listed("Leave it out with", "conditions", routine.avoid_if)
    yield from _labeled("Going on", routine.progression)
    yield from _sources(routine.source)


def routine_head(routine: Routine, minutes: float) -> Iterator[str]:
    """Its name, how long it takes as it is led here, and what is needed for it."""
    yield routine.name
    yield _facts(routine, minutes)
    yield from _listed("Needed", "equipment", equipment_of(routine.steps))


def program_page(program: Program, progress: ProgramProgress | None) -> Iterator[str]:
    """A program with its weeks, and where one is in it."""
    yield program.name
    weeks = say_count(len(program.weeks), "week")
    yield " · ".join((program.id, weeks, LEVELS[program.level]))
    yield from filter(None, (program.purpose, program.when))
    if progress:
        yield from ("", f"{say_progress(progress)}.")
        yield from filter(None, (progress.why,))
        if not progress.is_over:
            yield say_moves_on(progress)
    for week in program.weeks:
        yield ""
        yield from _week(week)
    yield ""
    yield from _listed("Good for", "suits", program.suits)
    yield from _listed("Leave it out with", "conditions", program.avoid_if)
    yield from _labeled("Going on", program.progression)
    yield from _sources((*program.source, program.moves_on.source))


def exercise_page(of: Exercise, conditions: Collection[str]) -> Iterator[str]:
    """An exercise, with a word of care for the conditions that were stated."""
    yield of.name
    dose = say_dose(of.dose, sides_of(step_for(of)))
    kind, position = KINDS.get(of.kind, ""), POSITIONS.get(of.position, "")
    facts = (shown_id(of.id), kind.lower(), position.lower(), LEVELS[of.level], dose)
    yield " · ".join(filter(None, facts))
    yield from _labeled("Also called", ", ".join(of.aliases))
    groups = {group.id: group.name for group in area_groups()}
    yield from _labeled("For", ", ".join(groups.get(target, target) for target in of.targets))
    yield from _listed("Needed", "equipment", of.equipment)
    for caution in cautions(of, conditions):
        yield f"Not advised for you. {_say_caution(caution)}"
    for way in adaptations(of, conditions):
        yield f"Adapted for you. {_say_caution(way)}"
    yield ""
    yield f"Set-up: {of.setup}"
    yield from _say_picture(of)
    yield from (f"{number}. {cue}" for number, cue in enumerate(of.cues, start=1))
    yield from _labeled("Breathing", of.breathing)
    yield from _labeled("Easier", of.easier)
    yield from _labeled("Harder", of.harder)
    yield from _labeled("Note", of.note)
    yield ""
    yield from (f"Stop: {name_of('stop_reasons', reason)}" for reason in of.stop_if)
    yield from (f"Avoid with: {_say_caution(each)}" for each in cautions(of, of.avoid_if))
    ways = (way for each in of.adapt for way in adaptations(of, (each,)))
    yield from (f"Adapt with: {_say_caution(way)}" for way in ways)
    yield from _sources(of.evidence)


def care(routine: Routine, conditions: Collection[str]) -> Iterator[str]:
    """What is done otherwise in a routine because of conditions that were stated, and why."""
    for condition in against_whole(routine, conditions):
        source = condition_source(condition)
        found = f" ({say_source(source)})" if source else ""
        yield f"Not advised as a whole with: {name_of('conditions', condition)}{found}"
    if begins_with_half(routine, conditions):
        half = rules()["ex-half-doses"]
        yield f"{name_of('conditions', HALF_WITH)}: {half.text} ({half.source})"
    fits = fitted(routine, conditions)[1]
    yield from map(_say_fit, fits)
    yield from (f"Source: {source}" for source in sources_of(fits))


def _facts(routine: Routine, minutes: float | None = None) -> str:
    steps = say_count(len(routine.steps), "exercise")
    length = say_length(routine) if minutes is None else say_minutes(minutes)
    return " · ".join(filter(None, (length, steps, LEVELS[routine.level])))


def _say_picture(of: Exercise) -> Iterator[str]:
    """What the picture shows, pose by pose: `Picture, from above: Knees up; Over to the left`."""
    shown = figure_of(of)
    if shown is None:
        return
    seen = SEEN[shown.view]
    poses = "; ".join(shown.poses[number].label for number in shown.key_poses)
    yield f"Picture{f', {seen}' if seen else ''}: {poses}"


def _say_fit(fit: Fit) -> str:
    return f"{say_fit(fit)}. {'; '.join(caution.words for caution in fit.cautions)}"


def _say_caution(caution: Caution) -> str:
    return f"{caution.words} ({caution.source})"


def _steps(steps: Sequence[RoutineStep]) -> Iterator[str]:
    """`1. Knee to Chest  20 s x 2 each side`, in columns that line up."""
    names = [
        f"{number:>{len(str(len(steps)))}}. {step_name(step)}"
        for number, step in enumerate(steps, start=1)
    ]
    width = max(map(len, names), default=0)
    for name, step in zip(names, steps, strict=True):
        dose = say_step_dose(step) or "not known to this version"
        note = f"  {step.note}" if step.note else ""
        yield f"{name:{width}}  {dose}{note}"


def _week(week: ProgramWeek) -> Iterator[str]:
    yield f"Week {week.week}: {week.title}"
    for session in week.sessions:
        yield f"{routine_name(session.routine)}, {say_times(session.times)}"
    if week.walk.days:
        yield f"Walk of {week.walk.minutes} min, {say_times(week.walk.days)}"
    yield from filter(None, (week.goal,))


def _listed(label: str, kind: WordKind, words: Iterable[str]) -> Iterator[str]:
    return _labeled(label, ", ".join(name_of(kind, word) for word in words))


def _labeled(label: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{label}: {text}"


def _sources(sources: Iterable[Source]) -> Iterator[str]:
    return (f"Source: {said}" for said in dict.fromkeys(map(say_source, sources)))
