"""Every screen by its name, imported when it is first opened, as `textual.widgets` does with widgets.

A screen that opens another one asks for it here, whatever its subject, and nowhere else:

    from backcare_tui import screens

    self.app.push_screen(screens.VisitForm(self.desk, visit))

So no screen imports another one, the first place does not wait for the forms, and the type checker
knows what each screen is made of and what it gives.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backcare_tui.screens.care.agreement import AgreementForm as AgreementForm
    from backcare_tui.screens.care.claims import Benefits as Benefits
    from backcare_tui.screens.care.claims import CourseSources as CourseSources
    from backcare_tui.screens.care.course import CourseForm as CourseForm
    from backcare_tui.screens.care.courses import Courses as Courses
    from backcare_tui.screens.care.hand_over import HandOver as HandOver
    from backcare_tui.screens.care.outcome import CourseEnd as CourseEnd
    from backcare_tui.screens.care.person import PersonForm as PersonForm
    from backcare_tui.screens.care.place import Massage as Massage
    from backcare_tui.screens.care.question import QuestionForm as QuestionForm
    from backcare_tui.screens.care.signs import SignsOfInflammation as SignsOfInflammation
    from backcare_tui.screens.care.soreness import Soreness as Soreness
    from backcare_tui.screens.care.team import Team as Team
    from backcare_tui.screens.care.visit import VisitForm as VisitForm
    from backcare_tui.screens.diary.catch_up import CatchUp as CatchUp
    from backcare_tui.screens.diary.checkin import CheckIn as CheckIn
    from backcare_tui.screens.diary.month import MonthPage as MonthPage
    from backcare_tui.screens.diary.night import NightForm as NightForm
    from backcare_tui.screens.diary.place import Diary as Diary
    from backcare_tui.screens.diet.late import LatePage as LatePage
    from backcare_tui.screens.diet.meal import MealForm as MealForm
    from backcare_tui.screens.diet.own_pattern import OwnPattern as OwnPattern
    from backcare_tui.screens.diet.patterns import Patterns as Patterns
    from backcare_tui.screens.diet.place import Diet as Diet
    from backcare_tui.screens.frame.boundaries import Boundaries as Boundaries
    from backcare_tui.screens.frame.choice import ChoiceDialog as ChoiceDialog
    from backcare_tui.screens.frame.dialogs import AskLine as AskLine
    from backcare_tui.screens.frame.entry_form import EntryForm as EntryForm
    from backcare_tui.screens.frame.help import Help as Help
    from backcare_tui.screens.frame.manual import Manual as Manual
    from backcare_tui.screens.frame.manual import ManualPage as ManualPage
    from backcare_tui.screens.frame.too_small import TooSmall as TooSmall
    from backcare_tui.screens.frame.waiting import Waiting as Waiting
    from backcare_tui.screens.guidance.advice import AdvicePage as AdvicePage
    from backcare_tui.screens.guidance.beliefs import Beliefs as Beliefs
    from backcare_tui.screens.guidance.check_up import CheckUpForm as CheckUpForm
    from backcare_tui.screens.guidance.flare_plan import FlarePlanPage as FlarePlanPage
    from backcare_tui.screens.guidance.flare_plan_form import FlarePlanForm as FlarePlanForm
    from backcare_tui.screens.guidance.reading import PageToRead as PageToRead
    from backcare_tui.screens.guidance.red_flags import RedFlags as RedFlags
    from backcare_tui.screens.guidance.understand import Understand as Understand
    from backcare_tui.screens.move.exercise import ExercisePage as ExercisePage
    from backcare_tui.screens.move.exercises import Exercises as Exercises
    from backcare_tui.screens.move.history import History as History
    from backcare_tui.screens.move.my_week import MyWeek as MyWeek
    from backcare_tui.screens.move.pick_routine import PickRoutine as PickRoutine
    from backcare_tui.screens.move.place import Move as Move
    from backcare_tui.screens.move.plan_grid import PlanGrid as PlanGrid
    from backcare_tui.screens.move.program import ProgramPage as ProgramPage
    from backcare_tui.screens.move.routine_editor import RoutineEditor as RoutineEditor
    from backcare_tui.screens.move.sheet_form import SheetForm as SheetForm
    from backcare_tui.screens.move.sheet_paper import SheetPaper as SheetPaper
    from backcare_tui.screens.move.step_form import StepForm as StepForm
    from backcare_tui.screens.player.after import After as After
    from backcare_tui.screens.player.before import Before as Before
    from backcare_tui.screens.player.go_on import GoOn as GoOn
    from backcare_tui.screens.player.player import Player as Player
    from backcare_tui.screens.player.stopping import HowIsIt as HowIsIt
    from backcare_tui.screens.player.stopping import Stopping as Stopping
    from backcare_tui.screens.settings.abilities import Abilities as Abilities
    from backcare_tui.screens.settings.about_you import AboutYou as AboutYou
    from backcare_tui.screens.settings.arrival import Arrival as Arrival
    from backcare_tui.screens.settings.backups import BackupsPage as BackupsPage
    from backcare_tui.screens.settings.checklist import Checklist as Checklist
    from backcare_tui.screens.settings.coming_in import ComingIn as ComingIn
    from backcare_tui.screens.settings.conditions import Conditions as Conditions
    from backcare_tui.screens.settings.devices import DevicesPage as DevicesPage
    from backcare_tui.screens.settings.fields import FieldsDialog as FieldsDialog
    from backcare_tui.screens.settings.folder import FolderPage as FolderPage
    from backcare_tui.screens.settings.lock import LockPage as LockPage
    from backcare_tui.screens.settings.passphrase import AskPassphrase as AskPassphrase
    from backcare_tui.screens.settings.recovery_page import RecoveryPage as RecoveryPage
    from backcare_tui.screens.settings.rescue import Rescue as Rescue
    from backcare_tui.screens.settings.settings import SettingsPage as SettingsPage
    from backcare_tui.screens.today.first_minutes import FirstMinutes as FirstMinutes
    from backcare_tui.screens.today.new_week import NewWeek as NewWeek
    from backcare_tui.screens.today.place import Today as Today
    from backcare_tui.screens.today.welcome import Welcome as Welcome
    from backcare_tui.screens.trends.findings import FindingsPage as FindingsPage
    from backcare_tui.screens.trends.next_week import NextWeek as NextWeek
    from backcare_tui.screens.trends.place import Trends as Trends
    from backcare_tui.screens.trends.renew_week import RenewWeek as RenewWeek
    from backcare_tui.screens.trends.report import ReportPage as ReportPage
    from backcare_tui.screens.trends.trial import TrialForm as TrialForm
    from backcare_tui.screens.trends.trial_answer import TrialAnswer as TrialAnswer
    from backcare_tui.screens.trends.trials import TrialsPage as TrialsPage
else:

    def __getattr__(name: str) -> object:
        """The screen of a name; asked for only while it is not imported yet."""
        if name not in HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        screen = getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
        globals()[name] = screen
        return screen


HOMES = {
    "AgreementForm": "care.agreement",
    "Benefits": "care.claims",
    "CourseSources": "care.claims",
    "CourseForm": "care.course",
    "Courses": "care.courses",
    "HandOver": "care.hand_over",
    "CourseEnd": "care.outcome",
    "PersonForm": "care.person",
    "Massage": "care.place",
    "QuestionForm": "care.question",
    "SignsOfInflammation": "care.signs",
    "Soreness": "care.soreness",
    "Team": "care.team",
    "VisitForm": "care.visit",
    "CatchUp": "diary.catch_up",
    "CheckIn": "diary.checkin",
    "MonthPage": "diary.month",
    "NightForm": "diary.night",
    "Diary": "diary.place",
    "LatePage": "diet.late",
    "MealForm": "diet.meal",
    "OwnPattern": "diet.own_pattern",
    "Patterns": "diet.patterns",
    "Diet": "diet.place",
    "Boundaries": "frame.boundaries",
    "ChoiceDialog": "frame.choice",
    "AskLine": "frame.dialogs",
    "EntryForm": "frame.entry_form",
    "Help": "frame.help",
    "Manual": "frame.manual",
    "ManualPage": "frame.manual",
    "TooSmall": "frame.too_small",
    "Waiting": "frame.waiting",
    "AdvicePage": "guidance.advice",
    "Beliefs": "guidance.beliefs",
    "CheckUpForm": "guidance.check_up",
    "FlarePlanForm": "guidance.flare_plan_form",
    "FlarePlanPage": "guidance.flare_plan",
    "PageToRead": "guidance.reading",
    "RedFlags": "guidance.red_flags",
    "Understand": "guidance.understand",
    "ExercisePage": "move.exercise",
    "Exercises": "move.exercises",
    "History": "move.history",
    "MyWeek": "move.my_week",
    "PickRoutine": "move.pick_routine",
    "Move": "move.place",
    "ProgramPage": "move.program",
    "RoutineEditor": "move.routine_editor",
    "SheetForm": "move.sheet_form",
    "SheetPaper": "move.sheet_paper",
    "StepForm": "move.step_form",
    "PlanGrid": "move.plan_grid",
    "After": "player.after",
    "Before": "player.before",
    "GoOn": "player.go_on",
    "Player": "player.player",
    "HowIsIt": "player.stopping",
    "Stopping": "player.stopping",
    "Abilities": "settings.abilities",
    "AboutYou": "settings.about_you",
    "Arrival": "settings.arrival",
    "BackupsPage": "settings.backups",
    "Checklist": "settings.checklist",
    "ComingIn": "settings.coming_in",
    "Conditions": "settings.conditions",
    "DevicesPage": "settings.devices",
    "FieldsDialog": "settings.fields",
    "FolderPage": "settings.folder",
    "LockPage": "settings.lock",
    "AskPassphrase": "settings.passphrase",
    "RecoveryPage": "settings.recovery_page",
    "Rescue": "settings.rescue",
    "SettingsPage": "settings.settings",
    "FirstMinutes": "today.first_minutes",
    "NewWeek": "today.new_week",
    "Today": "today.place",
    "Welcome": "today.welcome",
    "FindingsPage": "trends.findings",
    "NextWeek": "trends.next_week",
    "RenewWeek": "trends.renew_week",
    "Trends": "trends.place",
    "ReportPage": "trends.report",
    "TrialForm": "trends.trial",
    "TrialAnswer": "trends.trial_answer",
    "TrialsPage": "trends.trials",
}
"""The module of each screen, within this package."""
