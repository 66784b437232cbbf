import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.trial import MAX_PAIRS, Trial, TrialDay
from backcare_tui.diary.values import BadValue
from backcare_tui.store.tiny import TinyRepository

DAY = dt.date(2026, 11, 23)
DOCUMENT: dict[str, Any] = {
    "id": "walk",
    "name": "A walk at lunch",
    "outcome": "pain",
    "started": "2026-11-23",
    "period_days": 2,
    "schedule": ["with", "without", "without", "with"],
}


def test_a_trial_comes_back_from_its_document_as_it_was() -> None:
    trial = read_record(Trial, DOCUMENT)
    assert (trial.day, trial.pairs, trial.schedule[0]) == (DAY, 2, "with")
    assert write_document(trial) == DOCUMENT


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("outcome", "luck", 'outcome: "luck" is not one of pain and sleep.'),
        (
            "schedule",
            ["with", "with"],
            'schedule: "with, with" is not pairs of one with and one without.',
        ),
        ("schedule", ["with"], 'schedule: "with" is not pairs of one with and one without.'),
        ("schedule", [], "schedule: nothing is not pairs of one with and one without."),
        (
            "schedule",
            ["with", "without"] * (MAX_PAIRS + 1),
            'schedule: "15 pairs" is not at most 14 pairs.',
        ),
        ("period_days", 0, "period_days: 0 is not a whole number of days from 1 to 14."),
        ("stopped", "2026-11-22", 'stopped: "2026-11-22" is not on or after 2026-11-23.'),
    ],
)
def test_a_bad_value_is_refused_with_a_sentence(field: str, value: object, sentence: str) -> None:
    with pytest.raises(BadValue) as error:
        read_record(Trial, DOCUMENT | {field: value})
    assert str(error.value) == sentence


def test_a_day_on_which_it_was_not_done_keeps_that(repository: TinyRepository) -> None:
    for ago, did in enumerate((True, False)):
        day = DAY - dt.timedelta(days=ago)
        repository.add(TrialDay(on=day, trial="walk", did=did))
    assert [each.did for each in repository.entries(TrialDay)] == [False, True]
    assert [each.did for each in repository.entries(TrialDay, (DAY, DAY))] == [True]


def test_undo_takes_an_end_back(repository: TinyRepository) -> None:
    repository.add(read_record(Trial, DOCUMENT))
    repository.change(read_record(Trial, DOCUMENT | {"stopped": "2026-11-25"}))
    repository.undo()
    assert repository.entries(Trial)[0].stopped is None
