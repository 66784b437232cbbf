"""What was said of a week, in sentences."""

from msgspec.structs import replace
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.guidance.week_questions import say_answer
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.guidance.test_agenda import TODAY


def test_of_two_answers_for_a_week_the_one_changed_last_is_told() -> None:
    """As the next week is made from that one: a synced diary may hold both."""
    clock, storage = FrozenClock(), MemoryStorage()  # type: ignore[no-untyped-call] # as TinyDB has it
    repository = TinyRepository(storage, clock)
    first = WeekAnswer(id="a", week=TODAY, felt="right")
    repository.add(first, WeekAnswer(id="b", week=TODAY, felt="easy"))
    clock.move(minutes=5)
    repository.change(replace(first, felt="hard"))
    assert list(say_answer(repository, TODAY)) == ["What you did was too hard."]
