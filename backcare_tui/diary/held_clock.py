"""A clock that can be held, so that words keep the meaning that they had when they were typed."""

import datetime as dt

from backcare_tui.diary.when import Clock


class HeldClock(Clock):
    """The time at which something was typed: `now`, `20 min ago` and `yesterday` are of then.

    It goes along with the clock that it stands on until it is held.
    """

    def __init__(self, clock: Clock) -> None:
        """Go along with a clock."""
        self._clock = clock
        self._held: dt.datetime | None = None

    def hold(self) -> None:
        """Stand at what it is now, also where it stood before."""
        self._held = self._clock.instant()

    def let_go(self) -> None:
        """Go along again."""
        self._held = None

    def instant(self) -> dt.datetime:
        """The moment at which it is held, or this one."""
        return self._held or self._clock.instant()

    def local(self, wall: dt.datetime) -> dt.datetime:
        """As the clock does."""
        return self._clock.local(wall)

    def here(self, moment: dt.datetime) -> dt.datetime:
        """As the clock does."""
        return self._clock.here(moment)
