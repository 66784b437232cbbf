"""The flare plan piece by piece, in the order in which it is needed on a bad day: the same on the screen, in the shell and on paper."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from backcare_tui.guidance.advice.table import say_urgency
from backcare_tui.guidance.flare_plan import FlarePlan
from backcare_tui.guidance.flare_plan_sentences import own_figures
from backcare_tui.guidance.reading import OWN, ReadingPoint
from backcare_tui.player.timeline import say_length
from backcare_tui.text import clean, say_date

OWN_TITLE, CALL_TITLE, BEGIN_TITLE = "In your own words", "Whom to call", "Begin with"
FIRST = "First of all"
PieceKind = Literal["stands", "own", "begin", "call", "worry", "general", "figures"]


class PlanPiece(msgspec.Struct, frozen=True):
    """Points of the plan that belong together."""

    kind: PieceKind
    title: str
    points: tuple[ReadingPoint, ...]
    """What is said, each with its source; none where the person has not written it yet."""
    is_urgent: bool = False


def plan_pieces(plan: FlarePlan, today: dt.date) -> Iterator[PlanPiece]:
    """What is to be done first, in one's own words, whom to call, when to worry; then the figures.

    Args:
        plan: The plan.
        today: The day.
    """
    if plan.stands:
        first = plan.stands[0]
        points = (ReadingPoint(f"{say_urgency(first)}: {clean(first.text)}", first.source),)
        yield PlanPiece("stands", FIRST, points, is_urgent=True)
    yield PlanPiece("own", OWN_TITLE, _plain(map(clean, plan.own.lines)))
    if plan.routine:
        said = ", ".join(filter(None, (clean(plan.routine.name), say_length(plan.routine))))
        yield PlanPiece("begin", BEGIN_TITLE, _plain([said]))
    yield PlanPiece("call", CALL_TITLE, _plain(filter(None, [plan.call])))
    for section in plan.worry:
        yield PlanPiece("worry", section.title, section.points, section.is_urgent)
    if plan.is_general:
        yield PlanPiece("general", plan.general.title, plan.general.points)
    if plan.past:
        for title, lines in own_figures(plan.past, today):
            yield PlanPiece("figures", title, _plain(lines))


def say_written(plan: FlarePlan) -> str:
    """When one's own lines were written: `written on Sun 1 Nov 2026`; empty where none were."""
    return f"written on {say_date(plan.own.written)}" if plan.own.written else ""


def _plain(lines: Iterable[str]) -> tuple[ReadingPoint, ...]:
    """Points that carry no source: one's own words and figures."""
    return tuple(ReadingPoint(line, OWN) for line in lines)
