"""The flare plan on a sheet of paper, to hang up or to keep in a drawer: the same words as on the screen."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import RegionId
from backcare_tui.guidance.flare_plan import FlarePlan
from backcare_tui.guidance.flare_plan_pieces import PlanPiece, plan_pieces, say_written
from backcare_tui.guidance.reading import UNCITED, ReadingPoint
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.library.exercises import exercise_name
from backcare_tui.library.references import named_in
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Paper, Section, sheet_of
from backcare_tui.text import say_date

TITLE = "My flare plan"
ON_IT = (
    "On this page: your own lines and whom to call, as you wrote them, when to get help, and what your diary knows "
    "of your flare-ups."
)
"""What stands on it, in a line that is read before it is written."""
BY_PEN = 3
"""Empty lines for the pen where nothing was written."""
PEN = "_" * 48


def flare_paper(plan: FlarePlan, today: dt.date, region: RegionId = "") -> Paper:
    """The plan as a page; what was not written yet has lines for the pen.

    Args:
        plan: The plan, with one's own flares.
        today: The day.
        region: Where the person lives, for the size of the sheet.
    """
    if plan.past:  # what goes on today is old by the time it is read
        plan = replace(plan, past=replace(plan.past, now=None))
    pieces = [piece for piece in plan_pieces(plan, today) if piece.kind != "stands"]
    named = [f"{point.source}; {point.says}" for piece in pieces for point in piece.points]
    return Paper(
        title=TITLE,
        about=tuple(_about(plan)),
        boundary=boundary_text()[0],
        sections=tuple(_sections(pieces, plan.routine)),
        made=f"made on {say_date(today)}",
        foot=(UNCITED,),
        sources=tuple(f"{each.key}: {each}." for each in named_in("; ".join(named))),
        sheet=sheet_of(region),
    )


def _about(plan: FlarePlan) -> Iterator[str]:
    written = say_written(plan)
    yield f"For a bad day{f'; {written}' if written else ''}."


def _sections(pieces: Iterable[PlanPiece], routine: Routine | None) -> Iterator[Section]:
    for piece in pieces:
        said = tuple(map(_say, piece.points))
        if piece.kind == "begin" and routine:
            steps = (exercise_name(step.exercise) for step in routine.steps)
            said = (*said, f"{', '.join(dict.fromkeys(steps))}.")
        if piece.kind in {"own", "call"} and not said:
            said = (PEN,) * (BY_PEN if piece.kind == "own" else 1)
        if piece.kind in {"begin", "call"} or len(said) == 1:
            yield Section(piece.title, said, is_warning=piece.is_urgent)
        else:
            yield Section(piece.title, items=said, is_warning=piece.is_urgent)


def _say(point: ReadingPoint) -> str:
    said = own(point.says)
    return f"{said} ({point.cited})" if point.cited else said
