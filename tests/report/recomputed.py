"""The figures of a diary, reckoned from its file by code that shares nothing with the program: numbers and days alone.

Only the standard library is imported, and only the names of tables and fields are known (`manual/diary-file.md`).
"""

import datetime as dt
import json
from collections import Counter, defaultdict
from copy import copy
from pathlib import Path
from statistics import fmean, median
from typing import Any

Document = dict[str, Any]
DAY = dt.timedelta(days=1)


class Recomputed:
    """A diary's file, and the time that is asked about."""

    def __init__(self, path: Path, last: dt.date, days: int) -> None:
        """Read a file.

        Args:
            path: The diary.
            last: The last day.
            days: How many days the time has.
        """
        self.tables: dict[str, dict[str, Document]] = json.loads(path.read_text("utf-8"))
        self.last, self.first, self.days = last, last - (days - 1) * DAY, days

    def part(self, first: dt.date, last: dt.date) -> "Recomputed":
        """The same file, asked about other days."""
        other = copy(self)
        other.first, other.last, other.days = first, last, (last - first).days + 1
        return other

    def table(self, name: str) -> list[Document]:
        """The entries of one kind in their order."""
        kept = (each for each in self.tables.get(name, {}).values() if not each.get("removed"))
        return sorted(kept, key=lambda each: str(each.get("at", "")))

    def pain_of_days(self) -> dict[dt.date, float]:
        """Each day's mean."""
        severities = defaultdict(list)
        for each in self.table("pain"):
            severities[day_of(each)].append(each["severity"])
        return {day: fmean(numbers) for day, numbers in sorted(severities.items())}

    def within(self, day: dt.date) -> bool:
        """Whether a day is of the time."""
        return self.first <= day <= self.last

    def pain(self) -> tuple[int, float, int, int]:
        """Noted days, their mean, the lowest and the highest entry."""
        days = [value for day, value in self.pain_of_days().items() if self.within(day)]
        single = [each["severity"] for each in self.table("pain") if self.within(day_of(each))]
        return len(days), fmean(days), min(single), max(single)

    def four_weeks(self, begin: dt.date, weeks: int = 4) -> tuple[int, float | None]:
        """The noted days of some weeks, and their mean with one decimal."""
        span = [begin + n * DAY for n in range(7 * weeks)]
        known = [self.pain_of_days()[day] for day in span if day in self.pain_of_days()]
        return len(known), round(fmean(known), 1) if known else None

    def answers(self) -> list[tuple[dt.date, str, str, int, int]]:
        """The weekly answers of the time: day, score, pain of the week, enjoyment, activity."""
        pain, found = self.pain_of_days(), {}
        for each in self.table("pain"):
            asked = each.get("interference") or {}
            if self.within(day_of(each)) and {"enjoyment", "activity"} <= set(asked):
                found[day_of(each)] = (asked["enjoyment"], asked["activity"])
        rows = []
        for day, (enjoyment, activity) in sorted(found.items()):
            week = [pain[day - n * DAY] for n in range(7) if day - n * DAY in pain]
            score, middle = "not computed", "not computed"
            if len(week) > 3:
                middle = f"{fmean(week):.1f}"
                score = f"{(fmean(week) + enjoyment + activity) / 3:.1f}"
            rows.append((day, score, middle, enjoyment, activity))
        return rows

    def medicines(self) -> dict[str, tuple[int, int, int, int, dt.date, Counter[str]]]:
        """By its name: days, times, most in a day, days of the last 14, the last one, whether it helped."""
        taken: dict[str, list[dt.date]] = defaultdict(list)
        helped: dict[str, Counter[str]] = defaultdict(Counter)
        for each in (*self.table("pain"), *self.table("feeling")):
            for medicine in each.get("medicines", ()) if self.within(day_of(each)) else ():
                name = medicine["name"].lower()
                taken[name].append(day_of(each))
            names = {medicine["name"].lower() for medicine in each.get("medicines", ())}
            for word, how in each.get("relief", {}).items() if self.within(day_of(each)) else ():
                if word.lower() in names:
                    helped[word.lower()][how] += 1
        return {
            name: (
                len(set(days)),
                len(days),
                max(Counter(days).values()),
                len({day for day in days if day > self.last - 14 * DAY}),
                max(days),
                helped[name],
            )
            for name, days in taken.items()
        }

    def sessions(self) -> tuple[int, int, float, int, int]:
        """Sessions, days with one, their minutes, how many say how long they were, and how many were stopped."""
        done = [each for each in self.table("session") if self.within(day_of(each))]
        lengths = [each["done_s"] for each in done if "done_s" in each]
        stopped = sum(bool(each.get("stopped")) for each in done)
        days = {day_of(each) for each in done}
        return len(done), len(days), sum(lengths) / 60, len(lengths), stopped

    def flare_days(self) -> list[dt.date]:
        """The days of flare-ups of the time, as the foot of the page defines them."""
        pain = self.pain_of_days()
        marked = {day_of(each) for each in self.table("pain") if each.get("is_flare")}
        days = [day for day in pain if day >= self.first - 56 * DAY]
        return [day for day in _flares(pain, days, marked) if self.within(day)]

    def weeks(self) -> list[tuple[dt.date, int, int, str]]:
        """The first day of each week of the time, its noted days, how many it has, and their mean."""
        pain, rows, day = self.pain_of_days(), [], self.first
        while day <= self.last:
            known = [pain[day + n * DAY] for n in range(7) if day + n * DAY in pain]
            length = min(7, (self.last - day).days + 1)
            rows.append((day, len(known), length, f"{fmean(known):.1f}" if known else ""))
            day += 7 * DAY
        return rows


