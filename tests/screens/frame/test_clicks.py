"""By a pointer alone: every place, page and dialog is opened, worked and left by clicks, with no key pressed."""

import re
import string
from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.style import Style

from backcare_tui import screens
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.screens.frame.place import Place
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.care.made import course, visit
from tests.screens.frame.test_untouched import A_DAY, DIALOGS, TRIAL
from tests.screens.seen import click, lines, painted, seen, settle

BESIDE = "beside"
"""A click at the corner of the screen, where no dialog is."""
PLAYED = "3 Move > Desk Break > enter start > None of these > None of these > enter start > space pause > 0-9 pain > PainScale 2 > x stop > Done for now"
WALKS = {
    "Abilities": "? help > my activities > esc close",
    "AboutYou": ", settings > Age and med > Age and med > esc closes > esc back",
    "AdvicePage": "i why > esc back",
    "AgreementForm": "4 Massage > ? help > care team > e shared plan > esc close > esc back",
    "AskLine": "6 Trends > P report > P write PDF > beside > esc back",
    "Before": PLAYED,
    "Benefits": "4 Massage > I what it may do > esc back",
    "Boundaries": "? help > ! It is no medical > beside > beside",
    "CatchUp": "? help > catch up > PainScale 4",
    "CheckIn": "n check-in > PainScale 4 > enter save",
    "Checklist": ", settings > Age and med > Age and med > Medicines for > Medicines for > esc closes > beside > esc back",
    "ChoiceDialog": "4 Massage > y did it help > Leave it open",
    "ComingIn": ", settings > Another pro > Another pro > esc back > esc back",
    "Conditions": ", settings > Conditions > Conditions > beside > esc back",
    "CourseEnd": "4 Massage > x end it > esc close",
    "CourseForm": "4 Massage > e change > esc close",
    "CourseSources": "4 Massage > i says why > esc back",
    "Courses": "4 Massage > h courses > esc back",
    "Diary": "2 Diary > Sun 22 Nov > 1 Today",
    "Diet": "5 Diet > o coffee > u undo",
    "EntryForm": "A walk 10 min > esc close",
    "ExercisePage": "3 Move > E library > Pelvic Tilt > Pelvic Tilt > esc back > esc back",
    "Exercises": "3 Move > E library > esc back",
    "FindingsPage": "6 Trends > i goes along > esc back",
    "FirstMinutes": ", settings > First questions > First questions",
    "FlarePlanForm": "? help > flare plan > e own lines > esc close > esc back",
    "FlarePlanPage": "? help > flare plan > esc back",
    "HandOver": "4 Massage > P hand-over page > esc back",
    "Help": "? help > beside",
    "History": "3 Move > h history > esc back",
    "HowIsIt": PLAYED,
    "LatePage": "5 Diet > i with sleep > esc back",
    "Manual": "? help > ? the manual > esc back",
    "ManualPage": "? help > ? the manual > The diary file > The diary file > esc back > esc back",
    "Massage": "4 Massage > 1 Today",
    "MealForm": "5 Diet > a meal > esc close",
    "MonthPage": "2 Diary > v month > esc back",
    "Move": "3 Move > Desk Break > 1 Today",
    "MyWeek": "3 Move > p plan > esc back",
    "NightForm": "s night > - + > enter save",
    "OwnPattern": "5 Diet > p pattern > Your own > Your own > beside > beside",
    "PageToRead": "Read: Pacing > Read: Pacing > esc back",
    "Patterns": "5 Diet > p pattern > Mediterranean style >",
    "PersonForm": "4 Massage > ? help > care team > a person > esc close > esc back",
    "PickRoutine": "3 Move > p plan > p by hand > a add > beside > esc back > esc back",
    "PlanGrid": "3 Move > p plan > p by hand > esc back > esc back",
    "Player": PLAYED,
    "QuestionForm": "4 Massage > ? help > question > esc close",
    "RedFlags": "W check due > esc back",
    "ReportPage": "6 Trends > P report > esc back",
    "RoutineEditor": "3 Move > e edit > esc close",
    "SettingsPage": ", settings > Colors > Colors > esc back",
    "FieldsDialog": ", settings > Fields > Fields > Eased by > beside > esc back",
    "SheetForm": "3 Move > ? help > type sheet > esc",
    "SheetPaper": "3 Move > ? help > P on paper > esc back",
    "StepForm": "3 Move > Desk Break > e edit > 2 > beside > esc close",
    "Stopping": PLAYED,
    "Team": "4 Massage > ? help > care team > esc back",
    "Today": "1 Today",
    "Trends": "6 Trends > 4 weeks > [ > ] > 1 Today",
    "TrialForm": "6 Trends > t trials > x end it > a new trial > esc close > esc back",
    "TrialsPage": "6 Trends > t trials > esc back",
    "Understand": "? help > understand > esc back",
    "VisitForm": "4 Massage > a visit > relaxed > esc close",
}
"""What is clicked, one after the other, from Today in the diary of the demo; at its end one is on a place."""
AT_ITS_TIME = (
    "After BackupsPage Beliefs CheckUpForm GoOn NewWeek NextWeek ProgramPage RenewWeek Rescue "
    "SignsOfInflammation Soreness TooSmall TrialAnswer Waiting Welcome"
)
"""What is not met on the day of the demo; `test_clicks_due.py` brings each about, and walks it."""
ELSEWHERE = {
    "Arrival": "a file of another program; tests/screens/settings/test_coming_in.py clicks to it",
    "AskPassphrase": "asked of a lock; tests/screens/settings/test_lock.py",
    "DevicesPage": "a test has no file that is looked after",
    "FolderPage": "a test has no file that is looked after; tests/screens/settings/test_settings.py clicks to it",
    "LockPage": "a test has no lock; tests/screens/settings/test_lock.py clicks to it",
    "RecoveryPage": "comes before a lock; tests/screens/settings/test_lock.py",
}
"""What is clicked to in a test of its own, with more than a diary."""
EVERY_DAY = ("CheckIn", "NightForm", "SettingsPage", "Trends")
"""The walks that every run does; the others are thorough."""

