"""How each setting stands, in a few words."""

from collections.abc import Callable

from backcare_tui.diary.custody import Custody
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.about import stated
from backcare_tui.library.patterns import chosen_pattern
from backcare_tui.screens.settings.row import LOOKING, AsItStands
from backcare_tui.text import say_count, say_day
from backcare_tui.wording.device_name import say_device_name


def say_pattern(held: AsItStands) -> str:
    """The pattern of eating that was chosen."""
    return chosen_pattern(held.settings).name if held.settings.diet_pattern else "not chosen"


def say_fields(held: AsItStands) -> str:
    """How many fields are left out."""
    off = len(held.settings.fields_off)
    return f"{off} left out" if off else "all of them"


def say_flare(held: AsItStands) -> str:
    """Whether there is a plan, and since when."""
    written = held.settings.flare_plan.written
    if held.settings.flare_plan.is_empty:
        return "not written"
    return f"written {say_day(written, held.desk.clock.today())}" if written else "written"


def say_week(held: AsItStands) -> str:
    """The minutes that the week is made from."""
    minutes = held.settings.minutes_a_day
    return f"{minutes} min a day" if minutes else "minutes not stated"


def say_about(held: AsItStands) -> str:
    """How much of it was stated."""
    rows = ("birth_year", "pain_since", "medicines", "equipment", "inflammatory_signs")
    count = sum(getattr(held.settings, name) is not None for name in rows)
    return f"{count} of {len(rows)} stated"


def say_conditions(settings: Settings) -> str:
    """How many conditions a person stated."""
    if ids := settings.conditions:
        return f"{len(ids)} that exercises are chosen for"
    return stated("conditions").say(settings)


def say_backups(held: AsItStands) -> str:
    """How many there are, and of which day the last one is: `12, the last of Mon 23 Nov`."""
    custody = held.custody
    if custody is None:
        return LOOKING if held.desk.upkeep.custody else "what is kept, and the way back"
    if custody.trouble:
        return "cannot be looked at"
    if custody.last_backup is None:
        return "none yet"
    last = say_day(custody.last_backup, held.desk.clock.today())
    return f"{custody.backups}, the last of {last}"


def of_custody(say: Callable[[Custody], str]) -> Callable[[AsItStands], str]:
    """What is said of the file once it was looked at."""
    return lambda held: say(held.custody) if held.custody else LOOKING


def say_device(held: AsItStands) -> str:
    """What other devices left beside the diary, and which device this one is."""
    if (custody := held.custody) is None:
        return LOOKING
    beside = say_count(custody.beside, "copy", "copies") if custody.beside else "no copies"
    here = say_device_name(custody.device, held.settings.device_names)
    return f"{beside}; here {here}"
