"""What the desk says of a session that ended, was left behind, or is not worth an entry."""

from functools import partial

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.values import BadValue
from backcare_tui.player.persistence import keep_interrupted, keep_session, let_go
from backcare_tui.screens.frame.desk import Complain, Desk, DiaryChanged, Keeping


def save_session(desk: Desk, session: Session, complain: Complain | None = None) -> Keeping:
    """Make its entry, or put what was said afterwards into it.

    Returns:
        Whether it is on the disk; what is wrong goes to `complain`.
    """
    keep = partial(keep_session, desk.repository, session)
    return desk.keep(keep, day=session.day, complain=complain)


def save_interrupted(desk: Desk) -> None:
    """Make the entry of a session that was left behind, as another one takes its place."""
    desk.saves.quietly(_save_interrupted(desk))


async def _save_interrupted(desk: Desk) -> None:
    try:
        session = await desk.saves.make(partial(keep_interrupted, desk.repository))
    except (BadValue, CannotKeep) as error:
        desk.complain(str(error))
    else:
        if session:
            desk.announce(DiaryChanged("saved"), f"what was done of {session.name} is saved")


def forget_session(desk: Desk, session_id: str) -> None:
    """Forget what was under way; where that cannot be kept, it is only offered once more."""
    desk.saves.quietly(_forget_session(desk, session_id))


async def _forget_session(desk: Desk, session_id: str) -> None:
    try:
        await desk.saves.make(partial(let_go, desk.repository, session_id))
    except CannotKeep as error:
        desk.complain(str(error))
