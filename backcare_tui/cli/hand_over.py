"""`hand-over`: the page for the next appointment, printed or written to a file."""

from argparse import Namespace
from collections.abc import Callable, Collection
from pathlib import Path
from shlex import quote

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import (
    CannotDo,
    WrongWords,
    complain,
    json_text,
    say,
    say_done,
    say_json,
)
from backcare_tui.cli.transfer import refuse_own, tell_unlocked
from backcare_tui.cli.values import day
from backcare_tui.cli.written import of_data, page_as_json
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.files import refuse_to_write_over
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.on_it import say_on_hand_over
from backcare_tui.report.paper import Paper
from backcare_tui.report.parts import HAND_OVER_PARTS
from backcare_tui.report.writing import (
    PAGE,
    RENDERED,
    NoPdf,
    not_shown,
    read_target,
    write_page,
)
from backcare_tui.text import clean


def hand_over_command(args: Namespace, path: Path, clock: Clock) -> int:
    """Say what is on the page, then print it, or write it as the file's name ends.

    Raises:
        WrongWords: If nobody has the name, the file's name says no form that can be written, or a
            part is none of those that there are.
        CannotWrite: If the file is there already, or cannot be written.
    """
    target = target_of(args.file, path) if args.file is not None else None
    since = day(args.since, clock, "since") if args.since is not None else None
    asked = {"flare": args.flare_plan, "others": args.others, "private": args.private}
    parts = (
        *parts_of(args.parts, HAND_OVER_PARTS),
        *(part for part, is_on in asked.items() if is_on),
    )
    repository = open_repository(path, clock)
    person = _person(repository, args.person) if args.person is not None else None
    of = hand_over(repository, clock, person, since, args.notes, parts)
    paper = hand_over_paper(of, parts).of(args.name, args.born)
    on_it = say_on_hand_over(paper, of, parts, args.notes)
    if target is None:
        say_page(paper, ".txt", on_it, of_data(of), args)
        return 0
    write_or_complain(paper, target, on_it, of_data(of), args)
    tell_unlocked(path)
    return 0


def say_page(paper: Paper, ending: str, on_it: str, verdict: str, args: Namespace) -> None:
    """Print a page; what is on it is said beside it."""
    page = RENDERED[ending](paper)
    if args.json:
        say_json(page_as_json(page, ending, None, verdict=verdict, on_it=on_it))
    else:
        complain(on_it)
        say(*page.decode().splitlines())


def write_or_complain(
    paper: Paper, target: Path, on_it: str, verdict: str, args: Namespace
) -> None:
    """Say what is on a page, write it, and say where it is and what of it could not be shown.

    Raises:
        CannotWrite: If the file is there already, or cannot be written.
    """
    refuse_to_write_over(target, force=args.force)
    if not args.json:
        say(on_it)
    page = write_page(paper, target, force=args.force)
    trouble = not_shown(paper, target)
    if args.json:
        ending = target.suffix.lower()
        facts = page_as_json(page, ending, target, verdict=verdict, on_it=on_it)
        facts["trouble"] = trouble or None
        say_done(json_text(facts))
        return
    say_done(f"Written to {clean(args.file)}")
    if trouble:
        html = quote(str(Path(args.file).with_suffix(".html")))
        complain(f"{trouble} HTML can show them: backcare {args.command} {html}")


def target_of(text: str, diary: Path, endings: tuple[str, ...] = PAGE) -> Path:
    """The file that is meant, which is never the diary.

    Raises:
        WrongWords: If its name ends in none of the endings.
        CannotDo: If it is the diary, or a PDF where none can be made.
    """
    try:
        target = read_target(text, endings)
    except NoPdf as error:
        raise CannotDo(str(error)) from error
    except ValueError as error:
        raise WrongWords(str(error)) from error
    refuse_own(target, diary)
    return target


def parts_of(stated: str | None, known: Collection[str]) -> tuple[str, ...]:
    """The parts of a page that are meant: all of them where none is named.

    Raises:
        WrongWords: If one is none of those that there are.
    """
    if stated is None:
        return tuple(known)
    names = [name.strip() for name in stated.split(",")]
    for name in names:
        if name not in known:
            raise WrongWords(f'parts: "{name}" is none of {", ".join(known)}.')
    return tuple(part for part in known if part in names)


def _person(repository: Repository, name: str) -> Person:
    """Who is meant: by the whole name, or by the beginning of any part of it."""
    wanted = " ".join(name.casefold().split())
    people = sorted(repository.entries(Person), key=lambda person: person.name.casefold())
    exact = [person for person in people if person.name.casefold() == wanted]
    near = exact or [person for person in people if wanted and _is_near(person, wanted)]
    if len(near) == 1:
        return near[0]
    known = ", ".join(person.name for person in near or people)
    found = "may be any of" if near else "is nobody of the care team:"
    if not people:
        raise WrongWords(f'for: "{name}" is not in the care team, where nobody is yet.')
    raise WrongWords(f'for: "{name}" {found} {known}.')


def _is_near(person: Person, wanted: str) -> bool:
    words = person.name.casefold().split()
    return any(" ".join(words[at:]).startswith(wanted) for at in range(len(words)))


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"hand-over": hand_over_command}
