"""The report in sections: words, tables and drawings, the same for HTML, PDF and Markdown."""

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from backcare_tui.insight.findings.trend_sentences import say_trend, say_trends
from backcare_tui.insight.peg import Peg
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.report.body import COUNTED, body_drawings
from backcare_tui.report.care_section import care_section, glance_of_care
from backcare_tui.report.chart_numbers import pain_numbers, sleep_numbers
from backcare_tui.report.charts import (
    impact_chart,
    pain_chart,
    say_bands,
    say_nights,
    sleep_chart,
)
from backcare_tui.report.flare_section import flare_section
from backcare_tui.report.function_section import function_section, say_peg
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.hand_over_paper import (
    BOUNDARY,
    flag_lines,
    foot_lines,
    in_full,
    note_lines,
    now_section,
    sleep_line,
    take_care_section,
)
from backcare_tui.report.medicine_section import all_medicines, medicines_at_a_glance
from backcare_tui.report.paper import Numbers, Paper, PaperTable, Section
from backcare_tui.report.parts import REPORT_PARTS, PagePart
from backcare_tui.report.plot import columns_of
from backcare_tui.report.report import Report, only_parts
from backcare_tui.report.shared_sections import (
    check_ups_section,
    plan_at_a_glance,
    questions_section,
    session_lines,
    trials_at_a_glance,
    trials_section,
)
from backcare_tui.report.summary_section import summary_section
from backcare_tui.report.symptoms import SHOWN, stopped_lines, symptom_lines
from backcare_tui.text import (
    say_count,
    say_date,
    say_number,
)
from backcare_tui.wording.entries import say_area

Make = Callable[[Report, Collection[str]], Section]
TITLE = "Back pain diary: report"
PEG_HEADINGS = ("Day", "Pain impact", "Pain, mean of the week", "Enjoyment", "Activity")
ITEMS_AT_A_GLANCE = 4
"""How many questions, activities and the like are told at a glance; with more, all of them stand behind it."""
ITEMS_SHOWN = 12
"""How many medicines and areas are named: those of most days."""


def report_paper(of: Report, parts: Collection[str] = tuple(REPORT_PARTS)) -> Paper:
    """The sections of the parts that were chosen; what the diary does not say is left out.

    Warning signs that were marked and not yet seen by a professional always stand first.

    Args:
        of: The report.
        parts: The keys of `REPORT_PARTS` that are in it; `private` where such medicines are told.
    """
    told = only_parts(of, parts)
    signs = Section("Warning signs", tuple(flag_lines(told.about)), is_warning=True)
    asked = {*parts, *({"goals"} if "impact" in parts else ())}
    whole = [make(told, parts) for part, make in _GLANCE if part in asked]
    glance = map(_in_short, whole)
    detail = [make(told, parts) for part, make in _DETAIL if part in parts]
    detail += [_in_full(each) for each in whole if len(each.items) > ITEMS_AT_A_GLANCE]
    shown = [section for section in detail if not section.is_empty]
    if shown:
        shown[0] = replace(shown[0], is_detail=True)
    sections = (*(section for section in (signs, *glance) if not section.is_empty), *shown)
    boundary = f"{BOUNDARY} {boundary_text()[0]}"
    foot = tuple(foot_lines(told.about))
    return in_full(Paper(TITLE, tuple(_about(told)), boundary, sections, foot=foot), told.about)


def _in_short(section: Section) -> Section:
    """What has room at a glance, which is to stand on one sheet."""
    more = len(section.items) - ITEMS_AT_A_GLANCE
    if more <= 0:
        return section
    told = (*section.items[:ITEMS_AT_A_GLANCE], f"and {more} more, told in full behind")
    return replace(section, items=told)


def _in_full(section: Section) -> Section:
    return Section(f"{section.title}: all", items=section.items)


def _about(of: Report) -> Iterator[str]:
    first, last = of.about.span
    yield (
        f"{say_date(first)} to {say_date(last)} ({say_count(of.about.days, 'day')}), from the person's "
        f"own diary; made on {say_date(of.about.made)}."
    )


def _how_it_hurts(of: Report, _parts: Collection[str]) -> Section:
    return Section("Where and how it hurts", tuple(symptom_lines(of.about.symptoms, of.about.last)))


def _function(of: Report, parts: Collection[str]) -> Section:
    """What a person can do, with how they sleep where that is told."""
    section = function_section(of.about, parts)
    return replace(section, lines=(*section.lines, *sleep_line(of.about)))


def _check_ups(of: Report, parts: Collection[str]) -> Section:
    return check_ups_section(of.about, at_a_glance="take-care" in parts)


def _trials(of: Report, _parts: Collection[str]) -> Section:
    return replace(trials_section(of.about, "What came of the trials"), is_half=True)


def _about_parts(make: Callable[[HandOverData, Collection[str]], Section]) -> Make:
    return lambda of, parts: make(of.about, parts)


def _about_only(make: Callable[[HandOverData], Section]) -> Make:
    return lambda of, _parts: make(of.about)


