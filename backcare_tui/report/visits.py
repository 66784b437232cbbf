"""Treatments in words: how hard, how the body answered, and how it was the day after."""

from collections import Counter
from collections.abc import Callable, Iterator

from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import MASSAGE
from backcare_tui.guidance.care.course_sentences import course_name, say_progress, say_status
from backcare_tui.guidance.care.response_sentences import (
    NO_CAUSE,
    say_counted,
    say_own,
    say_relief,
    say_response,
)
from backcare_tui.guidance.care.team import named
from backcare_tui.guidance.care.usual_visit import pressure_wanted
from backcare_tui.library.scales import pressure_word
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.report.hand_over import Going, HandOverData
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import PaperTable
from backcare_tui.text import say_count, say_date, say_day
from backcare_tui.wording.entries import say_area

HEADINGS = (
    "Day",
    "Treatment",
    "With",
    "Pressure",
    "Pain",
    "Spasm",
    "Response",
    "Day after",
)
SHOWN = 6
"""How many places and techniques are named: those of most visits."""


def visit_table(of: HandOverData) -> PaperTable | None:
    """The visits, one a row; None without any."""
    if not of.visits:
        return None
    rows = tuple(_cells(each, of) for each in of.visits)
    return PaperTable(HEADINGS, rows, tuple(_line(each, of) for each in of.visits))


def how_lines(of: HandOverData) -> Iterator[str]:
    """Where and by which techniques it was treated, of all visits together."""
    places = Counter(place for each in of.visits for place in dict.fromkeys(each.areas))
    techniques = Counter(word for each in of.visits for word in dict.fromkeys(each.techniques))
    if places:
        yield f"Treated: {_counted(places, say_area)}."
    if techniques:
        yield f"Techniques: {_counted(techniques, _technique)}."


def wanted_line(of: HandOverData) -> Iterator[str]:
    """What pressure is wanted at the next massage, as the last one said it."""
    if wish := pressure_wanted(of.visits, MASSAGE):
        last = next(each for each in reversed(of.visits) if each.treatment == MASSAGE)
        word = _wish(wish)
        yield f"Pressure wanted next time: {word} (as of {say_day(last.day, of.last)})."


def course_lines(going: Going, of: HandOverData) -> Iterator[str]:
    """Where a course stands, and whether pain is lower than before; what it is for is told with all goals."""
    now = going.standing
    visits, days = say_progress(now)
    since = f"since {say_date(now.course.started)}"
    status = say_status(now, of.last, is_on_paper=True)
    yield f"{course_name(now.course)} {since}: {visits}, {days}; {status}."
    said = (
        say_response(going.found, now, "my"),
        say_counted(going.found),
        NO_CAUSE if going.found.answer == "lower" else "",
        say_relief(going.found.relief),
        say_own(now.course.helped, "my"),
    )
    yield " ".join(filter(None, said))


def _cells(visit: Visit, of: HandOverData) -> tuple[str, ...]:
    length = "" if visit.minutes is None else f", {visit.minutes} min"
    wish = visit.pressure_next and f"next: {_wish(visit.pressure_next)}"
    sore = None if visit.sore_next_day is None else f"sore {visit.sore_next_day}"
    return (
        say_day(visit.day, of.last),
        f"{_treatment(visit)}{length}",
        own(named(of.names, visit.person)),
        _joined(_pressure(visit), wish),
        _from_to(visit.pain_before, visit.pain_after),
        _from_to(visit.spasm_before, visit.spasm_after),
        _response(visit),
        _joined(sore, _side_effects(visit)),
    )


def _line(visit: Visit, of: HandOverData) -> str:
    by = f" with {own(named(of.names, visit.person))}" if visit.person else ""
    pressure = _pressure(visit)
    parts = (
        f"{say_day(visit.day, of.last)}: {_treatment(visit)}{by}",
        None if visit.minutes is None else f"{visit.minutes} minutes",
        pressure and f"{pressure} pressure",
        *_before_and_after("pain", visit.pain_before, visit.pain_after),
        *_before_and_after("spasm", visit.spasm_before, visit.spasm_after),
        _response(visit),
        None if visit.sore_next_day is None else f"soreness the next day {visit.sore_next_day}",
        _side_effects(visit),
        visit.pressure_next and f"pressure wanted next time {_wish(visit.pressure_next)}",
    )
    return f"{', '.join(filter(None, parts))}."


def _treatment(visit: Visit) -> str:
    kind = f" ({name_within('massage_kinds', visit.kind)})" if visit.kind else ""
    return f"{name_of('treatments', visit.treatment)}{kind}"


def _counted(words: Counter[str], say: Callable[[str], str]) -> str:
    return ", ".join(
        f"{say(word)} ({say_count(n, 'visit')})" for word, n in words.most_common(SHOWN)
    )


def _technique(word: str) -> str:
    return name_within("techniques", word)


def _pressure(visit: Visit) -> str:
    return pressure_word(visit.pressure) if visit.pressure else ""


def _response(visit: Visit) -> str:
    return name_within("responses", visit.response) if visit.response else ""


def _side_effects(visit: Visit) -> str:
    return ", ".join(name_within("side_effects", each) for each in visit.side_effects)


def _wish(wish: str) -> str:
    return name_within("pressure_wishes", wish)


def _before_and_after(what: str, before: int | None, after: int | None) -> Iterator[str]:
    if before is not None:
        yield f"{what} {before} before"
    if after is not None:
        yield f"{what} {after} after"


def _from_to(before: int | None, after: int | None) -> str:
    if before is not None and after is not None:
        return f"{before} to {after}"
    if before is not None:
        return f"{before} before"
    return "" if after is None else f"{after} after"


def _joined(*parts: str | None) -> str:
    return "; ".join(filter(None, parts))
