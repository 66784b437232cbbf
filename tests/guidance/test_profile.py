"""What a person stated, and what is still worth asking."""

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.profile import conditions_to_ask
from backcare_tui.store.tiny import TinyRepository

ROUTINE = Routine(id="mine", name="Mine", avoid_if=("glaucoma", "reflux", "pregnancy"))


def test_only_what_was_never_asked_or_stated_is_asked() -> None:
    some = Settings(conditions=frozenset({"reflux"}), conditions_asked=frozenset({"pregnancy"}))
    assert conditions_to_ask(Settings(), ROUTINE) == ("glaucoma", "reflux", "pregnancy")
    assert conditions_to_ask(some, ROUTINE) == ("glaucoma",)
    assert conditions_to_ask(Settings(conditions_asked=frozenset(ROUTINE.avoid_if)), ROUTINE) == ()


def test_a_routine_that_suits_everybody_asks_nothing() -> None:
    assert conditions_to_ask(Settings(), Routine(id="mine", name="Mine")) == ()


def test_the_answers_come_back_from_the_diary(repository: TinyRepository) -> None:
    repository.set("conditions", ["reflux"])
    repository.set("conditions_asked", ["reflux", "glaucoma"])
    kept = repository.settings()
    assert kept.conditions == {"reflux"}
    assert conditions_to_ask(kept, ROUTINE) == ("pregnancy",)
