"""What is said of a week: one list of facts, each tagged for where it stands.

Today says the sentences; the shell says them and then the details; Trends sets the figures in a
table and the lines under their names. What one place says in fewer or other words than another is
written beside it here, so that they cannot drift apart.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from backcare_tui.insight.week.change import DECIMALS, WeekChange, Weight, change_of
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE, PainWeek
from backcare_tui.insight.week.look import WeekLook
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import (
    clean,
    say_between,
    say_count,
    say_day,
    say_minutes,
    say_number,
    say_planned,
    say_times,
    say_total,
    sentence_case,
)
from backcare_tui.wording.entries import say_area, say_entry, say_units

Stand = Literal["sentence", "detail", "table", "line"]
"""Where something is said: by itself, after all that is, in a table, or under its name."""
FEW, MORE = 3, 4
"""How many areas or tags a sentence names, and how many a line."""
NOTHING = "Nothing was recorded in this week."


class WeekFact(msgspec.Struct, frozen=True):
    """Something that is said of a week; safe to print."""

    stands: tuple[Stand, ...]
    name: str
    """What it is about, such as `Asleep`."""
    said: str
    """A sentence; in the table a figure of this week, empty where it is not known."""
    before: str = ""
    """In the table, the figure of the week before."""
    change: str = ""
    """In the table, the difference, with a shape before it so that it is seen without color."""


def facts(look: WeekLook) -> tuple[WeekFact, ...]:
    """All that is said, wherever; what is not known is not spoken of."""
    return tuple(fact for say in _FACTS for fact in say(look) if fact.said or fact.before)


def sentences(look: WeekLook) -> tuple[str, ...]:
    """The review in plain sentences, one fact a line."""
    return _said(look, "sentence") or (NOTHING,)


def details(look: WeekLook) -> tuple[str, ...]:
    """What the sentences leave out, the notes last."""
    return _said(look, "detail")


def figures(look: WeekLook) -> tuple[WeekFact, ...]:
    """This week, the one before, and the difference."""
    return tuple(fact for fact in facts(look) if "table" in fact.stands)


def lines(look: WeekLook) -> dict[str, tuple[str, ...]]:
    """What the table does not say, by the names that it stands under."""
    said: dict[str, tuple[str, ...]] = {}
    for fact in facts(look):
        if "line" in fact.stands:
            said[fact.name] = (*said.get(fact.name, ()), fact.said)
    return said


def _said(look: WeekLook, stand: Stand) -> tuple[str, ...]:
    return tuple(fact.said for fact in facts(look) if stand in fact.stands)


def _fact(name: str, said: str, *stands: Stand) -> WeekFact:
    return WeekFact(stands, name, clean(said))


def _row(name: str, now: str, before: str = "", change: str = "") -> WeekFact:
    return WeekFact(("table",), name, now, before, change)


def _pain(look: WeekLook) -> Iterator[WeekFact]:
    pain = look.week.pain
    yield _numbers("Pain", pain.mean, pain.previous_mean)
    yield _row("Best, worst", _say_range(pain))
    if pain.mean is None:
        return
    days = say_count(pain.days, "day")
    if pain.worst == pain.best:
        yield _fact("Pain", f"Pain was {pain.worst} on {days}.", "sentence")
    else:
        mean, between = say_number(pain.mean), f"from {_say_range(pain)}"
        yield _fact("Pain", f"Pain was {mean} on average on {days}, {between}.", "sentence")


def _say_range(pain: PainWeek) -> str:
    if pain.best is None:
        return ""
    return str(pain.best) if pain.best == pain.worst else f"{pain.best} to {pain.worst}"


def _change(look: WeekLook) -> Iterator[WeekFact]:
    """How pain changed, and whether that is more than people notice and than weeks usually differ."""
    pain = look.week.pain
    if pain.mean is None:
        return
    change = change_of(pain)
    if pain.change is None:
        none = "The week before has no pain entries to compare it with."
        yield _fact("Change", none, "sentence", "line")
    elif change is None:
        when = "this week" if pain.days <= pain.previous_days else "the week before"
        missing = DAYS_TO_COMPARE - min(pain.days, pain.previous_days)
        too_few = f"Too few days to compare yet: {when} needs {say_count(missing, 'more day')}."
        yield _fact("Change", too_few, "sentence", "line")
    elif change.weight == "as-before":
        yield _fact("Change", "That is as in the week before.", "sentence")
        yield _fact("Change", "Pain was as in the week before.", "line")
    else:
        than = f"{_say_difference(change.points)} than the week before{_WEIGHTS[change.weight]}."
        after = ""
        if change.weight == "unknown":
            weeks = say_count(pain.weeks_missing, "more week")
            after = f" Your usual swing is known after {weeks}."
        yield _fact("Change", f"That is {than}{after}", "sentence")
        noticed = f" {change.noticed} is what people notice."
        yield _fact("Change", f"Pain was {than}{noticed}{after or _say_swing(change)}", "line")


_WEIGHTS: dict[Weight, str] = {
    "unknown": "",
    "within": ", within your usual swing",
    "small": ", beyond your usual swing",
    "matters": ": a change that matters",
}


def _say_swing(change: WeekChange) -> str:
    if change.swing is None:
        return " Your weeks usually differ by about as much."
    if not change.swing:
        return " Your weeks hardly differ, as a rule."
    return f" Your weeks usually differ by up to {say_number(change.swing)}."


def _usual(look: WeekLook) -> Iterator[WeekFact]:
    """Between what a usual week lies, and where this one does."""
    pain = look.week.pain
    if pain.mean is None or pain.usual is None:
        return
    lies = look.against_usual.lies
    where = f"; this one lies {'above' if lies > 0 else 'below'}" if lies else ""
    said = f"{say_between(pain.usual.low, pain.usual.high)}{where}."
    yield _fact("Usual week", f"A usual week of yours: {said}", "detail")
    yield _fact("Usual week", said, "line")


def _say_difference(change: float) -> str:
    return f"{say_number(abs(change))} {'more' if change > 0 else 'less'}"


def _where(look: WeekLook) -> Iterator[WeekFact]:
    areas = look.week.pain.areas.items()
    said = [f"{say_area(area)} {say_times(count)}" for area, count in areas]
    if said:
        yield _fact("Where", f"Where it hurt: {', '.join(said[:FEW])}.", "sentence")
        yield _fact("Where", f"{sentence_case(', '.join(said[:MORE]))}.", "line")


def _asleep(look: WeekLook) -> Iterator[WeekFact]:
    now, before = look.sleep.mean_min, look.sleep_before.mean_min
    change = None if now is None or before is None else round(now) - round(before)
    shaped = "" if change is None else _shaped(change, say_minutes(abs(change)))
    yield _row("Asleep", _say_length(now), _say_length(before), shaped)
    nights = say_count(look.week.sleep.nights, "night")
    if now is not None:
        against = ""
        if change is not None:
            against = ", as in the week before"
        if change:
            more = f"{say_minutes(abs(change))} {'more' if change > 0 else 'less'}"
            against = f", {more} than the week before"
        said = f"You slept {say_minutes(now)} a night{against}; {nights} noted."
        yield _fact("Asleep", said, "sentence")
    elif look.week.sleep.nights:
        yield _fact("Asleep", f"{nights} noted, without the length.", "sentence")


def _efficiency(look: WeekLook) -> Iterator[WeekFact]:
    now, before = look.sleep.efficiency, look.sleep_before.efficiency
    change = None if now is None or before is None else round(now * 100) - round(before * 100)
    shaped = "" if change is None else _shaped(change, f"{abs(change)} %")
    yield _row("Efficiency", _say_part(now), _say_part(before), shaped)
    if now is not None:
        known, nights = look.sleep.efficiency_nights, look.sleep.nights
        of = "" if known == nights else f", as far as is known: {say_count(known, 'night')}"
        said = f"You were asleep for {_say_part(now)} of the time in bed{of}."
        yield _fact("Efficiency", said, "sentence")


def _regularity(look: WeekLook) -> Iterator[WeekFact]:
    now, before = look.sleep.regularity_min, look.sleep_before.regularity_min
    yield _row("Regularity", _say_stray(now), _say_stray(before))
    if now is not None:
        said = f"The middle of your sleep strayed by {say_minutes(now)}."
        yield _fact("Regularity", said, "detail")


def _say_stray(minutes: float | None) -> str:
    return "" if minutes is None else f"± {say_minutes(minutes)}"


def _rated(look: WeekLook) -> Iterator[WeekFact]:
    now = look.sleep.quality
    yield _numbers("Rated 1-5", now, look.sleep_before.quality)
    if now is not None:
        yield _fact("Rated 1-5", f"You rated your sleep {say_number(now)} of 5.", "sentence")


def _flares(look: WeekLook) -> Iterator[WeekFact]:
    if look.flare_days:
        days = ", ".join(say_day(day) for day in look.flare_days)
        said = f"{say_count(len(look.flare_days), 'day')}: {days}."
        yield _fact("Flare-ups", f"Flare-up days: {said}", "detail")
        yield _fact("Flare-ups", said, "line")


def _moved(look: WeekLook) -> Iterator[WeekFact]:
    moved = look.week.movement
    done = str(moved.sessions or "")
    if moved.planned and moved.sessions <= moved.planned:
        done = f"{moved.sessions} of {moved.planned}"
    yield _row("Sessions", done, str(look.sessions_before or ""))
    if done:
        count, planned = moved.sessions, moved.planned
        times = say_planned(count, planned) if planned else say_count(count, "session")
        length = say_total(moved.minutes, look.sessions_timed, count)
        days = f", on {say_count(look.days_moved, 'day')}" if look.days_moved else ""
        yield _fact("Moved", f"Stretching and exercise: {times}{length}.", "sentence")
        yield _fact("Moved", f"{times}{length}{days}.", "line")


def _care(look: WeekLook) -> Iterator[WeekFact]:
    """The visits taken together, then each of them."""
    care = look.week.care
    if not care.visits:
        return
    others = care.visits - care.massages
    kinds = (
        say_count(care.massages, "massage") if care.massages else "",
        say_count(others, "other visit" if care.massages else "visit") if others else "",
    )
    pain = ""
    if care.mean_change is not None:
        is_same = say_number(abs(care.mean_change)) == "0"
        less = f"{_say_difference(care.mean_change)} than before, on average"
        pain = f"; pain afterward {'the same' if is_same else less}"
    yield _fact("Care", f"Care: {', '.join(filter(None, kinds))}{pain}.", "sentence")
    for visit in look.visits:
        answer = name_within("responses", visit.response) if visit.response else ""
        parts = " · ".join(filter(None, (*say_entry(visit), answer)))
        yield _fact("Care", f"{say_day(visit.day)}: {parts}", "detail", "line")


def _medicines(look: WeekLook) -> Iterator[WeekFact]:
    for taken in look.medicines:
        dose = f" ({', '.join(taken.doses)})" if taken.doses else ""
        said = f"{sentence_case(clean(taken.name))}{dose}: on {say_count(taken.days, 'day')}"
        yield _fact("Medicine", f"Medicine: {said}", "detail")
        yield _fact("Medicine", said, "line")


def _drinks(look: WeekLook) -> Iterator[WeekFact]:
    diet = look.week.diet
    coffees = f"{say_number(diet.coffees)} coffee{'' if diet.coffees == 1 else 's'}"
    parts = (
        f"{say_number(diet.water_ml / 1000)} l of water" if diet.water_ml else "",
        coffees if diet.coffees else "",
        f"{say_units(diet.alcohol_units)} of alcohol" if diet.alcohol_units else "",
    )
    if said := ", ".join(filter(None, parts)):
        yield _fact("Drinks", f"Drinks: {said}.", "sentence")
        yield _fact("Drinks", f"{said}.", "line")


def _food(look: WeekLook) -> Iterator[WeekFact]:
    tags = look.week.diet.tags.items()
    said = [f"{name_within('tags', tag)} {say_times(count)}" for tag, count in tags]
    if said:
        yield _fact("Food", f"Food: {', '.join(said[:FEW])}.", "sentence")
        yield _fact("Food", f"{sentence_case(', '.join(said[:MORE]))}.", "line")


def _notes(look: WeekLook) -> Iterator[WeekFact]:
    for note in look.notes:
        yield _fact("Notes", f"Note of {say_day(note.day)}: {note.text}", "detail")


_FACTS: tuple[Callable[[WeekLook], Iterator[WeekFact]], ...] = (
    _pain,
    _change,
    _usual,
    _where,
    _asleep,
    _efficiency,
    _regularity,
    _rated,
    _flares,
    _moved,
    _care,
    _medicines,
    _drinks,
    _food,
    _notes,
)
"""In the order in which they are said, each all that is said of one subject."""


def _numbers(name: str, now: float | None, before: float | None) -> WeekFact:
    """A row of figures, such as those of pain."""
    shaped = ""
    if now is not None and before is not None:
        change = round(now, DECIMALS) - round(before, DECIMALS)  # as a reader subtracts them
        shaped = _shaped(change, say_number(abs(change)))
    return _row(name, _say_number(now), _say_number(before), shaped)


def _say_number(number: float | None) -> str:
    return "" if number is None else say_number(number)


def _say_length(minutes: float | None) -> str:
    return "" if minutes is None else say_minutes(minutes)


def _say_part(part: float | None) -> str:
    return "" if part is None else f"{part:.0%}"


def _shaped(change: float, size: str) -> str:
    if size in {"0", "0 min", "0 %"}:
        return "same"
    return f"{'▲' if change > 0 else '▼'} {size}"
