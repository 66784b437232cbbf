"""Where it hurt at the beginning and at the end of a time."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from backcare_tui.diary.records.pain import Pain
from backcare_tui.library.taxonomy_data import BodySide
from backcare_tui.report.body import body_drawing, body_drawings, say_weeks
from backcare_tui.report.drawing import Caption, Patch
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.where import MOST_WEEKS, where_it_hurt
from backcare_tui.report.writing import PAGE, write_page
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.report.page_of import pain

LAST = MONDAY.date()


def span(days: int) -> tuple[dt.date, dt.date]:
    return LAST - dt.timedelta(days=days - 1), LAST


def test_the_leg_of_the_first_weeks_is_not_on_the_map_of_the_last() -> None:
    pains = (pain(80, 7, areas=("calf-l", "lower-back-l")), pain(3, 3, areas=("lower-back-l",)))
    first, last = where_it_hurt(pains, span(84))
    assert first.areas == {"calf-l": 1, "lower-back-l": 1}
    assert last.areas == {"lower-back-l": 1}
    assert say_weeks(first) == "First 4 weeks, 1 Sep to 28 Sep 2026 (1 day noted)"
    assert say_weeks(last) == "Last 4 weeks, 27 Oct to 23 Nov 2026 (1 day noted)"


def test_both_maps_have_one_scale() -> None:
    often = [pain(80 - n, 7, areas=("lower-back-l",)) for n in range(10)]
    drawn = body_drawings(where_it_hurt((*often, pain(3, 3, areas=("lower-back-l",))), span(84)))
    dense, pale = (
        next(
            each.strength
            for each in drawing.shapes
            if isinstance(each, Patch) and each.ink == "area"
        )
        for drawing in drawn
    )
    assert pale < dense


@pytest.mark.parametrize("views", [("back",), ("front",), ("back", "front")])
def test_what_stands_beneath_a_body_has_room(views: tuple[BodySide, ...]) -> None:
    drawing = body_drawing({"lower-back-l": 3, "belly": 1}, "", views=views)
    names = [each for each in drawing.shapes if isinstance(each, Caption) and not each.is_bold]
    assert len(names) == len(views)
    for name in names:
        # As wide as DejaVu Sans draws such words, which is wider than most.
        half = stringWidth(name.text, "Helvetica", name.size) * 1.13 / 2
        assert half <= name.x <= drawing.width - half, name.text


def test_less_than_two_weeks_are_one_map_and_no_place_is_none() -> None:
    (whole,) = where_it_hurt((pain(3, 3, areas=("lower-back-l",)),), span(13))
    assert say_weeks(whole) == "11 Nov to 23 Nov 2026 (1 day noted)"
    assert where_it_hurt((pain(3, 3),), span(84)) == ()


@given(st.integers(14, 400), st.lists(st.integers(0, 399), max_size=20))
def test_first_and_last_weeks_are_as_long_and_never_the_same_days(
    days: int, ago: list[int]
) -> None:
    pains: list[Pain] = [pain(n, 3, areas=("lower-back-l",)) for n in (0, *ago) if n < days]
    first, last = where_it_hurt(pains, span(days))
    assert first.span[0] == span(days)[0]
    assert last.span[1] == LAST
    assert first.span[1] < last.span[0]
    assert 1 <= first.weeks == last.weeks <= MOST_WEEKS
    assert all(each.noted >= sum(each.areas.values()) for each in (first, last))


def test_the_hand_over_page_has_both_maps_in_every_form(
    repository: TinyRepository, clock: FrozenClock, tmp_path: Path
) -> None:
    repository.add(
        *(pain(n, 5, areas=("lower-back-l",) if n < 20 else ("calf-l",)) for n in range(42))
    )
    paper = hand_over_paper(hand_over(repository, clock))
    first, last = "First 3 weeks, 13 Oct to 2 Nov 2026", "Last 3 weeks, 3 Nov to 23 Nov 2026"
    for ending in PAGE:
        write_page(paper, tmp_path / f"page{ending}")
    pdf = " ".join(PdfReader(tmp_path / "page.pdf").pages[0].extract_text().split())
    html, text = ((tmp_path / f"page{ending}").read_text("utf-8") for ending in (".html", ".txt"))
    for said in (pdf, html, " ".join(text.split())):
        assert first in said
        assert last in said
    assert html.count("<svg") == 2
