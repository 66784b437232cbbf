"""What a question is answered with (a line, a list to mark, answers by digits), and how far one is."""

from collections.abc import Iterable

from textual.content import Content

from backcare_tui.commands.hints import hint
from backcare_tui.guidance.questions import AnswerLine, AnswerValues, OneQuestion, OptionGroup
from backcare_tui.text import with_times
from backcare_tui.widgets.fields.inputs import TextField
from backcare_tui.widgets.marks import Marks
from backcare_tui.widgets.numbered import NumberedLine

KEYS = "enter marks · end: none, done · {question.skip} skips"
BAR = 14
"""Cells of the line that says how far one is."""


def line_field(question: OneQuestion, line: AnswerLine) -> TextField:
    """The line of a question; its digits answer while nothing is typed there."""
    field = TextField(line.label, placeholder=with_times(line.hint))
    field.input.has_brackets = False
    field.input.left_when_empty = "".join(map(str, question.numbered))
    return field


def marks_of(asked: OptionGroup, answers: AnswerValues) -> Marks:
    """The list of a question, with what was marked before."""
    lines = [(each.value, each.words) for each in asked.options]
    held = frozenset(answers.get(asked.name, ())) & {id_ for id_, _ in lines}
    marks = Marks({"": lines}, held, classes="tile marks")
    marks.border_subtitle = hint(KEYS)
    return marks


def answered_by_digits(question: OneQuestion) -> frozenset[str]:
    """What its digits answer."""
    return frozenset(option.value for _, option in question.numbered.values())


def numbered_lines(question: OneQuestion) -> Iterable[NumberedLine]:
    """A heading for each group that has one, and its answers."""
    shown = None
    for number, (group, option) in question.numbered.items():
        if group is not shown and group.label:
            yield NumberedLine(group.label)
        shown = group
        yield NumberedLine(with_times(option.words), number, group.is_many)


def draw_progress(title: str, number: int, last: int, room: int) -> Content:
    """What it is called, and where one is of all questions: `3 of 7` with a thin line; 0 is the cover.

    Args:
        title: What all of it is called.
        number: Which question is open, from 1.
        last: How many there are.
        room: In so many cells; the line ends with them.
    """
    name = Content.styled(title, "bold $here")
    if not number:
        return name
    done = round(BAR * number / last)
    bar = Content.assemble(
        (f"{number} of {last}  ", "$quiet"), ("━" * done, "$here"), ("━" * (BAR - done), "$line")
    )
    return name + bar.pad_left(max(room - name.cell_length - bar.cell_length, 1))
