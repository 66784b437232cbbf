"""What is handed to others holds no more than was meant, in any form."""

import re
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from backcare_tui.diary.records.check import Check
from backcare_tui.report.drawing import Caption
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.notes import Notes, notes_of
from backcare_tui.report.on_it import say_on_hand_over, say_on_report
from backcare_tui.report.paper import Paper
from backcare_tui.report.parts import HAND_OVER_PARTS, REPORT_PARTS
from backcare_tui.report.report import report_of, told_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.report.writing import PAGE, write_page
from backcare_tui.screens.frame.written_page import entries_of
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.report.full_diary import (
    CONDITIONS,
    FLARE_PLAN,
    FOR_LONG,
    HAND_OVER_WORDS,
    KIM,
    PRIVATE_WORDS,
    REPORT_WORDS,
    ROWS,
    full_records,
)
from tests.report.page_of import DANA, ago, pain, said, visit

ALL_OF_IT = (*HAND_OVER_PARTS, "flare", "others", "private")
ALL_OF_REPORT = (*REPORT_PARTS, "flare", "private")
SINCE = ago(41).date()


@pytest.fixture
def full(repository: TinyRepository) -> TinyRepository:
    """A diary in which everything happened."""
    repository.add(*full_records())
    repository.set("conditions", CONDITIONS)
    repository.set("conditions_asked", CONDITIONS)
    repository.set("medicines", FOR_LONG)
    repository.set("pain_since", 2011)
    repository.set("flare_plan", FLARE_PLAN)
    repository.set("inflammatory_signs", frozenset(("psoriasis",)))
    return repository


def page(
    repository: TinyRepository,
    clock: FrozenClock,
    parts: Collection[str] = tuple(HAND_OVER_PARTS),
    person: str = "",
    notes: Notes = "all",
) -> Paper:
    who = {"dana": DANA, "kim": KIM}.get(person)
    return hand_over_paper(hand_over(repository, clock, who, SINCE, notes, parts), parts)


def report(
    repository: TinyRepository, clock: FrozenClock, parts: Collection[str] = tuple(REPORT_PARTS)
) -> Paper:
    span = usual_span(clock)
    notes = {note.id for note in notes_of(told_of(repository, span, parts), span)}
    return report_paper(report_of(repository, clock, span, notes, parts), parts)


def forms(paper: Paper, folder: Path) -> Iterator[tuple[str, str]]:
    """The page in every form that it can have, each as small letters on one line."""
    for ending in PAGE:
        target = folder / f"page{ending}"
        write_page(paper, target, force=True)
        text = in_pdf(target) if ending == ".pdf" else target.read_text("utf-8")
        yield ending, _words_of(text)
    yield "screen", _words_of(str(entries_of(paper)))
    yield "all that was made", _words_of(str(paper))


def _words_of(text: str) -> str:
    """In small letters on one line, without where shapes stand and where a source appeared."""
    shapes = r"<(?:path|polyline|polygon|circle)[^>]*>|<text[^>]*>|points=\(\(.*?\)\)"
    numbers = r"\b(?:x|y|width|height|radius|strength|size)=[\d.]+"
    said = re.sub(f"{shapes}|{numbers}", "", " ".join(text.split())).lower()
    return said.replace("journal of general internal medicine", "")


def in_pdf(target: Path) -> str:
    """The text of a PDF, what it says of itself, and the names of its places."""
    reader = PdfReader(target)
    marks = [str(each.title) for each in reader.outline if isinstance(each, Destination)]
    return " ".join((*(each.extract_text() for each in reader.pages), *marks, str(reader.metadata)))


def found(paper: Paper, words: Collection[str], folder: Path) -> list[tuple[str, str]]:
    """Which of the words are in which form."""
    # The style of the HTML page is the same for all; its names are no words of anybody.
    of_sheet = {"sleep", "range", "pain"}
    return [
        (form, word)
        for form, text in forms(paper, folder)
        for word in words
        if word in (text.split("</style>")[-1] if word in of_sheet else text)
    ]


def rows(paper: Paper) -> set[str]:
    """What is written on the charts, of which the names of their rows are some."""
    shapes = [shape for each in paper.sections for draw in each.drawings for shape in draw.shapes]
    return {each.text for each in shapes if isinstance(each, Caption)}


