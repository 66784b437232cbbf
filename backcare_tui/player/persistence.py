"""A session as the diary keeps it: while it is under way, and when it is over."""

from contextlib import suppress

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import CannotKeep, Change, Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.player.engine import Engine
from backcare_tui.player.session import UnderWay, read_under_way, session_of
from backcare_tui.player.timeline import Timeline, timeline
from backcare_tui.text import say_count
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.routines import say_seconds

HOLD_S = 5.0
"""Seconds between two times that the state is kept; at each new block it is kept anyway."""


def hold(repository: Repository, under_way: UnderWay) -> None:
    """Keep the state of a session against a crash or a closed terminal.

    Raises:
        CannotKeep: If it could not be made durable.
    """
    repository.set("player", under_way)


def let_go(repository: Repository, session_id: str) -> None:
    """Forget a session that was under way, unless another backcare plays another one by now.

    Raises:
        CannotKeep: If that could not be made durable; it is only offered once more.
    """
    held = read_under_way(repository.settings().player)
    if held and held.session == session_id:
        repository.set("player", None)


def interrupted(repository: Repository) -> UnderWay | None:
    """What a crash or a closed terminal left behind; None where the diary has its entry."""
    under_way = read_under_way(repository.settings().player)
    if under_way is None:
        return None
    try:
        timeline(under_way.routine)
    except BadValue:
        return None
    return None if _is_kept(repository, under_way.session) else under_way


def left_behind(under_way: UnderWay) -> Session | None:
    """The entry of a session that was interrupted; None where nothing was done."""
    plan = timeline(under_way.routine)
    engine = Engine(plan, under_way.snapshot)
    return session_of(under_way, plan, engine) if is_worth_keeping(engine, None) else None


def keep_interrupted(repository: Repository) -> Session | None:
    """Make the entry of what was left behind, as another session takes its place.

    Raises:
        CannotKeep: If it could not be made durable.
    """
    held = None if repository.read_only else interrupted(repository)
    session = left_behind(held) if held else None
    if session:
        keep_session(repository, session)
    return session


def is_worth_keeping(engine: Engine, stopped: str | None) -> bool:
    """Whether anything was done, or the reason to stop is worth knowing."""
    return stopped is not None or sum(engine.spent_s) >= 1


def keep_session(repository: Repository, session: Session) -> Change:
    """Make the entry of a session, or put what was said afterwards into it; it is over then.

    Raises:
        BadValue: If a value cannot be taken.
        CannotKeep: If it could not be made durable.
    """
    change = repository.put(session, summary=say_session(session))
    with suppress(CannotKeep):  # what has its entry is not offered again, see `interrupted`
        let_go(repository, session.id)
    return change


def say_session(session: Session) -> str:
    """An entry in one line: `Morning Loosen-Up · 6 min · 4 → 3`."""
    return " · ".join(filter(None, say_entry(session)))


def say_done(plan: Timeline, engine: Engine) -> str:
    """How much was done: `all 7 exercises, 6 min 10`, `5 of 7 exercises, 4 min`, `begun, 20 s`."""
    left = {
        block.step
        for block, outcome in zip(plan.blocks, engine.outcomes, strict=True)
        if outcome != "done"
    }
    done = plan.steps - len(left)
    much = f"{done} of " if left else "all " if plan.steps > 1 else ""
    words = f"{much}{say_count(plan.steps, 'exercise')}" if done else "begun"
    return f"{words}, {say_seconds(engine.played_s)}"


def _is_kept(repository: Repository, session_id: str) -> bool:
    return any(each.id == session_id for each in repository.entries(Session))