def _most_of(items: Sequence[str]) -> Iterator[str]:
    """The foremost, and how many there are besides."""
    yield from items[:ITEMS_SHOWN]
    if len(items) > ITEMS_SHOWN:
        yield f"and {len(items) - ITEMS_SHOWN} more"


def _notes(of: Report, _parts: Collection[str]) -> Section:
    return Section("Notes", items=tuple(note_lines(of.about)))


def _flare(of: Report, _parts: Collection[str]) -> Section:
    return flare_section(of.about.flare, of.about.last)


def _summary(of: Report, _parts: Collection[str]) -> Section:
    return summary_section(of)


def _pain(of: Report, _parts: Collection[str]) -> Section:
    if of.about.pain is None:
        return Section("Pain", ("No pain was taken down in this time.",))
    pain = of.about.pain
    says = (
        f"Mean {say_number(pain.mean)}, lowest {pain.best}, highest {pain.worst}, "
        f"on {pain.days} of {say_count(of.about.days, 'day')}. {say_trend(of.trends[0])}"
    )
    unit = "week" if len(columns_of(of.days)) < len(of.days) else "day"
    return Section(
        "Pain",
        say_trends(of.trends[:1], of.step, of.about.last),
        drawings=(pain_chart(of.days, of.marks, of.about.flare_days, says),),
        legend=f"Line: each {unit}'s mean; bars: lowest to highest; gaps: not noted. {say_bands()}",
        numbers=pain_numbers(of),
    )


def _sleep(of: Report, _parts: Collection[str]) -> Section:
    if of.about.sleep is None:
        return Section("Sleep")
    drawing = sleep_chart(of.days, f"{say_nights(of.days)} {say_trend(of.trends[1])}")
    said = say_trends(of.trends[1:], None, of.about.last)
    return Section("Sleep", said, drawings=(drawing,), numbers=sleep_numbers(of), is_half=True)


def _movement(of: Report, _parts: Collection[str]) -> Section:
    """How much was done, and what was stopped."""
    lines = (*session_lines(of.about), *stopped_lines(of.about.symptoms, of.about.last))
    return Section("Movement", lines, is_half=True)


def _areas(of: Report, _parts: Collection[str]) -> Section:
    if not of.about.symptoms.areas:
        return Section("Where it hurt")
    areas = of.about.symptoms.areas
    # With few of them the glance has named them all.
    more = list(areas.items()) if len(areas) > SHOWN else []
    items = [f"{say_area(area)}: {say_count(n, 'day')}" for area, n in more]
    listed = f" The list is of all {say_count(of.about.days, 'day')}."
    return Section(
        "Where it hurt",
        items=tuple(_most_of(items)),
        drawings=body_drawings(of.about.where),
        legend=f"{COUNTED}{listed if items else ''}",
        is_beside=True,
    )


def _impact(of: Report, _parts: Collection[str]) -> Section:
    """Every answer with its parts; a chart from two that have a score on."""
    if not of.pegs:
        return Section("Pain impact")
    rows = tuple(map(_peg_cells, of.pegs))
    table = PaperTable(PEG_HEADINGS, rows, tuple(map(_peg_line, of.pegs)))
    scores = {each.day: each.score for each in of.pegs if each.score is not None}
    if len(scores) < 2:
        return Section("Pain impact", table=table)
    drawing = impact_chart(scores, tuple(each.day for each in of.days))
    numbers = Numbers(PEG_HEADINGS, rows)
    return Section("Pain impact", drawings=(drawing,), numbers=numbers, is_half=True)


def _peg_cells(of: Peg) -> tuple[str, ...]:
    known = ("not computed" if each is None else f"{each:.1f}" for each in (of.score, of.pain))
    score, pain = known
    return say_date(of.day), score, pain, str(of.enjoyment), str(of.activity)


def _peg_line(of: Peg) -> str:
    return f"{say_date(of.day)}: {say_peg(of)}"


_GLANCE: tuple[tuple[PagePart, Make], ...] = (
    ("take-care", _about_parts(take_care_section)),
    ("pain", _about_parts(now_section)),
    ("goals", _function),
    ("areas", _how_it_hurts),
    ("medicines", _about_parts(medicines_at_a_glance)),
    ("care", _about_only(glance_of_care)),
    ("checks", _check_ups),
    ("questions", _about_only(questions_section)),
    ("plan", _about_only(plan_at_a_glance)),
    ("trials", _about_only(trials_at_a_glance)),
)
"""What is read in the first minute, in the order in which it is asked for."""
_DETAIL: tuple[tuple[PagePart, Make], ...] = (
    ("summary", _summary),
    ("pain", _pain),
    ("impact", _impact),
    ("sleep", _sleep),
    ("areas", _areas),
    ("movement", _movement),
    ("trials", _trials),
    ("care", _about_only(care_section)),
    ("medicines", _about_only(all_medicines)),
    ("flare", _flare),
    ("notes", _notes),
)
"""What stands behind it."""
