"""Every figure of a week is what the file says, reckoned by code that shares nothing with the program."""

from collections import Counter
from collections.abc import Iterable
from statistics import fmean

import pytest

from backcare_tui.insight.week.figures import as_json, weekly_review
from tests.conftest import MONDAY, FrozenClock
from tests.report.conftest import Case
from tests.report.recomputed import DAY, Document, Recomputed, day_of
from tests.report.recomputed_care import both
from tests.report.recomputed_sleep import planned, sleep_of, slept
from tests.report.recomputed_words import areas

WEEKS_AGO = (0, 1, 2, 3, 4, 6, 9, 12, 13, 30)
"""Among them one that goes on, those in which the clocks change and the diaries begin, and one before most of them."""


def test_a_week(case: Case, clock: FrozenClock) -> None:
    for ago in WEEKS_AGO:
        day = MONDAY.date() - 7 * ago * DAY
        truth = case.truth.part(day, day + 6 * DAY)
        said = as_json(weekly_review(case.repository, day + 3 * DAY, clock))
        assert (said["from"], said["to"]) == (truth.first.isoformat(), truth.last.isoformat())
        for part, reckoned in (
            ("pain", pain(truth)),
            ("sleep", sleep(truth)),
            ("movement", movement(truth)),
            ("care", care(truth)),
            ("diet", diet(truth)),
        ):
            told = {name: said[part][name] for name in reckoned}
            assert told == pytest.approx(reckoned), f"{part} of {day}"


def of_week(truth: Recomputed, name: str) -> list[Document]:
    """The entries of one kind in the week."""
    return [each for each in truth.table(name) if truth.within(day_of(each))]


def mean(values: Iterable[float]) -> float | None:
    """None of nothing."""
    known = list(values)
    return fmean(known) if known else None


def pain(truth: Recomputed) -> Document:
    """Pain against the week before; but not the usual swing, which is of many weeks."""
    days, before = (
        {day: value for day, value in truth.pain_of_days().items() if part.within(day)}
        for part in (truth, week_before(truth))
    )
    severities = [each["severity"] for each in of_week(truth, "pain")]
    now, then = mean(days.values()), mean(before.values())
    change = None if now is None or then is None else now - then
    return {
        "days": len(days),
        "entries": len(severities),
        "mean": now,
        "worst": max(severities, default=None),
        "best": min(severities, default=None),
        "previous_mean": then,
        "change": change,
        "meaningful": bool(change)
        and (abs(change or 0) >= 2 or abs(change or 0) >= 0.3 * (then or 0)),
    }


def week_before(truth: Recomputed) -> Recomputed:
    """The same file, asked about the seven days before."""
    return truth.part(truth.first - 7 * DAY, truth.last - 7 * DAY)


def sleep(truth: Recomputed) -> Document:
    """The nights that ended in the week."""
    found, before = sleep_of(truth, truth.first, truth.last), week_before(truth)
    return {
        "nights": found.noted,
        "mean_min": mean(found.lengths),
        "efficiency": mean(found.efficiencies),
        "mean_quality": mean(found.qualities),
        "previous_mean_min": slept(truth, before.first, before.last),
    }


def movement(truth: Recomputed) -> Document:
    """Sessions; how many were planned only where no program, which knows no days, asks for some."""
    done = of_week(truth, "session")
    lengths = [each["done_s"] / 60 for each in done if "done_s" in each]
    found: Document = {
        "sessions": len(done),
        "minutes": sum(lengths) if lengths or not done else None,
    }
    meant = planned(truth, truth.first, truth.last)
    return found if meant is None else {**found, "planned": meant.total()}


def care(truth: Recomputed) -> Document:
    """Visits, and how pain changed in those that say both numbers."""
    given = of_week(truth, "visit")
    return {
        "visits": len(given),
        "massages": sum(each["treatment"] == "massage" for each in given),
        "mean_change": mean(after - before for before, after in both(given)),
    }


def diet(truth: Recomputed) -> Document:
    """What was eaten and drunk."""
    meals = of_week(truth, "meal")
    return {
        "entries": len(meals),
        "water_ml": sum(each.get("water_ml", 0) for each in meals),
        "coffees": sum(each.get("coffees", 0) for each in meals),
        "alcohol_units": sum(each.get("alcohol_units", 0) for each in meals),
    }


def test_words_and_days_of_a_week(case: Case, clock: FrozenClock) -> None:
    for ago in WEEKS_AGO:
        day = MONDAY.date() - 7 * ago * DAY
        truth = case.truth.part(day, day + 6 * DAY)
        said = as_json(weekly_review(case.repository, day, clock))
        of_days = {
            noted.isoformat(): value
            for noted, value in truth.pain_of_days().items()
            if truth.within(noted)
        }
        assert said["pain"]["by_day"] == pytest.approx(of_days)
        for told, named in (
            (said["pain"]["areas"], map(areas, of_week(truth, "pain"))),
            (said["diet"]["tags"], (set(each.get("tags", ())) for each in of_week(truth, "meal"))),
        ):
            counts = Counter(word for words in named for word in words)
            assert list(told.items()) == sorted(
                counts.items(), key=lambda pair: (-pair[1], pair[0])
            )
