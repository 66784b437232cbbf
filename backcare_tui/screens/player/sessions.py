"""A session that ended, put into the diary and said."""

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.values import BadValue
from backcare_tui.player import persistence as keeping
from backcare_tui.screens.frame.desk import Desk


def keep_session(desk: Desk, session: Session) -> None:
    """Make its entry, or put what was said afterwards into it.

    Raises:
        BadValue: If a value cannot be taken.
        CannotKeep: If it could not be made durable.
    """
    words = keeping.say_session(session)
    desk.keep(lambda: keeping.keep_session(desk.repository, session), words)


def keep_interrupted(desk: Desk) -> None:
    """Make the entry of a session that was left behind, as another one takes its place."""
    try:
        session = keeping.keep_interrupted(desk.repository)
    except (BadValue, CannotKeep) as error:
        desk.say(str(error), "trouble")
    else:
        if session:
            desk.say(f"what was done of {session.name} is saved")


def let_go(desk: Desk, session_id: str) -> None:
    """Forget what was under way; where that cannot be kept, it is only offered once more."""
    try:
        keeping.let_go(desk.repository, session_id)
    except CannotKeep as error:
        desk.say(str(error), "trouble")
