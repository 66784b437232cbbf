"""What stands around a routine on its page: before it, where it is stopped, and the line for the diary. Pure."""

import re
from collections.abc import Iterator

import msgspec

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.profile import conditions_to_ask, say_unasked
from backcare_tui.guidance.safety import (
    LEG,
    RISE,
    STOP_RISE,
    against_whole,
    begins_with_half,
    fitted,
    gentler_today,
    reasons_to_stop,
    say_fit,
    stop_advice,
)
from backcare_tui.library.exercises import LEVELS, exercise_of, step_name
from backcare_tui.library.routine_editing import equipment_of
from backcare_tui.library.routines import LEAST_OF_ID
from backcare_tui.library.taxonomy import name_of
from backcare_tui.player.timeline import Timeline
from backcare_tui.report.own_words import own
from backcare_tui.text import clean, say_count, say_minutes
from backcare_tui.wording.routines import say_needs

WORST = 10
AS_A_WHOLE = "With what you stated, this routine is not advised as a whole; backcare says why."
STATE_THEM = "State them in backcare, and write this page anew."
LETTERS_OF_ID = 8
"""As many as a list shows of an id of one's own."""
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class MatAdvice(msgspec.Struct, frozen=True):
    """What is said before a routine or where one stops, and from where it is."""

    text: str
    source: str
    is_urgent: bool = False


class MatReason(msgspec.Struct, frozen=True):
    """A reason to stop."""

    words: str
    advice: MatAdvice


class MatRules(msgspec.Struct, frozen=True):
    """What is asked and heeded around a routine."""

    routine: str
    """As the line for the diary names it."""
    rise: int
    """Points above the pain before, from which a session ends."""
    rise_reason: str
    leg_reason: str
    gentler: tuple[MatAdvice | None, ...]
    """What is said before it begins, by the pain of then."""
    reasons: dict[str, MatReason]


def mat_rules(routine: Routine, plan: Timeline, settings: Settings) -> MatRules:
    """What the player asks and heeds, in its words.

    Args:
        routine: As it is in the library or the diary.
        plan: As it is played.
        settings: The region, for the numbers to call.
    """
    named = dict.fromkeys(
        reason for block in plan.blocks for reason in reasons_to_stop(block.exercise)
    )
    return MatRules(
        routine=routine_word(routine.id),
        rise=STOP_RISE,
        rise_reason=RISE,
        leg_reason=LEG,
        gentler=tuple(_gentler(routine, severity) for severity in range(WORST + 1)),
        reasons={each: _reason(each, settings) for each in named},
    )


def routine_word(routine_id: str) -> str:
    """A routine's id as one types it in a shell: short where it is long, in quotes where it has to be.

    >>> routine_word("morning-loosen-up")
    'morning-loosen-up'
    >>> routine_word("cd613e30-d8f1-4adf-91b7-584a2265b1f5")
    'cd613e30'
    """
    if re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}", routine_id):
        return routine_id[:LETTERS_OF_ID]
    if _PLAIN.fullmatch(routine_id):
        return routine_id
    # An id of a file that others made: only what no shell takes for a word of its own.
    kept = _PLAIN.match(routine_id)
    if kept and len(kept[0]) >= LEAST_OF_ID:
        return kept[0]
    plain = re.sub(r"[^\w -]", "", clean(routine_id)).strip()
    return f'"{plain}"'


def say_facts(routine: Routine, plan: Timeline) -> str:
    """`6 min · 7 exercises · gentle · needs mat`."""
    needs = equipment_of(routine.steps)
    return " · ".join(
        filter(
            None,
            (
                say_minutes(plan.length_s / 60),
                say_count(plan.steps, "exercise"),
                LEVELS[routine.level],
                f"needs {say_needs(needs)}" if needs else "",
            ),
        )
    )


def say_steps(routine: Routine) -> Iterator[str]:
    """The names of the exercises, one by one."""
    return (own(step_name(step)) for step in routine.steps if exercise_of(step))


def say_care(routine: Routine, settings: Settings) -> Iterator[str]:
    """What is done otherwise for who stated conditions, without naming them: a page may be seen by others."""
    stated = settings.conditions
    if unasked := conditions_to_ask(settings, routine):
        yield f"{say_unasked(len(unasked))} {STATE_THEM}"
    if against_whole(routine, stated):
        yield AS_A_WHOLE
    if begins_with_half(routine, stated):
        yield clean(rules()["ex-half-doses"].text)
    yield from (f"{own(say_fit(fit))}." for fit in fitted(routine, stated)[1])


def _gentler(routine: Routine, severity: int) -> MatAdvice | None:
    advice = gentler_today(routine, severity)
    return MatAdvice(clean(advice.text), clean(advice.source)) if advice else None


def _reason(reason: str, settings: Settings) -> MatReason:
    advice = stop_advice(reason, settings)
    said = MatAdvice(clean(advice.text), clean(advice.source), advice.severity == "urgent")
    return MatReason(name_of("stop_reasons", reason), said)
