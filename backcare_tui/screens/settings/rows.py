"""The page of settings as a table: each row, what it does, how it stands, and what it opens.

One more setting is one more row here, and no other line of the page.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.diary.settings import SettingName
from backcare_tui.guidance.about import say_emergency, say_region
from backcare_tui.guidance.week_answers import WEEK_ANSWERS
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.reminder import ask_reminder
from backcare_tui.screens.settings.region import ask_region
from backcare_tui.screens.settings.row import SettingGroup, SettingRow
from backcare_tui.screens.settings.standing import (
    of_custody,
    say_about,
    say_backups,
    say_conditions,
    say_device,
    say_fields,
    say_flare,
    say_pattern,
    say_week,
)
from backcare_tui.text import clean
from backcare_tui.wording.choices import (
    CALM,
    CLOCK,
    COUNTING,
    GETTING_READY,
    LOOK,
    NOTICES,
    SOUND,
    UNITS,
    WEEK_START,
    SettingChoice,
)

WEEK_TITLE = "What your week is made from"


def _chosen(choice: SettingChoice) -> SettingRow:
    return SettingRow(
        key=choice.name,
        label=choice.label,
        does=choice.does,
        says=lambda held: choice.say(held.settings),
        holds=(choice.name,),
        choice=choice,
    )


def _open_about(page: Screen[Any], desk: Desk) -> None:
    page.app.push_screen(screens.AboutYou(desk))


def _open_week(page: Screen[Any], desk: Desk) -> None:
    page.app.push_screen(screens.AboutYou(desk, WEEK_ANSWERS, WEEK_TITLE))


def _open_backups(page: Screen[Any], desk: Desk) -> None:
    if desk.upkeep.safekeeping:
        page.app.push_screen(screens.BackupsPage(desk, desk.upkeep.safekeeping()))


def _open_lock(page: Screen[Any], desk: Desk) -> None:
    if desk.upkeep.locksmith:
        page.app.push_screen(screens.LockPage(desk, desk.upkeep.locksmith()))


def _manual(page_id: str) -> Callable[[Screen[Any], Desk], object]:
    return lambda page, _: page.app.push_screen(screens.ManualPage(page_id))


def _open_folder(page: Screen[Any], desk: Desk) -> None:
    if desk.upkeep.custody:
        page.app.push_screen(screens.FolderPage(desk, desk.upkeep.custody))


def _open_devices(page: Screen[Any], desk: Desk) -> None:
    if desk.upkeep.custody:
        page.app.push_screen(screens.DevicesPage(desk, partial(desk.upkeep.custody, closely=True)))


def _has_custody(desk: Desk) -> bool:
    return desk.upkeep.custody is not None


LOOKS = SettingGroup("How it looks", (_chosen(LOOK), _chosen(CALM)))
COUNTS = SettingGroup(
    "How it counts",
    (
        _chosen(WEEK_START),
        SettingRow(
            key="region",
            label="Region",
            does="Numbers to call, medicines, clock, units as where you live.",
            says=lambda held: say_region(held.settings),
            holds=("region",),
            opens=lambda page, desk: ask_region(page, desk, lambda: None, desk.complain),
        ),
        _chosen(CLOCK),
        _chosen(UNITS),
    ),
)
MOVING = SettingGroup(
    "Moving", (_chosen(SOUND), _chosen(GETTING_READY), _chosen(COUNTING), _chosen(NOTICES))
)
EACH_DAY = SettingGroup(
    "Each day",
    (
        SettingRow(
            key="fields",
            label="Fields",
            does="What you never use is left out of the forms you fill in.",
            says=say_fields,
            holds=("fields_off",),
            opens=lambda page, desk: page.app.push_screen(screens.FieldsDialog(desk)),
        ),
        SettingRow(
            key="reminder",
            label="Reminder",
            does="The system reminds you each day, also while this is closed.",
            says=lambda held: held.reminder(),
            opens=lambda page, desk: ask_reminder(page.app, desk),
            is_there=lambda desk: desk.upkeep.reminding is not None,
        ),
        SettingRow(
            key="diet_pattern",
            label="Way of eating",
            does="What meals are held against on Diet; one of your own, too.",
            says=say_pattern,
            holds=("diet_pattern",),
            opens=lambda page, desk: page.app.push_screen(screens.Patterns(desk)),
        ),
        SettingRow(
            key="flare_plan",
            label="Flare plan",
            does="What you wrote on a good day for the next flare-up.",
            says=say_flare,
            holds=("flare_plan",),
            opens=lambda page, desk: page.app.push_screen(screens.FlarePlanPage(desk)),
        ),
        SettingRow(
            key="week",
            label="My week",
            does="Your week's plan is made from it: minutes, goal, bed times.",
            says=say_week,
            holds=tuple(row.setting for row in WEEK_ANSWERS),
            opens=_open_week,
        ),
    ),
)
FILE = SettingGroup(
    "Your file",
    (
        SettingRow(
            key="backups",
            label="Backups",
            does="The diary as it was, of 7 days, 4 weeks and 12 months.",
            says=say_backups,
            opens=_open_backups,
            is_there=lambda desk: desk.upkeep.safekeeping is not None,
        ),
        SettingRow(
            key="lock",
            label="Lock",
            does="With it the diary opens by a passphrase alone.",
            says=of_custody(lambda custody: "locked" if custody.is_locked else "not locked"),
            opens=_open_lock,
            is_there=lambda desk: desk.upkeep.locksmith is not None,
        ),
        SettingRow(
            key="devices",
            label="Devices",
            does="Copies that a sync leaves beside the diary merge themselves.",
            holds=("device_names",),
            says=say_device,
            opens=_open_devices,
            is_there=_has_custody,
        ),
        SettingRow(
            key="folder",
            label="Where it is",
            does="The one file with all that you wrote, and how to move it.",
            says=of_custody(lambda custody: clean(custody.file)),
            opens=_open_folder,
            is_there=_has_custody,
        ),
        SettingRow(
            key="import",
            label="Another program",
            does="What another program exported is taken in, as one change.",
            says=lambda _: "bring its entries here",
            opens=lambda page, desk: page.app.push_screen(screens.ComingIn(desk)),
        ),
        SettingRow(
            key="keys",
            label="Keys",
            does="Every key, and how to give one anew in a file of your own.",
            says=lambda _: "each of them, and your own",
            opens=_manual("keys"),
        ),
    ),
)
ABOUT_YOU = SettingGroup(
    "About you",
    (
        SettingRow(
            key="about-you",
            label="Age and medicines",
            does="Also what you have at home: so that advice fits. All optional.",
            says=say_about,
            holds=(
                "birth_year",
                "pain_since",
                "medicines",
                "equipment",
                "inflammatory_signs",
                "fluid_limit",
            ),
            opens=_open_about,
        ),
        SettingRow(
            key="emergency_number",
            label="Emergency number",
            does="Named where help is needed at once; else your region's.",
            says=lambda held: clean(say_emergency(held.settings)),
            holds=("emergency_number",),
            opens=_open_about,
        ),
        SettingRow(
            key="conditions",
            label="Conditions",
            does="Exercises and massage fit them; some warnings count more.",
            says=lambda held: say_conditions(held.settings),
            holds=("conditions",),
            opens=lambda page, desk: page.app.push_screen(screens.Conditions(desk, ())),
        ),
        SettingRow(
            key="team",
            label="Care team",
            does="Who treats you, what each one does, and what was agreed.",
            says=lambda _: "the people who help you",
            opens=lambda page, desk: page.app.push_screen(screens.Team(desk)),
        ),
        SettingRow(
            key="first",
            label="First questions",
            does="The first questions again, and a week made from them.",
            says=lambda _: "go through them again",
            opens=lambda page, desk: page.app.push_screen(screens.FirstMinutes(desk)),
        ),
    ),
)
GROUPS = (LOOKS, COUNTS, MOVING, EACH_DAY, FILE, ABOUT_YOU)
"""The page, from top to bottom."""
ROWS = {row.key: row for group in GROUPS for row in group.rows}
NOT_FOR_PEOPLE: dict[SettingName, str] = {
    "advice_shown": "what was shown is counted by itself",
    "advice_times": "what was shown is counted by itself",
    "baseline_from": "it is answered where the advice about it stands",
    "beliefs_offered": "what was offered is counted by itself",
    "boundaries_seen": "that the first page was read",
    "conditions_asked": "kept with the conditions",
    "introduced": "that the first questions were gone through",
    "keys_told": "what was told is counted by itself",
    "overdoing_told": "what was told is counted by itself",
    "pages_offered": "what was offered is counted by itself",
    "pages_read": "what was read is counted by itself",
    "player": "the session under way",
    "week_looked": "that the week was looked at",
}
"""The settings that no row changes, and why."""
