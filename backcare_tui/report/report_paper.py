"""The report in sections: words, tables and drawings, the same for HTML, PDF and Markdown."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from backcare_tui.guidance.flare import LEAST_RISE
from backcare_tui.insight.findings.trend_sentences import say_trend, say_trends
from backcare_tui.insight.longer.bins import A_WEEK, together
from backcare_tui.insight.longer.marks import BEGUN, LETTERS, NAMES, MarkKind
from backcare_tui.insight.usual import LEAST_DAYS, Usual, usual_of
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.report.body import body_drawing
from backcare_tui.report.care_section import care_section
from backcare_tui.report.charts import (
    columns_of,
    impact_chart,
    pain_chart,
    say_nights,
    sleep_chart,
)
from backcare_tui.report.hand_over_paper import (
    BOUNDARY,
    change_line,
    flag_lines,
    say_spells,
    session_lines,
)
from backcare_tui.report.paper import Numbers, Paper, PaperTable, Section
from backcare_tui.report.parts import REPORT_PARTS, PagePart
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
    within,
)
from backcare_tui.wording.entries import say_area

TITLE = "Back pain diary: report"
SPELLS_SHOWN = 5
"""How many flare-ups are named by their days: the last ones."""
ITEMS_SHOWN = 12
"""How many medicines and areas are named: those of most days."""
MOST_MARKS = 40
"""What happened more often than that has no letter on the chart, where none could be read."""
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
        Section("Warning signs", tuple(flag_lines(told.about))),
        *(make(told, parts) for part, make in _SECTIONS.items() if part in parts),
    )
    shown = tuple(section for section in sections if not section.is_empty)
    return Paper(TITLE, tuple(_about(told)), f"{BOUNDARY} {boundary_text()[0]}", shown)


def _about(of: Report) -> Iterator[str]:
    first, last = of.about.span
    yield f"{say_date(first)} to {say_date(last)} ({say_count(of.about.days, 'day')})."
    yield f"From the person's own diary, made on {say_date(of.about.made)} with backcare."


def _care(of: Report, _parts: Collection[str]) -> Section:
    return care_section(of.about)


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
    items = (f"{say_day(each.day, of.about.last)}, {each.what}: {each.text}" for each in of.notes)
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
            f"{say_number(pain.mean)} of 10",
            "0 none to 10 worst; mean of the days' means",
        )
        yield "Pain, lowest to highest", f"{pain.best} to {pain.worst}", "of all single entries"
    if about.flare_days:
        all_spells = tuple(say_spells(about.flare_days))
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


def _pain(of: Report, parts: Collection[str]) -> Section:
    if of.about.pain is None:
        return Section("Pain", ("No pain was taken down in this time.",))
    pain = of.about.pain
    says = (
        f"Mean {say_number(pain.mean)}, lowest {pain.best}, highest {pain.worst}, "
        f"on {pain.days} of {say_count(of.about.days, 'day')}. {say_trend(of.trends[0])}"
    )
    times = Counter(mark.kind for mark in of.marks)
    marks = tuple(mark for mark in of.marks if times[mark.kind] <= MOST_MARKS)
    drawn = columns_of(of.days)
    unit = "week" if len(drawn) < len(of.days) else "day"
    legend = f"Line: mean of each {unit}. Bars: lowest to highest. Gaps: nothing noted."
    return Section(
        "Pain",
        say_trends(of.trends[:1], of.step, of.about.last),
        drawings=(pain_chart(of.days, marks, says),),
        legend=" ".join(filter(None, (legend, _say_letters(times)))),
        numbers=_by_week(of, with_sleep="sleep" in parts),
    )


def _say_letters(times: Mapping[MarkKind, int]) -> str:
    names = {kind: f"{NAMES[kind]}{' begun' * (kind in BEGUN)}" for kind in times}
    drawn = [f"{LETTERS[kind]} {names[kind]}" for kind in times if times[kind] <= MOST_MARKS]
    left_out = [names[kind] for kind in times if times[kind] > MOST_MARKS]
    said = (", ".join(drawn), f"Too often to be marked: {', '.join(left_out)}" if left_out else "")
    return " ".join(f"{words}." for words in said if words)


def _by_week(of: Report, *, with_sleep: bool) -> Numbers:
    """Means week by week, against what was usual before each, for a page that cannot draw."""
    weeks = together(of.days, A_WEEK)
    means = tuple(week.pain if week.days >= LEAST_DAYS else None for week in weeks)
    rows = tuple(
        (
            say_date(week.first),
            "" if week.pain is None else say_number(week.pain),
            "" if week.best is None else f"{week.best} to {week.worst}",
            *(("" if week.asleep_min is None else say_minutes(week.asleep_min),) * with_sleep),
            _say_usual(means[at], usual_of(means[:at])),
        )
        for at, week in enumerate(weeks)
    )
    asleep = ("Asleep, mean",) * with_sleep
    columns = ("Week from", "Pain, mean", "Lowest to highest", *asleep, "Pain, usual before")
    return Numbers(columns, rows)


def _say_usual(mean: float | None, usual: Usual | None) -> str:
    """The usual range by the weeks before, and where this one lies outside it."""
    if usual is None:
        return ""
    lies = usual.lies(mean) if mean is not None else 0
    side = f" ({'above' if lies > 0 else 'below'})" if lies else ""
    return f"{say_between(usual.low, usual.high)}{side}"


def _sleep(of: Report, _parts: Collection[str]) -> Section:
    if of.about.sleep is None:
        return Section("Sleep")
    drawing = sleep_chart(of.days, f"{say_nights(of.days)} {say_trend(of.trends[1])}")
    return Section("Sleep", say_trends(of.trends[1:], None, of.about.last), drawings=(drawing,))


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
        drawings=(body_drawing(of.about.symptoms.areas),),
        is_beside=True,
    )


def _impact(of: Report, _parts: Collection[str]) -> Section:
    if not of.impacts:
        return Section("Pain impact")
    meaning = (
        "The mean of three answers on the past week, each 0 to 10: pain, and how far it got in "
        "the way of enjoyment and of activity (3 questions, after Krebs 2009)."
    )
    items = tuple(f"{say_date(day)}: {say_number(n)} of 10" for day, n in of.impacts.items())
    if len(of.impacts) == 1:
        return Section("Pain impact", (meaning,), items=items)
    days = tuple(each.day for each in of.days)
    rows = tuple((say_date(day), say_number(score)) for day, score in of.impacts.items())
    numbers = Numbers(("Day", "Pain impact"), rows)
    drawing = impact_chart(of.impacts, days)
    return Section("Pain impact", (meaning,), drawings=(drawing,), numbers=numbers)


_SECTIONS: dict[PagePart, Callable[[Report, Collection[str]], Section]] = {
    "summary": _summary,
    "pain": _pain,
    "sleep": _sleep,
    "movement": _movement,
    "care": _care,
    "medicines": _medicines,
    "areas": _areas,
    "impact": _impact,
    "notes": _notes,
}
