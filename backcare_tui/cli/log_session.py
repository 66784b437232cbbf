"""Which exercises of a session were done, as a page of `mat` gives them to type: by number, sides apart."""

import re
from argparse import Namespace
from collections.abc import Collection, Iterator
from typing import Any

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.values import BadValue, OutcomeWord
from backcare_tui.guidance.safety import fitted
from backcare_tui.player.session import SessionPart, session_parts
from backcare_tui.player.timeline import timeline

_OPTIONS: dict[str, OutcomeWord] = {"did": "done", "begun": "stopped", "skipped": "skipped"}
_LISTED = re.compile(r"(\d{1,3})(?:-(\d{1,3})|([lr]))?", re.IGNORECASE)
_SIDES = {"l": "left", "r": "right"}


def names_exercises(args: Namespace) -> bool:
    """Whether a command says how single exercises went."""
    return any(getattr(args, option, None) is not None for option in _OPTIONS)


def exercises_done(
    args: Namespace, routine: Routine | None, conditions: Collection[str]
) -> dict[str, Any]:
    """The steps of the entry, and how long they were planned, of the routine as it is played for these conditions.

    Raises:
        BadValue: If the routine is none that is known, or a list means no exercises of it.
    """
    if routine is None:
        raise BadValue("routine", args.routine, "a routine of which exercises can be named")
    plan = timeline(fitted(routine, conditions)[0])
    parts = session_parts(plan)
    went: dict[int, OutcomeWord] = {}
    for option, outcome in _OPTIONS.items():
        for number in _numbers(option, getattr(args, option) or "", parts):
            if number in went:
                raise BadValue(option, getattr(args, option), "exercises that are named only once")
            went[number] = outcome
    steps = (
        parts[number].step(outcome, parts[number].planned_s if outcome == "done" else None)
        for number, outcome in sorted(went.items())
    )
    return {"steps": tuple(steps), "planned_s": plan.length_s}


def _numbers(option: str, text: str, parts: Collection[SessionPart]) -> Iterator[int]:
    """The parts that a list means, by their numbers.

    Raises:
        BadValue: If it is no list of exercises of the routine.
    """
    last = max(part.block.step for part in parts) + 1
    for piece in filter(None, re.split(r"[\s,]+", text)):
        found = _LISTED.fullmatch(piece)
        low = int(found[1]) if found else 0
        high = int(found[2]) if found and found[2] else low
        side = _SIDES[found[3].lower()] if found and found[3] else ""
        meant = [
            number
            for number, part in enumerate(parts)
            if low <= part.block.step + 1 <= high and (not side or part.block.side == side)
        ]
        if not (meant and 1 <= low <= high <= last):
            allowed = f"numbers of exercises from 1 to {last}, such as 1-3,5, or 6L for one side"
            raise BadValue(option, text, allowed)
        yield from meant
