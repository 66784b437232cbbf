"""What is read before a session: what it needs, what is left out for whom, and what stands against it."""

from collections.abc import Collection, Iterator, Sequence

import msgspec
from textual.content import Content

from backcare_tui.commands.command import Command
from backcare_tui.commands.guidance import CHECK_SIGNS
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.commands.player import ANOTHER, KEEP_STEPS, STATE_CONDITIONS, WAY_DOWN
from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.floor import NEW_TO_FLOOR
from backcare_tui.guidance.floor import WAY_DOWN as ROUTINE_DOWN
from backcare_tui.guidance.now_table import SAID_OF_PLACE, Suggestion
from backcare_tui.guidance.profile import say_unasked
from backcare_tui.guidance.safety import Fit, say_fit, sources_of
from backcare_tui.library.exercises import LEVELS, exercise_of, step_name
from backcare_tui.library.routine_editing import equipment_of
from backcare_tui.library.routines import routine as routine_of_library
from backcare_tui.library.taxonomy import name_of
from backcare_tui.player.timeline import Timeline
from backcare_tui.text import clean, say_count, say_minutes
from backcare_tui.widgets.advice_tile import draw_advice, draw_reason
from backcare_tui.widgets.marked import CAUTION, complaint
from backcare_tui.wording.routines import say_needs

NOT_NOW = "No routine is started while this stands. Everything else in the diary stays open."
LIGHT_ONLY = (
    "Only walking and resting routines are started while this stands. Everything else stays open."
)
HOW_ON = (
    "{guide.check} makes the check for warning signs; a mark that is gone, or was a mistake, is taken away there. "
    "Once a professional has looked at it, press {guide.seen}."
)


class Beforehand(msgspec.Struct, frozen=True):
    """What is known of a routine for this person."""

    trouble: str
    """What went wrong, in a sentence; empty where nothing did."""
    beforehand: Sequence[Advice]
    offered: Sequence[Suggestion]
    unasked: int
    """How many conditions matter here of which nothing was said."""
    is_new_to_floor: bool
    against: Collection[str]
    """The conditions with which it is not advised as a whole, by their ids."""
    fits: Sequence[Fit]
    is_as_it_is: bool
    """Whether it is done as it is all the same."""


def what_to_know(known: Beforehand) -> Content:
    """What is done otherwise, why, and which key keeps it."""
    lines = list(_draw_trouble(known.trouble))
    for advice in known.beforehand:
        lines.append(draw_advice(advice))
        if advice.act and advice.act.kind == "check":
            lines.append(_led(CHECK_SIGNS, " makes it"))
    if known.offered:
        lines += [*([Content("")] if lines else []), *_draw_offer(known.offered)]
    if known.unasked:
        lines += [
            Content.assemble(CAUTION, (say_unasked(known.unasked), "bold")),
            _led(STATE_CONDITIONS, " says what you have, or none of these"),
        ]
    if known.is_new_to_floor:
        words = f" {routine_of_library(ROUTINE_DOWN).name} first, with a chair"
        lines.append(Content(f"{NEW_TO_FLOOR} ") + _led(WAY_DOWN, words))
    for condition in known.against:
        words = f"! Not advised as a whole with: {name_of('conditions', condition)}."
        lines.append(Content.styled(words, "bold"))
    return Content("\n").join([*lines, *_draw_fits(known.fits, is_as_it_is=known.is_as_it_is)])


def _draw_fits(fits: Sequence[Fit], *, is_as_it_is: bool) -> Iterator[Content]:
    """What is done in place of steps, the key that keeps them, and the sources."""
    if not fits:
        return
    for fit in fits:
        yield from _fit_lines(fit, is_as_it_is=is_as_it_is)
    way = "with what fits you" if is_as_it_is else "as it is"
    yield from (Content(""), _led(KEEP_STEPS, f" does it {way}"))
    for source in map(clean, sources_of(fits)):
        yield Content.styled(f"Source: {source}", "$quiet")


def _draw_trouble(trouble: str) -> Iterator[Content]:
    if trouble:
        yield complaint(trouble, is_bold=True)


def _led(by: Command, words: str) -> Content:
    """A key, and what it does."""
    return Content.assemble((key_of(by), "bold $next"), words)


def _draw_offer(offered: Sequence[Suggestion]) -> Iterator[Content]:
    """Why it is offered, from where, and what else fits."""
    first, *others = offered
    yield Content(clean(first.why))
    yield Content.styled(f"Source: {clean(first.source)}", "$quiet")
    if others:
        words = f" another: {others[0].words}, {SAID_OF_PLACE[others[0].place]}"
        yield _led(ANOTHER, words)


def say_stopped(stops: Sequence[Advice]) -> Content:
    """What is not started for now."""
    return Content(NOT_NOW if any(each.blocks == "all" for each in stops) else LIGHT_ONLY)


def draw_stops(stops: tuple[Advice, ...], trouble: str) -> Content:
    """What to do instead of beginning, and what makes the way free."""
    said = [Content("\n").join([draw_advice(each), draw_reason(each)]) for each in stops]
    if trouble:
        said.insert(0, complaint(trouble, is_bold=True))
    return Content("\n\n").join([*said, Content(keyed(HOW_ON))])


def say_facts(routine: Routine, plan: Timeline | None) -> str:
    """`6 min · 7 exercises · gentle · needs mat`."""
    known = sum(exercise_of(step) is not None for step in routine.steps)
    return " · ".join(
        filter(
            None,
            (
                say_minutes(plan.length_s / 60) if plan else "",
                say_count(known, "exercise"),
                LEVELS[routine.level],
                f"needs {say_needs(equipment_of(routine.steps))}",
            ),
        )
    )


def say_steps(routine: Routine) -> str:
    """The names of its exercises, one after the other."""
    return " · ".join(step_name(step) for step in routine.steps)


def _fit_lines(fit: Fit, *, is_as_it_is: bool) -> list[Content]:
    """What is done in place of a step, and the conditions that ask for it."""
    words = f"{fit.name}, as it is" if is_as_it_is else say_fit(fit)
    lines = [Content.assemble(CAUTION, (words, "bold"))]
    return lines + [Content.styled(f"  {clean(each.words)}", "$quiet") for each in fit.cautions]
