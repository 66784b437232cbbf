"""A week as blocks of words: each line with its minutes and days, and why it is there. Pure."""

from collections.abc import Iterable

from textual.content import Content

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.my_week import (
    parted,
    say_changes,
    say_line_days,
    say_line_minutes,
    sources_of_week,
    why_of,
)
from backcare_tui.guidance.plan.progress import line_name
from backcare_tui.text import clean
from backcare_tui.widgets.clickable import clickable


def draw_week(plan: WeekPlan, own: Iterable[Routine]) -> list[Content]:
    """A block for each line, and one for where the reasons are from."""
    known = tuple(own)
    blocks = [
        _block(
            line_name(each, known), (say_line_minutes(each), say_line_days(each)), why_of(each)[0]
        )
        for each in plan.lines
    ]
    sources = sources_of_week(plan)
    return [*blocks, Content.styled(f"From: {sources}", "$quiet")] if sources else blocks


def draw_changes(plan: WeekPlan) -> list[Content]:
    """A block for each change: what it is, and below it why."""
    return [_block(f"→ {what}", (), parted(why)[0]) for what, why in say_changes(plan)]


def what_enter_does(words: str) -> Content:
    """The one thing to do under a week; a click on it is enter, too."""
    said = Content.assemble(("▸ ", "$next"), (words, "bold $next"), "  enter")
    return clickable(said, "app.simulate_key('enter')")


def _block(name: str, more: tuple[str, ...], why: str) -> Content:
    said = "   ".join(filter(None, more))
    return Content.assemble(
        (clean(name), "bold"), (f"   {said}" if said else "", "$here"), "\n", (clean(why), "$quiet")
    )
