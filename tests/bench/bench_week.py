"""What is said of change where nothing changes, and where something does: `python -m tests.bench.bench_week [DIARIES]`.

By world (`tests.insight.worlds`), each rate with its 95 percent interval (Wilson):

- weeks: how often one week's change "matters" with 7 and with 4 noted days, as many as before, and with 4 of 7 (a week that
  goes on); beside it how often size alone would say so; and how often a week that is truly 2.5 points lower matters;
- flares: told of 28 days, three or more in them, by numbers alone; and of true flares of two days or more, how many are found;
- falls: whether "average pain fell" (or is a little lower, or halved) is said at least once within 11 weeks, looked at
  each day: in a diary begun on any day, begun in the own worst tenth of days, and where pain truly falls by 2 or 2.5 points
  in the weeks 5 to 7, seen up to week 11; and "2 points above your first weeks" where nothing rises.
"""

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.flare import flares_of
from backcare_tui.guidance.rules.flare import OFTEN, OFTEN_DAYS
from backcare_tui.guidance.rules.trends import improved, much_improved, small, worse
from backcare_tui.insight.usual import WEEKS, usual_of, weeks_missing
from backcare_tui.insight.week.change import change_of
from backcare_tui.insight.week.figures import PainWeek
from backcare_tui.library.measures import is_meaningful
from tests.bench.rates import rate
from tests.conftest import MONDAY, FrozenClock
from tests.insight.simulated import remembering
from tests.insight.worlds import CYCLE_DAYS, WORLDS, course_of, in_flares, noted

Floats = npt.NDArray[np.float64]
MEANS = (3.0, 4.5)
OWN_MEANS = {"floor", "ceiling", "patients"}
"""Worlds whose mean is their own."""
FALL = 2.5
BEFORE_DAYS, SEEN_WEEKS = 400, 11
"""Days of which a bad one is chosen to begin on; and weeks of a diary that are looked at."""
FALLING = (28, 49)
"""Between which of its days a true fall goes on."""


def main(diaries: int = 100) -> None:
    """Print all that the module names."""
    for part in (_weeks, _flares, _falls):
        for line in part(diaries):
            print(line, flush=True)


def week_of(before: Sequence[float | None], now: Floats) -> PainWeek:
    """A week of some noted days after others, by their means."""
    mean, previous = float(now.mean()), before[-1]
    change = None if previous is None else mean - previous
    return PainWeek(
        days=len(now),
        entries=len(now),
        mean=mean,
        worst=int(now.max()),
        best=int(now.min()),
        previous_days=0 if previous is None else 7,
        previous_mean=previous,
        change=change,
        meaningful=change is not None and is_meaningful(change, previous or 0),
        usual=usual_of(before),
        weeks_missing=weeks_missing(before),
        by_day={},
        areas={},
    )


def matters(week: PainWeek) -> bool:
    """Whether the words say so."""
    change = change_of(week)
    return change is not None and change.weight == "matters"


def _weeks(diaries: int) -> Iterator[str]:
    for world in WORLDS:
        for mean in MEANS[: 1 if world in OWN_MEANS else None]:
            random = np.random.default_rng(1)
            said: dict[str, list[bool]] = {}
            for _ in range(diaries):
                for kind, week in _each_week(course_of(world, 7 * 40, random, mean), random):
                    said.setdefault(kind, []).append(matters(week))
                    if kind == "7 days":
                        said.setdefault("by size alone", []).append(week.meaningful)
            parts = ", ".join(f"{kind} {rate(hits)}" for kind, hits in said.items())
            yield f"week, {world}, mean {mean:g}: matters {parts}"


def _each_week(course: Floats, random: np.random.Generator) -> Iterator[tuple[str, PainWeek]]:
    weeks = course.reshape(-1, 7)
    few = np.array([random.choice(week, 4, replace=False) for week in weeks])
    whole, partly = weeks.mean(axis=1).tolist(), few.mean(axis=1).tolist()
    for at in range(WEEKS, len(weeks), 3):
        yield "7 days", week_of(whole[:at], weeks[at])
        yield "4 days", week_of(partly[:at], few[at])
        yield "4 of 7", week_of(whole[:at], few[at])
        yield f"true fall of {FALL:g}", week_of(whole[:at], noted(weeks[at] - FALL))


