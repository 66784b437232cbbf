"""The order of a day: one next thing, the others, what is done."""

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.day_order import in_order
from tests.conftest import MONDAY

CHECK_IN = AgendaItem("check-in", "open", "Check-in", "", "")
WALK = AgendaItem("week-line", "due", "A Walk", "6 min", "0 of 3 this week", "1")
BEDTIME = AgendaItem("week-line", "due", "Bedtime Wind-Down", "10 min", "22:00 · 0 of 2", "2")
GENTLE = AgendaItem("gentle", "due", "Flare-Up Gentle", "5 min", "gentle today", "flare-up-gentle")
HARD = AgendaItem("week-line", "open", "Core Basics", "6 min", "0 of 2 this week", "0")
WATER = AgendaItem("water", "open", "Water", "", "")
ITEMS = st.lists(
    st.sampled_from([CHECK_IN, WALK, BEDTIME, GENTLE, HARD, WATER]), unique=True, max_size=6
)


def test_what_is_due_comes_before_what_can_be_done() -> None:
    order = in_order([CHECK_IN, WATER, WALK], MONDAY)
    assert order.next == WALK
    assert order.others == (CHECK_IN, WATER)


def test_what_is_for_the_evening_is_not_next_in_the_morning() -> None:
    assert in_order([BEDTIME, CHECK_IN], MONDAY).next == CHECK_IN
    assert in_order([BEDTIME, CHECK_IN], MONDAY.replace(hour=21)).next == BEDTIME


def test_on_a_bad_day_the_gentle_one_is_next() -> None:
    order = in_order([HARD, WALK, GENTLE], MONDAY)
    assert order.next == GENTLE
    assert order.others == (WALK, HARD)


def test_where_nothing_is_due_the_check_in_is_next_until_it_is_made() -> None:
    assert in_order([WATER, CHECK_IN], MONDAY).next == CHECK_IN
    done = AgendaItem("check-in", "done", "Check-in", "4 moderate", "08:12")
    order = in_order([done, WATER], MONDAY)
    assert (order.next, order.done) == (None, (done,))


@given(ITEMS, st.integers(0, 23))
def test_each_line_stands_in_one_place(items: list[AgendaItem], hour: int) -> None:
    order = in_order(items, MONDAY.replace(hour=hour))
    shown = [*([order.next] if order.next else []), *order.others, *order.done]
    assert sorted(each.key for each in shown) == sorted(each.key for each in items)
