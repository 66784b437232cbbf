"""The report: what stands in it, in each of its forms, whatever the diary holds."""

import datetime as dt
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import Destination
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference, Medicine, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.insight.days import DayFigures
from backcare_tui.library.areas import areas
from backcare_tui.report.body import body_drawing
from backcare_tui.report.charts import pain_chart
from backcare_tui.report.drawing import Caption, Patch, Shape, Stroke
from backcare_tui.report.notes import notes_of
from backcare_tui.report.pages.html import html_page
from backcare_tui.report.pages.markdown import markdown_page
from backcare_tui.report.pages.pdf import SUBJECT
from backcare_tui.report.pages.text import text_page
from backcare_tui.report.paper import Paper, Section
from backcare_tui.report.parts import REPORT_PARTS
from backcare_tui.report.report import report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.report.writing import write_page
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each

CLOCK = FrozenClock()
HOSTILE = "[/] <script>alert(1)</script> & \x1b[31m *bold* | `x` Ωμέγα"


def diary(*records: Record) -> TinyRepository:
    repository = TinyRepository(MemoryStorage(), CLOCK)  # type: ignore[no-untyped-call] # as TinyDB has it
    if records:
        repository.add(*records)
    return repository


def ago(days: int) -> dt.datetime:
    return MONDAY - dt.timedelta(days=days)


def paper_of(repository: TinyRepository, *, notes: bool = False, days: int | None = None) -> Paper:
    span = usual_span(CLOCK)
    if days:
        span = (span[1] - dt.timedelta(days=days - 1), span[1])
    chosen = {note.id for note in notes_of(repository, span)} if notes else ()
    return report_paper(report_of(repository, CLOCK, span, chosen))


def read_pdf(paper: Paper, folder: Path) -> tuple[int, str]:
    """The pages of the PDF, and its text on one line."""
    target = folder / "report.pdf"
    write_page(paper, target)
    pages = PdfReader(target).pages
    return len(pages), " ".join(" ".join(page.extract_text().split()) for page in pages)


def sections(paper: Paper) -> dict[str, Section]:
    return {section.title: section for section in paper.sections}


def test_the_report_of_four_months_has_every_part(story_diary: TinyRepository) -> None:
    assert list(sections(paper_of(story_diary, notes=True))) == [
        "Take care",
        "Pain now and at the start",
        "Function",
        "Where and how it hurts",
        "Medicines",
        "Treatments and responses",
        "Check-ups",
        "Questions to ask",
        "Shared plan",
        "Trials by lot",
        "Summary",
        "Pain",
        "Pain impact",
        "Sleep",
        "Where it hurt",
        "Movement",
        "What came of the trials",
        "More on the treatments",
        "Notes",
    ]


def test_the_figures_are_those_of_the_diary() -> None:
    paper = paper_of(
        diary(
            Pain(at=ago(1), severity=6, areas=("neck-back",)),
            Pain(at=ago(1) + dt.timedelta(hours=1), severity=2),
            Pain(at=ago(3), severity=3, medicines=(Medicine("ibuprofen", "400 mg"),)),
            Night(night=ago(1).date(), bed="23:00", up="07:00", latency_min=30, awake_min=30),
            Night(night=ago(2).date(), bed="23:00", up="06:00"),
            Visit(at=ago(2), treatment="massage", pain_before=6, pain_after=3),
        )
    )
    table = sections(paper)["Summary"].table
    assert table
    figures = {row[0]: row[1] for row in table.rows}
    assert figures["Days with pain noted"] == "2 of 4"
    assert figures["Pain, mean of the days' means"] == "3.5 of 10"
    assert figures["Pain, lowest to highest entry"] == "2 to 6"
    assert figures["Time asleep"] == "7 h, mean of 2 nights"
    assert figures["Sleep efficiency"] == "88% over 1 night"
    assert figures["Treatments"] == "1 visit"
    medicines = sections(paper)["Medicines"].table
    assert medicines
    assert medicines.rows == (
        ("Ibuprofen (400 mg)", "1", "1", "1 (400 mg)", "1 day", "Fri 20 Nov", ""),
    )


