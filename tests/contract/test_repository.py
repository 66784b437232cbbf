"""What every repository promises, over memory and over a file."""

import datetime as dt

import msgspec
import pytest

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY
from tests.contract.ground import TODAY, Ground, contents, pain, severities
from tests.stored import stored


def test_an_empty_diary_has_nothing_in_it(repository: TinyRepository) -> None:
    assert contents(repository) == []
    assert stored(repository) == {}
    assert repository.troubles == ()
    assert repository.read_only is None
    assert repository.undo() is None


def test_what_was_added_is_there_with_the_time_of_its_change(
    ground: Ground, repository: TinyRepository
) -> None:
    entry = pain(4, areas=("neck",), note="stiff")
    change = repository.add(entry, summary="added pain 4")
    assert (change.summary, change.at, change.ids) == ("added pain 4", MONDAY, (entry.id,))
    kept = msgspec.structs.replace(entry, updated=MONDAY)
    assert repository.entries(Pain) == ground.open().entries(Pain) == (kept,)


def test_entries_are_in_the_order_of_time(repository: TinyRepository) -> None:
    repository.add(pain(1, hours=5), pain(3), pain(2, hours=1))
    assert severities(repository) == [1, 2, 3]


def test_what_entries_name_is_told_by_day_without_reading_them(
    ground: Ground, repository: TinyRepository
) -> None:
    fields = ("areas", "area_severity", "triggers")
    days = (TODAY - dt.timedelta(days=1), TODAY)
    late = pain(4, areas=("neck",), area_severity={"hip-l": 0}, note="fall", qualities=("numb",))
    repository.add(late, pain(2, hours=30, triggers=("fall",)), pain(3, hours=60, areas=("neck",)))
    repository.add(pain(1))
    told: list[object] = [(TODAY - dt.timedelta(days=1), {"fall"}), (TODAY, {"neck", "hip-l"})]
    assert list(repository.named(Pain, fields, days)) == told
    assert list(ground.open().named(Pain, fields, days)) == told
    repository.change(msgspec.structs.replace(late, areas=(), triggers=("stress",)))
    told = [(TODAY, {"stress", "hip-l"})]
    assert list(repository.named(Pain, fields, (TODAY, TODAY))) == told
    repository.remove(late.id)
    assert list(repository.named(Pain, fields, (TODAY, TODAY))) == []


def test_what_a_bad_document_names_is_told_as_far_as_it_is_words(ground: Ground) -> None:
    at = MONDAY.isoformat()
    documents = {
        "1": {"id": "a", "at": at, "severity": 99, "areas": ["neck", 4, ["x"]], "triggers": "fall"},
        "2": {"id": "b", "at": "never", "areas": ["neck"]},
        "3": {"id": "c", "at": at, "areas": {"hip-l": 3}, "triggers": 7},
    }
    found = ground.open({"pain": documents}).named(Pain, ("areas", "triggers"), (TODAY, TODAY))
    told: list[object] = [(TODAY, {"neck", "fall"}), (TODAY, {"hip-l"})]
    assert list(found) == told


def test_entries_of_the_hour_that_comes_twice_are_in_the_order_of_time(
    ground: Ground, repository: TinyRepository
) -> None:
    first = Pain(at=dt.datetime.fromisoformat("2026-10-25T02:50:00+02:00"), severity=1)
    second = Pain(at=dt.datetime.fromisoformat("2026-10-25T02:10:00+01:00"), severity=2)
    repository.add(second, first)
    assert severities(repository) == [1, 2]
    day = first.day
    assert [entry.severity for entry in ground.open().entries(Pain, (day, day))] == [1, 2]


