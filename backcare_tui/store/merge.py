"""Two states of one diary become one: entry by entry, the later change wins.

It is a matter of tables alone: no file, no clock. Merging is commutative, associative and idempotent
in what stands in the tables (the numbers of documents are only their places), so that devices that
merge in any order, and more than once, come to the same diary.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.when import iso_moment
from backcare_tui.store.documents import Sketch, content_digest, in_order, sketch, whole
from backcare_tui.store.identity import DEVICES, META, diary_of
from backcare_tui.store.journal import OWN_TABLES, REDO, UNDO
from backcare_tui.store.merge_steps import StepsOf, merged_steps
from backcare_tui.store.migrate import SCHEMA, schema_of, why_read_only
from backcare_tui.store.reading import Tables

_COUNTED = (DEVICES, "generation", "schema")
"""What of `meta` is merged by itself, whichever document of the two is the later one."""
MergeKey = tuple[str, str]
"""An id and no text; of what has no id no id, and the digest of its content."""


class _Held(msgspec.Struct, frozen=True):
    """A document with its number in its table."""

    number: int
    document: Any


_Table = dict[MergeKey, _Held]


class CannotMerge(Exception):
    """A file cannot be merged into the diary; `str()` is a sentence for a person. Nothing was changed."""


def merged_tables(ours: Tables, theirs: Tables) -> Tables:
    """All that either of two states of a diary holds; of each entry what was changed last.

    The same entry is what has the same table and id. The later `updated` wins, compared as a moment;
    one that cannot be read counts as the earliest, and where two are equal the digest of the content
    decides, so that every device decides alike. A mark of removal is a change like any other. What has
    no id is kept as it is, once. Of `meta` the generation is the greater one. The steps of undo and
    redo are those that each device has left last, without what another device has changed since.

    A document that stays is the very one of `ours`, with its number; what comes gets a number that is
    free.

        merged_tables({"pain": {"1": {"id": "a", "updated": "2026-11-23T08:00:00+01:00"}}},
                      {"pain": {"1": {"id": "b", "updated": "2026-11-23T07:30:00+00:00"}}})
        # {"pain": {"1": {"id": "a", ...}, "2": {"id": "b", ...}}}
    """
    names = [name for name in dict.fromkeys([*ours, *theirs]) if name not in OWN_TABLES]
    left, right = (
        {name: _settled(each.get(name, {})) for name in names} for each in (ours, theirs)
    )
    both = {name: _merged(left[name], right[name]) for name in names}
    meta = _merged_meta(ours.get(META, {}), theirs.get(META, {}))
    steps = merged_steps(_side(ours, left), _side(theirs, right), _by_id(both))
    tables = {name: _numbered(table) for name, table in both.items()}
    return {**({META: meta} if meta else {}), **tables, **steps}


def trusted(doubtful: Tables, other: Tables) -> Tables:
    """What is taken of a file that is not as backcare wrote it: what nobody else knows better.

    Of an entry with the very `updated` that it has in the other state, what that one says: a change has a
    moment of its own, so there a letter was lost, or somebody edited it by hand without a new date.
    """
    tables: Tables = {}
    for name, table in doubtful.items():
        known = {} if name == META else _settled(other.get(name, {}))
        tables[name] = {n: _trusted(held, known) for n, held in table.items()}
    return tables


def _trusted(held: object, known: _Table) -> Any:
    mine = sketch(held)
    other = known.get(_key(mine, held))
    theirs = sketch(other.document) if other else None
    is_same_change = mine and theirs and mine.updated == theirs.updated is not None
    return other.document if other and is_same_change else held


def why_not_merged(ours: Tables, theirs: Tables) -> str | None:
    """Why another file cannot be merged into a diary, as words that follow its name; None where it can."""
    if schema_of(theirs) > SCHEMA:
        return f"cannot be merged. {why_read_only(theirs)}"
    mine, other = diary_of(ours), diary_of(theirs)
    if mine is None:
        return "waits: there is no entry here yet, so that the diary does not say which one it is."
    if other is None:
        return "does not say which diary it is of, so nothing of it was merged."
    if mine != other:
        return "is of another diary, so nothing of it was merged."
    return None


def last_saved(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, float]:
    """When each device saved the diary last, as far as it says so; seconds since 1970.

    >>> last_saved({"meta": {"1": {"devices": {"laptop": "1970-01-01T01:00:05+01:00"}}}})
    {'laptop': 5.0}
    """
    found: dict[str, float] = {}
    for held in tables.get(META, {}).values():
        meta = whole(held)
        devices = meta.get(DEVICES) if isinstance(meta, Mapping) else None
        for device, when in devices.items() if isinstance(devices, Mapping) else ():
            found[device] = max(found.get(device, -math.inf), _instant(when))
    return found


def _side(tables: Tables, settled: Mapping[str, "_Table"]) -> StepsOf:
    steps = {name: tables[name] for name in (UNDO, REDO) if name in tables}
    return StepsOf(last_saved(tables), steps, _by_id(settled))


def _settled(table: Mapping[str, Any]) -> _Table:
    """The documents of one side; of twins in it the one that was changed last."""
    found: _Table = {}
    for number, held in in_order(table):
        key = _key(sketch(held), held)
        before = found.get(key)
        if before is None:
            found[key] = _Held(int(number), held)
        elif _rank(before.document) < _rank(held):
            found[key] = _Held(before.number, held)
    return found


def _merged(ours: _Table, theirs: _Table) -> _Table:
    found = dict(ours)
    for key, held in theirs.items():
        before = found.get(key)
        if before is None:
            found[key] = held
        elif before.document != held.document and _rank(before.document) < _rank(held.document):
            found[key] = _Held(before.number, held.document)
    return found


def _numbered(table: _Table) -> dict[str, Any]:
    """The documents under their numbers; of two with one number the first keeps it."""
    free = max((held.number for held in table.values()), default=0) + 1
    numbered: dict[str, Any] = {}
    for held in table.values():
        number = str(held.number)
        if number in numbered:
            number, free = str(free), free + 1
        numbered[number] = held.document
    return numbered


def _by_id(tables: Mapping[str, _Table]) -> dict[str, dict[str, Any]]:
    return {
        name: {id_: held.document for (id_, _), held in table.items() if id_}
        for name, table in tables.items()
    }


def _merged_meta(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The table on the file itself: the later document, above both in generation and form."""
    found = [*_metas(ours), *_metas(theirs)]
    if not found:
        return {}
    last = _plain(max(found, key=_meta_rank))
    counted = {
        field: max(values)
        for field in ("generation", "schema")
        if (values := [meta[field] for meta in found if type(meta.get(field)) is int])
    }
    devices = _latest([meta[DEVICES] for meta in found if isinstance(meta.get(DEVICES), Mapping)])
    number = next(iter(ours or theirs))
    return {number: {**last, **counted, **({DEVICES: devices} if devices else {})}}


def _metas(table: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    read = (whole(held) for _, held in in_order(table))
    return (meta for meta in read if isinstance(meta, Mapping))


def _meta_rank(meta: Mapping[str, Any]) -> tuple[float, bytes]:
    return _instant(meta.get("updated")), content_digest(_plain(meta))


def _plain(meta: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in meta.items() if field not in _COUNTED}


def _latest(sides: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Each device with when it saved last, on any side."""
    found: dict[str, Any] = {}
    for device, when in (pair for side in sides for pair in side.items()):
        ranks = [(_instant(each), content_digest(each)) for each in (found.get(device), when)]
        if device not in found or ranks[0] < ranks[1]:
            found[device] = when
    return dict(sorted(found.items()))


def _key(known: Sketch | None, held: object) -> MergeKey:
    if known and isinstance(known.id, str) and known.id:
        return known.id, ""
    return "", content_digest(held).hex()


def _rank(held: object) -> tuple[float, bytes]:
    """What decides which of two documents of one entry stands."""
    known = sketch(held)
    return _instant(known.updated if known else None), content_digest(held)


def _instant(value: object) -> float:
    """A moment as seconds since 1970; of what is none, before all others."""
    moment = iso_moment(value)
    return moment.timestamp() if moment else -math.inf
