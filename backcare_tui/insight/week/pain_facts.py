"""What is said of the pain of a week: how much, whether it changed, where, and flare-ups."""

from collections.abc import Iterator

from backcare_tui.insight.bad_days import say_bad_days
from backcare_tui.insight.comparison import PainChange, Weight
from backcare_tui.insight.week.change import change_of
from backcare_tui.insight.week.fact import FEW, MORE, WeekFact, fact, numbers, row, say_difference
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE, PainWeek
from backcare_tui.insight.week.look import WeekLook
from backcare_tui.library.measures import LEAST_FOR_PART, MCID_PART, MCID_POINTS
from backcare_tui.text import say_between, say_count, say_day, say_number, say_times, sentence_case
from backcare_tui.wording.entries import say_area


def pain_facts(look: WeekLook) -> Iterator[WeekFact]:
    """The mean, and between what it lay."""
    pain = look.week.pain
    yield numbers("Pain", pain.mean, pain.previous_mean)
    yield row("Best, worst", _say_range(pain))
    if pain.mean is None:
        return
    days = say_count(pain.days, "day")
    if pain.worst == pain.best:
        yield fact("Pain", f"Pain was {pain.worst} on {days}.", "sentence")
    else:
        mean, between = say_number(pain.mean), f"from {_say_range(pain)}"
        yield fact("Pain", f"Pain was {mean} on average on {days}, {between}.", "sentence")


def _say_range(pain: PainWeek) -> str:
    if pain.best is None:
        return ""
    return str(pain.best) if pain.best == pain.worst else f"{pain.best} to {pain.worst}"


def change_facts(look: WeekLook) -> Iterator[WeekFact]:
    """How pain changed, and whether that is more than people notice and than weeks usually differ."""
    pain = look.week.pain
    if pain.mean is None:
        return
    change = change_of(pain)
    if look.bad_days and change is None:
        said = f"{sentence_case(say_bad_days(look.bad_days))}."
        yield fact("Change", said, "sentence", "line")
    elif pain.change is None:
        none = "The week before has no pain entries to compare it with."
        yield fact("Change", none, "sentence", "line")
    elif change is None:
        yield fact("Change", _say_too_few(look), "sentence", "line")
    elif change.weight == "as-before":
        yield fact("Change", "That is as in the week before.", "sentence")
        yield fact("Change", "Pain was as in the week before.", "line")
    else:
        than = f"{say_difference(change.points)} than the week before{_WEIGHTS[change.weight]}."
        after = ""
        if change.weight == "unknown":
            weeks = say_count(pain.weeks_missing, "more week")
            after = f" Your usual swing is known after {weeks}."
        yield fact("Change", f"That is {than}{after}", "sentence")
        noticed = f" {_say_noticed(change)} is what people notice."
        yield fact("Change", f"Pain was {than}{noticed}{after or _say_swing(change)}", "line")


def _say_too_few(look: WeekLook) -> str:
    """What it takes to compare; that it may still come only while the week has days enough for it."""
    pain = look.week.pain
    missing = DAYS_TO_COMPARE - pain.days
    if pain.days <= pain.previous_days and 0 < missing <= look.days_left:
        return f"Too few days to compare yet: this week needs {say_count(missing, 'more day')}."
    which = "the week before" if pain.previous_days < pain.days else "the week"
    days = min(pain.days, pain.previous_days)
    return f"Too few days to compare: {which} has {days} noted, and it takes {DAYS_TO_COMPARE}."


_WEIGHTS: dict[Weight, str] = {
    "unknown": "",
    "within": ", within your usual swing",
    "small": ", beyond your usual swing",
    "matters": ": a change that matters",
}


def _say_noticed(change: PainChange) -> str:
    """From which size on people notice a change."""
    by_part = f" or {MCID_PART:.0%}" if change.before >= LEAST_FOR_PART else ""
    return f"{MCID_POINTS} points{by_part}"


def _say_swing(change: PainChange) -> str:
    if change.swing is None:
        return " Your weeks usually differ by about as much."
    if not change.swing:
        return " Your weeks hardly differ, as a rule."
    return f" Your weeks usually differ by up to {say_number(change.swing)}."


def usual_facts(look: WeekLook) -> Iterator[WeekFact]:
    """Between what a usual week lies, and where this one does."""
    pain = look.week.pain
    if pain.mean is None or pain.usual is None:
        return
    lies = look.against_usual.lies
    where = f"; this one lies {'above' if lies > 0 else 'below'}" if lies else ""
    said = f"{say_between(pain.usual.low, pain.usual.high)}{where}."
    yield fact("Usual week", f"A usual week of yours: {said}", "detail")
    yield fact("Usual week", said, "line")


def where_facts(look: WeekLook) -> Iterator[WeekFact]:
    """Where it hurt most often."""
    areas = look.week.pain.areas.items()
    said = [f"{say_area(area)} {say_times(count)}" for area, count in areas]
    if said:
        yield fact("Where", f"Where it hurt: {', '.join(said[:FEW])}.", "sentence")
        yield fact("Where", f"{sentence_case(', '.join(said[:MORE]))}.", "line")


def flares_facts(look: WeekLook) -> Iterator[WeekFact]:
    """The days of a flare-up."""
    if look.flare_days:
        days = ", ".join(say_day(day) for day in look.flare_days)
        said = f"{say_count(len(look.flare_days), 'day')}: {days}."
        yield fact("Flare-ups", f"Flare-up days: {said}", "detail")
        yield fact("Flare-ups", said, "line")
