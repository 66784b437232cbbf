"""Routines as a file that people share: library-shaped JSON out, and into another diary."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, read_record, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.source import CannotImport, Unfit, name_of, open_source
from backcare_tui.library.exercises import exercise_of, is_known
from backcare_tui.library.routines import programs
from backcare_tui.library.routines import routines as library_routines
from backcare_tui.text import clean, say_count, shortened

ROUTINES = "routines"
"""What the file says of itself under `backcare`."""
VERSION = 1
LARGEST_BYTES = 2 * 1024 * 1024
"""Thousands of routines are smaller; a larger file is something else."""
MOST_STEPS = 1000
"""A routine with more would last longer than four hours."""

_OWN_FIELDS = ("updated", "imported")
"""What the diary says of a routine, and the routine does not."""


class RoutineImport(msgspec.Struct, frozen=True):
    """What was, or in a dry run would be, taken in."""

    added: tuple[Routine, ...]
    """With the ids that they have in the diary."""
    known: int
    """How many were there already, word for word."""


def export_routines(routines: Iterable[Routine]) -> bytes:
    """Routines as JSON in UTF-8, in the shape of the library's, with the own exercises in them.

    That an exercise was checked for one person's conditions stays at home: it says nothing of another's.
    """
    given = tuple(routines)
    whole: dict[str, Any] = {"backcare": ROUTINES, "version": VERSION}
    if own := _own_in(given):
        whole["exercises"] = [_shared(_of_anybody(each)) for each in own]
    whole["routines"] = [_shared(each) for each in given]
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def read_routines(path: Path, length_of: Callable[[Routine], int]) -> tuple[Routine, ...]:
    """The routines that a file holds, all of them fit to be played; the diary is not touched.

    Args:
        path: The file.
        length_of: The seconds that a routine takes; raises BadValue for one that is too long.

    Raises:
        CannotImport: If anything is wrong; one sentence names the routine, the step and the field.
    """
    name = name_of(path)
    try:
        data = open_source(path, LARGEST_BYTES).data
    except Unfit as reason:
        raise CannotImport(f"{name} {reason}.") from None
    whole = _decoded(data.removeprefix(b"\xef\xbb\xbf"), name)
    documents = _documents(whole, name)
    own = _own_exercises(whole)
    return tuple(
        _routine(document, number, own, length_of)
        for number, document in enumerate(documents, start=1)
    )


def bring_in_routines(
    repository: Repository, routines: Iterable[Routine], *, dry_run: bool
) -> RoutineImport:
    """Add what is not known yet as routines of one's own, in one change that one undo takes back.

    Known is a routine that says the same as one of the diary, of the library, or one before it in
    the file. One whose id is taken by another gets a new one.

    Raises:
        CannotKeep: If it could not be made durable; nothing is added.
    """
    given = tuple(routines)
    with nullcontext() if dry_run else repository.alone():
        new = _new(given, repository.entries(Routine))
        if new and not dry_run:
            held = {each.id for each in repository.entries(OwnExercise)}
            own = (each for each in _own_in(new) if each.id not in held)
            repository.add(*own, *new, summary=f"imported {say_count(len(new), 'routine')}")
    return RoutineImport(new, len(given) - len(new))


def _own_in(routines: Iterable[Routine]) -> tuple[OwnExercise, ...]:
    """The own exercises of some routines, each once."""
    steps = (step for each in routines for step in each.steps)
    return tuple({step.own.id: step.own for step in steps if step.own}.values())


def _of_anybody(own: OwnExercise) -> OwnExercise:
    return msgspec.structs.replace(own, is_checked=False, checked_for=())


def _shared(record: Record) -> Document:
    document = write_document(record)
    return {field: value for field, value in document.items() if field not in _OWN_FIELDS}


def _new(given: Iterable[Routine], own: Iterable[Routine]) -> tuple[Routine, ...]:
    held = (*own, *library_routines())
    ids = {each.id for each in held} | {each.id for each in programs()}
    contents = {_content(each) for each in held}
    new: list[Routine] = []
    for each in given:
        if _content(each) in contents:
            continue
        added = each if each.id not in ids else msgspec.structs.replace(each, id=new_id())
        ids.add(added.id)
        contents.add(_content(added))
        new.append(added)
    return tuple(new)


def _content(routine: Routine) -> bytes:
    """What a routine says, to be compared. Its length follows from its steps, so it does not count."""
    bare = msgspec.structs.replace(
        routine.bare(), id="-", updated=None, imported=None, minutes=None
    )
    return msgspec.json.encode(_harmless(msgspec.to_builtins(bare)))


def _decoded(data: bytes, name: str) -> Any:
    try:
        return _harmless(msgspec.json.decode(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise CannotImport(f"{name} is cut short or damaged: it is not whole JSON.") from None


def _harmless(value: Any, field: str = "") -> Any:
    """The same with every text safe to print; a note keeps its lines."""
    if isinstance(value, str):
        return clean(value, lines=field == "note")
    if isinstance(value, list):
        return [_harmless(each) for each in value]
    if isinstance(value, dict):
        return {name: _harmless(each, name) for name, each in value.items()}
    return value


def _documents(whole: Any, name: str) -> list[Any]:
    if isinstance(whole, Mapping) and "tables" in whole:
        raise CannotImport(f"{name} is a whole diary; `backcare import` takes it in.")
    if not isinstance(whole, Mapping) or whole.get("backcare") != ROUTINES:
        raise CannotImport(
            f'{name} does not hold routines: it does not say "backcare": "{ROUTINES}".'
        )
    if whole.get("version") != VERSION:
        stated = shortened(str(whole.get("version")), 20)
        raise CannotImport(
            f"{name} has version {stated}; this version of backcare reads version {VERSION}."
        )
    documents = whole.get("routines")
    if not isinstance(documents, list) or not documents:
        raise CannotImport(f"{name} has no routines in it.")
    return documents


def _own_exercises(whole: Mapping[str, Any]) -> dict[str, OwnExercise]:
    """The own exercises that a file brings along, by their ids.

    Raises:
        CannotImport: Naming the one that cannot be taken.
    """
    documents = whole.get("exercises") or []
    if not isinstance(documents, list):
        raise CannotImport("exercises: what the file has there is not a list of exercises.")
    found: dict[str, OwnExercise] = {}
    for number, document in enumerate(documents, start=1):
        try:
            own = _own_exercise(document)
        except BadValue as error:
            raise CannotImport(f"Exercise {number}, {error}") from None
        found[own.id] = own
    return found


def _own_exercise(document: Any) -> OwnExercise:
    own = _of_anybody(read_record(OwnExercise, _shaped(document)))
    if is_known(own.id):
        raise BadValue("id", own.id, "an id that no exercise of the library has")
    return own


def _routine(
    document: Any,
    number: int,
    own: Mapping[str, OwnExercise],
    length_of: Callable[[Routine], int],
) -> Routine:
    """One routine of the file, with its length as this library counts it.

    Raises:
        CannotImport: Naming it by its place in the file and its name.
    """
    place = _place(document, number)
    try:
        routine = read_record(Routine, _shaped(document)).bare().joined(own)
        _check_steps(routine)
        minutes = round(length_of(routine) / 30) / 2  # as the library: in half minutes
    except BadValue as error:
        raise CannotImport(f"{place}{_of_step(error)}") from None
    return msgspec.structs.replace(routine, minutes=max(minutes, 0.5))


def _place(document: Any, number: int) -> str:
    name = document.get("name") if isinstance(document, Mapping) else None
    named = f' "{shortened(name, 40)}"' if isinstance(name, str) and name.strip() else ""
    return f"Routine {number}{named}, "


def _shaped(document: Any) -> Document:
    if not isinstance(document, Mapping):
        raise BadValue("entry", document, "a routine with a name and steps, or an exercise")
    kept = {field: value for field, value in document.items() if field not in _OWN_FIELDS}
    kept.pop("minutes", None)  # computed, whatever the file says
    return {"id": new_id(), **{field: value for field, value in kept.items() if value != ""}}


def _check_steps(routine: Routine) -> None:
    if not routine.steps:
        raise BadValue("steps", None, "at least one exercise of the library")
    if len(routine.steps) > MOST_STEPS:
        raise BadValue("steps", len(routine.steps), f"at most {MOST_STEPS}")
    for number, step in enumerate(routine.steps):
        if exercise_of(step) is None:
            allowed = "an exercise of this library (`backcare exercises` lists them)"
            raise BadValue(f"steps[{number}].exercise", step.exercise, allowed)


def _of_step(error: BadValue) -> str:
    """`steps[2].dose.hold_s: 0 is not …` as `step 3, hold_s: 0 is not …`, as people count."""
    found = re.fullmatch(r"steps\[(\d+)\]\.?(?:dose\.)?(.*)", error.field)
    if not found:
        return str(error)
    field = f", {found[2]}" if found[2] else ""
    return f"step {int(found[1]) + 1}{field}: {error.value} is not {error.allowed}."
