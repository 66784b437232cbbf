"""The fields of how active a day was."""

from functools import partial

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.wording.entries import say_steps
from backcare_tui.wording.fields.common import DAYS_HINT, elsewhere, length, near_day, note
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption
from backcare_tui.wording.fields.read import minutes, past_day, step_count

_active = partial(RecordField, ActiveDay)
ACTIVE_DAY = (
    _active(
        "active_min",
        "Active minutes",
        "minutes, or 1h10: on your feet and moving",
        reads=minutes,
        says=length,
        option=ShellOption(
            "--active", "MIN", "active minutes of the whole day, such as 40 or 1h10"
        ),
        tells=elsewhere,
    ),
    _active(
        "steps",
        "Steps",
        "such as 6200, of the whole day",
        reads=step_count,
        says=lambda steps, _context: say_steps(steps),
        option=ShellOption("--steps", "N", "steps of the whole day"),
        tells=elsewhere,
    ),
    _active(
        "day",
        "Day",
        DAYS_HINT,
        reads=past_day,
        says=near_day,
        option=ShellOption("--day", "DAY", "the day, today if not stated"),
        tells=elsewhere,
    ),
    note(ActiveDay),
)
FIELDS: FieldTable = {ActiveDay: ACTIVE_DAY}
