"""What is on the page for the next appointment: figures and words of the time since the last one.

Nothing private is on it by itself: of the notes only those of visits, no care of the mind or of an
intimate kind and no medicine for it, and never what was answered about mood. What the diary does not
say is None.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between
from backcare_tui.diary.settings import RegionId
from backcare_tui.guidance.care.course import CourseStanding
from backcare_tui.guidance.care.response import CourseResponse
from backcare_tui.insight.against_start import AgainstStart
from backcare_tui.insight.medicines import MedicineDays
from backcare_tui.insight.peg import ImpactNow, Peg
from backcare_tui.insight.trials.effect import Result
from backcare_tui.library.taxonomy import name_within
from backcare_tui.report.cost import PainCost
from backcare_tui.report.flare_section import FlareTold
from backcare_tui.report.notes import EntryNote
from backcare_tui.report.person import TakeCare
from backcare_tui.report.symptoms import Symptoms
from backcare_tui.report.where import Where
from backcare_tui.text import say_count

USUAL_DAYS = 42
"""Six weeks: how far the page looks back where there was no visit."""


class PainSince(msgspec.Struct, frozen=True):
    """Pain in the period; severities are 0 to 10."""

    days: int
    """Days with an entry."""
    mean: float
    """The mean of the days' means."""
    best: int
    worst: int


class SessionsOfPeriod(msgspec.Struct, frozen=True):
    """The sessions of the period."""

    count: int
    minutes: float | None
    """In all, as far as it is known."""
    timed: int
    """How many of them say how long they were."""
    planned: int | None
    """How many the plans meant; None without a plan of days."""
    days: int = 0
    """On how many days there was one."""
    kept: int | None = None
    """How many of the planned ones were done and not stopped; what no plan names is not counted."""
    stopped: int = 0
    """How many were stopped early."""
    for_pain: int = 0
    """How many of these as pain rose."""


class SleepOfPeriod(msgspec.Struct, frozen=True):
    """The nights whose length is known."""

    nights: int
    mean_min: float
    before_min: float | None
    """The mean of the period before."""
    efficiency: float | None
    """The mean of time asleep as a part of time in bed, of the nights that say both; 0 to 1."""
    efficiency_nights: int
    """How many nights those are."""

    @property
    def efficiency_of(self) -> str:
        """Of how many nights that is, where it is not all: ` over 7 nights`."""
        if self.efficiency is None or self.efficiency_nights == self.nights:
            return ""
        return f" over {say_count(self.efficiency_nights, 'night')}"


class Activity(msgspec.Struct, frozen=True):
    """One of the person's own activities, 0 cannot to 10 as before (after Stratford 1995)."""

    name: str
    rating: int
    day: dt.date
    before: int | None
    """As it was rated the time before."""
    before_day: dt.date
    first: int | None
    """As it was rated first; None where that is this one."""
    first_day: dt.date


class TrialResult(msgspec.Struct, frozen=True):
    """A trial that is over, and what came of it."""

    trial: Trial
    result: Result
    span: Between


class Going(msgspec.Struct, frozen=True):
    """A course: where it stands, and whether pain is lower than before."""

    standing: CourseStanding
    found: CourseResponse
    """Whether pain is lower than in the four weeks before it."""


class Lifted(msgspec.Struct, frozen=True):
    """Warning signs that stood at the end of the period, and that were answered since."""

    marked: dt.date
    day: dt.date
    """Of the check or the check-up that answered them."""
    seen_by: str | None
    """Who looked; empty where the check-up does not say, None where a new check took them back."""


def without_treatments(sign: str, treatments: Iterable[str]) -> str:
    """A warning sign of the time after a visit, without what the visit was.

    Args:
        sign: What the diary says, in a sentence.
        treatments: Those that are not told, by their ids or in own words.
    """
    for each in treatments:
        sign = sign.replace(f"After the {name_within('treatments', each)} ", "After the visit ")
    return sign


class HandOverData(msgspec.Struct, frozen=True):
    """All that is on the page."""

    made: dt.date
    person: Person | None
    """Whom the appointment is with; None for anybody."""
    span: Between
    since: Literal["visit", "day", "usual"]
    """Why it begins there: the last visit with them, a day that was asked for, or six weeks."""
    names: Mapping[str, str]
    """The care team by id."""
    pain: PainSince | None
    against: AgainstStart | None
    """How pain is on the last day against the start, which does not depend on the period."""
    pegs: tuple[Peg, ...]
    """The weekly answers of the period, or of twelve weeks where it is shorter."""
    impact_now: ImpactNow | None
    """Pain impact against the start, by the same twelve weeks on every page."""
    flare_days: tuple[dt.date, ...]
    care: TakeCare
    symptoms: Symptoms
    activities: tuple[Activity, ...]
    visits: tuple[Visit, ...]
    """Those of the period that are meant for the reader."""
    treatments: frozenset[str]
    """All that was ever had: where treatments are left out, no warning sign names one."""
    courses: tuple[Going, ...]
    sessions: SessionsOfPeriod
    sleep: SleepOfPeriod | None
    medicines: tuple[MedicineDays, ...]
    last_check_up: Check | None
    """The last one up to the last day, whenever it was."""
    trials: tuple[TrialResult, ...]
    """Those that were over by the last day, the last ones."""
    checks: tuple[Check, ...]
    """The checks for warning signs in the period, and the check-ups."""
    flags: tuple[str, ...]
    """The ids of the warning signs that stand today, whenever they were marked."""
    flagged: dt.date | None
    """When they were marked."""
    lifted: Lifted | None
    """Where none stands today, but some did at the end of the period."""
    open_signs: tuple[str, ...]
    """What the diary itself says that asks for the check, and that none has answered: sentences."""
    plan: Agreement | None
    questions: tuple[Question, ...]
    notes: tuple[EntryNote, ...]
    where: tuple[Where, ...] = ()
    """Where it hurt in the first and in the last weeks."""
    region: RegionId = ""
    """Where the person lives."""
    flare: FlareTold | None = None
    """The flare plan, where it is asked for, or something of it was written."""
    cost: PainCost | None = None
    """What pain cost in the weeks of the period, as far as that was answered."""

    @property
    def last(self) -> dt.date:
        """The last day of the period: all is told as of it, but for the warning signs."""
        return self.span[1]

    @property
    def days(self) -> int:
        """How long the period is."""
        first, last = self.span
        return (last - first).days + 1
