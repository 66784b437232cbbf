"""The steps of undo and redo where two states of a diary become one: each device keeps its own.

Taking a step back puts documents where they stood before it. Where another device has changed one of
them meanwhile, that would take back its work too; so such a document is taken out of the step, and a
step of which nothing is left goes.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.when import iso_moment
from backcare_tui.store.documents import content_digest, whole
from backcare_tui.store.journal import StepPlace, maker

_Entry = tuple[bytes, bytes]
"""The digest of a step without its documents, and that of one of them with its place."""


class StepsOf(msgspec.Struct, frozen=True):
    """What of one state of a diary bears on its steps."""

    saved: Mapping[str, float]
    """When each device saved it last."""
    steps: Mapping[str, Mapping[str, Any]]
    """The tables of undo and redo."""
    documents: Mapping[str, Mapping[str, Any]]
    """Table, id, document."""

    def at(self, place: StepPlace) -> object:
        """What stands in a place."""
        return self.documents.get(place[0], {}).get(place[1])


def merged_steps(
    ours: StepsOf, theirs: StepsOf, merged: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The tables of undo and redo over the merged documents.

    The steps of a device are those of the side that it saved last; of two sides that are equal in that,
    what both have.

    Args:
        ours: One state.
        theirs: The other.
        merged: What stands in each table by its ids, of both.
    """
    whole_ = StepsOf({}, {}, merged)
    return {
        name: table
        for name in dict.fromkeys([*ours.steps, *theirs.steps])
        if (table := _merged(name, ours, theirs, whole_))
    }


def _merged(name: str, ours: StepsOf, theirs: StepsOf, merged: StepsOf) -> dict[str, Any]:
    left, right = (_untouched(side, name, merged) for side in (ours, theirs))
    kept: dict[bytes, dict[str, Any]] = {}
    for device in sorted({device for device, _ in (*left, *right)}):
        first, second = (side.saved.get(device, -math.inf) for side in (ours, theirs))
        of_left = {key: v for (d, key), v in left.items() if d == device}
        of_right = {key: v for (d, key), v in right.items() if d == device}
        if first == second:
            stays = {key: v for key, v in of_left.items() if key in of_right}
        else:
            stays = of_left if first > second else of_right
        for (head, _), (step, before) in stays.items():
            kept.setdefault(head, {**step, "before": []})["before"].append(before)
    steps = sorted(kept.values(), key=_order)
    return {str(number): step for number, step in enumerate(steps, start=1)}


def _untouched(
    side: StepsOf, name: str, merged: StepsOf
) -> dict[tuple[str, _Entry], tuple[dict[str, Any], list[Any]]]:
    """Each document of each step of a side that is still as that side has left it."""
    found = {}
    for step in map(whole, side.steps.get(name, {}).values()):
        for before in _documents(step):
            place = (before[0], before[1])
            if _is_same(side.at(place), merged.at(place)):
                head = {field: value for field, value in step.items() if field != "before"}
                key = content_digest(head), content_digest(before)
                found[maker(head), key] = head, before
    return found


def _documents(step: object) -> Iterator[list[Any]]:
    """What a step puts where, as the file has it; nothing of what is no step."""
    before = step.get("before") if isinstance(step, Mapping) else None
    for entry in before if isinstance(before, list | tuple) else ():
        match entry:
            case [str(), str(), None | dict()]:
                yield list(entry)


def _order(step: Mapping[str, Any]) -> tuple[float, str]:
    """Steps stand in the order in which they were made; the last one is taken back first."""
    made = iso_moment(step.get("updated"))
    return made.timestamp() if made else -math.inf, str(step.get("id"))


def _is_same(one: object, other: object) -> bool:
    return one is other or one == other or content_digest(one) == content_digest(other)