def test_notes_are_only_in_it_when_they_were_chosen() -> None:
    repository = diary(Pain(at=ago(1), severity=4, note="a thing of mine"))
    assert "thing of mine" not in html_page(paper_of(repository))
    assert "thing of mine" in html_page(paper_of(repository, notes=True))


def test_what_was_answered_about_mood_is_never_in_it() -> None:
    repository = diary(
        Check(at=ago(1), mood_flags=("low-mood",)), Pain(at=ago(1), severity=4, mood=1)
    )
    said = text_page(paper_of(repository, notes=True))
    assert "mood" not in said.lower().replace("any for mood", "")


def test_warning_signs_stand_first_whatever_parts_were_chosen() -> None:
    repository = diary(
        Check(at=ago(1), red_flags=("saddle-numbness",)), Pain(at=ago(1), severity=4)
    )
    report = report_of(repository, CLOCK, usual_span(CLOCK))
    parts = ("pain",)
    assert report_paper(report, parts).sections[0].title == "Warning signs"


OF_PART = {
    "take-care": {"Take care"},
    "pain": {"Pain now and at the start", "Pain"},
    "areas": {"Where and how it hurts", "Where it hurt"},
    "impact": {"Function", "Pain impact"},
    "goals": {"Function"},
    "medicines": {"Medicines"},
    "care": {"Treatments and responses", "More on the treatments"},
    "checks": {"Check-ups"},
    "questions": {"Questions to ask"},
    "plan": {"Shared plan"},
    "trials": set[str](),
    "movement": {"Movement"},
    "sleep": {"Sleep"},
}
"""The sections that a part has by itself; a trial is told only with what it was tried for."""


def test_each_part_that_can_stand_alone_is_tested() -> None:
    assert {*OF_PART, "summary", "notes"} == set(REPORT_PARTS)


@pytest.mark.parametrize("part", OF_PART)
def test_each_part_can_stand_alone(story_diary: TinyRepository, part: str) -> None:
    chosen = {note.id for note in notes_of(story_diary, usual_span(CLOCK))}
    report = report_of(story_diary, CLOCK, usual_span(CLOCK), chosen)
    titles = {section.title for section in report_paper(report, (part,)).sections}
    assert titles == OF_PART[part]


class TestHtml:
    def test_it_asks_for_nothing_from_elsewhere_and_runs_nothing(
        self, story_diary: TinyRepository
    ) -> None:
        page = html_page(paper_of(story_diary, notes=True))
        assert "<script" not in page
        assert not re.search(r"(?:src|href)\s*=|url\(|@import", page)
        assert set(re.findall(r"https?://[^\"' ]+", page)) <= {"http://www.w3.org/2000/svg"}

    def test_each_drawing_says_what_it_shows(self, story_diary: TinyRepository) -> None:
        page = html_page(paper_of(story_diary))
        figures = re.findall(r"<figure>.*?</figure>", page, re.DOTALL)
        assert len(figures) == 5
        names = set[str]()
        for text in figures:
            root = ET.fromstring(text)
            svg = "{http://www.w3.org/2000/svg}"
            title = root.find("figcaption")
            assert title is not None
            assert title.text
            for drawn in root.findall(f"{svg}svg"):
                says = drawn.find(f"{svg}desc")
                assert drawn.get("role") == "img"
                assert says is not None
                assert len(says.text or "") > 10
                assert drawn.get("aria-labelledby") == title.get("id")
                assert drawn.get("aria-describedby") == says.get("id")
                names.add(str(says.get("id")))
        assert len(names) == 8  # two bodies, and three charts for a sheet and for a telephone

    def test_a_note_cannot_become_mark_up(self) -> None:
        page = html_page(paper_of(diary(Pain(at=ago(1), severity=4, note=HOSTILE)), notes=True))
        assert "<script>" not in page
        assert "\x1b" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page


