"""Words of a PDF: broken with a hyphen, or not at all; columns as wide as what is in them needs."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from backcare_tui.report.body import body_drawing
from backcare_tui.report.pages.pdf import missing_letters, pdf_page
from backcare_tui.report.pages.pdf_fonts import Letters, script_of
from backcare_tui.report.pages.pdf_words import Typesetter
from backcare_tui.report.paper import KEPT_ROWS, Paper, PaperTable, Section

SETTER = Typesetter(Letters(), 9.5)
HEADINGS = ("Day", "Treatment", "With", "Pressure", "Pain", "Spasm", "Response", "Day after")
VISIT = (
    "Wed 30 Sep",
    "Massage (therapeutic back massage), 60 min",
    "Maximiliane von Hohenstein-Waldburg",
    "medium; next: the same",
    "5 to 3",
    "4 to 2",
    "muscle relaxed",
    "sore 2",
)


def lines_of(table: PaperTable) -> list[str]:
    """Each line of text of a page with a table."""
    paper = Paper("p", (), "b", (Section("Care", ("x",), table),))
    text = PdfReader(io.BytesIO(pdf_page(paper))).pages[0].extract_text()
    return [line.strip() for line in text.splitlines()]


def test_no_heading_and_no_day_is_broken_in_eight_columns() -> None:
    lines = lines_of(PaperTable(HEADINGS, (VISIT,) * 5, ("",) * 5))
    for words in ("Treatment", "Pressure", "Response", "Wed 30 Sep", "muscle relaxed"):
        assert words in lines


def test_a_word_wider_than_its_column_gets_hyphens() -> None:
    name = "Donaudampfschifffahrtsgesellschaft"
    lines = SETTER.paragraph(name, "cell", 60).breakLines(60).lines
    said = [" ".join(words) for _, words in lines]
    assert len(said) > 2
    assert all(line.endswith("-") for line in said[:-1])
    assert "".join(line.rstrip("-") for line in said) == name


def test_an_address_gets_no_hyphen() -> None:
    address = "https://example.org/" + "a" * 180
    lines = SETTER.paragraph(address, "body", 200).breakLines(200).lines
    assert "".join(word for _, words in lines for word in words) == address


@given(st.text())
def test_every_word_can_be_set_in_a_narrow_column(words: str) -> None:
    _, height = SETTER.paragraph(words, "cell", 40).wrap(40, 10_000)
    assert height > 0 or not words.strip()


def sheets(rows: int, before: int) -> list[str]:
    table = PaperTable(("Day", "Note"), tuple((f"Row{n}.", "x") for n in range(rows)), ("",) * rows)
    first = Section("Before", tuple(f"Line {n}" for n in range(before)))
    paper = Paper("p", (), "b", (first, Section("Care", table=table)))
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf_page(paper))).pages]


def test_a_table_up_to_sixteen_rows_stands_on_one_sheet() -> None:
    first, second, *_ = sheets(KEPT_ROWS, 62)
    assert "Row0." not in first
    assert all(f"Row{n}." in second for n in range(KEPT_ROWS))
    assert "Care" in second


def test_a_longer_one_may_go_on_and_repeats_its_headings() -> None:
    pages = sheets(80, 45)
    assert "Row0." in pages[0]
    assert all("Note" in page for page in pages)
    places = [next(at for at, page in enumerate(pages) if f"Row{n}." in page) for n in range(80)]
    assert all(earlier <= later for earlier, later in pairwise(places))


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("\u05d0", "Hebrew"),
        ("\u0633", "Arabic"),
        ("\u738b", "Chinese"),
        ("\u3055", "Japanese"),
        ("\ud55c", "Korean"),
        ("\U0001f525", "emoji"),
        ("\u0915", "Devanagari"),
    ],
)
def test_letters_that_cannot_be_shown_are_named_by_what_people_call_them(
    letter: str, name: str
) -> None:
    assert script_of(letter) == name


def test_only_what_cannot_be_shown_is_named() -> None:
    paper = Paper("p", ("Na\u00efve \u2019 \u00e4", "\u05d0\u05d1 and \u05d2"), "b", ())
    assert missing_letters(paper) == ("Hebrew",)


LONG = "Much was said. " * 500


@pytest.mark.parametrize(
    "section",
    [
        Section("s", table=PaperTable(("Day", "Note"), (("Mon", LONG),), (LONG,))),
        Section("s", (LONG,), is_warning=True),
        Section("s", ("x",) * 300, items=(LONG,) * 2, is_warning=True),
        Section("s", items=("x",) * 500, drawings=(body_drawing({}, "Map"),) * 2, is_beside=True),
        Section("s", items=("x",) * 500, drawings=(body_drawing({}, "Map"),), is_beside=True),
        Section("s", drawings=(body_drawing({}, LONG),) * 2, is_beside=True),
        Section("s", (LONG,), is_detail=True),
    ],
)
def test_what_is_longer_than_a_sheet_goes_on_on_the_next(section: Section) -> None:
    paper = Paper(LONG, (LONG,), LONG, (section,), whose=(("Name", LONG),), made=LONG, foot=(LONG,))
    assert len(PdfReader(io.BytesIO(pdf_page(paper))).pages) > 5
