"""Pages to read: what helps to understand one's back, and what to know before a massage; each point with its source."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from backcare_tui.library.data_files import load
from backcare_tui.library.regions import Region, in_region, region

Situation = Literal[
    "fear",
    "flare",
    "overdoing",
    "setback",
    "restart",
    "low-mood",
    "short-sleep",
    "poor-sleep",
    "opioid",
    "medicines",
    "impact",
    "worry",
    "fearful",
    "long-sitting",
    "inactive",
    "stress",
    "driving",
    "lifting",
    "massage",
    "warmth",
    "several-carers",
    "no-change",
    "new",
    "goal",
    "works",
    "older",
    "illness",
    "long-pain",
]
"""What in a diary makes a page timely, the most pressing first; `situations` does the looking."""
WHEN_NOT = "massage-when-not"
"""The page to read before a massage is booked."""

OWN = "backcare's own rule"
UNCITED = "What names no source is backcare's own rule."
"""Stands once on every page, in place of a line at each point."""


class ReadingPoint(msgspec.Struct, frozen=True):
    """One thing that is said."""

    says: str
    source: str
    """Short names of sources with `;` between; see `library.references`."""

    @property
    def cited(self) -> str:
        """The source, where it is more than a rule of the program's own; the page says so of those once."""
        return "" if self.source == OWN else self.source


class ReadingSection(msgspec.Struct, frozen=True):
    """Points that belong together."""

    title: str
    points: tuple[ReadingPoint, ...]
    is_urgent: bool = False
    """Whether it says when to get help at once."""


class ReadingQuestion(msgspec.Struct, frozen=True):
    """What a page asks at its end; the answer explains, and nobody counts."""

    asks: str
    choices: tuple[str, ...]
    right: Annotated[int, Meta(ge=1, le=9)]
    """The number of the choice that holds, from 1."""
    because: str


class ReadingTheme(msgspec.Struct, frozen=True):
    """What pages are about."""

    id: str
    name: str


class ReadingPage(msgspec.Struct, frozen=True):
    """A page, to be read from top to bottom."""

    id: str
    title: str
    lead: str
    """What it is for, in a sentence or two."""
    sections: tuple[ReadingSection, ...]
    names: tuple[str, ...] = ()
    """What else a person may ask for it by."""
    theme: str = "care"
    """The id of its theme."""
    question: ReadingQuestion | None = None
    timely: tuple[Situation, ...] = ()
    """What in the diary makes it worth reading now."""
    routine: str | None = None
    """The id of the routine that can be begun from it."""
    rules: tuple[str, ...] = ()
    """The ids of the rules of advice that it goes with; it contradicts none."""

    @property
    def points(self) -> tuple[ReadingPoint, ...]:
        """All that it says."""
        return tuple(point for section in self.sections for point in section.points)

    @property
    def is_lesson(self) -> bool:
        """Whether it is one of those that help to understand, with a question at its end."""
        return self.question is not None


class _Lesson(msgspec.Struct, frozen=True):
    """A page as `lessons.json` has it: sentences that need no headings."""

    id: str
    title: str
    theme: str
    names: tuple[str, ...]
    sentences: tuple[ReadingPoint, ...]
    question: ReadingQuestion
    timely: tuple[Situation, ...]
    rules: tuple[str, ...]
    routine: str | None = None

    def page(self) -> ReadingPage:
        return ReadingPage(
            id=self.id,
            title=self.title,
            lead="",
            sections=(ReadingSection("", self.sentences),),
            names=self.names,
            theme=self.theme,
            question=self.question,
            timely=self.timely,
            routine=self.routine,
            rules=self.rules,
        )


class _Pages(msgspec.Struct, frozen=True):
    pages: tuple[ReadingPage, ...]


class _Lessons(msgspec.Struct, frozen=True):
    themes: tuple[ReadingTheme, ...]
    pages: tuple[_Lesson, ...]


@cache
def _written() -> tuple[ReadingPage, ...]:
    """Every page, theme by theme; within one the lessons first."""
    pages = load("guidance", "reading", _Pages).pages
    written = (*(lesson.page() for lesson in _lessons().pages), *pages)
    order = [theme.id for theme in reading_themes()]
    return tuple(sorted(written, key=lambda page: order.index(page.theme)))


@cache
def _lessons() -> _Lessons:
    return load("guidance", "lessons", _Lessons)


def reading_themes() -> tuple[ReadingTheme, ...]:
    """What pages are about, in the order in which they are listed."""
    return _lessons().themes


def reading_pages(where: Region | None = None) -> Mapping[str, ReadingPage]:
    """Every page by its id, in the order in which they are offered.

    Args:
        where: In whose words they are; without one in those that are right everywhere.
    """
    place = where or region()
    return {page.id: _in_words(page, place) for page in _written()}


def citations(page: ReadingPage) -> tuple[str, ...]:
    """What a page cites, each once, in the order in which it does; its numbers count from 1."""
    return tuple(dict.fromkeys(point.cited for point in page.points if point.cited))


def say_answer(question: ReadingQuestion, answer: int) -> str:
    """What is said of an answer: which one fits, and why; nobody counts."""
    fits = "Yes." if answer == question.right else f"{question.right} fits better."
    return f"{fits} {question.because}"


def sections_in_region(
    sections: Iterable[ReadingSection], where: Region
) -> tuple[ReadingSection, ...]:
    """Sections with what is called otherwise from place to place in the words of a region."""
    return tuple(
        replace(
            section,
            points=tuple(
                replace(point, says=in_region(point.says, where)) for point in section.points
            ),
        )
        for section in sections
    )


def _in_words(page: ReadingPage, where: Region) -> ReadingPage:
    return replace(page, sections=sections_in_region(page.sections, where))
