"""What is understood of a typed sheet, as rows. Pure."""

from collections.abc import Collection

from textual.content import Content

from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.safety import cautions, is_unchecked
from backcare_tui.library.exercises import Exercise, exercise_name, exercise_of, step_name
from backcare_tui.player.timeline import length_s
from backcare_tui.text import clean, say_count, say_minutes
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.wording.routines import say_seconds, say_step_dose
from backcare_tui.wording.therapy.read import SheetLine, TherapySheet

COLUMNS = (ListColumn(1), ListColumn(20), ListColumn(), ListColumn(6, "right"))
NARROW_COLUMNS = (ListColumn(1), ListColumn(23), ListColumn())
"""Mark, exercise, how much; and where there is room, how long."""
A_MINUTE_S = 60
"""What is shorter is said in seconds."""


def row_of(line: SheetLine, conditions: Collection[str], *, is_narrow: bool) -> ListRow:
    """What is understood of a line: which exercise, how much, and what it is like."""
    step = line.step
    if step is None:
        name = clean(line.unknown) or f"line {line.number}"
        asked = "not known: what is it like?" if line.unknown else line.trouble
        return _row(line, "?", name, Content(asked), "", is_narrow=is_narrow)
    of = exercise_of(step)
    like = f"like {exercise_name(of.drawn_as)}" if of and of.drawn_as else ""
    care = _care(of, conditions) if of else ""
    note = f'"{clean(step.note)}"' if step.note else ""
    more = ((f" · {each}", "$quiet") for each in (like, care, note) if each)
    much = Content.assemble(say_step_dose(step) or "kept as it is", *more)
    seconds = length_s(Routine(name="step", steps=(step,)))
    length = say_minutes(seconds / 60) if seconds >= A_MINUTE_S else say_seconds(seconds)
    return _row(line, "!" if care else "✓", step_name(step), much, length, is_narrow=is_narrow)


def _care(of: Exercise, conditions: Collection[str]) -> str:
    """What stands against it."""
    if is_unchecked(of, conditions):
        return "not checked"
    return "not advised for you" if cautions(of, conditions) else ""


def _row(  # noqa: PLR0913 - a cell each
    line: SheetLine, mark: str, name: str, much: Content, length: str, *, is_narrow: bool
) -> ListRow:
    sign = Content.styled(mark, "$here" if mark == "✓" else "bold $next")
    cells = (sign, name, much, length)
    return ListRow(str(line.number), cells[:3] if is_narrow else cells)


def say_sheet(sheet: TherapySheet) -> str:
    """`29 min · 6 exercises`, and how many lines are not understood."""
    seconds = length_s(Routine(name="sheet", steps=sheet.steps))
    open_ = sum(bool(line.trouble) for line in sheet.lines)
    words = (
        say_minutes(seconds / 60) if sheet.steps else "",
        say_count(len(sheet.steps), "exercise") if sheet.steps else "",
        f"{say_count(open_, 'line')} open" if open_ else "",
    )
    return " · ".join(filter(None, words))
