"""How often a course that does nothing is called lower, and one that does is: `python -m tests.bench.bench_course [DIARIES]`.

Four visits, 14 days apart, in each of the worlds in which nothing acts. The course begins on a day out of the worst tenth
of the person's own days, or on any day; before it lie 60 to 200 days of diary. It is judged two weeks after visit 4, and
at each visit from the second on: how often it was called lower at least once. Then the same with pain 2 points lower from
the first visit on, before it is noted as a whole number from 0 to 10.
"""

import datetime as dt
import sys
from collections.abc import Iterator

import numpy as np

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import standing
from backcare_tui.guidance.care.response import CourseResponse, response
from tests.bench.rates import rate
from tests.insight.worlds import WORLDS, Floats, noted, unrounded

BEGAN = dt.datetime(2024, 1, 1, 17, tzinfo=dt.UTC)
VISITS, APART, AFTER = 4, 14, 15
DAYS_BEFORE = (60, 90, 120, 200)
OPEN_DAYS = 60
"""Days of the diary within which a course may begin."""
FALL = 2.0


def main(diaries: int = 200) -> None:
    """Print a table of what is told where nothing acts, and one of a true fall."""
    for fall in (0.0, FALL):
        said = f"a true fall of {fall:.0f} points" if fall else "nothing acts"
        for is_worst in (True, False):
            begun = "in the worst tenth of days" if is_worst else "on any day"
            for before in DAYS_BEFORE:
                print(f"\n{said}, begun {begun}, {before} days of diary before")
                print(f"{'':16} {'lower at visit 4':26} {'at least once, visits 2 to 4':26}")
                for world in WORLDS:
                    told = list(_told(world, before, fall, diaries, is_worst=is_worst))
                    last = rate(each[-1].answer == "lower" for each in told)
                    once = rate(any(found.answer == "lower" for found in each) for each in told)
                    print(f"{world:16} {last:26} {once:26}")


def _told(
    world: str, before: int, fall: float, diaries: int, *, is_worst: bool
) -> Iterator[list[CourseResponse]]:
    """What is said of each diary at visits 2 to 4, two weeks after each."""
    for seed in range(diaries):
        random = np.random.default_rng(seed)
        yield answers(world, before, fall, random, is_worst=is_worst)


def answers(
    world: str, before: int, fall: float, random: np.random.Generator, *, is_worst: bool
) -> list[CourseResponse]:
    """What is said of one course at visits 2 to 4."""
    days = before + OPEN_DAYS + APART * (VISITS - 1) + AFTER
    pain = unrounded(world, days, random)
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
