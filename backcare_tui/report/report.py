"""What is in the report for a therapist or doctor: the figures of some weeks or months. Needs numpy."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import pain_impact
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.days import DayFigures, days_of, known_pain, known_sleep
from backcare_tui.insight.findings.results import LastingStep, Trend
from backcare_tui.insight.findings.step import step_of
from backcare_tui.insight.findings.trend import trend_of
from backcare_tui.insight.longer.marks import Mark, gather_marks
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.hand_over_data import of_span
from backcare_tui.report.notes import EntryNote, notes_of

ReportPart = Literal["summary", "pain", "sleep", "care", "medicines", "areas", "impact", "notes"]
PARTS: dict[ReportPart, str] = {
    "summary": "Summary figures",
    "pain": "Pain day by day",
    "sleep": "Sleep night by night",
    "care": "Treatments and responses",
    "medicines": "Medicines taken",
    "areas": "Where it hurt",
    "impact": "Pain impact",
    "notes": "Chosen notes",
}
"""What a report can be made of, in its order."""
USUAL_WEEKS = 12


class Report(msgspec.Struct, frozen=True):
    """All that a report says of a time."""

    about: HandOverData
    days: tuple[DayFigures, ...]
    """Every day of the time."""
    marks: tuple[Mark, ...]
    trends: tuple[Trend, ...]
    """Of pain, then of sleep."""
    step: LastingStep | None
    """Since when pain has had another level."""
    impacts: Mapping[dt.date, float]
    """Pain impact, 0 to 10, on the days on which it was asked."""
    notes: tuple[EntryNote, ...]
    """Those that were chosen."""


def usual_span(clock: Clock) -> Between:
    """The last twelve weeks."""
    today = clock.today()
    return today - dt.timedelta(weeks=USUAL_WEEKS) + dt.timedelta(days=1), today


def report_of(
    repository: Repository, clock: Clock, span: Between, note_ids: Collection[str] = ()
) -> Report:
    """Gathers a report: everything that may stand on it, for the parts to be chosen from.

    Args:
        repository: The diary; the days of the span and as many before it are read.
        clock: The moment.
        span: The first and the last day, at the latest today.
        note_ids: The entries whose notes are in it; no other note is.
    """
    days = days_of(repository, span, clock)
    scores = ((entry.day, pain_impact(entry)) for entry in repository.entries(Pain, span))
    return Report(
        about=of_span(repository, clock, span),
        days=days,
        marks=tuple(each for each in gather_marks(repository) if span[0] <= each.day <= span[1]),
        trends=(
            trend_of("pain", known_pain(days), *span),
            trend_of("sleep", known_sleep(days), *span),
        ),
        step=step_of(known_pain(days), *span),
        impacts={day: score for day, score in scores if score is not None},
        notes=tuple(note for note in notes_of(repository, span) if note.id in note_ids),
    )
