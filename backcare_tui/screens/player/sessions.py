"""A session that ended, put into the diary and said."""

from functools import partial

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.values import BadValue
from backcare_tui.player import persistence as keeping
from backcare_tui.screens.frame.desk import Complain, Desk, DiaryChanged


def keep_session(desk: Desk, session: Session, complain: Complain | None = None) -> bool:
    """Make its entry, or put what was said afterwards into it, and forget that it was under way.

    Returns:
        Whether it is on the disk; what is wrong goes to `complain`.
    """
    is_kept = desk.keep(partial(keeping.keep_session, desk.repository, session), complain=complain)
    if is_kept:
        let_go(desk, session.id)
    return is_kept


def keep_interrupted(desk: Desk) -> None:
    """Make the entry of a session that was left behind, as another one takes its place."""
    try:
        session = keeping.keep_interrupted(desk.repository)
    except (BadValue, CannotKeep) as error:
        desk.complain(str(error))
    else:
        if session:
            desk.announce(DiaryChanged("saved"), f"what was done of {session.name} is saved")


def let_go(desk: Desk, session_id: str) -> None:
    """Forget what was under way; where that cannot be kept, it is only offered once more."""
    try:
        keeping.let_go(desk.repository, session_id)
    except CannotKeep as error:
        desk.complain(str(error))
