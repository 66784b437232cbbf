"""The week of one's own as the first rows of Move. Pure."""

from textual.content import Content

from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.my_week import (
    say_line_done,
    say_line_minutes,
    say_line_name,
)
from backcare_tui.guidance.plan.parts import is_active
from backcare_tui.guidance.plan.progress import LineProgress
from backcare_tui.widgets.columns import ListRow

LINE = "line "
"""Before the number of a line, in the key of its row."""
HEAD = "My week"


RENEW = "renew"
"""The key of the row that leads to the questions about a week that is over."""


def week_rows_of(
    plan: WeekPlan | None, lines: tuple[LineProgress, ...], *, is_over: bool = False
) -> tuple[ListRow, ...]:
    """A heading, and the lines with minutes and how much is done; what is due today stands out.

    Args:
        plan: The week; None where there is none.
        lines: How its lines stand.
        is_over: Whether it is over, and the next one not kept yet.
    """
    if plan is None:
        return ()
    heading = ListRow(HEAD, (HEAD,), enabled=False, style="heading")
    due = first_due(lines)
    over = (ListRow(RENEW, ("How was it? Two questions, then the next one",)),) if is_over else ()
    return (heading, *over, *(_row(number, each, due) for number, each in enumerate(lines)))


def first_due(lines: tuple[LineProgress, ...]) -> int | None:
    """The number of the first line that is done by moving and due today; None where none is."""
    due = (n for n, each in enumerate(lines) if each.is_due_today and is_active(each.line))
    return next(due, None)


def line_number(key: str) -> int | None:
    """The number of a line by the key of its row; None of any other row."""
    return int(key.removeprefix(LINE)) if key.startswith(LINE) else None


def _row(number: int, each: LineProgress, due: int | None) -> ListRow:
    mark, look = ("▸ ", "$next") if number == due else ("· ", "$quiet")
    if each.is_done_today:
        mark, look = "✓ ", "$success"
    name = Content.assemble((mark, look), say_line_name(each))
    done = Content.styled(say_line_done(each), "$quiet")
    more = (say_line_minutes(each.line), done) if is_active(each.line) else ()
    return ListRow(f"{LINE}{number}", (name, *more))
