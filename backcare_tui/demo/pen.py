"""What writes the made-up diary: chance from a seed, ids from it, and moments that are past."""

import datetime as dt
import random
import uuid

from backcare_tui.diary.records.base import ID_SHOWN
from backcare_tui.diary.when import Clock


class Pen:
    """Writes with chance from a seed, never later than now."""

    def __init__(self, seed: int, clock: Clock) -> None:
        """Begin; the same seed and the same clock write the same diary."""
        self.chance = random.Random(seed)  # noqa: S311 - a story needs repeating, not secrecy
        self.now = clock.now()
        self._clock = clock
        self._begun: set[str] = set()

    def id(self) -> str:
        """An id whose first eight characters, which name an entry in the shell, come only once."""
        while True:
            id_ = str(uuid.UUID(int=self.chance.getrandbits(128), version=4))
            if id_[:ID_SHOWN] not in self._begun:
                self._begun.add(id_[:ID_SHOWN])
                return id_

    def at(self, day: dt.date, minute: int) -> dt.datetime:
        """A minute of a day, 0 to 1439, as the wall clock shows it."""
        wall = dt.datetime.combine(day, dt.time(minute // 60, minute % 60))
        return self._clock.local(wall)

    def around(self, minute: int, spread: int) -> int:
        """A minute of the day near another."""
        return min(max(minute + self.chance.randint(-spread, spread), 0), 1439)
