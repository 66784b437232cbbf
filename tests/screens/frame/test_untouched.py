"""Whoever opens a dialog and presses enter has answered nothing; every dialog there is, is tried."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from textual.screen import ModalScreen, Screen

from backcare_tui import screens
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import RoutineStep
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.trial import Trial
from backcare_tui.guidance.about import ABOUT
from backcare_tui.insight.trials.schedule import on_day
from backcare_tui.library.exercises import exercise
from backcare_tui.library.patterns import chosen_pattern
from backcare_tui.library.routines import routine
from backcare_tui.player.engine import Engine
from backcare_tui.player.session import UnderWay
from backcare_tui.player.timeline import timeline
from backcare_tui.screens.care.course_asks import did_it_help
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.marks import Marks
from tests.conftest import MONDAY, AppAt
from tests.house.source import PACKAGE, name_of
from tests.screens.care.made import course, visit
from tests.screens.seen import flowing, painted, press
from tests.stored import stored

A_DAY = dt.timedelta(days=1)
TRIAL = Trial(
    name="heat",
    outcome="pain",
    started=MONDAY.date(),
    period_days=2,
    schedule=("with", "without"),
)


def interrupted() -> UnderWay:
    """A session that a crash left behind."""
    of = routine("desk-break")
    engine = Engine(timeline(of))
    engine.go_on(0)
    for second in range(60):
        engine.tick(second)
    return UnderWay(routine=of, at=MONDAY, snapshot=engine.snapshot())


def trial_day(desk: Desk) -> Screen[Any]:
    on = on_day(TRIAL, MONDAY.date())
    assert on
    return screens.TrialAnswer(desk, TRIAL, on)


Make = Callable[[Desk], Screen[Any]]
DIALOGS: dict[str, Make] = {
    "AboutYou": screens.AboutYou,
    "AskLine": lambda _: screens.AskLine("Find", "Words", str, str, "in a line"),
    "AskPassphrase": lambda _: screens.AskPassphrase("Lock", "First", str, held=True, new=True),
    "CatchUp": screens.CatchUp,
    "Boundaries": lambda desk: screens.Boundaries(desk.repository.settings()),
    "CheckUpForm": screens.CheckUpForm,
    **{
        f"Checklist {row.setting}": lambda desk, row=row: screens.Checklist(desk, row)  # type: ignore[misc]
        for row in ABOUT
        if row.question
    },
    "ChoiceDialog": lambda _: did_it_help(course()),
    "Conditions": screens.Conditions,
    "GoOn": lambda desk: screens.GoOn(desk, interrupted()),
    "Help": lambda desk: screens.Help(screens.AboutYou(desk), desk.repository.settings()),
    "HowIsIt": lambda _: screens.HowIsIt(),
    "OwnPattern": lambda desk: screens.OwnPattern(desk, chosen_pattern(desk.repository.settings())),
    "Patterns": screens.Patterns,
    "PickRoutine": lambda desk: screens.PickRoutine(desk, "Which routine?"),
    "RedFlags": screens.RedFlags,
    "SignsOfInflammation": screens.SignsOfInflammation,
    "Soreness": lambda desk: screens.Soreness(desk, visit(1)),
    "StepForm": lambda _: screens.StepForm(RoutineStep("cat-cow")),
    "Stopping": lambda _: screens.Stopping(exercise("cat-cow")),
    "TrialAnswer": trial_day,
}
"""How each dialog is opened, and the two screens beside them that ask of safety."""
NO_QUESTION = {
    "TooSmall": "it has no answer, and lets no key through",
    "FieldsDialog": "enter turns a field on or off, which stands there to be seen",
    "Waiting": "it takes no answer: what was saved already waits for another backcare",
    "Welcome": "that the page was read is all that is kept",
}
SAFE = {
    "care.course": "the check opens, the old course is looked at, or the draft is kept",
    "care.course_asks": "it is left open, or stays put off",
    "care.hand_over": "whom a page is for is kept nowhere",
    "care.visit": "the list of signs opens, and nothing of it is marked",
    "frame.steps": "the change stays as it is",
    "frame.writing_over": "the file stays as it is",
    "guidance.advice": "the baseline stays as it is",
    "move.on_routines": "a form opens, in which nothing is typed yet",
    "move.sheet_form": "the line stays as it was typed",
    "player.gentler": "the gentler routine is shown, and not begun",
    "player.go_on": "the player opens and stands still",
    "player.stopping": "the session stays paused",
    "settings.backups": "the diary stays as it is",
    "frame.reminder": "what was done is said; there is nothing to answer",
    "settings.lock": "the diary stays locked",
    "settings.region": "where one lives stays as it is",
    "trends.trial_answer": "the day stays open",
}
"""Why the first answer of each dialog with a few answers records nothing."""


def choices() -> Iterator[str]:
    """The modules of screens that make a dialog with a few answers, or a kind of one."""
    for file in (PACKAGE / "screens").rglob("*.py"):
        if re.search(r"\bChoiceDialog\(|\(ChoiceDialog\)", file.read_text("utf-8")):
            yield name_of(file).removeprefix("backcare_tui.screens.")


def recorded(repository: TinyRepository) -> list[Any]:
    """All that a person recorded or stated, without drafts and the session under way."""
    entries = [each for kind in KINDS if kind is not Setting for each in repository.entries(kind)]
    held = stored(repository).items()
    by_itself = {"player", "advice_shown", "advice_times"}
    return [*entries, *(p for p in held if p[0] not in by_itself and "draft." not in p[0])]


def test_every_dialog_and_every_list_of_marks_is_tried() -> None:
    tried = {name.split()[0] for name in DIALOGS} | NO_QUESTION.keys()
    known = {name: getattr(screens, name) for name in screens.HOMES}
    assert {name for name, each in known.items() if issubclass(each, ModalScreen)} <= tried
    assert tried <= known.keys()


def test_every_dialog_is_drawn_as_one_over_what_it_lies_on() -> None:
    known = {name: getattr(screens, name) for name in screens.HOMES}
    dialogs = {name: each for name, each in known.items() if issubclass(each, ModalScreen)}
    assert [
        name for name, each in dialogs.items() if "ModalScreen" not in each._css_type_names
    ] == []


def test_of_every_dialog_with_a_few_answers_it_is_said_why_the_first_is_safe() -> None:
    assert set(choices()) == SAFE.keys() | {"frame.choice"}


@pytest.mark.thorough
async def test_enter_on_a_dialog_that_was_just_opened_records_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(), visit(1), TRIAL, Pain(at=MONDAY - A_DAY, severity=4))
    async with app_at() as pilot:
        app: Any = pilot.app
        for name, make in DIALOGS.items():
            before = recorded(repository)
            for key in ("escape", "enter"):
                app.push_screen(make(app.desk), lambda _: None)
                await painted(pilot)
                await press(pilot, key)
                assert recorded(repository) == before, (name, key)
                while len(app.screen_stack) > 1:
                    app.pop_screen()
                await painted(pilot)


@pytest.mark.thorough
async def test_space_and_enter_mark_in_every_list(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        app: Any = pilot.app
        for name, make in DIALOGS.items():
            screen = make(app.desk)
            if not isinstance(getattr(screen, "list", None), Marks) and name != "RedFlags":
                continue
            app.push_screen(screen)
            await painted(pilot)
            marks = screen.query_one(Marks)
            for key in ("enter", "space"):
                await press(pilot, f"home {key}")
                assert len(marks.marked) == 1, (name, key)
                await press(pilot, key)
                assert not marks.marked, (name, key)
            await press(pilot, "end enter")
            assert "Mark what fits, or choose None of these." in flowing(pilot), name
            await press(pilot, "escape")
            assert recorded(repository) == [("boundaries_seen", "2026-11-23")], name


FLOWS = {
    "4 C enter": "Warning signs first?",
    "4 P T": "Whom is the appointment with?",
    "f2 N": "A new baseline",
}
"""Keys that lead to a question, and the question."""


@pytest.mark.thorough
async def test_enter_on_a_question_with_a_few_answers_records_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(), visit(1), *(Pain(at=MONDAY - A_DAY * n, severity=4) for n in range(9)))
    async with app_at() as pilot:
        for keys, question in FLOWS.items():
            await press(pilot, keys)
            assert question in flowing(pilot), keys
            before = recorded(repository)
            await press(pilot, "enter")
            assert recorded(repository) == before, keys
            await press(pilot, "escape escape escape escape 1")
