"""`learn`: the pages to read, each thing with where it is from."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from backcare_tui.cli.lookup import reading_page
from backcare_tui.cli.terminal import say, say_json
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.reading import UNCITED, ReadingPage, reading_pages
from backcare_tui.library.regions import region_of
from backcare_tui.store import open_repository


def learn(args: Namespace, path: Path, clock: Clock) -> int:
    """Every page by its id and title, or one of them whole.

    Raises:
        WrongWords: If there is no such page, or more than one may be meant.
    """
    pages = reading_pages(region_of(open_repository(path, clock).settings()))
    if not args.page:
        listed = [{"id": page.id, "title": page.title} for page in pages.values()]
        if args.json:
            say_json({"pages": listed})
        else:
            say(*(f"{each['id']:<20} {each['title']}" for each in listed))
        return 0
    page = reading_page(" ".join(args.page), pages)
    if args.json:
        say_json(msgspec.to_builtins(page))
    else:
        say(*_lines(page))
    return 0


def _lines(page: ReadingPage) -> Iterator[str]:
    yield page.title
    yield page.lead
    for section in page.sections:
        yield ""
        yield section.title
        for point in section.points:
            yield f"- {point.says}"
            if point.cited:
                yield f"  From: {point.cited}"
    yield ""
    yield UNCITED


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"learn": learn}
