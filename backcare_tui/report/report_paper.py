"""The report in sections: words, tables and drawings, the same for HTML, PDF and Markdown."""

from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec.structs import replace

from backcare_tui.guidance.flare import LEAST_RISE
from backcare_tui.insight.findings.trend_sentences import say_trend, say_trends
from backcare_tui.insight.longer.bins import A_WEEK, SIZES, Bin, Size, cut, together
from backcare_tui.insight.usual import LEAST_DAYS, Usual, usual_of
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.report.body import COUNTED, body_drawings
from backcare_tui.report.care_section import care_section
from backcare_tui.report.charts import (
    FLARE_RULE,
    impact_chart,
    pain_chart,
    say_bands,
    say_nights,
    sleep_chart,
)
from backcare_tui.report.hand_over_paper import (
    BOUNDARY,
    change_line,
    flag_lines,
    in_full,
    say_spells,
    session_lines,
)
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Numbers, Paper, PaperTable, Section
from backcare_tui.report.parts import REPORT_PARTS, PagePart
from backcare_tui.report.plot import columns_of
from backcare_tui.report.report import Report, only_parts
from backcare_tui.report.take_care import NOT_LISTED, say_medicine
from backcare_tui.text import (
    say_between,
    say_count,
    say_date,
    say_day,
    say_minutes,
    say_number,
    say_planned,
    sentence_case,
    within,
)
from backcare_tui.wording.entries import say_area

TITLE = "Back pain diary: report"
SPELLS_SHOWN = 5
"""How many flare-ups are named by their days: the last ones."""
ITEMS_SHOWN = 12
"""How many medicines and areas are named: those of most days."""
MOST_PIECES = 60
"""How many rows of numbers stand beside a chart."""
HEADINGS = ("Figure", "Value", "How it is defined")


def report_paper(of: Report, parts: Collection[str] = tuple(REPORT_PARTS)) -> Paper:
    """The sections of the parts that were chosen; what the diary does not say is left out.

    Warning signs that were marked and not yet seen by a professional always stand first.

    Args:
        of: The report.
        parts: The keys of `REPORT_PARTS` that are in it; `private` where such medicines are told.
    """
    told = only_parts(of, parts)
    sections = (
        Section("Warning signs", tuple(flag_lines(told.about)), is_warning=True),
        *(make(told, parts) for part, make in _SECTIONS.items() if part in parts),
    )
    shown = tuple(section for section in sections if not section.is_empty)
    paper = Paper(TITLE, tuple(_about(told)), f"{BOUNDARY} {boundary_text()[0]}", shown)
    return in_full(paper, of.about)


def _about(of: Report) -> Iterator[str]:
    first, last = of.about.span
    yield f"{say_date(first)} to {say_date(last)} ({say_count(of.about.days, 'day')})."
    yield f"From the person's own diary, made on {say_date(of.about.made)} with backcare."


def _care(of: Report, _parts: Collection[str]) -> Section:
    return replace(care_section(of.about), is_detail=True)


def _medicines(of: Report, parts: Collection[str]) -> Section:
    items = [say_medicine(each) for each in of.about.medicines]
    lines = () if "private" in parts or not items else (NOT_LISTED,)
    return Section("Medicines taken", lines, items=tuple(_most_of(items)))


def _most_of(items: Sequence[str]) -> Iterator[str]:
    """The foremost, and how many there are besides."""
    yield from items[:ITEMS_SHOWN]
    if len(items) > ITEMS_SHOWN:
        yield f"and {len(items) - ITEMS_SHOWN} more"


def _notes(of: Report, _parts: Collection[str]) -> Section:
    items = (
        f"{say_day(each.day, of.about.last)}, {each.what}: {own(each.text, lines=True)}"
        for each in of.notes
    )
    return Section("Notes", items=tuple(items))


