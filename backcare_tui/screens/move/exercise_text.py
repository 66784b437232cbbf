"""An exercise in words: what it is, how it is done, and for whom it is not. Pure."""

from collections.abc import Collection, Iterable, Iterator

from textual.content import Content

from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.records.routine import Routine, Side
from backcare_tui.guidance.safety import Caution, adaptations, cautions, fitted
from backcare_tui.library.areas import area_groups
from backcare_tui.library.exercises import (
    KINDS,
    LEVELS,
    POSITIONS,
    Exercise,
    exercise,
    sides_of,
    step_for,
)
from backcare_tui.library.figures import Figure
from backcare_tui.library.figures import figure_of as drawn_figure
from backcare_tui.library.taxonomy import name_of
from backcare_tui.player.timeline import timeline
from backcare_tui.text import sentence_case
from backcare_tui.widgets.marked import CAUTION
from backcare_tui.widgets.sheet import Entry
from backcare_tui.wording.routines import say_dose, say_needs, say_seconds
from backcare_tui.wording.sources import say_source


def alone(of: Exercise) -> Routine:
    """The exercise as a routine of one step, so that it can be tried."""
    return Routine(id=of.id, name=of.name, level=of.level, steps=(step_for(of),))


def work_s(of: Exercise) -> int:
    """The seconds that it takes, without those to get ready."""
    segments = timeline(alone(of)).segments
    return sum(segment.length_s for segment in segments if segment.kind != "ready")


def figure_of(of: Exercise) -> tuple[Figure | None, Side | None]:
    """The figure, if there is one, and the side that it shows."""
    return drawn_figure(of), sides_of(step_for(of))[0]


def say_position(of: Exercise) -> str:
    """Where one is: `On the back`; nothing where nobody said."""
    return POSITIONS.get(of.position, "")


def say_much(of: Exercise) -> str:
    """How much: `20 s x 2 each side · 1 min 42`."""
    dose = say_dose(of.dose, sides_of(step_for(of)))
    length = say_seconds(work_s(of))
    return dose if dose == length else f"{dose} · {length}"


def in_short(of: Exercise, conditions: Collection[str]) -> tuple[Entry, ...]:
    """What is said of it beside a list."""
    lines = [Content.styled(of.name, "bold")]
    where = filter(None, (say_position(of), LEVELS[of.level]))
    lines += [Content(" · ".join(where)), Content(say_much(of))]
    if of.equipment:
        lines.append(Content.styled(f"needs {say_needs(of.equipment)}", "$quiet"))
    if against := cautions(of, conditions):
        lines.append(Content.assemble(CAUTION, say_cautions(against)))
    if ways := adaptations(of, conditions):
        lines.append(Content.assemble(CAUTION, "adapted · ", say_cautions(ways)))
    return (Entry("", tuple(lines)),)


def in_full(of: Exercise, conditions: Collection[str]) -> tuple[Entry, ...]:
    """All of it, what a person's own conditions say first."""
    areas = {group.id: group.name.lower() for group in area_groups()}
    where = ", ".join(areas[target] for target in of.targets)
    what = (KINDS.get(of.kind), say_position(of).lower(), LEVELS[of.level])
    entries = [
        *_not_for_you(of, conditions),
        _entry(
            "What",
            " · ".join(filter(None, what)),
            f"for {where}" if where else "",
            *_whose(of),
            say_much(of),
            f"needs {say_needs(of.equipment)}",
            hang=2,
        ),
        _entry("Set-up", of.setup),
        _entry("How", *(f"{number}. {cue}" for number, cue in enumerate(of.cues, start=1)), hang=3),
        _entry("Breathing", of.breathing),
        _entry("Easier", of.easier),
        _entry("Harder", of.harder),
        _entry("Note", of.note),
        _entry("Stop if", *(name_of("stop_reasons", each) for each in of.stop_if), hang=2),
        *_not_for_others(of, conditions),
        *_adapted_for_others(of, conditions),
        _entry("Also called", ", ".join(of.aliases)),
        Entry("Sources", tuple(Content.styled(say_source(e), "$quiet") for e in of.evidence), 2),
    ]
    return tuple(entry for entry in entries if any(entry.paragraphs))


def _whose(of: Exercise) -> Iterator[str]:
    """Of one's own, what it is like, or that nobody knows of its safety."""
    if of.is_unlike:
        yield "your own, like none of the library"
        if of.own and not of.own.is_checked:
            yield keyed("not checked: {exercise.given} says that a professional gave it to you")
    elif of.drawn_as:
        yield f"your own, like {exercise(of.drawn_as).name}"


def say_cautions(of: Iterable[Caution]) -> str:
    """`Osteoporosis or thin bones: loaded twisting; Pregnancy: lying flat on the back`."""
    return "; ".join(caution.words for caution in of)


def name_of_exercise(exercise_id: str | None, otherwise: str) -> str:
    """The name of an exercise of the library; other words where there is none."""
    return exercise(exercise_id).name if exercise_id else otherwise


def _not_for_you(of: Exercise, conditions: Collection[str]) -> Iterator[Entry]:
    """What a stated condition says against it or asks for, where that is from, and what to do instead."""
    _, fits = fitted(alone(of), conditions)
    for fit in fits:
        lines: list[Content] = []
        for caution in fit.cautions:
            lines.append(Content.assemble(CAUTION, (caution.words, "bold")))
            lines.append(Content.styled(caution.source, "$quiet"))
        if fit.outcome == "adapt":
            yield Entry("For you", tuple(lines), 2)
            continue
        instead = name_of_exercise(fit.swap, "leave it out")
        lines.append(Content(f"Instead: {instead}"))
        yield Entry("Not for you", tuple(lines), 2)


def _not_for_others(of: Exercise, conditions: Collection[str]) -> Iterator[Entry]:
    others = [each for each in of.avoid_if if each not in conditions]
    label = "Nor with" if len(others) < len(of.avoid_if) else "Not with"
    words = (caution.words for caution in cautions(of, others))
    yield Entry(label, tuple(Content(sentence_case(each)) for each in words), 2)


def _adapted_for_others(of: Exercise, conditions: Collection[str]) -> Iterator[Entry]:
    others = [each for each in of.adapt if each not in conditions]
    words = (caution.words for each in others for caution in adaptations(of, (each,)))
    yield Entry("Adapt with", tuple(Content(sentence_case(each)) for each in words), 2)


def _entry(label: str, *paragraphs: str, hang: int = 0) -> Entry:
    return Entry(label, tuple(Content(each) for each in paragraphs if each), hang)
