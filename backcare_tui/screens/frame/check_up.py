"""Taking down that a professional has looked at what was urgent."""

from backcare_tui.diary.records.check import Check
from backcare_tui.screens.frame.desk import Complain, Desk

WORDS = "seen by a professional"


def keep_seen(desk: Desk, complain: Complain) -> bool:
    """Keep a check-up of now; whether it is on the disk. What is wrong goes to `complain`."""
    check_up = Check(at=desk.clock.now(), is_check_up=True)
    return desk.add(check_up, words=WORDS, complain=complain)
