"""The parts of the last week in the form of the next: what stays, what another takes the place of, how much."""

from collections.abc import Sequence

from msgspec.structs import replace

from backcare_tui.guidance.plan.amounts import (
    EASES_TO,
    OFTENEST,
    RESTARTS_WITH,
    SHORTEST,
    grown,
    most_next,
    shrunk,
    total_of,
)
from backcare_tui.guidance.plan.demands import Demands
from backcare_tui.guidance.plan.last_week import LastWeek
from backcare_tui.guidance.plan.parts import is_possible, limits_of, part_for, parts_of
from backcare_tui.guidance.plan.scheduling import WeekPart
from backcare_tui.guidance.plan.sizing import Limits, sized, still_fits
from backcare_tui.guidance.plan.table import PartKind, PlanRule, plan_rules, say_why
from backcare_tui.guidance.plan.turning import level_of
from backcare_tui.library.routines import find_routine

PRESSING = ("under-age", "flare-now", "severe-now", "pregnant", "leg-pain", "thin-bones")
"""The rows whose routines take the place of any other at once."""
GENTLE = "flare-now"
"""The row whose routines are left again once no row names them."""
MOVES = "renew-some"
"""The turn with which parts move to days on which something was done."""
OVER = "gentle-over"
"""The row for what is left with nothing in its place then."""
AWAY = "form-away"
"""The form that ends with the week it is for."""
ELSEWHERE = ("form-work", "form-away", "form-noise", "form-sitting")
"""The forms that a place asks for, which come before what the body asks for."""
LESS = ("stand", "restart", "flare", "ease-both", "ease", "ease-minutes")
"""The turns with which nothing is added."""
LEAST_TO_GIVE = 3
"""Times of a part from which it makes room for a new one (our own rule)."""
NEW_TIMES = 2
"""Times of a part that is new (WHO 2020: strength on two days or more)."""
LEAST_PERCENT = 30
"""Of the minutes that there are, below which a week is eased only by who calls it too hard: a tenth a week
is slow to bring back what was taken (our own rule)."""


