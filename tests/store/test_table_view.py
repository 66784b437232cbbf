"""What is kept of a table over a change is what reading all of it again would give."""

import datetime as dt
from typing import Any

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.table_view import MOST_PUT, TableView

EVER = (dt.date(2026, 1, 1), dt.date(2026, 1, 9))
ids = st.sampled_from(["a", "b", "c", "d", "01KB0000000000000000000000"])
entries = st.builds(
    lambda id_, day, minute, severity, areas: {
        "id": id_,
        "at": f"2026-01-0{day}T08:0{minute}:00+00:00",
        "severity": severity,
        "areas": areas,
    },
    ids,
    st.integers(1, 4),
    st.integers(0, 2),
    st.sampled_from([0, 4, 10, 99]),
    st.lists(st.sampled_from(["neck", "hip-l"]), unique=True),
)
marks = st.builds(lambda id_: {"id": id_, "removed": "2026-01-05T08:00:00+00:00"}, ids)
documents = st.one_of(entries, entries, entries, marks, st.just(7), st.just({}))
held = st.one_of(documents, documents.map(lambda each: msgspec.Raw(msgspec.json.encode(each))))
numbers = st.integers(1, 12).map(str)
tables = st.dictionaries(numbers, held, max_size=8)


def looked_at(view: TableView[Pain]) -> tuple[object, ...]:
    """All that a view says."""
    return (
        view.index.days(),
        [list(view.index.on(day)) for day in view.index.days()],
        list(view.index.named(("areas",))),
        view.some(EVER),
        view.in_order(),
    )


def has_twins(table: dict[str, Any]) -> bool:
    """Whether an id stands in a table twice."""
    return next(TableView(Pain, table).twins(), None) is not None


@given(tables, st.dictionaries(numbers, st.one_of(held, st.none())), st.sampled_from(["known", ""]))
def test_a_view_after_a_change_is_the_view_of_what_is_there_then(
    table: dict[str, Any], change: dict[str, Any], known: str
) -> None:
    before = TableView(Pain, table)
    if known:
        looked_at(before)
    after = {number: each for number, each in table.items() if number not in change}
    after |= {number: each for number, each in change.items() if each is not None}
    assume(has_twins(table) or not has_twins(after))
    assert looked_at(before.after(after)) == looked_at(TableView(Pain, after))
    assert not known or looked_at(before) == looked_at(TableView(Pain, table))


def test_many_that_come_at_once_are_sorted_in() -> None:
    def pain(number: int) -> dict[str, object]:
        day = 1 + number % 9
        return {"id": f"id-{number}", "at": f"2026-01-0{day}T08:00:00+00:00", "severity": 4}

    few = {"1": pain(1)}
    many = few | {str(number): pain(number) for number in range(2, MOST_PUT + 9)}
    view = TableView(Pain, few)
    looked_at(view)
    assert looked_at(view.after(many)) == looked_at(TableView(Pain, many))