NO_KEY = ("a digit saves",)
BEGINS = re.compile(
    rf"(enter|esc|space|end|tab|f\d+|ctrl\+\w|\^\w|[A-Za-z]|[{re.escape(string.punctuation)}])[ :]"
)
"""How a part of a frame begins that names a key."""


def dead_words(screen: Any) -> list[str]:
    """What names a key in a frame and cannot be clicked."""
    labels = (
        label
        for widget in screen.walk_children()
        if widget.display
        for label in (widget._border_title, widget._border_subtitle)
        if label
    )
    return [part for label in labels for part, at in _parts(label) if not _is_button(label, at)]


def _parts(label: Content) -> list[tuple[str, int]]:
    starts = [0, *(found.end() for found in re.finditer(" · ", label.plain))]
    parts = [(label.plain[at:].split(" · ")[0], at) for at in starts]
    return [(words, at) for words, at in parts if BEGINS.match(words) and words not in NO_KEY]


def _is_button(label: Content, at: int) -> bool:
    return any(
        isinstance(span.style, Style)
        and "@click" in span.style.meta
        and span.start <= at < span.end
        for span in label.spans
    )


async def step(pilot: Pilot[Any], words: str) -> None:
    """One click, and what comes of it; every key that a frame names then is a button."""
    app: Any = pilot.app
    if words == BESIDE:
        await pilot.click(offset=(0, 0))
    elif words.startswith("PainScale "):
        scale: Any = app.screen.query("PainScale").first()
        at = int(words.removeprefix("PainScale ")) * scale._cell_width + 1
        await pilot.click(scale, offset=(at, 1))
    else:
        await click(pilot, words)
    await settle(pilot)
    if turn := getattr(app, "_in_turn", None):
        await turn.until_done()
    await settle(pilot)
    assert not dead_words(app.screen), type(app.screen).__name__


