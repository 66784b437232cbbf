"""The week in one look, in words: one sentence for all of it, a table of figures, and the rest in lines."""

from collections.abc import Iterator

import msgspec

from backcare_tui.insight.week.figures import DAYS_TO_COMPARE, PainWeek
from backcare_tui.insight.week.look import SleepOfWeek, WeekLook
from backcare_tui.library.measures import MCID_PART, MCID_POINTS
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import (
    clean,
    say_count,
    say_day,
    say_minutes,
    say_number,
    say_times,
    sentence_case,
)
from backcare_tui.wording.entries import say_area, say_entry

ALIKE_POINTS, ALIKE_MIN = 0.3, 10
"""Pain and sleep that differ by less are called like those of the week before (our own rule)."""
_MOST = 4
"""How many areas or tags are named."""


class FigureLine(msgspec.Struct, frozen=True):
    """One line of the table; empty wherever nothing is known."""

    name: str
    now: str
    before: str
    change: str
    """With a shape before it, so that it is seen without color."""


class NamedSentences(msgspec.Struct, frozen=True):
    """Sentences under a name."""

    name: str
    sentences: tuple[str, ...]


def say_summary(look: WeekLook) -> str:
    """The week in a sentence that a person would say; empty for a week of nothing."""
    parts = tuple(filter(None, (_pain_part(look), _sleep_part(look), _moved_part(look))))
    if not parts:
        return ""
    said = f"{'; '.join(filter(None, (parts[0], ' and '.join(parts[1:]))))}."
    return sentence_case(said) if look.is_over else f"So far {said[:1].lower()}{said[1:]}"


def _pain_part(look: WeekLook) -> str:
    pain = look.week.pain
    if pain.mean is None:
        return ""
    now = f"pain {say_number(pain.mean)}"
    if not _is_comparable(pain) or pain.previous_mean is None or pain.change is None:
        return f"{now} on average on {say_count(pain.days, 'day')}"
    against = f"{now} against {say_number(pain.previous_mean)}"
    if abs(pain.change) < ALIKE_POINTS:
        return f"a week like the one before: {against}"
    if pain.meaningful:
        return f"a {'better' if pain.change < 0 else 'harder'} week: {against}, which matters"
    return f"a little {'calmer' if pain.change < 0 else 'harder'}: {against}"


def _sleep_part(look: WeekLook) -> str:
    now, before = look.sleep.mean_min, look.sleep_before.mean_min
    if now is None:
        return ""
    if before is None:
        return f"you slept {say_minutes(now)} a night"
    change = round(now) - round(before)
    if abs(change) < ALIKE_MIN:
        return f"you slept as long as before, {say_minutes(now)}"
    return f"you slept {say_minutes(abs(change))} {'longer' if change > 0 else 'less'} a night"


def _moved_part(look: WeekLook) -> str:
    days = look.days_moved
    if not days:
        return ""
    return f"{'' if look.sleep.mean_min is not None else 'you '}moved on {say_count(days, 'day')}"


def _is_comparable(pain: PainWeek) -> bool:
    return min(pain.days, pain.previous_days) >= DAYS_TO_COMPARE


def figures(look: WeekLook) -> tuple[FigureLine, ...]:
    """This week, the one before, and the difference; lines of which nothing is known are left out."""
    return tuple(each for each in _figures(look) if each.now or each.before)


def _figures(look: WeekLook) -> Iterator[FigureLine]:
    pain, now, before = look.week.pain, look.sleep, look.sleep_before
    yield _figure("Pain", pain.mean, pain.previous_mean)
    yield FigureLine("Best, worst", _range(pain), "", "")
    yield _of_length("Asleep", now.mean_min, before.mean_min)
    yield _of_part("Efficiency", now.efficiency, before.efficiency)
    yield _regularity(now, before)
    yield _figure("Rated 1-5", now.quality, before.quality)
    movement = look.week.movement
    planned = f" of {movement.planned}" if movement.planned else ""
    done = f"{movement.sessions}{planned}" if movement.sessions or planned else ""
    yield FigureLine("Sessions", done, str(look.sessions_before or ""), "")


def _figure(name: str, now: float | None, before: float | None) -> FigureLine:
    change = None if now is None or before is None else now - before
    said = "" if change is None else _shaped(change, say_number(abs(change)))
    return FigureLine(name, _number(now), _number(before), said)


def _of_length(name: str, now: float | None, before: float | None) -> FigureLine:
    change = None if now is None or before is None else round(now) - round(before)
    said = "" if change is None else _shaped(change, say_minutes(abs(change)))
    return FigureLine(name, _length(now), _length(before), said)


def _of_part(name: str, now: float | None, before: float | None) -> FigureLine:
    change = None if now is None or before is None else round(now * 100) - round(before * 100)
    said = "" if change is None else _shaped(change, f"{abs(change)} %")
    return FigureLine(name, _part(now), _part(before), said)


def _regularity(now: SleepOfWeek, before: SleepOfWeek) -> FigureLine:
    """How far the middle of sleep strays."""
    return FigureLine("Regularity", _stray(now), _stray(before), "")


def _stray(of: SleepOfWeek) -> str:
    return "" if of.regularity_min is None else f"± {say_minutes(of.regularity_min)}"


def _part(part: float | None) -> str:
    return "" if part is None else f"{part:.0%}"


