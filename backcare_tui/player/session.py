"""What was really done, as an entry of the diary; and what is kept while it goes on."""

from itertools import groupby
from typing import NamedTuple

import msgspec

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.values import Id, Moment, OutcomeWord, Severity
from backcare_tui.player.engine import Engine
from backcare_tui.player.snapshot import BlockOutcome, Snapshot
from backcare_tui.player.timeline import LEAD, Block, Timeline


class UnderWay(msgspec.Struct, frozen=True, omit_defaults=True):
    """A session that is not over, as it is kept against a crash or a closed terminal."""

    routine: Routine
    """As it is played, so that it can be gone on with even if it was changed or deleted since."""
    at: Moment
    """When it began."""
    snapshot: Snapshot
    session: Id = msgspec.field(default_factory=new_id)
    """The id that its entry will have, so that it is never taken down twice."""
    pain_before: Severity | None = None
    pain_first: Severity | None = None
    """The first that was said on the way; a rise is seen from it where none was said before."""
    pain_now: Severity | None = None


def read_under_way(value: object) -> UnderWay | None:
    """The session that a setting holds; None where it holds none that can be read."""
    try:
        return msgspec.convert(value, UnderWay)
    except (msgspec.ValidationError, ValueError):
        return None


def session_of(
    under_way: UnderWay,
    timeline: Timeline,
    engine: Engine,
    pain_after: int | None = None,
    stopped: str | None = None,
) -> Session:
    """The entry: the time that was really played, and how each exercise and side went.

    Args:
        under_way: What was begun.
        timeline: As it was planned.
        engine: As it was played.
        pain_after: 0 to 10, None where it was not stated.
        stopped: The id of a stop reason, where there was one.
    """
    return Session(
        id=under_way.session,
        at=under_way.at,
        routine=under_way.routine.id,
        name=under_way.routine.name,
        planned_s=engine.planned_s,
        done_s=round(engine.played_s),
        steps=steps_done(timeline, engine),
        pain_before=under_way.pain_before,
        pain_after=pain_after,
        stopped=stopped,
    )


def steps_done(timeline: Timeline, engine: Engine) -> tuple[SessionStep, ...]:
    """Each exercise and side that was begun or skipped, in the routine's order, sets together.

    One that was left in the middle is `stopped`, one that was passed over `skipped`.
    """
    steps = []
    for part in session_parts(timeline):
        outcomes = {engine.outcomes[n] for n in part.blocks}
        spent_s = sum(engine.spent_s[n] for n in part.blocks)
        if outcomes == {"open"} and not spent_s:
            continue
        steps.append(part.step(_outcome(outcomes), round(spent_s)))
    return tuple(steps)


class SessionPart(NamedTuple):
    """An exercise on a side, with all of its sets: what a session has one step for."""

    block: Block
    """The first of them."""
    blocks: tuple[int, ...]
    """The numbers of all."""
    planned_s: int
    """Of the work, without what leads to it."""

    def step(self, outcome: OutcomeWord, done_s: int | None) -> SessionStep:
        """How it went; where nobody knows for how long, without that."""
        of = self.block.exercise
        return SessionStep(
            exercise=of.id,
            planned_s=self.planned_s,
            done_s=done_s,
            outcome=outcome,
            side=self.block.side,
            name=of.name if of.own else None,
        )


def session_parts(timeline: Timeline) -> tuple[SessionPart, ...]:
    """What the steps of a session of this routine can be, in the routine's order."""
    blocks = timeline.blocks
    work_s = [0] * len(blocks)
    for each in timeline.segments:
        if each.kind not in LEAD:
            work_s[each.block] += each.length_s
    in_order = sorted(range(len(blocks)), key=lambda n: (blocks[n].step, blocks[n].side or ""))
    groups = groupby(in_order, key=lambda n: (blocks[n].step, blocks[n].side))
    numbers = (tuple(group) for _, group in groups)
    return tuple(SessionPart(blocks[own[0]], own, sum(work_s[n] for n in own)) for own in numbers)


def _outcome(outcomes: set[BlockOutcome]) -> OutcomeWord:
    if outcomes == {"done"}:
        return "done"
    return "stopped" if "open" in outcomes else "skipped"
