"""The charts: nothing hides anything, and each axis says what it measures, and when."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.marks import Mark, MarkKind
from backcare_tui.report.charts import impact_chart, pain_chart, sleep_chart
from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, PageInk, Stroke
from backcare_tui.report.plot import spells
from backcare_tui.report.ticks import ticks

FIRST = dt.date(2026, 9, 1)
DAY = dt.timedelta(days=1)


def days(count: int, first: dt.date = FIRST) -> list[DayFigures]:
    """Days of pain 4, which was 2 to 6."""
    return [
        DayFigures(first + DAY * n, pain=4.0, best=2, worst=6, asleep_min=420) for n in range(count)
    ]


def mark(number: int, kind: MarkKind) -> Mark:
    return Mark(FIRST + DAY * number, kind, kind)


def boxes(drawing: Drawing, ink: PageInk) -> list[Box]:
    return [each for each in drawing.shapes if isinstance(each, Box) and each.ink == ink]


def words(drawing: Drawing) -> list[str]:
    return [each.text for each in drawing.shapes if isinstance(each, Caption)]


def both(drawing: Drawing) -> tuple[Drawing, Drawing]:
    assert drawing.narrow
    return drawing, drawing.narrow


def test_what_fell_on_one_day_is_seen_in_rows_of_its_own() -> None:
    marks = [mark(3, kind) for kind in ("course", "massage", "visit", "medicine", "program")]
    for drawing in both(pain_chart(days(84), marks, [FIRST + DAY * 3], "")):
        blocks = boxes(drawing, "mark")
        assert len(blocks) == 6
        assert len({block.x for block in blocks}) == 1
        tops = sorted(block.y for block in blocks)
        assert all(below - above >= blocks[0].height for above, below in itertools.pairwise(tops))
        assert {"Flare-up", "Medicine begun", "Course begun", "Massage", "Other visit"} < set(
            words(drawing)
        )


def test_flare_ups_are_those_that_are_handed_in_not_those_among_the_marks() -> None:
    drawing = pain_chart(days(84), [mark(9, "flare")], [FIRST, FIRST + DAY, FIRST + DAY * 4], "")
    assert len(boxes(drawing, "flare")) == len(boxes(drawing, "mark")) == 2
    assert "Flare-up: 3 days, Tue 1 Sep, Wed 2 Sep and Sat 5 Sep." in drawing.description
    assert "Flare-up" not in words(pain_chart(days(84), [mark(9, "flare")], [], ""))


def test_one_day_of_ten_years_is_still_seen() -> None:
    drawing = pain_chart(days(3650), [mark(2000, "massage")], [FIRST + DAY * 1000], "")
    assert all(block.width >= 1 for block in boxes(drawing, "mark"))


@pytest.mark.parametrize("count", [1, 2, 84, 400, 3650])
def test_nothing_leaves_the_drawing(count: int) -> None:
    charts = (
        pain_chart(days(count), [mark(0, "medicine"), mark(count - 1, "visit")], [FIRST], ""),
        sleep_chart(days(count), ""),
        impact_chart(
            {FIRST: 10.0, FIRST + DAY * (count - 1): 0.0}, [each.day for each in days(count)]
        ),
    )
    for chart in charts:
        for drawing in both(chart):
            assert drawing.width <= 520
            for shape in drawing.shapes:
                match shape:
                    case Box():
                        assert shape.x >= 0
                        assert shape.x + shape.width <= drawing.width
                        assert shape.y + shape.height <= drawing.height
                    case Stroke():
                        assert all(
                            0 <= x <= drawing.width and 0 <= y <= drawing.height
                            for x, y in shape.points
                        )
                    case Caption():
                        assert 0 < shape.y < drawing.height
                    case Disc():
                        assert 0 <= shape.x <= drawing.width


def test_pain_has_bands_by_name_and_says_which_way_is_worse() -> None:
    drawing = pain_chart(days(84), [], [], "")
    assert "higher is worse" in drawing.title
    assert {"mild", "moderate", "severe", "0", "4", "7", "10"} < set(words(drawing))
    (moderate,), (severe,) = boxes(drawing, "moderate"), boxes(drawing, "severe")
    assert severe.y + severe.height == pytest.approx(moderate.y)


def test_letters_for_a_telephone_are_large() -> None:
    _, narrow = both(pain_chart(days(84), [mark(1, "massage")], [FIRST], ""))
    assert narrow.width <= 342
    assert min(each.size for each in narrow.shapes if isinstance(each, Caption)) >= 11


def test_each_score_has_its_number_until_there_are_too_many() -> None:
    span = [each.day for each in days(84)]
    few = {span[at]: at / 10 for at in (0, 20, 40)}
    assert {"0.0", "2.0", "4.0"} <= set(words(impact_chart(few, span)))
    many = dict.fromkeys(span[:40], 5.0)
    assert "5.0" not in words(impact_chart(many, span))


class TestTicks:
    def test_within_a_year_days_have_no_year(self) -> None:
        named = ticks(FIRST, FIRST + DAY * 83, 70)
        assert [words for _, words in named][:2] == ["1 Sep", "15 Sep"]

    def test_where_the_year_changes_it_is_said_on_both_sides(self) -> None:
        named = [words for _, words in ticks(dt.date(2025, 12, 1), dt.date(2026, 2, 22), 90)]
        assert named == ["1 Dec 2025", "15 Dec", "29 Dec", "12 Jan 2026", "26 Jan", "9 Feb"]

    def test_months_begin_with_a_year_and_say_each_new_one(self) -> None:
        named = [words for _, words in ticks(dt.date(2025, 11, 24), dt.date(2026, 11, 23), 70)]
        assert named == ["Jan 2026", "Mar", "May", "Jul", "Sep", "Nov"]

    def test_years_stand_on_1_january(self) -> None:
        named = ticks(dt.date(2016, 11, 26), dt.date(2026, 11, 23), 70)
        assert named == tuple((dt.date(year, 1, 1), str(year)) for year in range(2017, 2027))
        fewer = ticks(dt.date(2016, 11, 26), dt.date(2026, 11, 23), 35)
        assert [words for _, words in fewer] == ["2018", "2020", "2022", "2024", "2026"]

    def test_where_only_one_day_has_room_it_is_the_first(self) -> None:
        first = dt.date(2000, 10, 1)
        assert ticks(first, first + 112 * DAY, 25) == ((first, "1 Oct 2000"),)

    @given(
        st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)),
        st.integers(0, 20_000),
        st.integers(25, 100),
    )
    def test_they_lie_within_in_order_and_leave_room_for_their_words(
        self, first: dt.date, length: int, letters: int
    ) -> None:
        last = first + DAY * length
        named = ticks(first, last, letters)
        assert all(first <= day <= last for day, _ in named)
        assert list(named) == sorted(set(named))
        assert sum(len(words) for _, words in named) <= letters
        assert length > 200 or named


@given(st.sets(st.integers(0, 60)))
def test_spells_hold_the_same_days(numbers: set[int]) -> None:
    on = [FIRST + DAY * n for n in sorted(numbers)]
    found = list(spells(on))
    assert [first + DAY * n for first, last in found for n in range((last - first).days + 1)] == on
    assert all((later[0] - earlier[1]).days > 1 for earlier, later in itertools.pairwise(found))
