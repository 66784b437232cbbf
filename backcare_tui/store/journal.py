"""The steps of undo and redo, kept in the diary itself: each in one write with its change."""

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, read_record
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.values import BadValue, Moment
from backcare_tui.diary.when import iso_moment
from backcare_tui.store.documents import Edit, is_there, sketch, whole
from backcare_tui.store.identity import META

UNDO, REDO = "undo", "redo"
"""The tables: what can be taken back, and what was taken back and can be made again."""
OWN_TABLES = frozenset({META, UNDO, REDO})
"""What the store keeps for itself; no entry is in any of them."""
DEVICE = "device"
"""The field of a step with the device that made it: the only one that takes it back."""
STEPS_KEPT = 50
"""Of each device."""
DAYS_KEPT = 30
"""After that what was removed is gone for good."""
LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)
OUTLIVED = "1970-01-01T00:00:00+00:00"
"""When what nobody else has seen was removed: its mark goes with the write that makes it."""


StepPlace = tuple[str, str]
"""Table and id of a document."""


class UndoStep(msgspec.Struct, frozen=True):
    """What it takes to take a change back, or to make it again."""

    summary: str
    before: tuple[tuple[str, str, dict[str, Any] | None], ...]
    updated: Moment
    """When the change was made, or taken back."""
    unseen: bool = False
    """Whether what it added needs no marks when it is taken back: an import of many entries."""

    @property
    def places(self) -> tuple[StepPlace, ...]:
        """Table and id of each document that it touches."""
        return tuple((table, id_) for table, id_, _ in self.before)


class _Maker(msgspec.Struct, frozen=True):
    """Whose a step is, without the rest of it."""

    device: Any = None


_maker = msgspec.json.Decoder(_Maker).decode


def step_document(  # noqa: PLR0913 - one for each thing that it says
    summary: str,
    now: str,
    device: str,
    places: Iterable[StepPlace],
    before: Edit,
    *,
    unseen: bool = False,
) -> Document:
    """The document of one step: for each place that a change touches what stood there, or None."""
    steps = [[table, id_, before.get((table, id_))] for table, id_ in places]
    made = {"id": new_id(), "updated": now, "summary": summary, DEVICE: device}
    return {**made, "before": steps, **({"unseen": True} if unseen else {})}


def way_back(step: UndoStep, now: str, device: str, held: Edit) -> Document:
    """The document of the step that takes back the taking back of one."""
    return step_document(step.summary, now, device, step.places, held, unseen=step.unseen)


def last_step(
    table: Mapping[str, Any], device: str, now: dt.datetime
) -> tuple[int, UndoStep] | None:
    """The number of the step that a device made last, and the step; None if there is none whole and young enough."""
    old = set(forgotten(table, now))
    for number in sorted(own(table, device), reverse=True):
        with suppress(msgspec.ValidationError):
            if number not in old:
                return number, msgspec.convert(whole(table[str(number)]), UndoStep)
    return None


def own(table: Mapping[str, Any], device: str) -> list[int]:
    """The numbers of the steps that a device may take: its own, and those that name none."""
    return [int(number) for number, step in table.items() if maker(step) in {device, ""}]


def forgotten(table: Mapping[str, Any], now: dt.datetime) -> list[int]:
    """The numbers of the steps that are too many of one device, or too old to keep."""
    oldest, kept, old = now - dt.timedelta(days=DAYS_KEPT), Counter[str](), list[int]()
    for number in sorted(table, key=int, reverse=True):
        step = table[number]
        kept[made_by := maker(step)] += 1
        if kept[made_by] > STEPS_KEPT or _made(step) < oldest:
            old.append(int(number))
    return old


def without(
    table: Mapping[str, Any], places: Container[StepPlace], device: str
) -> dict[int, Document | None]:
    """What becomes of the steps of other devices once a device changes some places, by number.

    Taking one of them back must not take this device's work with it: the places leave the step, and
    None stands for a step of which nothing is left. Steps that touch none of them are not named.
    """
    found: dict[int, Document | None] = {}
    for number, held in table.items():
        if maker(held) in {device, ""}:
            continue
        step = whole(held)
        before = step.get("before") if isinstance(step, Mapping) else None
        if isinstance(before, list):
            stay = [entry for entry in before if _place(entry) not in places]
            if len(stay) < len(before):
                found[int(number)] = {**step, "before": stay} if stay else None
    return found


def maker(step: object) -> str:
    """The device that made a step; empty where it names none, as older versions do."""
    if isinstance(step, msgspec.Raw):
        with suppress(msgspec.DecodeError):
            step = msgspec.structs.asdict(_maker(step))
    device = step.get(DEVICE) if isinstance(step, Mapping) else None
    return device if isinstance(device, str) else ""


def undone(step: UndoStep, now: str) -> dict[StepPlace, dict[str, Any]]:
    """What taking a step back puts where: the documents before it, or marks of removal."""
    removed = OUTLIVED if step.unseen else now
    return {
        (table, id_): {**document, "id": id_} if document else {"id": id_, "removed": removed}
        for table, id_, document in step.before
    }


def day_of(step: UndoStep, documents: Edit) -> dt.date:
    """The day that a step is about: that of its entries; where they have several, or none, its own.

    Args:
        step: The step.
        documents: What stands in its places now.
    """
    known = {(table, id_): document for table, id_, document in step.before if document}
    known |= {place: document for place, document in documents.items() if is_there(document)}
    days = {day for (table, _), document in known.items() if (day := _day(table, document))}
    return days.pop() if len(days) == 1 else step.updated.date()


def _place(entry: object) -> StepPlace:
    """Where an entry of a step belongs; of what is none, nowhere."""
    match entry:
        case [str() as table, str() as id_, _]:
            return table, id_
    return "", ""


def _day(table: str, document: Mapping[str, Any]) -> dt.date | None:
    """The day that an entry states; None for what has none of its own."""
    stated = {field: value for field, value in document.items() if field != "updated"}
    with suppress(BadValue, KeyError):
        day = read_record(RECORDS[table], stated).day
        return day if day > dt.date.min else None
    return None


def _made(step: object) -> dt.datetime:
    """When a step was made; one that is not whole was made long ago."""
    known = sketch(step)
    return iso_moment(known.updated if known else None) or LONG_AGO
