"""The screens, as factories: each imports its screen when it is first opened."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from backcare_tui.screens.frame.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from backcare_tui.diary.records.course import Course
    from backcare_tui.diary.records.routine import Routine
    from backcare_tui.diary.records.visit import Visit
    from backcare_tui.guidance.care.course import CourseStanding
    from backcare_tui.guidance.care.course_sentences import CourseVerdict
    from backcare_tui.player.session import UnderWay


def open_today(desk: Desk) -> Screen[None]:
    """What is worth doing now."""
    from backcare_tui.screens.today.place import Today

    return Today(desk)


def open_diary(desk: Desk) -> Screen[None]:
    """Pain and sleep, day by day."""
    from backcare_tui.screens.diary.place import Diary

    return Diary(desk)


def open_move(desk: Desk) -> Screen[None]:
    """Routines by purpose, and what is in them."""
    from backcare_tui.screens.move.place import Move

    return Move(desk)


def open_massage(desk: Desk) -> Screen[None]:
    """Course, visits and people."""
    from backcare_tui.screens.care.place import Massage

    return Massage(desk)


def open_diet(desk: Desk) -> Screen[None]:
    """Meals and drinks."""
    from backcare_tui.screens.diet.place import Diet

    return Diet(desk)


def open_trends(desk: Desk) -> Screen[None]:
    """The week, and the weeks before it."""
    from backcare_tui.screens.trends.place import Trends

    return Trends(desk)


def open_welcome(desk: Desk) -> Screen[None]:
    """The boundary text, once."""
    from backcare_tui.screens.today.welcome import Welcome

    return Welcome(desk)


def open_exercises(desk: Desk, *, picks: bool = False) -> Screen[str | None]:
    """The exercise library; where it `picks`, it gives the id of the exercise that was chosen."""
    from backcare_tui.screens.move.exercises import Exercises

    return Exercises(desk, picks=picks)


def open_exercise(desk: Desk, exercise_id: str) -> Screen[None]:
    """The page of one exercise."""
    from backcare_tui.screens.move.exercise import ExercisePage

    return ExercisePage(desk, exercise_id)


def open_before(desk: Desk, routine: "Routine") -> Screen[None]:
    """What is asked before a routine; the player comes after it."""
    from backcare_tui.screens.player.before import Before

    return Before(desk, routine)


def open_go_on(desk: Desk, under_way: "UnderWay") -> Screen[Any]:
    """The offer to go on with a session that was interrupted."""
    from backcare_tui.screens.player.go_on import GoOn

    return GoOn(desk, under_way)


def open_routine_editor(desk: Desk, routine: "Routine | None" = None) -> Screen[None]:
    """The editor of one's own routines; one of the library becomes a copy."""
    from backcare_tui.screens.move.routine_editor import RoutineEditor

    return RoutineEditor(desk, routine)


def open_history(desk: Desk, routine_id: str = "") -> Screen[None]:
    """The sessions of a routine, or all of them."""
    from backcare_tui.screens.move.history import History

    return History(desk, routine_id)


def open_week_plan(desk: Desk) -> Screen[None]:
    """What is planned for which days of the week."""
    from backcare_tui.screens.move.week_plan import WeekPlan

    return WeekPlan(desk)


def open_program(desk: Desk, program_id: str) -> Screen[None]:
    """A program: its weeks, and where one is."""
    from backcare_tui.screens.move.program import ProgramPage

    return ProgramPage(desk, program_id)


def open_conditions(desk: Desk, ids: "Sequence[str]" = ()) -> Screen[Any]:
    """Asks which conditions a person has: those of these ids, or all."""
    from backcare_tui.screens.settings.conditions import Conditions

    return Conditions(desk, ids)


def open_visit(
    desk: Desk, visit: "Visit | None" = None, given: "Mapping[str, Any] | None" = None
) -> Screen[None]:
    """The form of a visit: a new one, in which some values are given, or one to change."""
    from backcare_tui.screens.care.visit import VisitForm

    return VisitForm(desk, visit, given)


