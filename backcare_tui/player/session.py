"""What was really done, as an entry of the diary; and what is kept while it goes on."""

from itertools import groupby

import msgspec

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.values import Id, Moment, OutcomeWord, Severity
from backcare_tui.player.engine import BlockOutcome, Engine, Snapshot
from backcare_tui.player.timeline import LEAD, Timeline


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
    numbers = range(len(timeline.blocks))
    in_order = sorted(
        numbers, key=lambda n: (timeline.blocks[n].step, timeline.blocks[n].side or "")
    )
    planned = [
        sum(
            part.length_s for part in timeline.segments if part.block == n and part.kind not in LEAD
        )
        for n in numbers
    ]
    steps = []
    for _, group in groupby(
        in_order, key=lambda n: (timeline.blocks[n].step, timeline.blocks[n].side)
    ):
        own = list(group)
        outcomes = {engine.outcomes[n] for n in own}
        spent_s = sum(engine.spent_s[n] for n in own)
        if outcomes == {"open"} and not spent_s:
            continue
        block = timeline.blocks[own[0]]
        outcome = _outcome(outcomes)
        steps.append(
            SessionStep(
                exercise=block.exercise.id,
                planned_s=sum(planned[n] for n in own),
                done_s=round(spent_s),
                outcome=outcome,
                side=block.side,
            )
        )
    return tuple(steps)


def _outcome(outcomes: set[BlockOutcome]) -> OutcomeWord:
    if outcomes == {"done"}:
        return "done"
    return "stopped" if "open" in outcomes else "skipped"
