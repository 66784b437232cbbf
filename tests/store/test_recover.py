"""A damaged diary and its backup, joined entry by entry: of each the better."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.store.recover import recovered
from backcare_tui.store.salvage import readable
from tests.for_each import for_each

Document = dict[str, Any]
BEFORE, AFTER = "2026-11-22T20:00:00.000+01:00", "2026-11-22T20:00:00.500+01:00"
SAME_AS_BEFORE = "2026-11-22T19:00:00+00:00"


def entry(id_: str, updated: str = BEFORE, **more: Any) -> Document:
    return {"id": id_, "updated": updated, "at": "2026-11-22T20:00:00+01:00", "severity": 4} | more


def file(*entries: Document) -> bytes:
    """A diary that ends too early, behind these entries."""
    table = {str(number): each for number, each in enumerate(entries, start=1)}
    return msgspec.json.encode({"pain": table})[:-2]


def joined(damaged: bytes, *held: Document) -> list[Document]:
    tables = {"pain": {str(number): each for number, each in enumerate(held, start=1)}}
    return list(recovered(readable(damaged), tables).tables["pain"].values())


BOTH = {
    "changed since the backup": (entry("a", AFTER, severity=9), entry("a"), 9),
    "older than the backup": (entry("a", severity=9), entry("a", AFTER), 4),
    "changed by a fault": (entry("a", severity=9), entry("a"), 4),
    "changed by a fault, in another zone": (entry("a", SAME_AS_BEFORE, severity=9), entry("a"), 4),
    "its moment is damaged": (entry("a", "2026-31-31", severity=9), entry("a"), 4),
}


@for_each("name", BOTH)
def test_of_an_entry_in_both_the_right_one_is_taken(name: str) -> None:
    found, held, severity = BOTH[name]
    assert [each["severity"] for each in joined(file(found), held)] == [severity]


def test_what_only_one_has_is_there_with_a_number_of_its_own() -> None:
    data = file(entry("new", AFTER), entry("both"))
    tables = recovered(readable(data), {"pain": {"1": entry("both"), "2": entry("old")}}).tables
    assert {number: each["id"] for number, each in tables["pain"].items()} == {
        "1": "both",
        "2": "old",
        "3": "new",
    }


def test_what_was_removed_since_the_backup_stays_removed() -> None:
    mark = {"id": "a", "updated": AFTER, "removed": AFTER}
    assert joined(file(mark), entry("a")) == [mark]
    recovery = recovered(readable(file(mark)), {"pain": {"1": entry("a")}}).recovery
    assert (recovery.recovered, recovery.entries) == (0, 0)


def test_it_says_what_came_from_where_and_which_days_are_lost() -> None:
    whole = msgspec.json.encode(
        {
            "pain": {
                str(n): entry(f"p{n}", at=f"2026-11-{n:02}T08:00:00+01:00") for n in range(1, 31)
            }
        }
    )
    start, end = whole.index(b'"10":'), whole.index(b'"20":')
    damaged = readable(whole[:start] + b"\0" * (end - start) + whole[end:])
    alone = recovered(damaged).recovery
    assert (alone.recovered, alone.about, alone.from_backup, alone.entries) == (20, 30, 0, 20)
    assert [day.day for day in alone.lost_days] == list(range(9, 21))
    held = {
        "pain": {str(n): entry(f"p{n}", at=f"2026-11-{n:02}T08:00:00+01:00") for n in range(1, 20)}
    }
    both = recovered(damaged, held).recovery
    assert (both.recovered, both.from_backup, both.entries) == (20, 10, 30)
    assert both.lost_days == ()


def test_of_a_file_without_an_end_it_says_which_kinds_may_miss_something() -> None:
    held = {"pain": {"1": entry("a")}, "sleep": {"1": {"id": "n"}}, "setting": {"1": {"id": "s"}}}
    assert recovered(readable(file(entry("a"))[:-9]), held).recovery.cut_tables == ("pain", "sleep")


def test_of_two_histories_of_steps_the_one_of_the_file_is_kept() -> None:
    data = b'{"undo":{"1":{"id":"u","summary":"x"}},"pain":{"1":{"id":"a","sever'
    tables = recovered(readable(data), {"undo": {"1": {"id": "v"}}, "pain": {}}).tables
    assert tables["undo"] == {"1": {"id": "u", "summary": "x"}}


entries = st.dictionaries(
    st.sampled_from("abcdef"),
    st.builds(
        lambda when, severity: {"updated": when, "severity": severity},
        st.sampled_from([BEFORE, AFTER, SAME_AS_BEFORE]),
        st.integers(0, 10),
    ),
)


@given(ours=entries, theirs=entries)
def test_no_entry_of_either_is_missing(
    ours: dict[str, Document], theirs: dict[str, Document]
) -> None:
    found = file(*({"id": id_, **each} for id_, each in ours.items()))
    tables = joined(found, *({"id": id_, **each} for id_, each in theirs.items())) if theirs else []
    assert {each["id"] for each in tables} == (ours.keys() | theirs.keys() if theirs else set())