def test_entries_of_one_minute_keep_the_order_in_which_they_were_made(
    ground: Ground, repository: TinyRepository
) -> None:
    for severity in (1, 2, 4, 5, 3):
        repository.add(pain(severity))
    late = Pain(at=MONDAY.replace(second=40), severity=6)
    repository.add(late)
    repository.add(pain(7))
    made = [1, 2, 4, 5, 3, 6, 7]
    assert severities(repository) == severities(ground.open()) == made
    first = repository.entries(Pain)[0]
    repository.change(msgspec.structs.replace(first, note="stiff"))
    days = (TODAY, TODAY)
    for there in (repository, ground.open()):
        assert severities(there) == made
        assert [entry.severity for entry in there.entries(Pain, days)] == made


def test_old_entries_of_one_minute_keep_the_order_of_the_file(ground: Ground) -> None:
    ids = ["f0", "0a", "77", "31"]
    moment = MONDAY.isoformat()
    documents = {
        str(n): {"id": id_, "at": moment, "severity": n} for n, id_ in enumerate(ids, start=1)
    }
    repository = ground.open({"pain": documents})
    assert severities(repository) == [1, 2, 3, 4]
    first = repository.entries(Pain)[0]
    repository.change(msgspec.structs.replace(first, note="stiff"))
    assert severities(repository) == severities(ground.open()) == [1, 2, 3, 4]
    repository.add(pain(9))
    assert severities(ground.open()) == [1, 2, 3, 4, 9]


def test_entries_stay_in_the_order_of_days_on_a_journey(repository: TinyRepository) -> None:
    auckland = Pain(at=dt.datetime.fromisoformat("2026-11-22T09:00:00+13:00"), severity=2)
    honolulu = Pain(at=dt.datetime.fromisoformat("2026-11-21T23:00:00-10:00"), severity=1)
    repository.add(auckland, honolulu)
    assert severities(repository) == [1, 2]


def test_a_bad_value_keeps_out_all_that_was_to_be_added(
    ground: Ground, repository: TinyRepository
) -> None:
    with pytest.raises(BadValue, match="severity: 14 is not a whole number from 0 to 10"):
        repository.add(pain(4), pain(14))
    assert contents(repository) == contents(ground.open()) == []


def test_an_id_is_given_once_only(repository: TinyRepository) -> None:
    entry = pain()
    repository.add(entry)
    with pytest.raises(BadValue, match=r"^id: .* is not a new id\.$"):
        repository.add(pain(5), entry)
    assert len(contents(repository)) == 1


def test_a_removed_entry_can_be_brought_back_under_its_id(repository: TinyRepository) -> None:
    entry = pain()
    repository.add(entry)
    repository.remove(entry.id)
    repository.add(entry)
    assert [kept.id for kept in repository.entries(Pain)] == [entry.id]


def test_two_entries_of_one_id_are_refused_together(repository: TinyRepository) -> None:
    with pytest.raises(BadValue, match=r"^id: .* is not a new id\.$"):
        repository.add(pain(4, id="same"), pain(5, id="same"))
    assert contents(repository) == []


def test_a_change_takes_the_place_of_what_was_there(
    ground: Ground, repository: TinyRepository
) -> None:
    entry = pain(4, note="stiff")
    repository.add(pain(1, hours=3), entry, pain(2, hours=1))
    numbers = list(ground.tables()["pain"])
    ground.clock.move(minutes=5)
    repository.change(msgspec.structs.replace(entry, severity=6, note=None))
    (changed,) = (found for found in repository.entries(Pain) if found.id == entry.id)
    assert (changed.severity, changed.note) == (6, None)
    assert changed.updated == ground.clock.now()
    assert sorted(ground.tables()["pain"]) == sorted(numbers)
    assert ground.open().entries(Pain) == repository.entries(Pain)


@pytest.mark.parametrize("is_removed", [False, True])
def test_what_is_not_there_cannot_be_changed(
    repository: TinyRepository, *, is_removed: bool
) -> None:
    entry = pain()
    if is_removed:
        repository.add(entry)
        repository.remove(entry.id)
    with pytest.raises(BadValue, match=r"^id: .* is not an entry of this diary\.$"):
        repository.change(entry)


