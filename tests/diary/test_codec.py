import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from backcare_tui.diary.codec import is_removed, merged, read_record, write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import BadValue
from tests.conftest import MONDAY
from tests.diary.strategies import any_record, json_values, records, texts
from tests.examples import tried
from tests.for_each import for_each

PAIN: dict[str, Any] = {"id": "a", "at": "2026-11-23T08:12:00+01:00", "severity": 4}


def through_the_file(document: dict[str, Any]) -> dict[str, Any]:
    return msgspec.json.decode(msgspec.json.encode(document), type=dict[str, Any])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
@tried(40)
def test_a_record_comes_back_from_the_file_as_it_went_in(
    kind: type[Record], data: st.DataObject
) -> None:
    record = data.draw(records(kind))
    assume(not isinstance(record, Setting) or record.value not in ("", [], {}))
    assert read_record(kind, through_the_file(write_document(record))) == record.bare()


@given(any_record)
def test_a_document_is_what_the_file_gives_back(record: Record) -> None:
    document = write_document(record)
    assert document == through_the_file(document)


@given(any_record)
def test_what_is_unknown_is_absent_from_the_document(record: Record) -> None:
    unknown: tuple[object, ...] = (
        (None, "", {}) if isinstance(record, Setting) else (None, "", [], {})
    )
    assert not [value for value in write_document(record).values() if value in unknown]


def test_of_a_setting_none_of_them_is_kept() -> None:
    document = write_document(Setting(name="medicines", value=[]))
    assert document["value"] == []
    assert read_record(Setting, document).value == []


@given(any_record, st.dictionaries(texts, json_values, max_size=4))
def test_fields_of_a_later_version_survive_a_change(
    record: Record, unknown: dict[str, Any]
) -> None:
    unknown = {f"x-{field}": value for field, value in unknown.items()}
    before = {**write_document(record), **unknown}
    assert merged(before, record) == before


def test_unknown_fields_inside_what_was_not_touched_survive_a_change() -> None:
    before = {
        **PAIN,
        "medicines": [{"name": "ibuprofen", "after_meal": True}],
        "interference": {"enjoyment": 3, "sleep": 4},
    }
    changed = msgspec.structs.replace(read_record(Pain, before), severity=6)
    assert merged(before, changed) == {**before, "severity": 6}


def test_what_a_change_takes_away_is_gone() -> None:
    before = {**PAIN, "note": "bad night", "areas": ["neck"], "x-weather": "rain"}
    changed = msgspec.structs.replace(read_record(Pain, before), note=None, areas=())
    assert merged(before, changed) == {**PAIN, "x-weather": "rain"}


def test_a_time_that_was_not_touched_stays_to_the_letter() -> None:
    before = {**PAIN, "at": "2026-11-23T08:12:00.250+01:00"}
    changed = msgspec.structs.replace(read_record(Pain, before), severity=6)
    assert merged(before, changed)["at"] == "2026-11-23T08:12:00.250+01:00"


@for_each("nothing", [None, ""])
@for_each("field", ["areas", "relief", "mood", "medicines", "interference", "note"])
def test_null_and_empty_text_read_as_unknown(field: str, nothing: str | None) -> None:
    assert read_record(Pain, {**PAIN, field: nothing}) == read_record(Pain, PAIN)


def test_a_document_without_an_id_is_refused() -> None:
    with pytest.raises(BadValue, match=r"^id: nothing is not an id\.$"):
        read_record(Pain, {"at": PAIN["at"], "severity": 4})


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_cannot_say_is_refused(number: float) -> None:
    with pytest.raises(BadValue, match=r"^cost: "):
        write_document(Visit(at=MONDAY, treatment="massage", cost=number))
    with pytest.raises(BadValue, match=r"^value: .* is not a finite number"):
        write_document(Setting(name="width", value=[number]))


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Pain(at=MONDAY, severity=4, note="\ud800"), "note"),
        (Pain(at=MONDAY, severity=4, areas=("neck", "a\udfff")), "areas"),
        (Pain(at=MONDAY, severity=4, area_severity={"\ud800": 3}), "area_severity"),
        (Feeling(at=MONDAY, medicines=(Medicine("\ud800"),)), "medicines"),
        (Setting(name="theme", value={"a": "\ud800"}), "value"),
    ],
)
def test_half_a_character_is_refused_with_a_sentence_that_can_be_printed(
    record: Record, field: str
) -> None:
    with pytest.raises(BadValue) as caught:
        write_document(record)
    assert str(caught.value).startswith(f"{field}: ")
    assert str(caught.value).endswith(" is not text in UTF-8.")
    assert str(caught.value).encode()


@pytest.mark.parametrize("value", [object(), {"when": [object()]}, 1j])
def test_what_is_no_plain_value_is_refused(value: object) -> None:
    with pytest.raises(BadValue, match=r"is not made of plain values\.$"):
        write_document(Setting(name="theme", value=value))


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(BadValue, match=r"^at: .* is not a moment with its offset"):
        write_document(Pain(at=dt.datetime(2026, 11, 23, 8, 12), severity=4))  # noqa: DTZ001 - the point


def test_times_are_written_to_the_second_with_their_offset() -> None:
    record = Pain(at=MONDAY.replace(microsecond=250), severity=4)
    assert write_document(record)["at"] == "2026-11-23T08:12:00+01:00"


def test_the_mark_of_a_removed_document_is_told_from_an_entry() -> None:
    assert is_removed({"id": "a", "removed": PAIN["at"]})
    assert not is_removed(PAIN)


def test_every_entry_tells_its_moment_and_its_note_also_where_it_has_none() -> None:
    told = [
        (entry.at, entry.note)
        for entry in (
            Pain(at=MONDAY, severity=4, note="mine"),
            Night(night=MONDAY.date(), note="hot"),
            Dismissal(at=MONDAY, advice="mood"),
        )
    ]
    assert told == [(MONDAY, "mine"), (None, "hot"), (MONDAY, None)]