class TestPdf:
    def test_four_months_take_few_pages_whose_text_can_be_read(
        self, story_diary: TinyRepository, tmp_path: Path
    ) -> None:
        pages, text = read_pdf(paper_of(story_diary), tmp_path)
        assert pages <= 4
        for words in (
            "Back pain diary: report",
            "Days with pain noted",
            "Massage",
            "Not a diagnosis",
        ):
            assert words in text

    def test_a_note_is_text_and_what_cannot_be_printed_is_said(self, tmp_path: Path) -> None:
        note = f"{HOSTILE} \U0001f525 \u05e9\u05dc\u05d5\u05dd"
        paper = paper_of(diary(Pain(at=ago(1), severity=4, note=note)), notes=True)
        _, text = read_pdf(paper, tmp_path)
        assert "<script>alert(1)</script> &" in text
        assert "? ????" in text
        assert "Some letters cannot be shown in a PDF (emoji and Hebrew)" in text[:200]

    @pytest.mark.parametrize("days", [2, 3650])
    def test_a_very_short_and_a_very_long_time_are_short_reports(
        self, days: int, tmp_path: Path
    ) -> None:
        every = [area.id for area in areas()]
        records: list[Record] = []
        for n in range(days):
            medicine = Medicine(f"remedy {n % 40}", "1")
            named = (every[n % len(every)],)
            records += (
                Pain(at=ago(n), severity=n % 11, areas=named, medicines=(medicine,)),
                Night(night=ago(n).date(), asleep_min=400 + n % 60),
                Visit(at=ago(n), treatment="massage", pain_before=6, pain_after=n % 6),
                Check(at=ago(n)),
            )
        paper = paper_of(diary(*records), days=days)
        assert read_pdf(paper, tmp_path)[0] <= (3 if days < 100 else 5)

    def test_its_parts_can_be_gone_to_and_it_is_named(
        self, story_diary: TinyRepository, tmp_path: Path
    ) -> None:
        paper = paper_of(story_diary)
        write_page(paper, tmp_path / "report.pdf")
        reader = PdfReader(tmp_path / "report.pdf")
        marks = [str(mark.title) for mark in reader.outline if isinstance(mark, Destination)]
        assert marks == list(sections(paper))
        assert reader.metadata is not None
        assert reader.metadata.title == "Back pain diary: report"
        assert reader.metadata.author == reader.metadata.creator == "backcare"
        assert reader.metadata.subject == SUBJECT
        assert str(reader.root_object["/Lang"]) == "en-US"
        assert str(reader.root_object["/PageMode"]) == "/UseOutlines"

    def test_each_sheet_says_whose_it_is_and_of_how_many(
        self, story_diary: TinyRepository, tmp_path: Path
    ) -> None:
        paper = replace(paper_of(story_diary), whose=(("Name", "Ada Kim"), ("Born", "")))
        write_page(paper, tmp_path / "report.pdf")
        reader = PdfReader(tmp_path / "report.pdf")
        for number, page in enumerate(reader.pages, start=1):
            words = " ".join(page.extract_text().split())
            assert "Ada Kim · Back pain diary: report · made on Mon 23 Nov 2026" in words
            assert words.endswith(f"{number} of {len(reader.pages)}")
        assert "Ada" not in str(reader.metadata)

    @pytest.mark.parametrize(("region", "width"), [("us", 612), ("uk", 595)])
    def test_its_sheets_are_those_of_the_region(
        self, region: str, width: int, tmp_path: Path
    ) -> None:
        repository = diary(Pain(at=ago(1), severity=4))
        repository.set("region", region)
        write_page(paper_of(repository), tmp_path / "report.pdf")
        page = PdfReader(tmp_path / "report.pdf").pages[0]
        assert int(page.mediabox.width) == width


