"""The diary moved to another folder: copied, read back, switched by one small file, and only then taken away.

What decides is the note in the data folder, see `places.own_place`. A process that dies before it is written leaves
the diary where it was, with copies that the next try takes for its own; one that dies after it leaves the diary where
it is now, with files of before that nothing opens any more. At every moment one whole diary is the one that is opened.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.files import CannotWrite, make_folder, read_regular, remove, why, write_whole
from backcare_tui.store.lock import FileLock
from backcare_tui.store.locked import LockedPlaces, places_of
from backcare_tui.store.places import DIARY_VARIABLE, note_of_place, own_place
from backcare_tui.store.storage import MOST
from backcare_tui.store.traces import leave_trace, trace_of


class MovedDiary(msgspec.Struct, frozen=True):
    """What became of it."""

    diary: Path
    """The diary, by the name of its plain file."""
    left: tuple[str, ...] = ()
    """A sentence for each file of before that could not be taken away."""


def may_move(path: Path) -> bool:
    """Whether a diary is the one that is found without being named, so that a move can be followed."""
    if os.environ.get(DIARY_VARIABLE):
        return False
    with suppress(CannotOpen, RuntimeError):
        return path == own_place() and not path.is_symlink()
    return False


def move_diary(path: Path, folder: Path, others: Sequence[Path] = ()) -> MovedDiary:
    """Move a diary, with its key and its inbox, to a folder; it is found there from then on.

    Args:
        path: The diary, one that `may_move`.
        folder: Where it is to be; made if it is not there.
        others: Files beside it that belong to it as well.

    Raises:
        CannotKeep: If it cannot be moved; it stays where it is, and nothing of it was changed.
    """
    places = places_of(path)
    target = places_of(folder / places.diary.name)
    stays = f"The diary stays where it is, in {places.file}."
    if target.diary.parent == places.diary.parent:
        raise CannotKeep(f"The diary is in {folder} already.")
    if not os.path.lexists(places.file):
        raise CannotKeep("There is no diary yet to be moved; the first entry makes it.")
    with FileLock(places.diary):
        moves = tuple(_moves(places, target, others))
        _refuse_what_is_there(target, moves, stays)
        with FileLock(target.diary):
            made: list[Path] = []
            try:
                for source, there in moves:
                    _copy(source, there, made)
                _switch(target.diary)
            except (CannotWrite, OSError) as error:
                if not _is_switched(target.diary):
                    _take_back(made)
                    raise CannotKeep(f"{_say(error, folder)} {stays}") from error
                return MovedDiary(
                    target.diary, (f"{_say(error, folder)} So the old files stay, too.",)
                )
            leave_trace(target.diary, trace_of(places.diary))
        return MovedDiary(target.diary, tuple(_taken_away(places, moves)))


def _moves(
    places: LockedPlaces, target: LockedPlaces, others: Sequence[Path]
) -> Iterator[tuple[Path, Path]]:
    """Each file with where it is to be; the one that is the diary last."""
    inbox = sorted(places.inbox.iterdir()) if places.inbox.is_dir() else []
    named = [each for each in (*others, *places.all) if each != places.file]
    for source in (*named, places.file):
        if source.is_file():
            yield source, target.diary.parent / source.name
    for source in inbox:
        yield source, target.inbox / source.name


def _refuse_what_is_there(
    target: LockedPlaces, moves: Sequence[tuple[Path, Path]], stays: str
) -> None:
    """Nothing is written over: only a copy that an earlier try has left may be there."""
    sources = {there: source for source, there in moves}
    for there in dict.fromkeys((*target.all, *sources)):
        if os.path.lexists(there) and not _is_copy(sources.get(there), there):
            raise CannotKeep(f"{there} is there already, maybe of another diary. {stays}")


def _is_copy(source: Path | None, there: Path) -> bool:
    with suppress(OSError):
        return source is not None and _read(source) == _read(there)
    return False


def _copy(source: Path, there: Path, made: list[Path]) -> None:
    data = _read(source)
    make_folder(there.parent)
    if not os.path.lexists(there):
        made.append(there)
    write_whole(there, data)
    if _read(there) != data:
        raise CannotWrite(f"{there} does not read as it was written.")


def _read(path: Path) -> bytes:
    return read_regular(path, MOST)[0]


def _switch(diary: Path) -> None:
    """Have the diary be found there from now on."""
    note, at_first = note_of_place()
    if diary == at_first:
        remove(note)
    else:
        write_whole(note, os.fsencode(f"{diary}\n"))


def _is_switched(diary: Path) -> bool:
    with suppress(CannotOpen):
        return own_place() == diary
    return False


def _take_back(made: Sequence[Path]) -> None:
    for each in made:
        with suppress(OSError):
            remove(each)


def _taken_away(places: LockedPlaces, moves: Sequence[tuple[Path, Path]]) -> Iterator[str]:
    """Take the old files away; its lock stays, as what tells another program that the diary is gone from there."""
    for source, there in moves:
        try:
            if _is_copy(source, there):
                remove(source)
                continue
            reason = "it is not the same any more"
        except OSError as error:
            reason = why(error)
        yield f"{source} is still there, and not used any more: {reason}."
    with suppress(OSError):
        places.inbox.rmdir()


def _say(error: CannotWrite | OSError, folder: Path) -> str:
    if isinstance(error, OSError):
        return f"{folder} could not be written to: {why(error)}."
    return str(error)