def test_a_removed_entry_leaves_only_its_mark(ground: Ground, repository: TinyRepository) -> None:
    entry = pain(4, note="private")
    repository.add(entry)
    repository.remove(entry.id)
    assert repository.entries(Pain) == ground.open().entries(Pain) == ()
    later = "2026-11-23T08:12:00.001+01:00"
    assert ground.documents("pain") == [{"id": entry.id, "updated": later, "removed": later}]


def test_removing_is_all_or_nothing(repository: TinyRepository) -> None:
    entry = pain()
    repository.add(entry)
    with pytest.raises(BadValue):
        repository.remove(entry.id, "nobody")
    assert severities(repository) == [4]


@pytest.mark.parametrize("days", [179, 181])
def test_marks_are_cleaned_up_after_180_days(
    ground: Ground, repository: TinyRepository, days: int
) -> None:
    entry = pain()
    repository.add(entry)
    repository.remove(entry.id)
    ground.clock.move(days=days)
    repository.add(pain(5))
    assert any("removed" in document for document in ground.documents("pain")) == (days < 180)


def test_a_mark_is_as_old_as_its_moment_whatever_its_offset_says(ground: Ground) -> None:
    """As text 10 in the evening of the day before is earlier; in Greenwich it is later."""
    kept = "2026-05-26T22:00:00-11:00"
    gone = "2026-05-27T09:00:00+14:00"
    marks = {str(n): {"id": f"m{n}", "removed": at} for n, at in enumerate((kept, gone), start=1)}
    repository = ground.open({"pain": marks})
    repository.add(pain(5))
    left = {mark.get("removed") for mark in ground.documents("pain")}
    assert kept in left
    assert gone not in left


def test_a_change_is_later_than_what_stood_there_also_by_a_clock_that_was_put_back(
    ground: Ground, repository: TinyRepository
) -> None:
    entry = pain(4)
    repository.add(entry)
    ground.clock.move(days=-2)
    for change in (
        lambda: repository.change(msgspec.structs.replace(entry, severity=5)),
        lambda: repository.remove(entry.id),
        repository.undo,
        repository.redo,
    ):
        (before,) = ground.documents("pain")
        change()
        (after,) = ground.documents("pain")
        moments = [dt.datetime.fromisoformat(each["updated"]) for each in (before, after)]
        assert moments[1] - moments[0] == dt.timedelta(milliseconds=1)


def test_two_changes_of_one_second_have_an_order(
    ground: Ground, repository: TinyRepository
) -> None:
    ground.clock.move(milliseconds=250)
    repository.add(pain(4))
    ground.clock.move(milliseconds=500)
    repository.add(pain(5))
    updated = [document["updated"] for document in ground.documents("pain")]
    assert updated == ["2026-11-23T08:12:00.250+01:00", "2026-11-23T08:12:00.750+01:00"]
    assert [write_document(entry)["updated"] for entry in ground.open().entries(Pain)] == updated


def test_an_entry_is_found_by_the_beginning_of_its_id(repository: TinyRepository) -> None:
    repository.add(pain(1, id="abcd-1"), pain(2, id="abce-2"), Person(name="Ada", id="abcd"))
    found = repository.find(" ABCE")
    assert isinstance(found, Pain)
    assert found.severity == 2
    assert isinstance(repository.find("abcd"), Person)


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ("x", 'id: "x" is not the beginning of an entry\'s id.'),
        ("", "id: nothing is not the beginning of an entry's id."),
        ("abc", 'id: "abc" is not enough: 2 ids begin so; give more of it.'),
        ("[", 'id: "[" is not the beginning of an entry\'s id.'),
    ],
)
def test_an_id_that_does_not_name_one_entry_is_refused(
    repository: TinyRepository, start: str, sentence: str
) -> None:
    repository.add(pain(1, id="abcd"), pain(2, id="abce"))
    with pytest.raises(BadValue) as caught:
        repository.find(start)
    assert str(caught.value) == sentence


