"""What a person stated, and what is still worth asking."""

from typing import Any

import pytest

from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.profile import asked_conditions, conditions_to_ask, stated_conditions
from backcare_tui.store.tiny import TinyRepository

ROUTINE = Routine(id="mine", name="Mine", avoid_if=("glaucoma", "reflux", "pregnancy"))


@pytest.mark.parametrize("value", [None, "glaucoma", 7, {"glaucoma": True}, [], [None, 3]])
def test_a_setting_that_is_no_list_of_words_states_nothing(value: object) -> None:
    assert stated_conditions({"conditions": value}) == frozenset()
    assert asked_conditions({"conditions_asked": value}) == frozenset()
    assert conditions_to_ask({"conditions_asked": value}, ROUTINE) == ROUTINE.avoid_if


def test_what_was_stated_is_known() -> None:
    settings: dict[str, Any] = {"conditions": ["reflux", 3, "own word"]}
    assert stated_conditions(settings) == {"reflux", "own word"}


def test_only_what_was_never_asked_or_stated_is_asked() -> None:
    settings = {"conditions": ["reflux"], "conditions_asked": ["pregnancy"]}
    assert conditions_to_ask({}, ROUTINE) == ("glaucoma", "reflux", "pregnancy")
    assert conditions_to_ask(settings, ROUTINE) == ("glaucoma",)
    assert conditions_to_ask({"conditions_asked": list(ROUTINE.avoid_if)}, ROUTINE) == ()


def test_a_routine_that_suits_everybody_asks_nothing() -> None:
    assert conditions_to_ask({}, Routine(id="mine", name="Mine")) == ()


def test_the_answers_come_back_from_the_diary(repository: TinyRepository) -> None:
    repository.set("conditions", ["reflux"])
    repository.set("conditions_asked", ["reflux", "glaucoma"])
    kept = repository.settings()
    assert stated_conditions(kept) == {"reflux"}
    assert conditions_to_ask(kept, ROUTINE) == ("pregnancy",)