def _summary(of: Report, _parts: Collection[str]) -> Section:
    rows = tuple(_summary_rows(of))
    lines = tuple(f"{name}: {value} ({meaning})." for name, value, meaning in rows)
    table = PaperTable(HEADINGS, rows, lines) if rows else None
    return Section("Summary", tuple(_change(of)), table)


def _change(of: Report) -> Iterator[str]:
    if of.about.pain:
        yield f"Pain: {within(change_line(of.about.pain, of.about.days))}"


def _summary_rows(of: Report) -> Iterator[tuple[str, str, str]]:
    about, days = of.about, of.about.days
    if about.pain:
        pain = about.pain
        yield "Days with pain noted", f"{pain.days} of {days}", "days with at least one entry"
        yield (
            "Pain, mean",
            f"{pain.mean:.1f} of 10",
            "0 none to 10 worst; mean of the days' means",
        )
        yield "Pain, lowest to highest", f"{pain.best} to {pain.worst}", "of all single entries"
    if about.flare_days:
        all_spells = tuple(say_spells(about.flare_days, about.made))
        spells = ", ".join((*all_spells[-SPELLS_SHOWN:], *_say_earlier(all_spells)))
        meaning = f"by own word, or days in a row {LEAST_RISE} points above the usual: {spells}"
        yield (
            "Flare-up days",
            str(len(about.flare_days)),
            meaning,
        )
    if about.sleep:
        length = say_minutes(about.sleep.mean_min)
        nights = say_count(about.sleep.nights, "night")
        yield "Time asleep", length, f"own estimate, mean of {nights}; Carney 2012"
    if about.sleep and about.sleep.efficiency is not None:
        meaning = f"time asleep of time in bed{about.sleep.efficiency_of}; Carney 2012"
        yield "Sleep efficiency", f"{about.sleep.efficiency:.0%}", meaning
    if about.sessions.count or about.sessions.planned:
        count, planned = about.sessions.count, about.sessions.planned
        times = say_planned(count, planned) if planned else str(count)
        yield "Exercise sessions", times, "routines done, as noted"
    if about.visits:
        yield "Treatments", str(len(about.visits)), "visits of any kind"


def _say_earlier(spells: tuple[str, ...]) -> Iterator[str]:
    if len(spells) > SPELLS_SHOWN:
        yield f"and {len(spells) - SPELLS_SHOWN} before"


def _pain(of: Report, _parts: Collection[str]) -> Section:
    if of.about.pain is None:
        return Section("Pain", ("No pain was taken down in this time.",))
    pain = of.about.pain
    says = (
        f"Mean {say_number(pain.mean)}, lowest {pain.best}, highest {pain.worst}, "
        f"on {pain.days} of {say_count(of.about.days, 'day')}. {say_trend(of.trends[0])}"
    )
    unit = "week" if len(columns_of(of.days)) < len(of.days) else "day"
    legend = (
        f"Line: mean of each {unit}. Bars: lowest to highest. Gaps: nothing noted. {say_bands()}",
        f"Flare-up days, as in the table: {FLARE_RULE}." if of.about.flare_days else "",
    )
    return Section(
        "Pain",
        say_trends(of.trends[:1], of.step, of.about.last),
        drawings=(pain_chart(of.days, of.marks, of.about.flare_days, says),),
        legend=" ".join(filter(None, legend)),
        numbers=_pain_numbers(of),
    )


def _pain_numbers(of: Report) -> Numbers:
    """Week by week, or in a long time by longer pieces."""
    size, pieces = _pieces(of)
    means = tuple(each.pain if each.days >= LEAST_DAYS else None for each in pieces)
    rows = tuple(
        (
            say_date(each.first),
            f"{each.days} of {(each.last - each.first).days + 1}",
            "" if each.pain is None else f"{each.pain:.1f}",
            "" if each.best is None else f"{each.best} to {each.worst}",
            _say_usual(means[at], usual_of(means[:at])) if size == A_WEEK else "",
        )
        for at, each in enumerate(pieces)
    )
    columns = ("Days noted", "Pain, mean", "Lowest to highest", "Pain, usual before")
    return _numbers(size, columns, rows)


