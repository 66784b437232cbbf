"""How every screen is opened that lies over a place: for what holds on all of them."""

from typing import Any

from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.guidance.about import ABOUT
from backcare_tui.library.exercises import exercise
from backcare_tui.library.routines import routine
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY
from tests.screens.care.made import course, visit
from tests.screens.frame.test_untouched import A_DAY, DIALOGS, TRIAL, Make, interrupted

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
NOT_OPENED = {
    "BackupsPage": "a test has no folder of backups",
    "CourseSources": "stands on what a course says",
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
