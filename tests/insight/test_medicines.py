"""What was taken on which day."""

from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.insight.medicines import days_of, medicines_taken, takings
from tests.guidance.facts_of import ago, day


def took(days_ago: int, *medicines: Medicine, hour: int = 8) -> Pain:
    return Pain(at=ago(days_ago, hour), severity=3, medicines=medicines)


def test_a_day_has_each_medicine_once_with_its_sorts_from_every_kind_of_entry() -> None:
    feeling = Feeling(at=ago(1), medicines=(Medicine("co-codamol"),))
    taken = takings([took(2, Medicine("Advil")), took(2, Medicine("Advil"), hour=20), feeling])
    assert [(each.day, each.name) for each in taken] == [(day(2), "Advil"), (day(1), "co-codamol")]
    assert days_of(taken, ("opioid", "nsaid")) == {day(1), day(2)}
    assert days_of(taken, ("steroid",)) == set()


def test_what_was_taken_late_is_of_the_day_on_which_it_was() -> None:
    written_as_one = Medicine("ibuprofen 400 mg + codeine", "15 mg", "22:30")
    entry = took(1, Medicine("Advil", "200 mg", "07:00"), written_as_one)
    assert {(each.day, each.name) for each in takings([entry])} == {
        (day(1), "Advil"),
        (day(2), "ibuprofen"),
        (day(2), "codeine"),
    }
    assert {(each.name, each.on) for each in medicines_taken([entry])} == {
        ("Advil", (day(1),)),
        ("ibuprofen", (day(2),)),
        ("codeine", (day(2),)),
    }


def test_aspirin_is_for_the_heart_up_to_325_mg_of_a_day() -> None:
    low, more, unknown = (
        Medicine("aspirin", "300 mg"),
        Medicine("aspirin", "75 mg"),
        Medicine("aspirin"),
    )
    for medicines, is_low in (((low,), True), ((low, more), False), ((low, unknown), False)):
        [*taken] = takings([took(0, *medicines)])
        assert all(each.is_heart_aspirin is is_low for each in taken)
        assert (days_of(taken, ("nsaid",)) == set()) is is_low


def test_medicines_that_were_written_as_one_are_each_known() -> None:
    for name, dose, sorts in (
        ("ibuprofen", "400 mg + Eliquis 5 mg", {"nsaid", "blood_thinner"}),
        ("ibu", "400mg; tramadol", {"nsaid", "opioid"}),
        ("paracetamol and codeine", None, {"acetaminophen", "opioid"}),
        ("aspirin", "75 mg + naproxen 250 mg", {"nsaid"}),
        ("tramadol with zopiclone", None, {"opioid", "sleep_aid"}),
        ("oxycodone", "7,5 mg", {"opioid"}),
        ("co-codamol", "30/500", {"opioid", "acetaminophen"}),
        ("diclofenac", "1% gel", {"topical"}),
    ):
        entry = took(0, Medicine(name, dose))
        assert {sort for each in takings([entry]) for sort in each.sorts} == sorts, (name, dose)
    [first, second] = medicines_taken([took(0, Medicine("ibuprofen", "400 mg + Eliquis 5 mg"))])
    assert [(each.name, each.doses) for each in (first, second)] == [
        ("Eliquis", ("5 mg",)),
        ("ibuprofen", ("400 mg",)),
    ]
