"""Every screen there is, opened over a diary: how each is made, and how it is reached where a key alone does it."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from backcare_tui import screens
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.library.routines import routine
from backcare_tui.screens.frame.desk import Desk
from tests.conftest import MONDAY
from tests.screens.frame.test_untouched import A_DAY, DIALOGS, Make, interrupted
from tests.screens.seen import painted, press, settle

BY_KEYS = {
    "Today": "1",
    "Diary": "2",
    "Move": "3",
    "Massage": "4",
    "Diet": "5",
    "Trends": "6",
    "the week before": "6 left_square_bracket",
    "4 weeks": "6 plus",
    "12 weeks": "6 plus plus",
    "the year": "6 plus plus plus",
    "CourseSources": "4 i",
    "LatePage": "5 i",
    "MonthPage": "2 v",
    "the day by hours": "2 down down down",
    "a check-in in mid": "n 6 tab down down enter",
    "palette": "ctrl+p",
}
"""What is reached from Today by keys: the places, their views, and pages that a place hands what it has read."""


def last_course(desk: Desk) -> Course:
    return desk.repository.entries(Course)[-1]


def last_visit(desk: Desk) -> Visit:
    return desk.repository.entries(Visit)[-1]


def after(desk: Desk) -> Screen[Any]:
    session = Session(at=MONDAY, routine="desk-break", done_s=180)
    return screens.After(desk, session, "3 min")


def backups(desk: Desk) -> Screen[Any]:
    assert desk.safekeeping
    return screens.BackupsPage(desk, desk.safekeeping)


OF_THE_DESK = (
    "Abilities AdvicePage AgreementForm Beliefs Benefits CheckIn CourseForm Courses Exercises FindingsPage FirstMinutes"
    " FieldsDialog FlarePlanForm FlarePlanPage HandOver History MealForm MyWeek NewWeek NightForm PersonForm PlanGrid"
    " QuestionForm RenewWeek ReportPage RoutineEditor SettingsPage SheetForm Team TrialForm TrialsPage Understand VisitForm Welcome"
)
"""What needs nothing else to be made."""
MADE: dict[str, Make] = {
    **DIALOGS,
    **{name: getattr(screens, name) for name in OF_THE_DESK.split()},
    "After": after,
    "BackupsPage": backups,
    "Before": lambda desk: screens.Before(desk, routine("desk-break")),
    "CourseEnd": lambda desk: screens.CourseEnd(desk, last_course(desk)),
    "EntryForm": lambda desk: screens.EntryForm(desk, Session),
    "ExercisePage": lambda desk: screens.ExercisePage(desk, "pelvic-tilt"),
    "Manual": lambda _: screens.Manual(),
    "ManualPage": lambda _: screens.ManualPage("diary-file"),
    "NextWeek": lambda desk: screens.NextWeek(desk, WeekAnswer(week=MONDAY.date() - 7 * A_DAY)),
    "PageToRead": lambda desk: screens.PageToRead(desk, "pacing"),
    "Player": lambda desk: screens.Player(desk, interrupted(), is_paused=True),
    "ProgramPage": lambda desk: screens.ProgramPage(desk, "six-week-back-care"),
    "SheetPaper": lambda desk: screens.SheetPaper(desk, routine("desk-break")),
    "VisitForm of a visit": lambda desk: screens.VisitForm(desk, last_visit(desk)),
}
"""How each of the others is made."""
NOT_OPENED = {
    "Rescue": "before a damaged diary",
    "TooSmall": "goes by itself",
    "Waiting": "goes by itself",
}
"""Why the rest is not opened here."""


async def each_screen(pilot: Pilot[Any]) -> AsyncIterator[str]:
    """Open one after the other from Today, and give its name while it is seen."""
    app: Any = pilot.app
    for name, keys in BY_KEYS.items():
        for key in keys.split():
            await press(pilot, key)
            await rest(pilot)
        yield name
        await go_home(pilot)
    for name, make in MADE.items():
        app.push_screen(make(app.desk), lambda _: None)
        await rest(pilot)
        yield name
        await go_home(pilot)


async def go_home(pilot: Pilot[Any]) -> None:
    """To Today, with nothing over it and Trends at the week."""
    app: Any = pilot.app
    while len(app.screen_stack) > 1:
        app.pop_screen()
    if app.current_mode == "trends":
        await press(pilot, "minus minus minus")
    await app.switch_mode("today")
    await painted(pilot)
    while len(app.screen_stack) > 1:
        app.pop_screen()
    await painted(pilot)


async def rest(pilot: Pilot[Any]) -> None:
    """Wait for what is done beside the screen; what another look made needless is not waited for."""
    with suppress(WorkerCancelled):
        await settle(pilot)
    await painted(pilot)
