"""What is in the report for a therapist or doctor: the figures of some weeks or months. Needs numpy."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

import msgspec
from msgspec.structs import replace

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
from backcare_tui.report.hand_over_data import of_span, reader_of
from backcare_tui.report.hand_over_paper import only
from backcare_tui.report.notes import EntryNote, notes_of
from backcare_tui.report.parts import MARKED, REPORT_PARTS
from backcare_tui.report.told import AsOf, Told

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


def told_of(
    repository: Repository, span: Between, parts: Collection[str] = tuple(REPORT_PARTS)
) -> Told:
    """The diary as a report of a time may tell it: as of its last day, private things where that is asked for."""
    return Told(AsOf(repository, span[1]), reader_of(None, parts))


def report_of(
    repository: Repository,
    clock: Clock,
    span: Between,
    note_ids: Collection[str] = (),
    parts: Collection[str] = tuple(REPORT_PARTS),
) -> Report:
    """Gathers a report: everything that may stand on it, for the parts to be chosen from.

    All is as it was known on the last day, but for the warning signs, which are those of now.

    Args:
        repository: The diary; the days of the span and as many before it are read.
        clock: The moment.
        span: The first and the last day, at the latest today.
        note_ids: The entries whose notes are in it; no other note is.
        parts: Whether `private` things are told; of the rest everything is gathered.
    """
    told = told_of(repository, span, parts)
    days = days_of(told, span, clock)
    scores = ((entry.day, pain_impact(entry)) for entry in told.entries(Pain, span))
    return Report(
        about=of_span(repository, clock, span, parts=parts),
        days=days,
        marks=tuple(each for each in gather_marks(told) if span[0] <= each.day <= span[1]),
        trends=(
            trend_of("pain", known_pain(days), *span),
            trend_of("sleep", known_sleep(days), *span),
        ),
        step=step_of(known_pain(days), *span),
        impacts={day: score for day, score in scores if score is not None},
        notes=tuple(note for note in notes_of(told, span) if note.id in note_ids),
    )


def only_parts(of: Report, parts: Collection[str]) -> Report:
    """A report without all that only parts tell which are left out."""
    about = only(of.about, parts)
    if "pain" not in parts:
        about = replace(about, pain=None, flare_days=())
    marks = tuple(each for each in of.marks if MARKED[each.kind] in parts)
    return replace(of, about=about, marks=marks, notes=notes_in(of.notes, parts))


def notes_in(notes: Iterable[EntryNote], parts: Collection[str]) -> tuple[EntryNote, ...]:
    """Those of the parts that are in it; checks stand with the treatments."""
    checked = {"checks"} if "care" in parts else set()
    return tuple(each for each in notes if each.part in {*parts, *checked})