async def walk(pilot: Pilot[Any], name: str) -> None:
    """Go by clicks to a screen, and back to a place."""
    app: Any = pilot.app
    opened = {type(app.screen).__name__}
    for words in WALKS[name].split(" > "):
        await step(pilot, words.removesuffix(" >"))
        opened.add(type(app.screen).__name__)
    meant = {each for each, path in WALKS.items() if path == WALKS[name]}
    assert meant <= opened, (meant, opened)
    is_out = isinstance(app.screen, Place) or name == "FirstMinutes"
    assert is_out, (name, type(app.screen).__name__, seen(pilot))
    while len(app.screen_stack) > 1:
        app.pop_screen()
    await app.switch_mode("today")
    await painted(pilot)


def test_every_screen_is_walked() -> None:
    due = Path(__file__).with_name("test_clicks_due.py").read_text("utf-8")
    for name in AT_ITS_TIME.split():
        assert re.search(rf"\b{name}\b", due), name
    walked = WALKS.keys() ^ set(AT_ITS_TIME.split()) ^ ELSEWHERE.keys()
    assert walked == screens.HOMES.keys()


async def test_a_day_is_taken_down_by_clicks_alone(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    before = len(story_diary.entries(Pain))
    async with app_at((120, 40)) as pilot:
        for name in EVERY_DAY:
            await walk(pilot, name)
        assert "u undoes" in lines(pilot)[0] or "colors" in lines(pilot)[0]
    assert len(story_diary.entries(Pain)) == before + 1
    assert story_diary.entries(Night)


@pytest.mark.thorough
async def test_every_screen_is_opened_and_left_by_clicks(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    failed = []
    async with app_at((120, 40)) as pilot:
        once = {path: name for name, path in WALKS.items() if name not in EVERY_DAY}
        for name in once.values():
            try:
                await walk(pilot, name)
            except AssertionError as error:
                failed.append((name, str(error)[:300]))
                while len(pilot.app.screen_stack) > 1:
                    pilot.app.pop_screen()
                await pilot.app.switch_mode("today")
                await painted(pilot)
    assert not failed


@pytest.mark.thorough
async def test_a_click_beside_any_dialog_closes_it_as_esc_does(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(), visit(1), TRIAL, Pain(at=MONDAY - A_DAY, severity=4))
    async with app_at() as pilot:
        app: Any = pilot.app
        tried = 0
        for name, make in DIALOGS.items():
            if not isinstance(screen := make(app.desk), ModalScreen):
                continue
            assert isinstance(screen, Dialog), name
            app.push_screen(screen, lambda _: None)
            await settle(pilot)
            assert not dead_words(screen), name
            await step(pilot, BESIDE)
            assert app.screen is not screen, name
            while len(app.screen_stack) > 1:
                app.pop_screen()
            tried += 1
        assert tried > 15


async def test_what_is_asked_after_a_session_is_answered_by_clicks(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        app: Any = pilot.app
        session = Session(at=MONDAY, routine="desk-break", done_s=180)
        repository.add(session)
        app.push_screen(screens.After(app.desk, session, "3 min"))
        await settle(pilot)
        await step(pilot, "PainScale 3")
        await step(pilot, " 4  5 ")
        assert isinstance(app.screen, Place)
    kept = repository.entries(Session)[0]
    assert (kept.pain_after, kept.effort) == (3, 4)


async def test_the_two_halves_of_a_pair_of_keys_are_two_buttons(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for words, title in (("[ ] day", "yesterday"), ("] day", "today")):
            if words == "[ ] day":
                await step(pilot, "n check-in")
            await step(pilot, words)
            assert title in lines(pilot)[0]


async def test_what_is_on_every_place_and_in_no_footer_has_a_place_to_click(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for number in range(1, 7):
            await step(pilot, f"{number} ")
            await step(pilot, " , ")
            assert "Settings" in seen(pilot), number
            await step(pilot, "esc back")
            await step(pilot, "≡")
            assert "Search for commands" in seen(pilot), number
            await step(pilot, BESIDE)
        await click(pilot, ",    q", right=5)
        await settle(pilot)
    assert pilot.app.return_code == 0
    assert not repository.entries(Meal)


async def test_a_narrow_terminal_has_the_menu(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((60, 20)) as pilot:
        await step(pilot, "≡")
        assert "Go to Today" in seen(pilot)
