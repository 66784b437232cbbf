"""What is safe in a session: the stop rule, and what a condition rules out or asks to do otherwise."""

from collections.abc import Collection, Iterable
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.advice.table import Advice, Reason, rules, spoken
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.library.exercises import (
    Exercise,
    dose_of,
    exercise,
    exercise_name,
    exercise_of,
    is_known,
)
from backcare_tui.library.regions import region_of
from backcare_tui.library.taxonomy import condition_source, name_of, name_within
from backcare_tui.text import clean
from backcare_tui.wording.sources import say_source

STOP_RISE = 2
"""Points of the NRS above the pain before, from which a session ends (our own rule, after the
change that Farrar 2001 found to matter)."""
STOP_RULE = "Gentle effort is fine. Stop if pain climbs by 2 points or goes down a leg."
RISE, LEG = "pain-up-2", "leg-symptoms"
"""The stop reasons of the stop rule."""
ALWAYS_ASKED = (RISE, LEG, "chest-pain", "dizziness")
"""The stop reasons that belong to every exercise."""
GENTLE_LEVEL = 1
HALF_WITH = "fibromyalgia"
"""The condition with which one begins low (Macfarlane 2017); that it is half is our own rule."""
LIGHT_GROUPS = ("walking", "calm")
"""The groups of routines that put no load on the back."""
FOR_YOU = "For you:"
"""How the note of an adapted step begins."""

UNCHECKED = "unchecked"
"""In the place of a condition: nobody said that an exercise of one's own is fit for those that were stated."""
NOT_CHECKED = "Not checked against your conditions"

FitOutcome = Literal["adapt", "exchange", "remove"]
"""What becomes of a step: it is done otherwise, another exercise is done in its place, or none is."""


class Caution(msgspec.Struct, frozen=True):
    """Why an exercise is not advised with a condition that a person stated, or how it is done then."""

    condition: str
    """Its id; or `UNCHECKED`."""
    words: str
    """`Osteoporosis or thin bones: loaded bending of the spine`."""
    source: str


class Fit(msgspec.Struct, frozen=True):
    """A step that a condition rules out or changes, and what is done in its place."""

    step: int
    """Its number in the routine, from 0."""
    exercise: str
    outcome: FitOutcome
    swap: str | None
    """The exercise in its place, where it is exchanged."""
    cautions: tuple[Caution, ...]
    """Why it is ruled out; of an adapted one, how it is done."""
    own_name: str = ""
    """What it is called, where it is one's own."""

    @property
    def name(self) -> str:
        """What it is called, safe to print."""
        return clean(self.own_name) or exercise_name(self.exercise)


def rise_stops(before: int | None, now: int | None) -> bool:
    """Whether pain rose so far that a session has to end; never where a number is missing."""
    return before is not None and now is not None and now - before >= STOP_RISE


def stop_advice(reason: str, settings: Settings) -> Advice:
    """What a person is told who stops for this reason, by the id of the stop reason.

    `settings` has the number to call.
    """
    answers = (rule for rule in rules().values() if reason in rule.reasons)
    because = Reason(f"You stopped: {name_within('stop_reasons', reason)}.")
    rule = next(answers, rules()["ex-stop-other"])
    return spoken(replace(rule, text=rule.at_once or rule.text), because, region_of(settings))


def reasons_to_stop(of: Exercise) -> tuple[str, ...]:
    """The ids of the reasons that a person may have to stop in an exercise, the gravest first."""
    return tuple(dict.fromkeys((*ALWAYS_ASKED, *of.stop_if)))


def say_fit(fit: Fit) -> str:
    """What is done otherwise: `Chin Tuck instead of Cobra`, `Cobra is left out`, `… is adapted for you`."""
    if fit.outcome == "adapt":
        return f"{fit.name} is adapted for you"
    if fit.swap:
        return f"{exercise(fit.swap).name} instead of {fit.name}"
    return f"{fit.name} is left out"


def is_light(routine: Routine) -> bool:
    """Whether a routine puts no load on the back: a walk at ease, breathing, rest."""
    return routine.group in LIGHT_GROUPS and routine.level == GENTLE_LEVEL


def begins_with_half(routine: Routine, conditions: Collection[str]) -> bool:
    """Whether a routine is begun with half as much, because of a condition that was stated."""
    return HALF_WITH in conditions and not is_light(routine)


def gentler_today(routine: Routine, severity: int | None) -> Advice | None:
    """What is said before a demanding routine on a day of much pain; None on any other day."""
    is_hard = routine.level > GENTLE_LEVEL and severity is not None and severity >= HIGH_PAIN
    if not is_hard:
        return None
    return spoken(rules()["ex-gentle-only"], Reason(f"Pain is {severity} of 10 now."))


