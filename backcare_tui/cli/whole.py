"""`check`, `where`: whether all of the diary is whole, and where it is."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backcare_tui import store
from backcare_tui.cli.opening import settled
from backcare_tui.cli.terminal import complain, say, say_json
from backcare_tui.cli.unlocking import key_to
from backcare_tui.diary.records.base import ID_SHOWN
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.safekeeping import CannotBackUp
from backcare_tui.diary.when import Clock
from backcare_tui.library.regions import follow_customs
from backcare_tui.store import safekeeping
from backcare_tui.store.examine import Examined
from backcare_tui.store.inbox import waiting
from backcare_tui.store.locked import places_of
from backcare_tui.store.places import data_folder
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.text import clean, say_count, say_list, shortened
from backcare_tui.wording.merges import say_ahead, say_second_nights

if TYPE_CHECKING:
    from backcare_tui.store.copies import Copies

NO_HOME = "none, as there is no home folder"


def check(args: Namespace, path: Path, clock: Clock) -> int:
    """Read every document, and say what is in the diary and what is wrong; 1 if anything is."""
    from backcare_tui.store.copies import Copies

    places = places_of(path)
    key = key_to(path)
    repository = store.open_repository(path, clock, key)
    follow_customs(repository.settings())
    if not places.file.exists():
        if args.json:
            say_json({"file": str(path), "verdict": "unknown", "counts": {}, "wrong": []})
        else:
            say(f"There is no diary yet at {clean(str(path))}; the first entry makes it.")
        return 0
    for sentence in settled(repository, path, key, clock):
        complain(sentence)
    seen = repository.examined()
    two_devices = tuple(_of_two_devices(repository, Copies(path, clock, key=key), clock))
    wrong = (*(each.sentence for each in seen.troubles), *repository.notices, *two_devices)
    if args.json:
        say_json(_document(places.file, repository, seen, wrong))
    else:
        say(clean(str(places.file)), *_lines(repository, seen, two_devices))
        if not wrong:
            say("Nothing is wrong.")
    return 1 if wrong else 0


def _lines(
    repository: TinyRepository, seen: Examined, two_devices: tuple[str, ...]
) -> Iterator[str]:
    yield from (f"{kind.table:<9}  {n}" for kind in KINDS if (n := seen.counts.get(kind.table)))
    yield from _what_was_looked_at(seen)
    if repository.read_only:
        yield repository.read_only
    yield from map(clean, repository.notices)
    if ahead := repository.changed_ahead():
        yield say_ahead(ahead.date())
    if seen.troubles:
        yield f"{say_count(len(seen.troubles), 'document')} set aside:"
        yield from (
            clean(f"{t.table} {t.id[:ID_SHOWN] or '?'}: {t.sentence}") for t in seen.troubles
        )
    yield from two_devices


def _document(
    file: Path, repository: TinyRepository, seen: Examined, wrong: tuple[str, ...]
) -> dict[str, Any]:
    """The same for programs; `verdict` is whether all of it is whole."""
    ahead = repository.changed_ahead()
    return {
        "file": str(file),
        "verdict": "no" if wrong else "yes",
        "counts": {kind.table: seen.counts.get(kind.table, 0) for kind in KINDS},
        "removals": seen.marks,
        "steps": seen.steps,
        "unknown": list(seen.unknown),
        "read_only": repository.read_only or None,
        "ahead": str(ahead.date()) if ahead else None,
        "aside": [{"table": each.table, "id": each.id} for each in seen.troubles],
        "wrong": list(wrong),
    }


def where(args: Namespace, path: Path, clock: Clock) -> int:
    """Say where the diary is, whether it is there, where it would be by default, and its backups."""
    places = places_of(path)
    shown = places.locked if places.is_locked else path.absolute()
    size = shown.stat().st_size if shown.is_file() else None
    inbox, safe = len(waiting(places)), safekeeping(path, clock)
    folder, kept_in = _homed(data_folder), _homed(lambda: safe.folder)
    count = len(safe.backups()) if kept_in else 0
    if args.json:
        say_json(
            {
                "diary": str(shown),
                "bytes": size,
                "locked": places.is_locked,
                "key": str(places.key) if places.is_locked else None,
                "has_key": places.key.is_file(),
                "inbox": {"folder": str(places.inbox), "waiting": inbox},
                "folder": folder and str(folder),
                "backups": {"folder": kept_in and str(kept_in), "count": count},
            }
        )
        return 0
    there = "not there yet" if size is None else f"{size} bytes"
    say(clean(f"diary   {shown} ({there}{', locked' if places.is_locked else ''})"))
    if places.is_locked:
        say(clean(f"key     {places.key} ({'there' if places.key.is_file() else 'not there'})"))
    if places.is_locked or inbox:
        say(clean(f"inbox   {places.inbox} ({_wait(inbox)})"))
    say(clean(f"folder  {folder or NO_HOME}"))
    say(clean(f"backups {kept_in} ({count or 'none'})" if kept_in else f"backups {NO_HOME}"))
    return 0


def _homed(place: Callable[[], Path]) -> Path | None:
    """A folder that is in the home folder, unless something else is stated; None where there is no home."""
    try:
        return place()
    except (CannotBackUp, RuntimeError):
        return None


def _wait(count: int) -> str:
    return say_count(count, "entry waits", "entries wait") if count else "nothing waits"


def _what_was_looked_at(seen: Examined) -> Iterator[str]:
    marks = say_count(seen.marks, "mark of a removal", "marks of removals")
    steps = say_count(seen.steps, "step of undo or redo", "steps of undo and redo")
    yield f"Looked at: the file as a whole, its digest, each entry and setting, {marks}, {steps}."
    if seen.unknown:
        named = say_list([f'"{shortened(name, 40)}"' for name in seen.unknown])
        yield clean(
            f"Not looked into, and kept as it is: what this version does not know, {named}."
        )


def _of_two_devices(repository: Repository, copies: "Copies", clock: Clock) -> Iterator[str]:
    """What another device made that is to be settled, and files beside the diary that are not merged."""
    yield from say_second_nights(repository.entries(Night), clock.today())
    yield from (clean(looked.sentence) for looked in copies.waiting())


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"check": check, "where": where}