def _range(pain: PainWeek) -> str:
    if pain.best is None:
        return ""
    return str(pain.best) if pain.best == pain.worst else f"{pain.best} to {pain.worst}"


def _number(number: float | None) -> str:
    return "" if number is None else say_number(number)


def _length(minutes: float | None) -> str:
    return "" if minutes is None else say_minutes(minutes)


def _shaped(change: float, size: str) -> str:
    if size in {"0", "0 min", "0 %"}:
        return "same"
    return f"{'▲' if change > 0 else '▼'} {size}"


def say_lines(look: WeekLook) -> tuple[NamedSentences, ...]:
    """What the table does not say, under names; what is not known is not spoken of."""
    lines = (
        NamedSentences("Change", tuple(_change(look))),
        NamedSentences("Where", tuple(_where(look))),
        NamedSentences("Flare-ups", tuple(_flares(look))),
        NamedSentences("Moved", tuple(_moved(look))),
        NamedSentences("Care", tuple(_visits(look))),
        NamedSentences("Medicine", tuple(_medicines(look))),
        NamedSentences("Drinks", tuple(_drinks(look))),
        NamedSentences("Food", tuple(_food(look))),
    )
    return tuple(line for line in lines if line.sentences)


def say_beside(look: WeekLook) -> tuple[str, ...]:
    """What the sentences of the week leave out, one fact a line, the notes last; safe to print."""
    regular = _stray(look.sleep)
    facts = (
        f"The middle of your sleep strayed by {regular.removeprefix('± ')}." if regular else "",
        *(f"Flare-up days: {said}" for said in _flares(look)),
        *_visits(look),
        *(f"Medicine: {said}" for said in _medicines(look)),
        *(f"Note of {say_day(note.day)}: {note.text}" for note in look.notes),
    )
    return tuple(clean(fact) for fact in facts if fact)


def _change(look: WeekLook) -> Iterator[str]:
    """Its size against the smallest that matters."""
    pain = look.week.pain
    if pain.mean is None:
        return
    if pain.change is None or pain.previous_mean is None:
        yield "The week before has no pain entries to compare it with."
    elif not _is_comparable(pain):
        fewest = min(pain.days, pain.previous_days)
        when = "this week" if pain.days <= pain.previous_days else "the week before"
        missing = say_count(DAYS_TO_COMPARE - fewest, "more day")
        yield f"Too few days to compare yet: {when} needs {missing}."
    elif say_number(abs(pain.change)) == "0":
        yield "Pain was as in the week before."
    else:
        size = f"{say_number(abs(pain.change))} {'more' if pain.change > 0 else 'less'}"
        rule = f"{MCID_POINTS} points, or {MCID_PART:.0%}"
        weight = (
            f"a change that matters ({rule})"
            if pain.meaningful
            else f"too small a change to count on; {rule} would matter"
        )
        yield f"Pain was {size} than the week before: {weight}."


def _where(look: WeekLook) -> Iterator[str]:
    areas = list(look.week.pain.areas.items())[:_MOST]
    if areas:
        said = ", ".join(f"{say_area(area)} {say_times(count)}" for area, count in areas)
        yield f"{sentence_case(said)}."


def _flares(look: WeekLook) -> Iterator[str]:
    if look.flare_days:
        days = ", ".join(say_day(day) for day in look.flare_days)
        yield f"{say_count(len(look.flare_days), 'day')}: {days}."


def _moved(look: WeekLook) -> Iterator[str]:
    movement = look.week.movement
    if not movement.sessions and not movement.planned:
        return
    planned = f" of {movement.planned} planned" if movement.planned else ""
    done = f"{movement.sessions}{planned}" if planned else say_count(movement.sessions, "session")
    length = f", {say_minutes(movement.minutes)} in all" if movement.minutes else ""
    days = f", on {say_count(look.days_moved, 'day')}" if look.days_moved else ""
    yield f"{done}{length}{days}."


def _visits(look: WeekLook) -> Iterator[str]:
    for visit in look.visits:
        what, said = say_entry(visit)
        answer = name_of("responses", visit.response).lower() if visit.response else ""
        parts = filter(None, (said, answer))
        yield f"{say_day(visit.day)}: {' · '.join((what, *parts))}"


def _medicines(look: WeekLook) -> Iterator[str]:
    for taken in look.medicines:
        dose = f" ({', '.join(taken.doses)})" if taken.doses else ""
        yield f"{sentence_case(clean(taken.name))}{dose}: on {say_count(taken.days, 'day')}"


def _drinks(look: WeekLook) -> Iterator[str]:
    diet = look.week.diet
    parts = (
        f"{say_number(diet.water_ml / 1000)} l of water" if diet.water_ml else "",
        f"{say_number(diet.coffees)} {'coffee' if diet.coffees == 1 else 'coffees'}"
        if diet.coffees
        else "",
        f"{say_number(diet.alcohol_units)} {'drink' if diet.alcohol_units == 1 else 'drinks'} "
        "of alcohol"
        if diet.alcohol_units
        else "",
    )
    if said := ", ".join(filter(None, parts)):
        yield f"{said}."


def _food(look: WeekLook) -> Iterator[str]:
    tags = list(look.week.diet.tags.items())[:_MOST]
    if tags:
        said = ", ".join(
            f"{name_of('tags', tag).lower()} {say_times(count)}" for tag, count in tags
        )
        yield f"{sentence_case(clean(said))}."