class Forming:
    """Makes the parts of the next week, and keeps the reason for each that is not as it was."""

    def __init__(
        self, last: LastWeek, demands: Demands, turn: PlanRule, forms: Sequence[PlanRule]
    ) -> None:
        """Take the week, and the rows that speak.

        Args:
            last: The last week.
            demands: What the rows that choose ask for.
            turn: Which way it goes.
            forms: The rows of the barriers that were named.
        """
        self.last, self.now, self.turn = last, last.now, turn
        self.forms, self.chosen = forms, demands
        self.demands = demands.with_rows(forms)
        self.whys: dict[str, str] = {}
        self.moves = turn.id == MOVES and bool(last.days_kept)
        self.level = self._level()
        self.is_added = False

    def parts(self) -> tuple[WeekPart, ...]:
        """The parts of the next week, not yet on its days."""
        base = self.last.base or self.last.plan
        before = parts_of(base.lines, self.now)
        kept = [self._kept(part) for part in before]
        parts = self._with_new([part for part in kept if part])
        parts = self._turned(tuple(map(self._shortened, map(self._within_a_day, parts))))
        most = most_next(self.last.minutes) if self.turn.turn == "grow" else self.last.minutes
        room = min(most, sum(self.now.room))
        return shrunk(parts, room, self._resized) if total_of(parts) > room else parts

    @property
    def favored(self) -> frozenset[int]:
        """The days that parts without any take first."""
        return self.last.days_kept if self.moves else frozenset()

    def mended(self) -> tuple[WeekPart, ...]:
        """The parts as they are, those exchanged or left out that do not fit any more."""
        found = []
        for part in parts_of(self.last.plan.lines, self.now):
            kept = part if is_possible(part, self.now) else self._resized(part, part.minutes)
            found.append(kept or self._replaced(part, "fits-not"))
        parts = tuple(self._within_a_day(part) for part in found if part)
        room = sum(self.now.room)
        return shrunk(parts, room, self._resized) if total_of(parts) > room else parts

    def _within_a_day(self, part: WeekPart) -> WeekPart:
        """A part no longer than the day with most room."""
        longest = max(self.now.room)
        if part.minutes <= longest or longest < 1:
            return part
        if part.slot == "walk":
            return replace(part, minutes=longest)
        return self._resized(part, longest) or part

    def _level(self) -> int:
        """The level of strength that the week goes to."""
        level = max(level_of(self.last.base or self.last.plan, self.last), 1)
        if self.turn.turn == "level":
            level += 1
        elif self.turn.turn in {"ease", "ease-both"}:
            level -= 1
        elif self.turn.turn in {"restart", "flare", "first"}:
            level = 1
        return min(max(level, 1), self.demands.level_at_most)

    def _kept(self, part: WeekPart) -> WeekPart | None:
        """A part as it stays, or what takes its place; None where nothing does."""
        if row := self.demands.leaves_out(part.slot):
            self.whys[part.id] = say_why(row)
            return None
        if self.moves and not set(part.days) <= self.last.days_kept:
            part = replace(part, days=())
        if part.slot == "walk":
            return part
        if row := self._against(part):
            return self._replaced(part, row)
        if self._is_level_changed(part):
            return self._replaced(part, self.turn.id, is_level=True)
        known = find_routine(part.id, self.now.own)
        limits = self._limits(part, part.minutes)
        if known and still_fits(known, part.steps, limits):
            return part
        return self._resized(part, part.minutes) or self._replaced(part, "fits-not")

    def _against(self, part: WeekPart) -> str:
        """The row for which a routine gives its place to another; empty where it stays."""
        if part.id in self.now.planned_ids:
            return "own-plan"
        pressing = [row for row in self.chosen.rows if row.id in PRESSING and row.offers(part.slot)]
        for row in self.forms:
            offers = row.offers(part.slot)
            is_asked = (offers and part.id not in offers) or (row.another and part.slot != "calm")
            if is_asked and (row.id in ELSEWHERE or not pressing):
                return row.id
        if pressing and part.id not in pressing[0].offers(part.slot) and not self._is_elsewhere:
            return pressing[0].id
        offered = {id_ for id_, _ in self.demands.offers(part.slot)}
        if part.why == say_why(AWAY) and AWAY not in {row.id for row in self.forms}:
            return self._named(part.slot)
        is_over = part.id in plan_rules()[GENTLE].ease and part.id not in offered
        return self._named(part.slot) if is_over else ""

    @property
    def _is_elsewhere(self) -> bool:
        return any(row.id in ELSEWHERE for row in self.forms)

    def _named(self, slot: PartKind) -> str:
        """The first row that names routines for a part."""
        return next((row for _, row in self.demands.offers(slot)), OVER)

    def _is_level_changed(self, part: WeekPart) -> bool:
        is_up = self.turn.turn == "level"
        return part.slot == "strength" and (is_up or part.level > self.level)

    def _replaced(self, part: WeekPart, row: str, *, is_level: bool = False) -> WeekPart | None:
        """Another routine for the same part, of no more minutes; of a level change it may be the same."""
        without = () if is_level else (part.id,)
        limits = self._limits(part, part.minutes)
        other = part_for(part.slot, self.now, self.demands, limits, without)
        if other is None and row != "fits-not" and is_level:
            return part
        if other is None or other.id == part.id:
            self.whys[part.id] = say_why(row)
            return replace(other, times=part.times, days=part.days) if other else None
        self.whys[part.id] = self.whys[other.id] = say_why(row)
        return replace(other, times=part.times, days=part.days)

    def _with_new(self, parts: list[WeekPart]) -> tuple[WeekPart, ...]:
        """With the parts that are asked for now and were not there; others make room for each."""
        if self.turn.turn == "flare":
            return tuple(map(self._oftener, parts))
        if self.turn.turn in LESS:
            return tuple(parts)
        for slot in ("strength", "ease", "calm"):
            is_there = any(part.slot == slot for part in parts)
            if not is_there and not self.demands.leaves_out(slot):
                parts = self._added(slot, parts)
        return tuple(parts)

    def _oftener(self, part: WeekPart) -> WeekPart:
        """The gentle part of a flare-up, which has the times of the strength that is left out."""
        if part.slot != "ease":
            return part
        before = parts_of((self.last.base or self.last.plan).lines, self.now)
        freed = sum(each.times for each in before if each.slot == "strength")
        times = min(part.times + freed, OFTENEST)
        return replace(part, times=times, days=part.days if times == part.times else ())

    def _added(self, slot: PartKind, parts: list[WeekPart]) -> list[WeekPart]:
        """With a new part, which has the times that others give: those that have most of them."""
        rest, taken = list(parts), list[WeekPart]()
        while len(taken) < NEW_TIMES:
            givers = [n for n, part in enumerate(rest) if part.times >= LEAST_TO_GIVE]
            if not givers:
                break
            number = max(givers, key=lambda n: (rest[n].times, rest[n].slot != "walk"))
            taken.append(rest[number])
            rest[number] = replace(rest[number], times=rest[number].times - 1, days=())
        spare = max(self.last.minutes - total_of(parts), 0)
        minutes = min((part.minutes for part in taken), default=spare // NEW_TIMES)
        limits = limits_of(self.now, self.demands, minutes, 1)
        new = part_for(slot, self.now, self.demands, limits, [part.id for part in parts])
        if new is None:
            return parts
        times = min(len(taken) + spare // new.minutes, NEW_TIMES)
        if not times:
            return parts
        self.whys[new.id] = new.why
        for part in taken:
            self.whys.setdefault(part.id, say_why("new-part"))
        self.is_added = True
        return [*rest, replace(new, times=times)]

    def _shortened(self, part: WeekPart) -> WeekPart:
        """A routine at fewer minutes, where a barrier asks for that and it can be."""
        rows = [row for row in self.forms if row.shorter]
        if not rows or part.slot == "walk":
            return part
        minutes = max(part.minutes * (rows[0].shorter or 100) // 100, SHORTEST)
        shorter = self._resized(part, minutes)
        if shorter is None or shorter.minutes >= part.minutes:
            return part
        self.whys[part.id] = say_why(rows[0].id)
        return shorter

    def _turned(self, parts: tuple[WeekPart, ...]) -> tuple[WeekPart, ...]:
        """The parts with as much as the turn of the week asks for."""
        minutes, turn = self.last.minutes, self.turn.turn
        if turn == "grow" and not self.is_added:
            return grown(parts, most_next(minutes), self.now.room, self._resized)
        if turn in {"restart", "first"}:
            return self._less(parts, minutes * RESTARTS_WITH // 100)
        eased = minutes * EASES_TO // 100
        if turn == "ease" and self.level >= level_of(self.last.plan, self.last):
            return shrunk(parts, eased, self._resized)
        is_again = turn != "ease-both" and self.last.is_again(self.turn.id)
        if turn in {"flare", "ease-both", "ease-minutes"} and not is_again:
            return self._less(parts, eased)
        return parts

    def _less(self, parts: tuple[WeekPart, ...], most: int) -> tuple[WeekPart, ...]:
        """The parts within so many minutes, but not below what one can come back from within a season."""
        least = sum(self.now.room) * LEAST_PERCENT // 100
        return shrunk(parts, max(most, least), self._resized)

    def _resized(self, part: WeekPart, minutes: int) -> WeekPart | None:
        known = find_routine(part.id, self.now.own)
        fit = sized(known, self._limits(part, minutes)) if known else None
        if fit is None:
            return None
        return replace(part, minutes=fit.minutes, steps=fit.steps, level=fit.level)

    def _limits(self, part: WeekPart, minutes: int) -> Limits:
        level = self.level if part.slot == "strength" else part.level
        longest = max(self.now.room)
        return limits_of(self.now, self.demands, min(minutes, longest), level)
