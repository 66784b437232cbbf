"""Doing a line of the week of one's own, from wherever it stands."""

from typing import Any

from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.progress import playable
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP
from backcare_tui.guidance.reading import reading_pages
from backcare_tui.library.regions import region_of
from backcare_tui.screens.frame.desk import Desk


def open_line(of: Screen[Any], desk: Desk, number: int) -> None:
    """Begin the routine or the walk of a line, open its page, or go to where a visit is taken down."""
    plan = week_plan_now(desk.repository, desk.clock)
    if plan is None or number >= len(plan.lines):
        return
    line = plan.lines[number]
    match line.kind:
        case "read":
            if line.id in reading_pages(region_of(desk.repository.settings())):
                of.app.push_screen(screens.PageToRead(desk, line.id))
        case "visit" if line.id == CHECK_UP:
            of.app.push_screen(screens.CheckUpForm(desk))
        case "visit":
            of.app.switch_mode("massage")
        case _ if routine := playable(line, desk.repository.entries(Routine)):
            of.app.push_screen(screens.Before(desk, routine))
        case _:
            of.app.push_screen(screens.EntryForm(desk, Session, given={"routine": line.id}))