def test_all_that_is_looked_for_is_there_where_nothing_is_left_out(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path
) -> None:
    words = {*PRIVATE_WORDS, *chain(*HAND_OVER_WORDS.values())}
    assert {word for _, word in found(page(full, clock, ALL_OF_IT), words, tmp_path)} == words
    words = set(chain(*REPORT_WORDS.values()))
    whole = report(full, clock, ALL_OF_REPORT)
    assert {word for _, word in found(whole, words, tmp_path)} == words
    assert rows(whole) >= set(chain(*ROWS.values()))


@pytest.mark.parametrize("part", HAND_OVER_WORDS)
def test_a_part_that_is_off_leaves_no_trace_on_the_hand_over_page(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path, part: str
) -> None:
    parts = [each for each in ALL_OF_IT if each != part]
    assert not found(page(full, clock, parts), HAND_OVER_WORDS[part], tmp_path)


@pytest.mark.parametrize("part", REPORT_WORDS)
def test_a_part_that_is_off_leaves_no_trace_in_the_report(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path, part: str
) -> None:
    without = report(full, clock, [each for each in ALL_OF_REPORT if each != part])
    assert not found(without, REPORT_WORDS[part], tmp_path)
    assert not rows(without) & set(ROWS.get(part, ()))


@pytest.mark.parametrize("person", ["", "dana"])
def test_care_of_the_mind_and_of_an_intimate_kind_is_left_out_until_it_is_ticked(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path, person: str
) -> None:
    parts = [each for each in ALL_OF_IT if each != "private"]
    assert not found(page(full, clock, parts, person), PRIVATE_WORDS, tmp_path)


def test_a_report_leaves_it_out_too_and_marks_no_day_with_it(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path
) -> None:
    assert not found(report(full, clock), PRIVATE_WORDS, tmp_path)
    told = report_of(full, clock, usual_span(clock))
    assert {each.words for each in told.marks if each.kind in {"visit", "course"}} == {
        "acupuncture",
        "yoga",
        "course of massage begun",
    }


def test_what_is_handed_to_somebody_is_of_the_visits_with_them(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path
) -> None:
    others = ("walrus", "acupuncture", "marcus", "yoga", "no longer listed")
    assert not found(page(full, clock, person="dana"), others, tmp_path)
    with_others = page(full, clock, (*HAND_OVER_PARTS, "others"), "dana")
    assert {word for _, word in found(with_others, others, tmp_path)} >= {"walrus", "acupuncture"}


def test_general_notes_are_on_it_by_choice(full: TinyRepository, clock: FrozenClock) -> None:
    assert "on the bus" not in said(page(full, clock, person="dana", notes="visits"), "Notes")
    assert "on the bus" in said(page(full, clock, person="dana", notes="all"), "Notes")


def test_what_one_had_with_the_reader_is_no_secret_to_them(
    full: TinyRepository, clock: FrozenClock
) -> None:
    words = str(page(full, clock, person="kim"))
    assert "about the divorce" in words
    assert "less panic" in words
    assert "Pelvic" not in words
    assert "sertraline" not in words.lower()


def test_signs_of_inflammation_are_told_whoever_saw_them(
    full: TinyRepository, clock: FrozenClock
) -> None:
    parts = [each for each in HAND_OVER_PARTS if each != "care"]
    assert "Signs of inflammation on Fri 13 Nov: swelling." in said(
        page(full, clock, parts), "Take care"
    )


def test_a_blood_thinner_is_told_though_medicines_are_left_out(
    full: TinyRepository, clock: FrozenClock
) -> None:
    parts = [each for each in HAND_OVER_PARTS if each != "medicines"]
    words = said(page(full, clock, parts), "Take care")
    assert "Blood thinner: warfarin on 1 of the last 60 days." in words
    assert "Taken for long, and to be minded: Blood thinner." in words


def test_medicines_stand_for_themselves_where_what_to_take_care_of_is_left_out(
    full: TinyRepository, clock: FrozenClock
) -> None:
    words = said(page(full, clock, ("medicines",)), "Medicines")
    assert "Ibuprofen" in words
    assert "Osteoporosis" not in words


