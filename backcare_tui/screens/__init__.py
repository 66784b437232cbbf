"""The screens, as factories: each imports its screen when it is first opened."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from backcare_tui.screens.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare_tui.diary.routine import Routine
    from backcare_tui.player.session import UnderWay


def open_today(desk: Desk) -> Screen[None]:
    """What is worth doing now."""
    from backcare_tui.screens.today import Today

    return Today(desk)


def open_diary(desk: Desk) -> Screen[None]:
    """Pain and sleep, day by day."""
    from backcare_tui.screens.diary import Diary

    return Diary(desk)


def open_move(desk: Desk) -> Screen[None]:
    """Routines by purpose, and what is in them."""
    from backcare_tui.screens.move.routines import Move

    return Move(desk)


def open_massage(desk: Desk) -> Screen[None]:
    """Course, visits and people."""
    from backcare_tui.screens.records import Massage

    return Massage(desk)


def open_diet(desk: Desk) -> Screen[None]:
    """Meals and drinks."""
    from backcare_tui.screens.records import Diet

    return Diet(desk)


def open_trends(desk: Desk) -> Screen[None]:
    """The week, and the weeks before it."""
    from backcare_tui.screens.trends import Trends

    return Trends(desk)


def open_welcome(desk: Desk) -> Screen[None]:
    """The boundary text, once."""
    from backcare_tui.screens.welcome import Welcome

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
    from backcare_tui.screens.conditions import Conditions

    return Conditions(desk, ids)
