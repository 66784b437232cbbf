"""The medicines of a time, whole: how much, how often, at most in a day, when last, and whether it helped."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from backcare_tui.insight.medicines import MedicineDays
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import PaperTable, Section
from backcare_tui.report.take_care import for_long_lines
from backcare_tui.text import say_count, say_day, say_number, say_times, sentence_case
from backcare_tui.wording.fields.pain import RELIEF_WORDS

TITLE = "Medicines"
ROWS = 6
"""So many have a row each at a glance; none is left out, but told by its name."""
LAST_DAYS = 14
HEADINGS = (
    "Medicine",
    "Days",
    "Times",
    "Most a day",
    f"In {LAST_DAYS} days",
    "Last taken",
    "Did it help",
)
MEANING = (
    "Medicines: as often as they were taken down; what was not taken down is not known. "
    f"In {LAST_DAYS} days: on how many of the last {LAST_DAYS}. Most a day: how often, and how much where every dose is known."
)


def medicine_section(of: HandOverData, parts: Collection[str]) -> Section:
    """Each medicine that was taken, those that go on first; then what is taken for long, where nothing else says it."""
    return Section(TITLE, _for_long(of, parts), _table(_ranked(of), of.last))


def medicines_at_a_glance(of: HandOverData, parts: Collection[str]) -> Section:
    """The same with a row for the first of them; of the others the names, as none may be missing."""
    ranked = _ranked(of)
    also = "; ".join(map(_name, ranked[ROWS:]))
    items = (f"Also taken, told in full behind: {also}",) if also else ()
    return Section(TITLE, _for_long(of, parts), _table(ranked[:ROWS], of.last), items)


def all_medicines(of: HandOverData) -> Section:
    """A row for each, where the glance did not have them all."""
    ranked = _ranked(of)
    return Section("All medicines", table=_table(ranked, of.last) if len(ranked) > ROWS else None)


def _ranked(of: HandOverData) -> list[MedicineDays]:
    """Those that go on first, then by their days."""
    return sorted(of.medicines, key=lambda each: (not _goes_on(each, of.last), -each.days))


def _for_long(of: HandOverData, parts: Collection[str]) -> tuple[str, ...]:
    return () if "take-care" in parts else tuple(for_long_lines(of.care, parts))


def _table(rows: Sequence[MedicineDays], last: dt.date) -> PaperTable | None:
    if not rows:
        return None
    cells = tuple(_cells(each, last) for each in rows)
    return PaperTable(HEADINGS, cells, tuple(_say(each, last) for each in rows))


def _cells(of: MedicineDays, last: dt.date) -> tuple[str, ...]:
    return (
        _name(of),
        str(of.days),
        str(of.times),
        _most(of),
        say_count(of.days_of_last(LAST_DAYS, last), "day") if _goes_on(of, last) else "none",
        say_day(of.last, last),
        ", ".join(_relief(of)),
    )


def _say(of: MedicineDays, last: dt.date) -> str:
    """The same in a line."""
    in_last = of.days_of_last(LAST_DAYS, last)
    goes_on = (
        f"{in_last} of the last {LAST_DAYS} days"
        if in_last
        else f"not in the last {LAST_DAYS} days"
    )
    said = (
        f"on {say_count(of.days, 'day')}",
        f"{say_times(of.times)} in all",
        f"at most {_most(of)} in a day",
        goes_on,
        f"last on {say_day(of.last, last)}",
        *_relief(of),
    )
    return f"{_name(of)}: {', '.join(said)}"


def _name(of: MedicineDays) -> str:
    dose = f" ({', '.join(map(own, of.doses))})" if of.doses else ""
    return f"{sentence_case(own(of.name))}{dose}"


def _most(of: MedicineDays) -> str:
    amount = "" if of.most_mg is None else f" ({say_number(of.most_mg)} mg)"
    return f"{of.most}{amount}"


def _relief(of: MedicineDays) -> Iterator[str]:
    """`helped 5 times, a little 24 times`."""
    said = Counter[str](of.relief)
    for how, word in RELIEF_WORDS.items():
        if count := said[how]:
            yield f"{word} {say_times(count)}"


def _goes_on(of: MedicineDays, last: dt.date) -> bool:
    return of.days_of_last(LAST_DAYS, last) > 0