def cautions(of: Exercise, conditions: Collection[str]) -> tuple[Caution, ...]:
    """Why an exercise is not advised with these conditions; empty where it is fine.

    One's own that is like none of the library is left out with any condition for which nobody said that
    it is fit: it is asked about, never assumed safe (our own rule).
    """
    if conditions and is_unchecked(of, conditions):
        words = f"{NOT_CHECKED}, until you say that a professional gave it to you"
        return (Caution(UNCHECKED, words, "backcare's own caution"),)
    found = (each for each in of.avoid_if if each in conditions)
    return tuple(_caution(each, of.why.get(each)) for each in found)


def is_unchecked(of: Exercise, conditions: Collection[str]) -> bool:
    """Whether nobody knows of an exercise of one's own that it is fit for these conditions."""
    if not (of.is_unlike and of.own):
        return False
    return not of.own.is_checked or not set(conditions) <= set(of.own.checked_for)


def adaptations(of: Exercise, conditions: Collection[str]) -> tuple[Caution, ...]:
    """How an exercise is done with these conditions; empty where as ever, and where it is not advised.

    Gentle bending is adapted with thin bones and not taken away (Brooke-Wavell 2022: how, rather than
    do not; Giangregorio 2014 leaves out what is loaded, fast or at the end of the range).
    """
    if cautions(of, conditions):
        return ()
    return tuple(_caution(each, how) for each, how in of.adapt.items() if each in conditions)


def conditions_that_matter(routine: Routine) -> tuple[str, ...]:
    """The conditions that change a step of a routine, or rule it or all out: worth asking before it."""
    named = [*routine.avoid_if]
    for step in routine.steps:
        if known := exercise_of(step):
            named += (*known.avoid_if, *known.adapt)
    return tuple(dict.fromkeys(named))


def fitted(routine: Routine, conditions: Collection[str]) -> tuple[Routine, tuple[Fit, ...]]:
    """A routine without what the conditions rule out, and what was changed in it.

    A step is done by the first of its exercise's swaps that no condition rules out and that the
    routine does not have anyway; where there is none, it is left out. How a step is adapted stands in
    its note, so that it is shown and said as the step comes up.
    """
    steps: list[RoutineStep] = []
    fits: list[Fit] = []
    taken = {step.exercise for step in routine.steps}
    for number, step in enumerate(routine.steps):
        known, own_name = exercise_of(step), step.own.name if step.own else ""
        if known is None:
            steps.append(step)
        elif against := cautions(known, conditions):
            swap = _swap(known.swaps, conditions, taken)
            outcome: FitOutcome = "exchange" if swap else "remove"
            fits.append(Fit(number, step.exercise, outcome, swap, against, own_name))
            if swap:
                taken.add(swap)
                steps.append(_adapted(_in_place_of(step, swap), conditions))
        else:
            if how := adaptations(known, conditions):
                fits.append(Fit(number, step.exercise, "adapt", None, how, own_name))
            steps.append(_adapted(step, conditions))
    return replace(routine, steps=tuple(steps)), tuple(fits)


def against_whole(routine: Routine, conditions: Collection[str]) -> tuple[str, ...]:
    """The conditions, of these, that rule out the whole idea of a routine."""
    return tuple(each for each in routine.avoid_if if each in conditions)


def sources_of(fits: Iterable[Fit]) -> tuple[str, ...]:
    """Where the reasons for what was changed are from, each once."""
    return tuple(dict.fromkeys(caution.source for fit in fits for caution in fit.cautions))


def _swap(swaps: Iterable[str], conditions: Collection[str], taken: set[str]) -> str | None:
    for swap in swaps:
        if is_known(swap) and swap not in taken and not cautions(exercise(swap), conditions):
            return swap
    return None


def _in_place_of(step: RoutineStep, swap: str) -> RoutineStep:
    """The swap in its own dose; what goes on for a time lasts as long as what it stands for."""
    dose = dose_of(step)
    is_time = dose.mode == exercise(swap).dose.mode == "time"
    return RoutineStep(swap, DoseChange(hold_s=dose.hold_s) if is_time else None)


def _adapted(step: RoutineStep, conditions: Collection[str]) -> RoutineStep:
    """A step with how it is done in its note."""
    known = exercise_of(step)
    asked = (
        [known.adapt[each.condition] for each in adaptations(known, conditions)] if known else []
    )
    if not asked:
        return step
    note = f"{FOR_YOU} {'; '.join(dict.fromkeys(asked))}."
    return replace(step, note=" ".join(filter(None, (step.note, note))))


def _caution(condition: str, why: str | None) -> Caution:
    name = name_of("conditions", condition)
    source = condition_source(condition)
    said = say_source(source) if source else "backcare's own caution"
    return Caution(condition, f"{name}: {why}" if why else name, said)