def test_an_entry_whose_id_has_capitals_can_be_found_and_removed(
    repository: TinyRepository,
) -> None:
    repository.add(pain(id="ABCD-1"))
    assert repository.find("abcd").id == "ABCD-1"
    repository.remove("ABCD-1")
    assert contents(repository) == []


@pytest.mark.parametrize("is_read_before", [False, True])
def test_entries_of_some_days_are_those_whose_day_it_is(
    ground: Ground, *, is_read_before: bool
) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    ground.open().add(
        pain(1, hours=8.3),
        pain(2, hours=8.1),
        pain(3, hours=48),
        Night(night=yesterday, bed="23:00", up="07:00"),
        Person(name="Ada"),
        Plan(routine="desk-break"),
        Plan(routine="desk-break", since=yesterday),
    )
    repository = ground.open()
    for kind in (Pain, Night, Person, Plan, Routine):
        if is_read_before:
            repository.entries(kind)
        for days in ((yesterday, yesterday), (TODAY, TODAY), (yesterday, TODAY)):
            everything = ground.open().entries(kind)
            expected = tuple(e for e in everything if days[0] <= e.day <= days[1])
            assert repository.entries(kind, days) == expected
    assert severities(repository) == [3, 1, 2]


def test_settings_are_kept_changed_and_forgotten(
    ground: Ground, repository: TinyRepository
) -> None:
    repository.set("theme", "dark")
    repository.set("calm", value=False)
    repository.set("theme", "light")
    assert stored(repository) == stored(ground.open()) == {"theme": "light", "calm": False}
    repository.set("theme", None)
    repository.set("sound", None)
    assert stored(repository) == stored(ground.open()) == {"calm": False}


def test_settings_are_typed_and_follow_each_change(
    ground: Ground, repository: TinyRepository
) -> None:
    assert repository.settings() == Settings()
    repository.set("conditions", frozenset({"reflux", "asthma"}))
    repository.set("baseline_from", MONDAY.date())
    typed = Settings(conditions=frozenset({"reflux", "asthma"}), baseline_from=MONDAY.date())
    assert repository.settings() == ground.open().settings() == typed
    repository.set("conditions", None)
    assert repository.settings() == Settings(baseline_from=MONDAY.date())
    assert stored(repository) == {"baseline_from": "2026-11-23"}


def test_a_draft_is_kept_beside_the_settings_and_forgotten(
    ground: Ground, repository: TinyRepository
) -> None:
    repository.keep_draft("meal", {"text": "soup"})
    repository.undo()
    assert ground.open().draft("meal") == repository.draft("meal") == {"text": "soup"}
    assert repository.draft("pain") is None
    assert repository.settings() == Settings()
    assert stored(repository) == {"draft.meal": {"text": "soup"}}
    repository.keep_draft("meal", None)
    assert repository.draft("meal") is None


def test_a_snapshot_is_the_diary_as_it_was(repository: TinyRepository) -> None:
    before = Pain(at=MONDAY, severity=4)
    repository.add(before)
    snapshot = repository.snapshot()
    repository.add(Pain(at=MONDAY, severity=7))
    repository.change(msgspec.structs.replace(before, severity=1))
    repository.set("theme", "backcare-day")
    assert [each.severity for each in snapshot.entries(Pain)] == [4]
    assert snapshot.settings() == Settings()
    snapshot.add(Pain(at=MONDAY, severity=9))
    assert sorted(each.severity for each in repository.entries(Pain)) == [1, 7]


def test_undo_does_not_touch_settings(repository: TinyRepository) -> None:
    repository.add(pain())
    repository.set("theme", "dark")
    repository.undo()
    assert stored(repository) == {"theme": "dark"}
    assert contents(repository)[0].table == "setting"


def test_of_two_settings_of_one_name_the_one_that_counts_is_changed(ground: Ground) -> None:
    repository = ground.open(
        {
            "setting": {
                "1": {"id": "a", "name": "theme", "value": "a"},
                "2": {"id": "b", "name": "theme"},
            }
        }
    )
    repository.set("theme", "c")
    assert stored(repository)["theme"] == "c"
