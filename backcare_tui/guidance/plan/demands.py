"""What all rows of the table that speak ask for together: routines, limits, how often, pages to read."""

from collections.abc import Iterable, Mapping

import msgspec

from backcare_tui.guidance.plan.choosing import LOOKS
from backcare_tui.guidance.plan.situation import WeekSituation
from backcare_tui.guidance.plan.table import PartKind, PlanRule, plan_rules


class Demands(msgspec.Struct, frozen=True, kw_only=True):
    """What all rows that speak ask for together."""

    rows: tuple[PlanRule, ...]

    def offers(self, slot: PartKind) -> tuple[tuple[str, str], ...]:
        """Each routine for a part, with the row that names it, the foremost first."""
        found: dict[str, str] = {}
        for row in self.rows:
            for each in row.offers(slot):
                found.setdefault(each, row.id)
        return tuple(found.items())

    def leaves_out(self, slot: PartKind) -> str:
        """The first row that leaves a part out; empty where none does."""
        return next((row.id for row in self.rows if slot in row.leaves_out), "")

    @property
    def level_at_most(self) -> int:
        """The highest level that all of them allow, 1 to 3."""
        return min((row.level_at_most for row in self.rows if row.level_at_most), default=3)

    @property
    def share(self) -> int:
        """Percent of the minutes that there are."""
        return min(row.share for row in self.rows if row.share)

    @property
    def no_floor(self) -> bool:
        """Whether nothing may be on the floor."""
        return any(row.no_floor for row in self.rows)

    def times(self, slot: PartKind, usual: int) -> int:
        """How often a part is asked for."""
        for row in self.rows:
            asked = {"ease": row.ease_times, "strength": row.strength_times}.get(slot)
            if asked:
                return asked
        return usual

    @property
    def reads(self) -> Mapping[str, str]:
        """Pages to read, the foremost first, each with the row that asks for it."""
        found: dict[str, str] = {}
        for row in self.rows:
            for each in row.reads:
                found.setdefault(each, row.id)
        return found

    def with_rows(self, rows: Iterable[PlanRule]) -> "Demands":
        """The same after other rows, which come first."""
        return Demands(rows=(*rows, *self.rows))


def demands_of(now: WeekSituation) -> Demands:
    """What the rows that choose ask for."""
    rows = (row for row in plan_rules().values() if row.id in LOOKS)
    return Demands(rows=tuple(row for row in rows if LOOKS[row.id](now)))
