"""What there is to look after the diary's file with, each made once a person asks for it, and what was done with it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare_tui.diary.custody import LooksAtCustody, MovesDiary
    from backcare_tui.diary.locksmith import Locksmith
    from backcare_tui.diary.safekeeping import Safekeeping
    from backcare_tui.reminders.reminding import Reminding


class Upkeep(NamedTuple):
    """What screens may do about the file, beside keeping entries; None of it for a diary that is made up."""

    safekeeping: "Callable[[], Safekeeping] | None" = None
    """Gives the backups of the diary."""
    reminding: "Callable[[], Reminding] | None" = None
    """Gives what sets the reminder of the diary."""
    custody: "LooksAtCustody | None" = None
    """Looks at where the diary is kept."""
    locksmith: "Callable[[], Locksmith] | None" = None
    """Gives what locks the diary, the same one each time."""
    mover: "Callable[[], MovesDiary | None] | None" = None
    """Gives what moves the diary, or nothing where whoever starts backcare names the file."""


NO_UPKEEP = Upkeep()


class Reopened(NamedTuple):
    """What was done that the diary was opened anew for."""

    said: tuple[str, ...]
    """What there is to say of it."""
    is_moved: bool = False
    """Whether the diary lies elsewhere now; else its lock was changed."""
