"""A question that is answered by one key or a word, and left open by any other: what it asks, what it offers."""

from typing import Any

import msgspec

from backcare_tui.diary.repository import Repository

FIRST_MINUTES = "first-minutes"
"""Names the draft of who left the first questions in the middle."""
AnswerValues = dict[str, Any]
"""What was answered, by the names of the groups and lines; plain values, as a draft keeps them."""


class AnswerOption(msgspec.Struct, frozen=True):
    """One answer that a digit gives."""

    value: str
    words: str


class OptionGroup(msgspec.Struct, frozen=True):
    """Answers of which one holds, or any number."""

    name: str
    """Under which the answer is kept."""
    options: tuple[AnswerOption, ...]
    label: str = ""
    """What is asked in particular, where a question has two parts."""
    is_many: bool = False
    first: int = 1
    """The digit of its first option, where the group is the first of its question."""


class AnswerLine(msgspec.Struct, frozen=True):
    """A word or a few that are typed."""

    name: str
    label: str
    hint: str
    is_instead: bool = False
    """Whether it is typed in place of a digit, and not besides."""


class OneQuestion(msgspec.Struct, frozen=True):
    """What one screen asks."""

    id: str
    asks: str
    about: str = ""
    """What is to be known for it, or why it is asked."""
    groups: tuple[OptionGroup, ...] = ()
    line: AnswerLine | None = None
    marks: OptionGroup | None = None
    """A list to mark, where there is one; that there is none of it is an answer, too: no value."""
    scale: str = ""
    """The name of the answer where it is a number for pain."""

    @property
    def numbered(self) -> dict[int, tuple[OptionGroup, AnswerOption]]:
        """Each option by its digit, from 0 to 10."""
        pairs = [(group, option) for group in self.groups for option in group.options]
        first = self.groups[0].first if self.groups else 0
        return dict(enumerate(pairs, start=first))

    def is_answered(self, answers: AnswerValues) -> bool:
        """Whether each of its groups has an answer."""
        return bool(self.groups) and all(answers.get(group.name) for group in self.groups)


def picked(question: OneQuestion, number: int, answers: AnswerValues) -> AnswerValues:
    """The answers once a digit was pressed: one of several is taken, one of many comes or goes.

    Raises:
        KeyError: The question has no such digit.
    """
    group, option = question.numbered[number]
    if not group.is_many:
        return {**answers, group.name: option.value}
    held = list(answers.get(group.name, ()))
    without = [value for value in held if value != option.value]
    return {**answers, group.name: without if len(without) < len(held) else [*held, option.value]}


def leads_on(question: OneQuestion, number: int, answers: AnswerValues) -> bool:
    """Whether a digit that was pressed was all that is asked: the last part, of which one holds."""
    group, _ = question.numbered[number]
    is_open = question.line is not None and not question.line.is_instead
    return not (group.is_many or is_open) and question.is_answered(answers)


def asks_first_questions(repository: Repository) -> bool:
    """Whether the first questions come by themselves: in a new diary, and where one left in the middle."""
    settings = repository.settings()
    if repository.read_only or settings.introduced:
        return False
    is_left = repository.draft(FIRST_MINUTES) is not None
    return is_left or not (settings.boundaries_seen or repository.span())
