"""Two states of one diary become one, the same in whatever order, and nothing of either is lost."""

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backcare_tui.store.documents import content_digest, whole
from backcare_tui.store.merge import merged_tables
from backcare_tui.store.reading import Tables
from tests.diary.strategies import json_values
from tests.examples import tried

DEVICES = ("laptop", "desktop", "")
IDS = ("a", "b", "c")
TIMES = (
    "2026-11-23T08:00:00+01:00",
    "2026-11-23T07:00:00.000+00:00",  # the same moment
    "2026-11-23T07:30:00+00:00",  # later, though its text is smaller
    "2026-11-23T08:00:00.001+01:00",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    "2026-11-23T08:00:00",
    "yesterday",
    None,
    7,
)

contents = st.fixed_dictionaries({}, optional={"severity": st.integers(0, 3), "x": json_values})
stamped = st.fixed_dictionaries({"id": st.sampled_from(IDS), "updated": st.sampled_from(TIMES)})
entries = st.builds(lambda head, rest: {**rest, **head}, stamped, contents)
marks = stamped.map(lambda head: {**head, "removed": head["updated"]})
strange = json_values | contents | st.fixed_dictionaries({"id": st.sampled_from(["", None, 7])})
documents = entries | marks | strange
heads = st.fixed_dictionaries(
    {
        "id": st.sampled_from(IDS),
        "updated": st.sampled_from(TIMES[:4]),
        "device": st.sampled_from(DEVICES),
    }
)
befores = st.lists(
    st.tuples(st.sampled_from(["pain", "weather"]), st.sampled_from(IDS), st.none() | entries).map(
        list
    ),
    min_size=1,
    max_size=3,
)
steps = st.builds(lambda head, before: {**head, "before": before}, heads, befores) | json_values
metas = st.fixed_dictionaries(
    {"id": st.just("m"), "updated": st.sampled_from(TIMES)},
    optional={
        "generation": st.integers(0, 4) | st.just("many"),
        "schema": st.integers(1, 2),
        "devices": st.dictionaries(st.sampled_from(DEVICES[:2]), st.sampled_from(TIMES))
        | st.none(),
        "digest": st.sampled_from(["0", "1"]),
    },
)


def a_table(of: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.integers(1, 6).map(str), of, max_size=most)


def as_read(tables: Mapping[str, Mapping[str, Any]]) -> Tables:
    """As a file gives them: each document as it stands in it."""
    data = msgspec.json.encode(tables)
    return msgspec.json.decode(data, type=dict[str, dict[str, msgspec.Raw]])


diaries = st.fixed_dictionaries(
    {},
    optional={
        "pain": a_table(documents),
        "weather": a_table(documents),
        "setting": a_table(documents),
        "undo": a_table(steps),
        "redo": a_table(steps),
        "meta": a_table(metas, 1),
    },
).flatmap(lambda tables: st.sampled_from([tables, as_read(tables)]))


def said(tables: Tables) -> dict[str, list[bytes]]:
    """What stands in the tables, whatever the numbers are; steps in their order."""
    return {
        name: digests if name in {"undo", "redo"} else sorted(digests)
        for name, table in tables.items()
        if (digests := [content_digest(_of(name, table[n])) for n in sorted(table, key=int)])
    }


def _of(name: str, held: Any) -> Any:
    document = whole(held)
    if name in {"undo", "redo"}:  # in which order a step names its documents says nothing
        return {**document, "before": sorted(map(str, document["before"]))}
    return document


@pytest.mark.thorough
@given(diaries, diaries)
@example({"meta": {"1": {"id": "m", "devices": {}}}}, {"meta": {"1": {"id": "m"}}})
@tried(400)
def test_it_does_not_matter_which_device_merges(one: Tables, other: Tables) -> None:
    assert said(merged_tables(one, other)) == said(merged_tables(other, one))


@given(diaries, diaries, diaries)
@tried(400)
def test_it_does_not_matter_in_which_order_three_devices_meet(
    a: Tables, b: Tables, c: Tables
) -> None:
    first = merged_tables(merged_tables(a, b), c)
    assert said(first) == said(merged_tables(a, merged_tables(b, c)))


@pytest.mark.thorough
@given(diaries, diaries)
@tried(200)
def test_merging_once_more_changes_nothing(one: Tables, other: Tables) -> None:
    both = merged_tables(one, other)
    for again in (one, other, both):
        assert merged_tables(both, again) == both or said(merged_tables(both, again)) == said(both)
    assert said(merged_tables(both, as_read(both))) == said(both)


@given(diaries, diaries)
@tried(200)
def test_every_entry_of_either_is_there_and_none_is_made_up(one: Tables, other: Tables) -> None:
    both = merged_tables(one, other)
    for name in ("pain", "weather", "setting"):
        held = [*one.get(name, {}).values(), *other.get(name, {}).values()]
        digests = {content_digest(each) for each in held}
        kept = both.get(name, {}).values()
        assert {content_digest(each) for each in kept} <= digests
        assert {_id(each) for each in kept} == {_id(each) for each in held}
        ids = [_id(each) for each in kept]
        assert len(ids) == len(set(ids))
    assert one.keys() | other.keys() >= both.keys()


def _id(held: Any) -> str:
    document = whole(held)
    id_ = document.get("id") if isinstance(document, Mapping) else None
    return id_ if isinstance(id_, str) and id_ else content_digest(held).hex()
