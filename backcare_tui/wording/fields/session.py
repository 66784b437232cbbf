"""The fields of a session."""

from functools import partial

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import Leg, choices
from backcare_tui.library.routines import routine_called, routine_name
from backcare_tui.text import say_list, say_minutes
from backcare_tui.wording.fields.common import at, elsewhere, line, note, of_ten
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption
from backcare_tui.wording.fields.read import routine, seconds

LEG_WORDS = {
    "none": "nothing",
    "same": "as before",
    "moved-up": "drew up toward the back",
    "farther-down": "went farther down",
    "new": "new",
    "numb": "numb or tingling",
}
"""What a leg felt while a session was done."""


def write_routine(routine_id: str, context: FieldContext) -> str:
    """A routine by its name; by its id where two have one name."""
    name = routine_name(routine_id, context.routines)
    return name if routine_called(name, context.routines) == routine_id else routine_id


def _write_seconds(seconds: int | str, _context: FieldContext) -> str:
    if isinstance(seconds, str):  # as a draft has it
        return seconds
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest else "")
    return " ".join(filter(None, parts)) or "0 min"


_session = partial(RecordField, Session)
SESSION = (
    at(Session),
    _session(
        "routine",
        "Routine",
        "or what you did",
        reads=routine,
        option=ShellOption("routine", "ROUTINE", "such as morning-loosen-up"),
        tells=elsewhere,
        writes=write_routine,
    ),
    _session(
        "done_s",
        "Length",
        "6 min",
        reads=seconds,
        says=lambda seconds, _context: say_minutes(seconds / 60),
        option=ShellOption("--minutes", "MIN", "how long it took"),
        tells=elsewhere,
        writes=_write_seconds,
        is_number_in_file=True,
    ),
    _session(
        "pain_before",
        "Pain before",
        "0 to 10",
        option=ShellOption("--before", "0-10", "pain before"),
        tells=elsewhere,
    ),
    _session(
        "pain_after",
        "Pain after",
        "0 to 10",
        option=ShellOption("--after", "0-10", "pain after"),
        tells=elsewhere,
    ),
    _session(
        "steps",
        "Steps",
        tells=line("Steps", lambda session: str(len(session.steps) or "")),
        is_asked=False,
    ),
    _session(
        "effort",
        "How hard",
        "0 not at all, 10 as hard as you can",
        option=ShellOption("--effort", "0-10", "how hard it was, 0 not at all"),
        tells=of_ten("Effort", "effort"),
    ),
    _session(
        "leg",
        "In the leg",
        ", ".join(choices(Leg)),
        says=lambda leg, _context: LEG_WORDS[leg],
        option=ShellOption(
            "--leg", "HOW", f"what a leg felt meanwhile: {say_list(choices(Leg), 'or')}"
        ),
        tells=line("Leg", lambda session: LEG_WORDS[session.leg] if session.leg else ""),
    ),
    _session(
        "stopped",
        "Stopped",
        words="stop_reasons",
        option=ShellOption("--stopped", "WHY", "why it was stopped, such as pain-up-2"),
        tells=elsewhere,
        is_asked=False,
    ),
    note(Session),
)
FIELDS: FieldTable = {Session: SESSION}
