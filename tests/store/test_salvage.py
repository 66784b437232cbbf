"""What is whole in a damaged file comes out of it, whatever happened to the rest."""

import datetime as dt
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.store.documents import DAY_FIELDS
from backcare_tui.store.salvage import Salvaged, readable
from tests.diary.strategies import json_values
from tests.for_each import for_each

Tables = dict[str, dict[str, Any]]

PAIN = {
    "id": "a",
    "updated": "2026-11-23T08:12:00.000+01:00",
    "at": "2026-11-23T08:12:00+01:00",
    "severity": 4,
}
LATER = {**PAIN, "id": "b", "at": "2026-11-24T08:12:00+01:00", "note": 'Rücken: "1":{"id":"x"}'}
NIGHT = {
    "id": "c",
    "updated": "2026-11-24T08:12:00.000+01:00",
    "night": "2026-11-24",
    "asleep_min": 400,
}
META = {"digest": "0" * 64, "id": "m", "diary": "d", "device": "e", "generation": 3}
TABLES: Tables = {"meta": {"1": META}, "pain": {"1": PAIN, "2": LATER}, "sleep": {"1": NIGHT}}
WHOLE = msgspec.json.encode(TABLES)


def ids(data: bytes) -> list[str]:
    return [f"{each.table} {each.document['id']}" for each in readable(data).found]


def without(piece: bytes, instead: bytes = b"") -> bytes:
    """The file with a piece of it gone."""
    assert WHOLE.count(piece) == 1
    return WHOLE.replace(piece, instead)


ALL = ["meta m", "pain a", "pain b", "sleep c"]
DAMAGED = {
    "whole": (WHOLE, ALL),
    "a byte order mark": (b"\xef\xbb\xbf" + WHOLE, ALL),
    "written with spaces": (msgspec.json.format(WHOLE, indent=2), ALL),
    "in UTF-16": (WHOLE.decode().encode("utf-16"), ALL),
    "in UTF-16 without a mark": (WHOLE.decode().encode("utf-16-be"), ALL),
    "in UTF-32": (WHOLE.decode().encode("utf-32"), ALL),
    "a beginning of zeros": (b"\0" * 60 + WHOLE[60:], ALL[1:]),
    "rubbish behind": (WHOLE + b"\x00\x01}}]]" * 99, ALL),
    "twice": (WHOLE + WHOLE, ALL + ALL),
    "between marks of a conflict": (b"<<<<<<< here\n" + WHOLE + b"\n=======\n" + WHOLE, ALL + ALL),
    "cut in the last night": (WHOLE[:-20], ALL[:3]),
    "cut behind the last night": (WHOLE[:-2], ALL),
    "zeros over a number": (without(b'"2":{', b"\0\0\0:{"), ALL),
    "zeros over a name": (without(b'"sleep":{', b"\0" * 9), ALL),
    "no name of a table": (without(b'},"sleep":{', b","), ALL),
    "no brace behind an entry": (without(b'},"2":{', b',"2":{'), ALL),
    "no brace behind a table": (without(b'}},"sleep"', b'},"sleep"'), ALL),
    "half a letter": (without("ü".encode(), b"\xc3"), ["meta m", "pain a", "sleep c"]),
    "not a number": (without(b"400", b"NaN"), ALL[:3]),
    "a number that nothing can hold": (without(b"400", b"1e999"), ALL),
    "a key twice": (without(b'},"2":{', b'}},"pain":{"2":{'), ALL),
    "a wrong name of a table": (without(b'"sleep":{', b'"slefp":{'), ALL),
    "nothing": (b"", []),
    "zeros": (b"\0" * 512, []),
    "braces": (b'{"1":' * 500, []),
    "brackets": (b'{"1":{"id":' + b"[" * 100_000, []),
}


@for_each("name", DAMAGED)
def test_every_document_that_is_whole_comes_out_in_its_table(name: str) -> None:
    data, expected = DAMAGED[name]
    assert ids(data) == expected


def test_what_comes_out_is_what_was_written() -> None:
    (_, _, later, _) = readable(WHOLE).found
    assert later == Salvaged("pain", 2, LATER)
    assert not readable(WHOLE).holes
    assert not readable(WHOLE).is_cut


def test_a_hole_tells_of_which_entries_and_days_it_is() -> None:
    salvage = readable(without(b'"severity":4,"note"', b"\0" * 19))
    (hole,) = salvage.holes
    assert (hole.table, hole.ids, hole.seen) == ("pain", ("b",), 1)
    assert str(hole.first) == str(hole.last) == "2026-11-24"
    assert salvage.about == 3


documents = st.fixed_dictionaries(
    {"id": st.uuids().map(str), "updated": st.just(PAIN["updated"])},
    optional={"severity": st.integers(0, 10), "note": st.text(), "more": json_values},
)
tables = st.dictionaries(
    st.sampled_from(["pain", "sleep", "meal", "weather"]),
    st.dictionaries(st.integers(1, 99).map(str), documents, max_size=6),
    max_size=4,
)


@given(diary=tables, data=st.data())
def test_nothing_whose_bytes_are_whole_is_missing(diary: Tables, data: st.DataObject) -> None:
    file = msgspec.json.encode(diary)
    start = data.draw(st.integers(0, len(file)), "from")
    end = data.draw(st.integers(start, min(len(file), start + 60)) | st.just(len(file)), "to")
    size = end - start
    instead = data.draw(
        st.just(b"") | st.just(b"\0" * size) | st.binary(min_size=size, max_size=size), "instead"
    )
    found = {
        each.document["id"]: each.document
        for each in readable(file[:start] + instead + file[end:]).found
        if "id" in each.document
    }
    for table in diary.values():
        for number, document in table.items():
            piece = b'"%s":%s' % (number.encode(), msgspec.json.encode(document))
            place = file.index(piece)
            if place + len(piece) <= start or place >= end:
                assert found[document["id"]] == document


@for_each("field", sorted(DAY_FIELDS[:-1]))
def test_a_hole_is_of_the_day_that_can_be_read_in_it(field: str) -> None:
    data = b'{"some":{"1":{"id":"x","%s":"2026-11-20","te\0\0\0\0' % field.encode()
    assert readable(data).holes[0].first == dt.date(2026, 11, 20)
