"""Records of every kind, made up from what their own types allow."""

import datetime as dt
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

import msgspec
from hypothesis import strategies as st
from msgspec import Meta

from backcare_tui.diary.records.base import Imported, Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.values import BadValue, field_types

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
moments = st.builds(
    dt.datetime.combine,
    st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)),
    st.times().map(lambda time: time.replace(microsecond=0)),
    offsets,
)
times = st.times().map(lambda time: f"{time:%H:%M}")


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values that a field of this annotated type may hold."""
    metas: list[Meta] = []
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        metas += [meta for meta in more if isinstance(meta, Meta)]
    origin, inside = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return st.one_of(*map(values, inside))
    if origin is Literal:
        return st.sampled_from(inside)
    if origin is tuple:
        return st.lists(values(inside[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(values(inside[0]), values(inside[1]), max_size=3)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return structs(kind).filter(lambda struct: struct != Interference())
    return _plain(kind, metas)


def _plain(kind: Any, metas: list[Meta]) -> st.SearchStrategy[Any]:
    low = next((meta.ge for meta in metas if meta.ge is not None), 0)
    high = next((meta.le for meta in metas if meta.le is not None), None)
    above = next((meta.gt for meta in metas if meta.gt is not None), None)
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(int(low), None if high is None else int(high))
    if kind is float:
        return st.floats(low if above is None else above, high, exclude_min=above is not None)
    if kind is str:
        return times if any(meta.pattern for meta in metas) else texts
    simple = {dt.datetime: moments, dt.date: moments.map(dt.datetime.date), type(None): st.none()}
    return simple.get(kind, json_values)


def structs(kind: type[msgspec.Struct], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Structs of one kind; fields without a default are always there, the others at times."""
    types = field_types(kind)
    needed = [field.name for field in msgspec.structs.fields(kind) if field.required]
    strategies = {name: values(type_) for name, type_ in types.items()} | given
    if kind is Imported:
        strategies["original"] = json_values.filter(lambda value: value is not None)
    optional = {name: strategy for name, strategy in strategies.items() if name not in needed}
    return (
        st.fixed_dictionaries({name: strategies[name] for name in needed}, optional=optional)
        .map(lambda fields: _made(kind, fields))
        .filter(lambda made: made is not None)
    )


def _made(kind: type[msgspec.Struct], fields: dict[str, Any]) -> msgspec.Struct | None:
    try:
        return kind(**fields)
    except BadValue:
        return None


def records(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Records of one kind, all of them such as the file may hold."""
    if kind is Night:
        return nights
    ids = st.uuids(version=4).map(str)
    if kind is Trial:
        return cast(
            "st.SearchStrategy[Record]",
            structs(kind, id=ids, schedule=_schedules, stopped=st.none()),
        )
    return cast("st.SearchStrategy[Record]", structs(kind, id=ids))


_schedules = st.lists(
    st.sampled_from([("with", "without"), ("without", "with")]), min_size=1, max_size=14
).map(lambda pairs: tuple(arm for pair in pairs for arm in pair))
"""Pairs of periods, in whatever order the lot gave them."""


@st.composite
def _nights(draw: st.DrawFn) -> Night:
    bed = draw(st.integers(0, 1439))
    in_bed = draw(st.integers(1, 16 * 60))
    lights_out = draw(st.none() | st.integers(0, in_bed))
    woke = draw(st.none() | st.integers(lights_out or 0, in_bed))
    trying = (in_bed if woke is None else woke) - (lights_out or 0)
    latency = draw(st.none() | st.integers(0, trying))
    awake = draw(st.none() | st.integers(0, trying - (latency or 0)))
    return Night(
        id=str(draw(st.uuids(version=4))),
        night=draw(moments).date(),
        bed=_clock(bed),
        lights_out=None if lights_out is None else _clock(bed + lights_out),
        latency_min=latency,
        awake_min=awake,
        woke=None if woke is None else _clock(bed + woke),
        up=_clock(bed + in_bed),
        quality=draw(st.none() | st.integers(1, 5)),
        note=draw(st.none() | texts),
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


nights = _nights()
any_record = st.sampled_from(KINDS).flatmap(records)
