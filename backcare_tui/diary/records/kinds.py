"""All kinds of records, and the table that each is kept in."""

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan

ENTRIES: tuple[type[Record], ...] = (Pain, Night, Session, Visit, Meal, Feeling, ActiveDay)
"""What a person records day by day."""


KINDS: tuple[type[Record], ...] = (
    *ENTRIES,
    Course,
    Person,
    Agreement,
    Question,
    Ability,
    Belief,
    Trial,
    TrialDay,
    OwnExercise,
    Routine,
    Plan,
    WeekPlan,
    WeekAnswer,
    Check,
    Signs,
    Dismissal,
    Setting,
)


RECORDS: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}
"""The record of each table."""
