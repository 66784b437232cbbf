"""`hand-over`: the page for the next appointment, printed or written to a file."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.targets import tell_unlocked
from backcare_tui.cli.terminal import (
    WrongWords,
)
from backcare_tui.cli.values import day
from backcare_tui.cli.written import of_data, parts_of, say_page, target_of, write_or_complain
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.on_it import say_on_hand_over
from backcare_tui.report.parts import HAND_OVER_PARTS


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
