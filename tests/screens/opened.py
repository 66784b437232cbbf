"""Every screen there is: how each is opened, and how it is reached where a key alone does it; for what holds on all."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from backcare_tui import screens
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.guidance.about import ABOUT
from backcare_tui.library.exercises import exercise
from backcare_tui.library.routines import routine
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY
from tests.screens.care.made import course, visit
from tests.screens.frame.test_untouched import A_DAY, DIALOGS, TRIAL, Make, interrupted
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
BY_THEMSELVES = (
    "AgreementForm",
    "Abilities",
    "AdvicePage",
    "Beliefs",
    "Benefits",
    "CheckIn",
    "CourseForm",
    "Courses",
    "Exercises",
    "FieldsDialog",
    "FindingsPage",
    "FirstMinutes",
    "FlarePlanForm",
    "FlarePlanPage",
    "HandOver",
    "History",
    "MealForm",
    "MyWeek",
    "NewWeek",
    "NightForm",
    "PersonForm",
    "PlanGrid",
    "QuestionForm",
    "RenewWeek",
    "ReportPage",
    "RoutineEditor",
    "SettingsPage",
    "SheetForm",
    "Team",
    "TrialForm",
    "TrialsPage",
    "Understand",
    "VisitForm",
    "Welcome",
)
"""Those that need nothing but the desk."""


def played() -> Session:
    return Session(at=MONDAY, routine="desk-break", done_s=180)


def _alone(name: str) -> Make:
    def make(desk: Desk) -> Screen[Any]:
        shown: Screen[Any] = getattr(screens, name)(desk)
        return shown

    return make


OPENED: dict[str, Make] = {
    **{name: _alone(name) for name in BY_THEMSELVES},
    **{name: make for name, make in DIALOGS.items() if " " not in name},
    "After": lambda desk: screens.After(desk, played(), "3 min"),
    "Before": lambda desk: screens.Before(desk, routine("desk-break")),
    "Checklist": lambda desk: screens.Checklist(desk, next(row for row in ABOUT if row.question)),
    "CourseEnd": lambda desk: screens.CourseEnd(desk, course()),
    "EntryForm": lambda desk: screens.EntryForm(desk, Session),
    "ExercisePage": lambda desk: screens.ExercisePage(desk, exercise("cat-cow").id),
    "LatePage": lambda desk: screens.LatePage(desk, ()),
    "Manual": lambda _: screens.Manual(),
    "ManualPage": lambda _: screens.ManualPage("keys"),
    "MonthPage": lambda desk: screens.MonthPage(desk, MONDAY.date()),
    "NextWeek": lambda desk: screens.NextWeek(desk, WeekAnswer(week=MONDAY.date())),
    "PageToRead": lambda desk: screens.PageToRead(desk, "pacing"),
    "Player": lambda desk: screens.Player(desk, interrupted(), is_paused=True),
    "ProgramPage": lambda desk: screens.ProgramPage(desk, "six-week-back-care"),
    "SheetPaper": lambda desk: screens.SheetPaper(desk, routine("desk-break")),
}
"""By the name of the screen; a new one needs its row."""
OVER_A_STORY: dict[str, Make] = {
    **DIALOGS,
    **OPENED,
    "CourseEnd": lambda desk: screens.CourseEnd(desk, last_course(desk)),
    "VisitForm of a visit": lambda desk: screens.VisitForm(desk, last_visit(desk)),
}
"""Those that show more where there are months to show."""
NOT_OPENED = {
    "Arrival": "a file of another program; tests/screens/settings/test_coming_in.py",
    "BackupsPage": "a test has no folder of backups",
    "ComingIn": "looks into the folders of a person; tests/screens/settings/test_coming_in.py",
    "CourseSources": "stands on what a course says",
    "DevicesPage": "a test has no file that is looked after",
    "FolderPage": "a test has no file that is looked after; tests/screens/settings/test_settings.py",
    "LockPage": "a test has no lock; tests/screens/settings/test_lock.py",
    "RecoveryPage": "comes before a lock; tests/screens/settings/test_lock.py",
    "Rescue": "before a damaged diary, with no desk",
    "TooSmall": "goes by itself",
    "Waiting": "goes by itself",
    "Diary": "a place",
    "Diet": "a place",
    "Massage": "a place",
    "Move": "a place",
    "Today": "a place",
    "Trends": "a place",
}


def fill(repository: TinyRepository) -> None:
    """What the screens stand on."""
    repository.add(course(), visit(1), TRIAL, Pain(at=MONDAY - A_DAY, severity=4))


def alone(app: Any) -> None:
    """Close all that lies over the place."""
    while len(app.screen_stack) > 1:
        app.pop_screen()


def last_course(desk: Desk) -> Course:
    return desk.repository.entries(Course)[-1]


def last_visit(desk: Desk) -> Visit:
    return desk.repository.entries(Visit)[-1]


async def each_screen(pilot: Pilot[Any]) -> AsyncIterator[str]:
    """Open one after the other from Today, and give its name while it is seen."""
    app: Any = pilot.app
    for name, keys in BY_KEYS.items():
        for key in keys.split():
            await press(pilot, key)
            await rest(pilot)
        yield name
        await go_home(pilot)
    for name, make in OVER_A_STORY.items():
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