def test_a_warning_sign_names_no_treatment_and_no_condition_that_is_not_told(
    full: TinyRepository, clock: FrozenClock
) -> None:
    full.add(
        visit(1, KIM, treatment="cbt", side_effects=("numbness",)),
        pain(1, 6, triggers=("illness",)),
    )
    words = said(page(full, clock), "Warning signs")
    assert "After the visit on" in words
    assert "known of you: a condition." in words
    assert "injected" not in words.lower()


def test_without_treatments_nothing_tells_that_there_was_a_visit(
    full: TinyRepository, clock: FrozenClock, tmp_path: Path
) -> None:
    full.add(visit(50, side_effects=("numbness",)), Check(at=ago(51)))
    full.remove(*(each.id for each in full.entries(Check) if each.day > ago(50).date()))
    parts = [each for each in HAND_OVER_PARTS if each != "care"]
    paper = hand_over_paper(hand_over(full, clock, DANA, None, "all", parts), parts)
    assert "After the visit on Sun 4 Oct" in said(paper, "Warning signs")
    assert not found(paper, ("the massage", "last visit"), tmp_path)


def test_who_has_seen_a_warning_sign_is_not_named_where_they_are_private(
    full: TinyRepository, clock: FrozenClock
) -> None:
    full.add(Check(at=ago(5), red_flags=("foot_drop",)))
    span = (ago(30).date(), ago(4).date())
    words = said(report_paper(report_of(full, clock, span)), "Warning signs")
    assert "seen by a professional on Sat 21 Nov 2026" in words
    parts = (*REPORT_PARTS, "private")
    words = said(report_paper(report_of(full, clock, span, (), parts), parts), "Warning signs")
    assert "seen by Kim Sorel" in words


def test_one_line_says_what_is_on_the_page_and_what_is_not(
    full: TinyRepository, clock: FrozenClock
) -> None:
    parts = [each for each in HAND_OVER_PARTS if each != "sleep"]
    of = hand_over(full, clock, DANA, SINCE, "visits", parts)
    assert say_on_hand_over(hand_over_paper(of, parts), of, parts) == (
        "On this page: take care, pain, pain now and at the start, function, "
        "1 visit with Dana Whitfield, 1 course, 2 medicines, check-ups, questions to ask, "
        "shared plan, trials by lot, where it hurt, movement, 1 note. "
        "Not on it: sleep, flare plan, other people's visits, mind and intimate care with its medicines, "
        "notes of other entries. Your own words stand on it as you wrote them, whoever they name."
    )


def test_of_a_report_it_says_so_too(full: TinyRepository, clock: FrozenClock) -> None:
    parts = ("pain", "care", "medicines")
    of = report_of(full, clock, usual_span(clock), (), parts)
    assert say_on_report(report_paper(of, parts), of.about, parts) == (
        "On this page: pain now and at the start, 2 medicines, 3 visits, 1 course, pain, more on "
        "the treatments. Not on it: take care, summary of the other parts, where and how it hurts, "
        "pain impact, goals and my activities, checks and check-ups, questions to ask, shared plan, "
        "trials by lot, movement, sleep, flare plan, mind and intimate care with its medicines, notes."
    )


def test_what_is_private_is_named_once_it_is_on_the_page(
    full: TinyRepository, clock: FrozenClock
) -> None:
    parts = (*HAND_OVER_PARTS, "private")
    of = hand_over(full, clock, None, SINCE, "none", parts)
    line = say_on_hand_over(hand_over_paper(of, parts), of, parts, "none")
    assert "6 visits, 2 courses" in line
    assert "sleep, mind and intimate care with its medicines. Not on it: flare plan, notes." in line


def test_of_an_empty_diary_it_is_said_that_there_is_nothing(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    of = report_of(repository, clock, usual_span(clock))
    line = say_on_report(report_paper(of), of.about, tuple(REPORT_PARTS))
    assert line.startswith("On this page: take care, that no pain was taken down. Not on it: mind")
    nothing = say_on_report(report_paper(of, ("sleep",)), of.about, ("sleep",))
    assert nothing.startswith("On this page: nothing. Not on it: ")
