"""`learn`: the pages to read, each thing with where it is from, and the question of a page."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.cli.lookup import reading_page
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import WrongWords, say, say_json
from backcare_tui.diary.repository import CannotKeep, Repository
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.learning import after_reading
from backcare_tui.guidance.reading import (
    UNCITED,
    ReadingPage,
    ReadingQuestion,
    citations,
    reading_pages,
    reading_themes,
    say_answer,
)
from backcare_tui.library.references import named_in
from backcare_tui.library.regions import region_of
from backcare_tui.library.routines import routine_name
from backcare_tui.store.locked import places_of

READ, UNREAD = "✓", " "


def learn(args: Namespace, path: Path, clock: Clock) -> int:
    """Every page by its theme, id and title with what was read; one of them whole, or its answer.

    A page that is printed counts as read, where there is a diary that may be written.

    Raises:
        WrongWords: If there is no such page, more than one may be meant, or it has no such answer.
    """
    repository = open_repository(path, clock)
    settings = repository.settings()
    pages = reading_pages(region_of(settings))
    if not args.page:
        if args.answer is not None:
            raise WrongWords("--answer needs a page; `backcare learn` lists them.")
        _list(pages, settings, as_json=args.json)
        return 0
    page = reading_page(" ".join(args.page), pages)
    if args.answer is not None:
        question = _asked(page, args.answer)
        if args.json:
            say_json({**_document(page, settings), "answer": args.answer})
        else:
            say(say_answer(question, args.answer))
    elif args.json:
        say_json(_document(page, settings))
    else:
        say(*_lines(page))
        _count_as_read(repository, page, path, clock)
    return 0


def _count_as_read(repository: Repository, page: ReadingPage, path: Path, clock: Clock) -> None:
    """Reading alone never makes a diary, and never fails."""
    if repository.read_only is not None or not places_of(path).file.exists():
        return
    if read := after_reading(repository.settings(), page.id, clock.today()):
        with suppress(CannotKeep):
            repository.set("pages_read", read)


def _asked(page: ReadingPage, answer: int) -> ReadingQuestion:
    if page.question is None:
        raise WrongWords(f"{page.id} has no question.")
    if not 1 <= answer <= len(page.question.choices):
        raise WrongWords(
            f"answer: {answer} is not a whole number from 1 to {len(page.question.choices)}."
        )
    return page.question


def _list(pages: Mapping[str, ReadingPage], settings: Settings, *, as_json: bool) -> None:
    if as_json:
        say_json({"pages": [_listed(page, settings) for page in pages.values()]})
        return
    for theme in reading_themes():
        say(theme.name)
        for page in (each for each in pages.values() if each.theme == theme.id):
            sign = READ if page.id in settings.pages_read else UNREAD
            say(f"{sign} {page.id:<20} {page.title}")


def _listed(page: ReadingPage, settings: Settings) -> dict[str, Any]:
    day = settings.pages_read.get(page.id)
    return {"id": page.id, "title": page.title, "theme": page.theme, "read": day and str(day)}


def _document(page: ReadingPage, settings: Settings) -> dict[str, Any]:
    return {**msgspec.to_builtins(page), **_listed(page, settings)}


def _lines(page: ReadingPage) -> Iterator[str]:
    yield page.title
    yield page.lead
    yield from _lesson(page, page.question) if page.question else _sections(page)
    yield ""
    yield UNCITED


def _sections(page: ReadingPage) -> Iterator[str]:
    for section in page.sections:
        yield ""
        yield section.title
        for point in section.points:
            yield f"- {point.says}"
            if point.cited:
                yield f"  From: {point.cited}"


def _lesson(page: ReadingPage, question: ReadingQuestion) -> Iterator[str]:
    cited = citations(page)
    for point in page.points:
        number = f" [{cited.index(point.cited) + 1}]" if point.cited else ""
        yield f"- {point.says}{number}"
    yield ""
    yield question.asks
    yield from (f"  {number} {choice}" for number, choice in enumerate(question.choices, 1))
    yield f"The answer: backcare learn {page.id} --answer N"
    if page.routine:
        yield f"{routine_name(page.routine)}: backcare start {page.routine}"
    yield ""
    for index, source in enumerate(cited, 1):
        spelled = "; ".join(map(str, named_in(source))) or source
        yield f"[{index}] {spelled}"


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"learn": learn}