def open_soreness(desk: Desk, visit: "Visit") -> Screen[Any]:
    """Asks how sore one is the day after a visit."""
    from backcare_tui.screens.care.soreness import Soreness

    return Soreness(desk, visit)


def open_signs(desk: Desk) -> Screen[Any]:
    """Asks for signs of inflammation."""
    from backcare_tui.screens.care.signs import SignsOfInflammation

    return SignsOfInflammation(desk)


def open_course(desk: Desk, course: "Course | None" = None) -> Screen[Any]:
    """The form of a course: a new one, or one to change."""
    from backcare_tui.screens.care.course import CourseForm

    return CourseForm(desk, course)


def open_course_end(desk: Desk, course: "Course") -> Screen[Any]:
    """Asks how a course went, and ends it."""
    from backcare_tui.screens.care.outcome import CourseEnd

    return CourseEnd(desk, course)


def open_course_sources(
    desk: Desk, now: "CourseStanding", verdict: "CourseVerdict"
) -> Screen[None]:
    """What the words of a course rest on, and where they are from."""
    from backcare_tui.screens.care.claims import CourseSources

    return CourseSources(desk, now, verdict)


def open_benefits(desk: Desk) -> Screen[None]:
    """What massage is said to do, and what the diary shows of it."""
    from backcare_tui.screens.care.claims import Benefits

    return Benefits(desk)


def open_courses(desk: Desk) -> Screen[None]:
    """The courses of before, compared."""
    from backcare_tui.screens.care.courses import Courses

    return Courses(desk)


def open_team(desk: Desk) -> Screen[None]:
    """The care team, the shared plan, and questions for the next appointment."""
    from backcare_tui.screens.care.team import Team

    return Team(desk)


def open_question(desk: Desk) -> Screen[Any]:
    """A question for an appointment, in one line."""
    from backcare_tui.screens.care.question import QuestionForm

    return QuestionForm(desk)


def open_hand_over(desk: Desk, person_id: str = "") -> Screen[None]:
    """The page for the next appointment, with one person or with anybody."""
    from backcare_tui.screens.care.hand_over import HandOver

    return HandOver(desk, person_id)


def open_red_flags(desk: Desk) -> Screen[Any]:
    """The check for warning signs."""
    from backcare_tui.screens.guidance.red_flags import RedFlags

    return RedFlags(desk)


def open_advice(desk: Desk) -> Screen[None]:
    """All that the rules say now."""
    from backcare_tui.screens.guidance.advice import AdvicePage

    return AdvicePage(desk)


def open_about_you(desk: Desk) -> Screen[None]:
    """What a person stated about themselves."""
    from backcare_tui.screens.settings.about_you import AboutYou

    return AboutYou(desk)


def open_abilities(desk: Desk) -> Screen[Any]:
    """How well the person's own activities go now."""
    from backcare_tui.screens.settings.abilities import Abilities

    return Abilities(desk)


def open_findings(desk: Desk) -> Screen[None]:
    """What goes along with pain and sleep, by a fair test."""
    from backcare_tui.screens.trends.findings import FindingsPage

    return FindingsPage(desk)


def open_trials(desk: Desk) -> Screen[None]:
    """One's own trials: the one that runs, and those of before."""
    from backcare_tui.screens.trends.trials import TrialsPage

    return TrialsPage(desk)


def open_trial(desk: Desk) -> Screen[Any]:
    """The form in which a trial is begun."""
    from backcare_tui.screens.trends.trial import TrialForm

    return TrialForm(desk)


def open_report(desk: Desk) -> Screen[None]:
    """The report for a therapist or doctor: its time, its parts, and where it goes."""
    from backcare_tui.screens.trends.report import ReportPage

    return ReportPage(desk)
