"""A routine on paper: its figures, doses and boxes, when to stop; and nothing else of the diary."""

import io

import pytest
from pypdf import PdfReader

from backcare_tui.diary.records.routine import DoseChange, OwnExercise, Routine, RoutineStep
from backcare_tui.diary.settings import Settings
from backcare_tui.library.routines import routine, routines
from backcare_tui.report.pages.html import html_page
from backcare_tui.report.pages.pdf import pdf_page
from backcare_tui.report.pages.text import text_page
from backcare_tui.report.paper import Section
from backcare_tui.report.routine_paper import routine_paper

LIKE = OwnExercise(id="deep", name="Deep Step", like="mini-squat", sides="each", cue="knee out")
UNLIKE = OwnExercise(id="wobble", name="Wobble", dose=DoseChange(reps=5))
SHEET = Routine(
    id="sheet",
    name="Ann's sheet",
    steps=(
        RoutineStep("bird-dog", DoseChange(hold_s=5, reps=8, sets=3), note="slow"),
        RoutineStep("mcgill-curl-up"),
        RoutineStep("deep", own=LIKE),
        RoutineStep("wobble", own=UNLIKE),
        RoutineStep("of-tomorrow"),
    ),
)


def section(settings: Settings, title: str) -> Section:
    """The section whose title begins so."""
    found = routine_paper(SHEET, settings).sections
    return next(each for each in found if each.title.startswith(title))


def test_each_exercise_has_its_figure_its_dose_and_what_to_mind() -> None:
    bird_dog = section(Settings(), "1. ")
    assert bird_dog.title == "1. Bird Dog: 3 sets of 5 s x 8 each side"
    assert bird_dog.drawings[0].description == "On all fours; then: Reach, hold"
    assert bird_dog.items[0] == "slow"
    deep = section(Settings(), "3. ")
    assert deep.items[0] == "knee out"
    assert deep.drawings
    assert section(Settings(), "4. Wobble: 5 times").drawings == ()


def test_what_conditions_ask_for_is_on_it_and_the_conditions_are_not() -> None:
    stated = Settings(conditions=frozenset({"osteoporosis"}))
    said = " ".join(routine_paper(SHEET, stated).words())
    assert "Abdominal Brace in the place of McGill Curl-Up." in said
    assert "Wobble is left out, not checked against your conditions." in said
    assert "steoporosis" not in said


def test_it_says_when_to_stop_and_which_signs_need_help() -> None:
    said = " ".join(routine_paper(SHEET, Settings()).words())
    assert "Stop if pain climbs by 2 points or goes down a leg." in said
    assert "new loss of bowel control or feeling" in said


def test_the_boxes_are_a_row_for_each_exercise_with_the_days_of_ones_own_week() -> None:
    (drawing,) = section(Settings(week_start="sun"), "Tick").drawings
    captions = [each.text for each in drawing.shapes if hasattr(each, "text")]
    assert captions[:7] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    assert captions[7:] == ["1. Bird Dog", "2. McGill Curl-Up", "3. Deep Step", "4. Wobble"]


@pytest.mark.parametrize(("region", "sheet"), [("us", "Letter"), ("uk", "A4")])
def test_it_is_of_the_paper_of_the_region(region: str, sheet: str) -> None:
    page = html_page(routine_paper(SHEET, Settings(region=region)))  # type: ignore[arg-type]
    assert f"size: {sheet};" in page


def test_the_file_asks_for_nothing_from_outside() -> None:
    page = html_page(routine_paper(SHEET, Settings()))
    assert "default-src 'none'" in page
    assert page.count("http") == page.count("http-equiv") + page.count("http://www.w3.org/2000/svg")
    assert page.count("<svg") == 4


def test_a_pdf_says_the_same() -> None:
    pdf = pdf_page(routine_paper(routine("morning-loosen-up"), Settings()))
    said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Ankle Pumps" in said
    assert "Tick what you did" in said


@pytest.mark.parametrize("of", routines(), ids=lambda each: each.id)
def test_every_routine_of_the_library_can_be_put_on_paper(of: Routine) -> None:
    said = text_page(routine_paper(of, Settings()))
    assert of.name in said
