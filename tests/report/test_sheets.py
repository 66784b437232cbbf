"""The sheets of a PDF: the glance whole on the first, as few as can be read, none with a foot alone, and tagged."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Medicine
from backcare_tui.diary.records.team import Agreement, PlanPart, Question
from backcare_tui.library.taxonomy import red_flags
from backcare_tui.report.pages.pdf import SIZES, pdf_page
from backcare_tui.report.paper import Paper, Section
from backcare_tui.report.report import report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.report.page_of import DANA, MARCUS, ago, pain, visit


def report(repository: TinyRepository, clock: FrozenClock) -> Paper:
    return report_paper(report_of(repository, clock, usual_span(clock)))


def sheets(paper: Paper) -> list[str]:
    """The words of each sheet, on one line."""
    reader = PdfReader(io.BytesIO(pdf_page(paper)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_four_months_are_two_sheets(story_diary: TinyRepository, clock: FrozenClock) -> None:
    paper = report(story_diary, clock)
    first, second = sheets(paper)
    for section in paper.at_a_glance:
        assert section.title in first
        assert all(" ".join(words.split()) in first for words in (*section.lines, *section.items))
    assert "Summary" in second
    assert "Now against the start: the mean" in first
    assert "Self-reported diary data" in second
    assert "1 of 2" in first
    assert "2 of 2" in second


@pytest.mark.thorough
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
@pytest.mark.parametrize("days", [30, 60, 120])
def test_ordinary_diaries_are_one_or_two_sheets(
    repository: TinyRepository, clock: FrozenClock, days: int, seed: int
) -> None:
    repository.add(*demo_diary(days, seed, clock))
    assert len(sheets(report(repository, clock))) <= 2


def much() -> Iterator[Any]:
    """A diary in which everything is on the glance, and much of it."""
    yield from (DANA, MARCUS)
    names = [f"remedy number {n:02}" for n in range(40)]
    yield from (pain(n, 4, medicines=(Medicine(name, "10 mg"),)) for n, name in enumerate(names))
    yield from (
        visit(n, pain_before=6, pain_after=4, pressure=2, note="so " * 600) for n in range(60)
    )
    yield Ability(at=ago(2), ratings={f"activity number {n} " * 4: 5 for n in range(12)})
    yield from (Question(at=ago(n), text=f"question {n}? " + "why " * 30) for n in range(30))
    yield Agreement(
        agreed=ago(9).date(),
        goals=tuple(f"goal {n} " * 5 for n in range(9)),
        parts=tuple(PlanPart(who, "does much " * 19) for who in ("dana", "marcus", "me")),
    )


def test_the_glance_of_a_diary_with_much_of_everything_is_whole_on_the_first_sheet(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*much(), Check(at=ago(1), red_flags=tuple(f.id for f in red_flags()[:1])))
    paper = report(repository, clock)
    first, *others = sheets(paper)
    assert all(section.title in first for section in paper.at_a_glance)
    assert paper.at_a_glance[-1].title == "Shared plan"
    assert all(f"remedy number {n:02}" in first.lower() for n in range(40))
    rest = " ".join(others)
    assert all(f"question {n}?" in rest for n in range(30)), "what is cut short is whole behind"


@pytest.mark.thorough
def test_no_sheet_holds_a_foot_alone() -> None:
    foot = ("what it means " * 60,)
    for lines in range(20, 120):
        section = Section("Words", tuple(f"line {n}." for n in range(lines)))
        paper = Paper("p", (), "the boundary", (section,), foot=foot)
        assert "line " in sheets(paper)[-1], lines


@pytest.mark.parametrize("words", ["x", "word " * 700])
def test_letters_are_as_large_as_there_is_room(words: str) -> None:
    paper = Paper("p", (), "b", (Section("s", (words,)),))
    found: list[float] = []

    def look(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if text.strip() and text.strip()[0] in "xw":
            found.append(size)

    PdfReader(io.BytesIO(pdf_page(paper))).pages[0].extract_text(visitor_text=look)
    assert max(found) == (SIZES[0] if words == "x" else max(found))
    assert min(found) >= SIZES[-1]


def tags(element: Any) -> Iterator[tuple[str, Any]]:
    """Every part of the tree with what it is."""
    found = element.get_object()
    if isinstance(found, dict) and "/S" in found:
        yield str(found["/S"])[1:], found
    parts = found.get("/K") if isinstance(found, dict) else found
    if isinstance(parts, list):
        for part in parts:
            yield from tags(part)


def test_a_screen_reader_finds_headings_lists_tables_and_what_figures_show(
    story_diary: TinyRepository, clock: FrozenClock
) -> None:
    paper = report(story_diary, clock)
    reader = PdfReader(io.BytesIO(pdf_page(paper)))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    found = list(tags(root["/StructTreeRoot"]["/K"]))
    kinds = [kind for kind, _ in found]
    assert kinds[:2] == ["Document", "H1"]
    assert kinds.count("H2") == len(paper.sections)
    figures = [str(part["/Alt"]) for kind, part in found if kind == "Figure"]
    drawn = [each for section in paper.sections for each in section.drawings]
    assert figures == [f"{each.title}: {each.description}" for each in drawn]
    assert {"L", "LI", "Table", "TR", "TH", "TD", "Caption"} <= set(kinds)
    scopes = {str(part["/A"]["/Scope"]) for kind, part in found if kind == "TH"}
    assert scopes == {"/Column", "/Row"}
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        data = content.get_data()
        assert data.count(b"BDC") + data.count(b"BMC") == data.count(b"EMC")


def test_what_is_not_told_by_parts_is_in_no_tag(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(pain(1, 4, areas=("knee-l",)), visit(2, None, note="zebra"))
    of = report_of(repository, clock, usual_span(clock))
    data = pdf_page(report_paper(of, ("pain",)))
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.root_object
    said = str([part.get("/Alt") for _, part in tags(root["/StructTreeRoot"]["/K"])])
    assert "Massage" not in said
    assert "knee" not in said
    assert "lowest" in said
