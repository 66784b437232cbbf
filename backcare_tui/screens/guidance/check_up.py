"""Taking down that a professional has looked at what was urgent."""

from backcare_tui.diary.records.check import Check
from backcare_tui.screens.frame.desk import Desk

WORDS = "seen by a professional"


def keep_seen(desk: Desk) -> None:
    """Keep a check-up of now.

    Raises:
        CannotKeep: If it could not be made durable.
    """
    check_up = Check(at=desk.clock.now(), is_check_up=True)
    desk.keep(lambda: desk.repository.add(check_up, summary=WORDS), WORDS)
