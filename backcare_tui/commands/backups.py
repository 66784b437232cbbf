"""The commands of backups, and of a diary that is damaged."""

from backcare_tui.commands.command import Command

BACK_UP = Command(
    "backup.make", "a", "back_up", "back up now", "Make a backup of the diary as it is now."
)
ON_BACKUPS = (BACK_UP,)
RECOVER = Command(
    "rescue.recover",
    "y",
    "recover",
    "recover",
    "Put in place what can be brought back; the damaged file is kept beside it.",
)
LEAVE_DAMAGED = Command(
    "rescue.leave",
    "escape,q",
    "leave",
    "leave it",
    "Leave the file as it is, and close.",
    shown_as="esc",
)
ON_RESCUE = (RECOVER, LEAVE_DAMAGED)