class TestMarkdown:
    def test_a_week_outside_the_usual_range_says_so_in_the_table(self) -> None:
        repository = TinyRepository(MemoryStorage(), CLOCK)  # type: ignore[no-untyped-call] # as TinyDB has it
        severities = [4 + back // 7 % 2 for back in range(83, 6, -1)] + [9] * 7
        days = range(len(severities) - 1, -1, -1)
        repository.add(
            *(
                Pain(at=MONDAY - dt.timedelta(days=back), severity=severity)
                for back, severity in zip(days, severities, strict=True)
            )
        )
        rows = [row for row in markdown_page(paper_of(repository)).splitlines() if "| 9.0 |" in row]
        assert len(rows) == 1
        assert rows[0].endswith(" (above) |")

    def test_the_chart_is_a_table_of_weeks(self, story_diary: TinyRepository) -> None:
        page = markdown_page(paper_of(story_diary))
        assert page.startswith("# Back pain diary: report\n")
        week = r"^\| \w{3} \d+ \w{3} 2026 \| \d of 7 \| [\d.]* \| [\d to]* \|"
        assert len(re.findall(week, page, re.MULTILINE)) == 12

    def test_a_note_cannot_become_mark_up(self) -> None:
        note = "1. one\n- two\n# three | *four* <b>"
        page = markdown_page(paper_of(diary(Pain(at=ago(1), severity=4, note=note)), notes=True))
        assert r"Pain: 1. one \- two \# three \| \*four\* \<b\>" in page

    def test_a_number_is_left_as_it_is(self) -> None:
        repository = diary(Pain(at=ago(1), severity=4), Pain(at=ago(1), severity=5))
        assert "| 4.5 |" in markdown_page(paper_of(repository))


@pytest.mark.parametrize("severity", [0, 10])
def test_weeks_of_the_same_pain_are_drawn(severity: int, tmp_path: Path) -> None:
    paper = paper_of(diary(*(Pain(at=ago(n), severity=severity) for n in range(60))))
    assert f"{severity} to {severity}" in text_page(paper)
    assert read_pdf(paper, tmp_path)[0] == 1


def test_an_empty_diary_says_that_nothing_was_taken_down(tmp_path: Path) -> None:
    paper = paper_of(diary())
    assert "No pain was taken down in this time." in text_page(paper)
    assert read_pdf(paper, tmp_path)[0] == 1


def test_a_day_without_an_entry_is_a_gap_in_the_line() -> None:
    first = ago(4).date()
    pains = (3.0, 4.0, None, 5.0, 6.0)
    days = [DayFigures(first + dt.timedelta(days=n), pain=pain) for n, pain in enumerate(pains)]
    lines = [each for each in pain_chart(days, (), (), "").shapes if _is_pain(each)]
    assert [len(each.points) for each in lines if isinstance(each, Stroke)] == [2, 2]


def _is_pain(shape: Shape) -> bool:
    return not isinstance(shape, Caption) and shape.ink == "pain"


def test_the_area_named_most_is_the_densest_on_the_body() -> None:
    drawing = body_drawing({"lower-back-l": 9, "neck-back": 3}, "")
    neck, lower_back = (
        shape.strength
        for shape in drawing.shapes
        if isinstance(shape, Patch) and shape.ink == "area"
    )
    assert 0 < neck < lower_back < 1
    assert {shape.text for shape in drawing.shapes if isinstance(shape, Caption)} >= {"9", "3"}
    assert "lower back left 9 days" in drawing.description


@for_each("area", [area.id for area in areas()])
def test_each_area_is_drawn_on_each_side_that_has_it(area: str) -> None:
    (sides,) = (len(each.views) for each in areas() if each.id == area)
    drawn = [each for each in body_drawing({area: 1}, "").shapes if isinstance(each, Patch)]
    assert len([each for each in drawn if each.ink == "area"]) >= sides


def test_table_and_chart_have_the_same_days_of_flare_ups(story_diary: TinyRepository) -> None:
    report = report_of(story_diary, CLOCK, usual_span(CLOCK))
    paper = report_paper(report)
    assert report.about.flare_days
    table = sections(paper)["Summary"].table
    assert table
    (told,) = (row[1] for row in table.rows if row[0] == "Flare-up days")
    count = told.split(" ")[0]
    (chart,) = sections(paper)["Pain"].drawings
    assert f"Flare-up: {count} days" in chart.description


def test_of_many_visits_the_last_are_listed_and_the_others_summed() -> None:
    visits = [Visit(at=ago(n), treatment="massage", pain_before=6, pain_after=3) for n in range(20)]
    care = sections(paper_of(diary(*visits)))["More on the treatments"]
    assert care.table
    assert len(care.table.rows) == 16
    (line,) = care.lines
    assert line == (
        "Before the last 16, which are listed: massage 4 times "
        "(pain 6 before and 3 after, means of 4)."
    )


def test_pain_impact_is_drawn_from_two_answers_on() -> None:
    asked = Interference(enjoyment=4, activity=6)
    one = diary(Pain(at=ago(1), severity=5, interference=asked))
    thin = sections(paper_of(one))["Pain impact"].table
    assert thin
    assert thin.rows == (("Sun 22 Nov 2026", "not computed", "not computed", "4", "6"),)
    one.add(*(Pain(at=ago(days), severity=2) for days in range(2, 15)))
    known = sections(paper_of(one))["Pain impact"].table
    assert known
    assert known.rows[0] == ("Sun 22 Nov 2026", "4.1", "2.4", "4", "6")
    one.add(Pain(at=ago(8), severity=2, interference=asked))
    assert sections(paper_of(one))["Pain impact"].drawings


def test_forty_medicines_are_named_at_a_glance_and_told_in_full_behind() -> None:
    names = [f"remedy{number:02}" for number in range(40)]
    taken = [
        Pain(at=ago(n), severity=4, medicines=(Medicine(name),)) for n, name in enumerate(names)
    ]
    paper = sections(paper_of(diary(*taken)))
    assert all(name in str(paper["Medicines"]).lower() for name in names)
    table = paper["All medicines"].table
    assert table
    assert sorted(row[0].lower() for row in table.rows) == names


def test_a_note_of_a_check_up_stands_with_it_where_notes_were_chosen() -> None:
    seen = Check(at=ago(3), is_check_up=True, seen_by="Dr. Ortiz", note="nothing worrying")
    repository = diary(seen)
    chosen = sections(paper_of(repository, notes=True))
    assert chosen["Check-ups"].items == ("Fri 20 Nov 2026: seen by Dr. Ortiz: nothing worrying",)
    assert sections(paper_of(repository))["Check-ups"].items == (
        "Fri 20 Nov 2026: seen by Dr. Ortiz",
    )


def test_a_check_up_before_the_time_is_told() -> None:
    seen = Check(at=ago(200), is_check_up=True, seen_by="Dr. Ortiz")
    (line,) = sections(paper_of(diary(seen)))["Check-ups"].lines
    assert line == "Last check-up: Thu 7 May 2026: seen by Dr. Ortiz."


def test_a_time_is_never_longer_than_the_diary() -> None:
    paper = paper_of(diary(*(Pain(at=ago(n), severity=4 + n % 2) for n in range(30))))
    assert paper.about[0].startswith("Sun 25 Oct 2026 to Mon 23 Nov 2026 (30 days)")
    assert "12 weeks" not in str(paper.sections)


def test_a_time_before_the_diary_is_told_as_it_was_asked_for() -> None:
    repository = diary(Pain(at=ago(1), severity=4))
    span = (ago(40).date(), ago(30).date())
    paper = report_paper(report_of(repository, CLOCK, span))
    assert "(11 days)" in paper.about[0]
    assert "No pain was taken down in this time." in str(paper.sections)