def _numbers(size: Size, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Numbers:
    """A row for each piece of time; a last column without a word is left out."""
    kept = len(columns) + any(row[-1] for row in rows)
    heads = (f"{sentence_case(size.name.removeprefix('a '))} from", *columns)
    return Numbers(heads[:kept], tuple(row[:kept] for row in rows))


def _say_usual(mean: float | None, usual: Usual | None) -> str:
    """The usual range by the weeks before, and where this one lies outside it."""
    if usual is None:
        return ""
    lies = usual.lies(mean) if mean is not None else 0
    side = f" ({'above' if lies > 0 else 'below'})" if lies else ""
    return f"{say_between(usual.low, usual.high)}{side}"


def _sleep_numbers(of: Report) -> Numbers:
    size, pieces = _pieces(of)
    rows = tuple(
        (
            say_date(each.first),
            str(each.nights),
            "" if each.asleep_min is None else say_minutes(each.asleep_min),
        )
        for each in pieces
    )
    return _numbers(size, ("Nights noted", "Asleep, mean"), rows)


def _pieces(of: Report) -> tuple[Size, tuple[Bin, ...]]:
    """The pieces of the time: weeks, or so long that they fill no more than a page."""
    size = next(each for each in SIZES[SIZES.index(A_WEEK) :] if _is_short(of, each))
    return size, together(of.days, size)


def _is_short(of: Report, size: Size) -> bool:
    return size == SIZES[-1] or sum(1 for _ in cut(of.about.span, size)) <= MOST_PIECES


def _sleep(of: Report, _parts: Collection[str]) -> Section:
    if of.about.sleep is None:
        return Section("Sleep")
    drawing = sleep_chart(of.days, f"{say_nights(of.days)} {say_trend(of.trends[1])}")
    said = say_trends(of.trends[1:], None, of.about.last)
    return Section("Sleep", said, drawings=(drawing,), numbers=_sleep_numbers(of))


def _movement(of: Report, parts: Collection[str]) -> Section:
    """How much was done, where the summary does not say it."""
    return Section("Movement", () if "summary" in parts else tuple(session_lines(of.about)))


def _areas(of: Report, _parts: Collection[str]) -> Section:
    if not of.about.symptoms.areas:
        return Section("Where it hurt")
    items = [
        f"{say_area(area)}: {say_count(n, 'day')}" for area, n in of.about.symptoms.areas.items()
    ]
    return Section(
        "Where it hurt",
        items=tuple(_most_of(items)),
        drawings=body_drawings(of.about.where),
        legend=f"{COUNTED} The list is of all {say_count(of.about.days, 'day')}.",
        is_beside=True,
    )


def _impact(of: Report, _parts: Collection[str]) -> Section:
    if not of.impacts:
        return Section("Pain impact")
    meaning = (
        "The mean of three answers on the past week, each 0 to 10: pain, and how far it got in "
        "the way of enjoyment and of activity (3 questions, after Krebs 2009)."
    )
    items = tuple(f"{say_date(day)}: {n:.1f} of 10" for day, n in of.impacts.items())
    if len(of.impacts) == 1:
        return Section("Pain impact", (meaning,), items=items)
    days = tuple(each.day for each in of.days)
    rows = tuple((say_date(day), f"{score:.1f}") for day, score in of.impacts.items())
    numbers = Numbers(("Day", "Pain impact"), rows)
    drawing = impact_chart(of.impacts, days)
    return Section("Pain impact", (meaning,), drawings=(drawing,), numbers=numbers)


_SECTIONS: dict[PagePart, Callable[[Report, Collection[str]], Section]] = {
    "summary": _summary,
    "pain": _pain,
    "impact": _impact,
    "sleep": _sleep,
    "movement": _movement,
    "care": _care,
    "medicines": _medicines,
    "areas": _areas,
    "notes": _notes,
}
