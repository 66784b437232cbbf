"""What is said of what was done in a week, taken, eaten and noted."""

from collections.abc import Iterator

from backcare_tui.insight.faithfulness import say_faithfulness
from backcare_tui.insight.movement.pacing import say_near, say_pacing
from backcare_tui.insight.week.fact import FEW, MORE, WeekFact, fact, row, say_difference
from backcare_tui.insight.week.look import WeekLook
from backcare_tui.library.measures import say_much_water
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import (
    clean,
    say_count,
    say_day,
    say_number,
    say_planned,
    say_times,
    say_total,
    sentence_case,
    within,
)
from backcare_tui.wording.entries import say_entry, say_units


def moved_facts(look: WeekLook) -> Iterator[WeekFact]:
    """The sessions, of those that were planned."""
    moved = look.week.movement
    done = str(moved.sessions or "")
    if moved.planned and moved.sessions <= moved.planned and not moved.of_program:
        done = f"{moved.sessions} of {moved.planned}"
    yield row("Sessions", done, str(look.sessions_before or ""))
    if done:
        count, planned = moved.sessions, moved.planned
        times = say_count(count, "session")
        if planned and not moved.of_program:
            times = say_planned(count, planned)
        length = say_total(moved.minutes, look.sessions_timed, count)
        days = f", on {say_count(look.days_moved, 'day')}" if look.days_moved else ""
        program = ""
        if moved.of_program:
            program = "; of the program {} of the {} left to do".format(*moved.of_program)
        yield fact("Moved", f"Stretching and exercise: {times}{length}{program}.", "sentence")
        yield fact("Moved", f"{times}{length}{days}{program}.", "line")


def active_facts(look: WeekLook) -> Iterator[WeekFact]:
    """What is usual for a day, what to aim at, and how many days were near it; nothing of the others."""
    if look.pacing is None or not look.pacing.known:
        return
    of = look.pacing
    if of.pacing.is_of_sessions and of.pacing.needs:
        return
    # A session is as long as its routine, so that days near a target say something of whole days alone.
    near = "" if of.pacing.is_of_sessions else say_near(of.near, of.known)
    said = " ".join(filter(None, (say_pacing(of.pacing), near)))
    if not of.pacing.is_of_sessions:
        yield fact("Active", f"How active: {within(said)}", "sentence")
    yield fact("Active", said, "line")


def faithful_facts(look: WeekLook) -> Iterator[WeekFact]:
    """How faithfully the diary was kept."""
    if look.faithful is not None:
        yield fact("Diary", say_faithfulness(look.faithful), "line")


def care_facts(look: WeekLook) -> Iterator[WeekFact]:
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
        less = f"{say_difference(care.mean_change)} than before, on average"
        pain = f"; pain afterward {'the same' if is_same else less}"
    yield fact("Care", f"Care: {', '.join(filter(None, kinds))}{pain}.", "sentence")
    for visit in look.visits:
        answer = name_within("responses", visit.response) if visit.response else ""
        parts = " · ".join(filter(None, (*say_entry(visit), answer)))
        yield fact("Care", f"{say_day(visit.day)}: {parts}", "detail", "line")


def medicines_facts(look: WeekLook) -> Iterator[WeekFact]:
    """Each medicine, with its doses and days."""
    for taken in look.medicines:
        dose = f" ({', '.join(taken.doses)})" if taken.doses else ""
        said = f"{sentence_case(clean(taken.name))}{dose}: on {say_count(taken.days, 'day')}"
        yield fact("Medicine", f"Medicine: {said}", "detail")
        yield fact("Medicine", said, "line")


def drinks_facts(look: WeekLook) -> Iterator[WeekFact]:
    """Water, coffee and alcohol."""
    diet = look.week.diet
    coffees = f"{say_number(diet.coffees)} coffee{'' if diet.coffees == 1 else 's'}"
    parts = (
        f"{say_much_water(diet.water_ml)} of water" if diet.water_ml else "",
        coffees if diet.coffees else "",
        f"{say_units(diet.alcohol_units)} of alcohol" if diet.alcohol_units else "",
    )
    if said := ", ".join(filter(None, parts)):
        yield fact("Drinks", f"Drinks: {said}.", "sentence")
        yield fact("Drinks", f"{said}.", "line")


def food_facts(look: WeekLook) -> Iterator[WeekFact]:
    """What was eaten most often."""
    tags = look.week.diet.tags.items()
    said = [f"{name_within('tags', tag)} {say_times(count)}" for tag, count in tags]
    if said:
        yield fact("Food", f"Food: {', '.join(said[:FEW])}.", "sentence")
        yield fact("Food", f"{sentence_case(', '.join(said[:MORE]))}.", "line")


def notes_facts(look: WeekLook) -> Iterator[WeekFact]:
    """What was noted, in its own words."""
    for note in look.notes:
        yield fact("Notes", f"Note of {say_day(note.day)}: {note.text}", "detail")