def _flares(diaries: int) -> Iterator[str]:
    draws: dict[str, Callable[[np.random.Generator], Floats]] = {
        f"independent, sd {spread}": partial(_independent, spread) for spread in (1.0, 1.33, 1.5)
    }
    draws |= {
        world: partial(course_of, world, 3 * CYCLE_DAYS) for world in WORLDS if world != "flares"
    }
    for name, draw in draws.items():
        random = np.random.default_rng(2)
        begun = [flares_begun(draw(random)) for _ in range(3 * diaries)]
        count = sum(begun) / len(begun)
        often = rate(each >= OFTEN for each in begun)
        yield f"flares, {name}: {count:.2f} told in 28 days, three or more in {often}"
    for rise, noise in ((2.7, 0.9), (3.0, 1.0), (4.0, 1.0), (2.7, 1.2)):
        random = np.random.default_rng(3)
        found = [each for _ in range(diaries) for each in _found(rise, noise, random)]
        yield f"flares, true ones {rise:g} points above days of sd {noise:g}: found {rate(found)}"


def _independent(spread: float, random: np.random.Generator) -> Floats:
    return noted(4.5 + spread * random.normal(size=3 * CYCLE_DAYS))


def _pains(course: Iterable[float]) -> list[Pain]:
    first = MONDAY.replace(hour=6)
    return [
        Pain(at=first + dt.timedelta(days=number), severity=int(severity))
        for number, severity in enumerate(course)
    ]


def flares_begun(course: Floats) -> int:
    """Flares begun in the last 28 days."""
    pains = _pains(course)
    since = pains[-OFTEN_DAYS].day
    return sum(flare.first >= since for flare in flares_of(pains, pain_by_day(pains)))


def _found(rise: float, noise: float, random: np.random.Generator) -> Iterator[bool]:
    """Of each true flare of two days or more, whether one of its days is known to be of one."""
    days = 4 * CYCLE_DAYS
    is_flare = in_flares(days, random)
    pains = _pains(noted(3.5 + rise * is_flare + noise * remembering(days, 0.0, random)))
    told = {day for flare in flares_of(pains, pain_by_day(pains)) for day in flare.bad}
    first = CYCLE_DAYS
    while first < days:
        last = first
        while last < days and is_flare[last]:
            last += 1
        if last - first >= 2 and not is_flare[first - 1]:
            yield any(each.day in told for each in pains[first:last])
        first = max(last, first + 1)


def _falls(diaries: int) -> Iterator[str]:
    for world in WORLDS:
        random = np.random.default_rng(4)
        said: dict[str, list[bool]] = {}
        for _ in range(diaries):
            course = course_of(world, BEFORE_DAYS + 7 * SEEN_WEEKS, random)
            bad = np.flatnonzero(course[:BEFORE_DAYS] >= np.quantile(course[:BEFORE_DAYS], 0.9))
            flat, from_bad = course[: 7 * SEEN_WEEKS], course[bad[0] : bad[0] + 7 * SEEN_WEEKS]
            for kind, days in (
                ("", flat),
                (", begun when bad", from_bad),
                (", truly by 2", _lowered(flat, 2.0)),
                (f", truly by {FALL:g}", _lowered(flat, FALL)),
            ):
                told = said_once(days)
                for words, rules in SAYS.items():
                    if rules != {worse} or days is flat:
                        said.setdefault(f"{words}{kind}", []).append(bool(rules & told))
        parts = ", ".join(f"{kind} {rate(hits)}" for kind, hits in said.items())
        yield f"said once in {SEEN_WEEKS} weeks, {world}: {parts}"


Rule = Callable[[Facts], object]
SAYS: Mapping[str, set[Rule]] = {
    "fell": {improved, much_improved},
    "fell or a little lower": {improved, much_improved, small},
    "rose": {worse},
}


def _lowered(course: Floats, by: float) -> Floats:
    part = np.clip((np.arange(len(course)) - FALLING[0]) / (FALLING[1] - FALLING[0]), 0, 1)
    return noted(course - by * part)


def said_once(course: Floats) -> set[Rule]:
    """The rules that speak on any evening; a fall takes seven weeks to be told, a rise three."""
    pains = _pains(course)
    told: set[Rule] = set()
    for number in range(20, len(pains)):
        evening = pains[number].at + dt.timedelta(hours=12)
        facts = Facts(FrozenClock(evening), pains[: number + 1])
        asked: Iterable[Rule] = (
            (worse, improved, much_improved, small) if number >= 48 else (worse,)
        )
        told |= {rule for rule in asked if rule not in told and rule(facts)}
    return told


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