def day_of(each: Document) -> dt.date:
    """The day of an entry, where the person was."""
    return dt.date.fromisoformat(each["at"][:10])


def _flares(pain: dict[dt.date, float], days: list[dt.date], marked: set[dt.date]) -> list[dt.date]:
    """By the person's word; else 3 bad days in a row, or 2 whose mean is 2 standard deviations above the usual."""
    found: list[dt.date] = []
    spells: list[tuple[dt.date, dt.date]] = []
    at = 0
    while at < len(days):
        before = [pain[day] for day in days[:at] if days[at] - 14 * DAY <= day < days[at]]
        usual = median(before) if len(before) >= 5 else None
        spell: list[dt.date] = []
        for day in days[at:]:
            is_silent = bool(spell) and (day - spell[-1]).days > 3
            if is_silent or not (_is_bad(pain[day], usual) or day in marked):
                break
            spell.append(day)
        if not spell or not _is_flare(spell, pain, marked, usual, days[:at], spells):
            at += 1
            continue
        spell, rest = _to_its_end(days[at:], pain, marked, usual)
        found += [day for day in spell if _is_bad(pain[day], usual) or day in marked]
        spells.append((spell[0], spell[-1]))
        at = len(days) - len(rest)
    return found


def _is_bad(value: float, usual: float | None) -> bool:
    return usual is not None and value >= 4 and round(value - usual, 6) >= 2


def _is_flare(  # noqa: PLR0913, PLR0917 - what the rule speaks of
    spell: list[dt.date],
    pain: dict[dt.date, float],
    marked: set[dt.date],
    usual: float | None,
    before: list[dt.date],
    spells: list[tuple[dt.date, dt.date]],
) -> bool:
    if marked & set(spell):
        return True
    if usual is None or len(spell) < 2:
        return False
    calm = [
        pain[day]
        for day in before
        if day >= spell[0] - 28 * DAY and not any(a <= day <= b for a, b in spells)
    ]
    middle = fmean(calm)
    spread = (sum((each - middle) ** 2 for each in calm) / (len(calm) - 1)) ** 0.5
    return len(spell) >= 3 or fmean(pain[day] for day in spell) >= usual + 2 * spread - 1e-6


def _to_its_end(
    days: list[dt.date], pain: dict[dt.date, float], marked: set[dt.date], usual: float | None
) -> tuple[list[dt.date], list[dt.date]]:
    """A spell goes on until two calm days in a row, or three silent ones; and what comes after it."""
    spell = days[:1]
    for n, day in enumerate(days[1:], 1):
        if (day - spell[-1]).days > 3:
            return spell, days[n:]
        spell.append(day)
        last_two = spell[-2:]
        calm = [
            each not in marked and (usual is None or round(pain[each] - usual, 6) <= 1)
            for each in last_two
        ]
        if all(calm):
            return spell, days[n + 1 :]
    return spell, []
