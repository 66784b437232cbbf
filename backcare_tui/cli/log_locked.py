"""`log` while the diary is locked: the entry is kept in the inbox, by what it says itself alone."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from typing import Any

from tinydb.storages import MemoryStorage

from backcare_tui.cli.advice import say_advice
from backcare_tui.cli.care import new_care
from backcare_tui.cli.entry_line import named, said
from backcare_tui.cli.log_session import names_exercises
from backcare_tui.cli.terminal import say_done
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import said_after_check
from backcare_tui.guidance.gathering import gather
from backcare_tui.store.inbox import Dropped, drop
from backcare_tui.store.locked import LockedPlaces
from backcare_tui.store.tiny import TinyRepository

WAITS = "It joins the diary at the next unlock. What the diary holds was not looked at."

MakeEntry = Callable[[Namespace, Repository, Clock], str]


def reads_the_diary(args: Namespace) -> bool:
    """Whether it cannot be taken down without a look at the diary: a trial, or exercises by their numbers."""
    return args.entry == "trial" or (args.entry == "session" and names_exercises(args))


def keep_in_inbox(args: Namespace, places: LockedPlaces, clock: Clock, make: MakeEntry) -> None:
    """Make the entry on a page of its own, lock it, and say so, with what it asks for by itself.

    Raises:
        BadValue: For a value that cannot be taken; nothing is kept.
        CannotLock: If there is nothing to lock it with.
        CannotKeep: If it could not be made durable.
    """
    places.sealing()
    page = TinyRepository(MemoryStorage(), clock)  # type: ignore[no-untyped-call] # as TinyDB has it
    make(args, page, clock)
    records = sorted(_records(page), key=lambda record: not isinstance(record, Person))
    entry = records[-1]
    documents: list[tuple[str, dict[str, Any]]] = [
        (each.table, write_document(each)) for each in records
    ]
    drop(places, Dropped(new_id(), clock.now(), f"added {named(entry)}", tuple(documents)))
    say_done(said("Kept in the locked inbox:", entry, clock), WAITS, *_asked_by(entry, page, clock))


def _records(page: Repository) -> Iterator[Record]:
    for kind in KINDS:
        yield from page.entries(kind)


def _asked_by(entry: Record, page: Repository, clock: Clock) -> Iterator[str]:
    """What is to be done now, by this entry alone."""
    if isinstance(entry, Check) and not entry.is_check_up:
        for advice in said_after_check(gather(page, clock)):
            yield from say_advice(advice)
    else:
        yield from new_care(page, clock, ())
