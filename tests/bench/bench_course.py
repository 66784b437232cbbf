"""How often a course that does nothing is called lower, and one that does is: `python -m tests.bench.bench_course [DIARIES]`.

Four visits, 14 days apart, in each of the worlds in which nothing acts. The course begins on a day out of the worst tenth
of the person's own days, or on any day; before it lie 60 to 200 days of diary. It is judged two weeks after visit 4; the
last column says how often it was called lower at least once, two weeks after visit 2, 3 or 4. Then the same with pain 2
points lower from the first visit on, before it is noted as a whole number from 0 to 10.
"""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator

import numpy as np

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import standing
from backcare_tui.guidance.care.response import CourseResponse, response
from tests.bench.rates import rate
from tests.insight.worlds import WORLDS, Floats, felt_of, noted

BEGAN = dt.datetime(2024, 1, 1, 17, tzinfo=dt.UTC)
VISITS, APART, AFTER = 4, 14, 15
DAYS_BEFORE = (60, 90, 120, 200)
OFTEN = 120
"""Days of diary before with which it is also told how often it was called lower at least once."""
OPEN_DAYS = 60
"""Days of the diary within which a course may begin."""
FALL = 2.0


def main(diaries: int = 200) -> None:
    """Print a table of what is told where nothing acts, and one of a true fall, for each way to begin."""
    for fall in (0.0, FALL):
        said = f"a true fall of {fall:.0f} points" if fall else "nothing acts"
        for is_worst in (True, False):
            begun = "in the worst tenth of days" if is_worst else "on any day"
            print(f"\n{said}, begun {begun}: called lower at visit 4, of 100")
            lengths = (f"{before} days before" for before in DAYS_BEFORE)
            heads = (*lengths, f"visits 2 to 4, {OFTEN} days")
            print(" " * 17 + "".join(f"{head:20}" for head in heads).rstrip())
            for world in WORLDS:
                cells = _row(world, fall, diaries, is_worst=is_worst)
                print(f"{world:17}" + "".join(f"{cell:20}" for cell in cells).rstrip())


def _row(world: str, fall: float, diaries: int, *, is_worst: bool) -> Iterator[str]:
    """How often it is called lower at visit 4, by the length of the diary before; then at least once."""
    often = ""
    for before in DAYS_BEFORE:
        told = [
            answers(world, before, fall, np.random.default_rng(seed), is_worst=is_worst)
            for seed in range(diaries)
        ]
        yield _cell(each[-1].answer == "lower" for each in told)
        if before == OFTEN:
            often = _cell(any(found.answer == "lower" for found in each) for each in told)
    yield often


def _cell(hits: Iterable[bool]) -> str:
    return rate(hits).removesuffix(" of 100")


def answers(
    world: str, before: int, fall: float, random: np.random.Generator, *, is_worst: bool
) -> list[CourseResponse]:
    """What is said of one course at visits 2 to 4."""
    days = before + OPEN_DAYS + APART * (VISITS - 1) + AFTER
    pain = felt_of(world, days, random)
    first = _first_visit(noted(pain), before, random, is_worst=is_worst)
    pain[first:] -= fall
    by_day = {
        (BEGAN + dt.timedelta(days=day)).date(): float(severity)
        for day, severity in enumerate(noted(pain))
        if day >= first - before
    }
    at = [BEGAN + dt.timedelta(days=first + APART * number) for number in range(VISITS)]
    course = Course(treatment="massage", started=at[0].date())
    visits = [Visit(at=each, treatment="massage") for each in at]
    found = []
    for each in at[1:]:
        now = each + dt.timedelta(days=AFTER)
        known = {day: severity for day, severity in by_day.items() if day <= now.date()}
        found.append(response(standing(course, visits, now), known, now.date()))
    return found


def _first_visit(pain: Floats, before: int, random: np.random.Generator, *, is_worst: bool) -> int:
    """Any day that a course may begin on, or one of the worst tenth of all days."""
    open_days = np.arange(before, before + OPEN_DAYS)
    if not is_worst:
        return int(random.choice(open_days))
    ranked = np.argsort(pain + random.uniform(0, 0.5, size=len(pain)))
    worst = set(ranked[-len(pain) // 10 :].tolist())
    found = [day for day in open_days if day in worst]
    return int(random.choice(found)) if found else int(open_days[np.argmax(pain[open_days])])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
