"""Massage: what the muscle says to it, and how close massages may come."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.care.cautions import OWN_HANDS, Treatment, is_massage, treatment_of
from backcare_tui.guidance.care.course import MASSAGE, UNEASY, CourseStanding
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.measures import MCID_POINTS
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import say_count, say_day, say_number

CALM_DAYS = 3
"""Days without a sign of inflammation before massage is taken up again (our own rule)."""
RECENT_DAYS = 7
"""How far back an event may lie to be spoken of."""
SORE_DAYS = 3
"""For how many days after a massage its soreness is spoken of: as long as that rests, so only once."""
CLOSE = dt.timedelta(hours=48)
"""From one massage to the next, up to which they come too close where the second left pain (our own rule)."""
SOON_DAYS = 3
"""Days ahead within which a massage is near for a fresh injury (our own rule)."""
MANY, MANY_DAYS = 3, dt.timedelta(days=7)
"""Massages in so many days that come too close where one left any soreness (our own rule)."""
FORGOTTEN_DAYS = 42
"""Without a course, for how long a massage that the muscle did not like puts off the next."""


def postpone(facts: Facts) -> Reason | None:
    """The last massage made the muscle tense, or hurt; until it is taken up again."""
    last = _last_massage(facts)
    if last is None or last.response not in UNEASY or not _is_recent(last, facts):
        return None
    taken_up = any(
        each.course.resumed and each.course.resumed >= last.at for each in _massages(facts)
    )
    if taken_up:
        return None
    answer = name_within("responses", last.response)
    return Reason(f"The massage on {say_day(last.day, facts.today)}: {answer}.", last.id)


def still_off(facts: Facts) -> Reason | None:
    """Put off for a week or longer, and neither taken up again nor known to be calm."""
    since = _off_since(facts)
    if since is None or (facts.today - since).days < RECENT_DAYS:
        return None
    ago = say_count((facts.today - since).days, "day")
    return Reason(f"It is put off since {say_day(since, facts.today)}, {ago} ago.")


def still_inflamed(facts: Facts) -> Reason | None:
    """Put off on a day before, and a sign of inflammation within three days."""
    standing = _postponed(facts)
    if not standing or not standing.postponed or standing.postponed.date() == facts.today:
        return None
    day, signs = _last_signs(facts)
    if day is None or (facts.today - day).days >= CALM_DAYS:
        return None
    named = ", ".join(name_within("inflammation_signs", sign) for sign in signs)
    return Reason(f"On {say_day(day, facts.today)}: {named}.")


def resume(facts: Facts) -> Reason | None:
    """Put off, and three days in a row without a sign, the last of them looked at."""
    standing = _postponed(facts)
    if standing is None or standing.postponed is None:
        return None
    day, _ = _last_signs(facts)
    since = max(filter(None, (standing.postponed.date(), day)))
    looks = [look for look in facts.signs if look.day > since and not look.inflammation]
    calm = (facts.today - since).days
    if calm < CALM_DAYS or not looks or (facts.today - looks[-1].day).days > 1:
        return None
    words = f"No signs since {say_day(since, facts.today)}, {say_count(calm, 'day')} ago."
    return Reason(words, looks[0].id)


def acute_injury(facts: Facts) -> Reason | None:
    """A fresh injury, and a massage due within three days."""
    hurt = [look.day for look in facts.signs if "recent_injury" in look.inflammation]
    hurt += [visit.day for visit in facts.visits if "recent_injury" in visit.inflammation]
    fresh = [day for day in hurt if (facts.today - day).days < CALM_DAYS]
    soonest = min(filter(None, (_soonest(each, facts) for each in _massages(facts))), default=None)
    is_planned = soonest is not None and (soonest - facts.today).days <= SOON_DAYS
    begins = facts.beginning is not None and is_massage(Treatment(facts.beginning.treatment))
    if not fresh or not (is_planned or begins):
        return None
    return Reason(f"An injury was noted on {say_day(max(fresh), facts.today)}.")


def too_close(facts: Facts) -> Reason | None:
    """Two massages within 48 hours and 2 points more pain, or three in a week and any soreness."""
    massages = [visit for visit in facts.visits if _is_massage(visit)]
    for first, second in pairwise(massages):
        is_close = second.at - first.at <= CLOSE and _is_just_over(second, facts)
        if is_close and (risen := _sorer(facts, second)):
            return Reason(f"{risen} Two massages within two days came before.", second.id)
    by_others = [visit for visit in massages if visit.kind not in OWN_HANDS]
    week = [visit for visit in by_others if facts.now - visit.at < MANY_DAYS]
    sore_after = [visit for visit in week if _is_sore(facts, visit)]
    if len(week) < MANY or not sore_after or not _is_just_over(week[-1], facts):
        return None
    return Reason(_say_many(week, sore_after[-1], facts), week[-1].id)


def sore(facts: Facts) -> Reason | None:
    """2 points more pain the day after a massage than before it."""
    last = _last_massage(facts)
    if last is None or not _is_just_over(last, facts):
        return None
    risen = _sorer(facts, last)
    return Reason(risen, last.id) if risen else None


def plus_active(facts: Facts) -> Reason | None:
    """A massage within two weeks, and no session."""
    days = set(facts.days(FORTNIGHT))
    count = sum(_is_massage(visit) and visit.day in days for visit in facts.visits)
    if not count or any(session.day in days for session in facts.sessions):
        return None
    return Reason(f"{say_count(count, 'massage')} and no session in the last two weeks.")


def _off_since(facts: Facts) -> dt.date | None:
    """Since when massage is put off: of a course, else by the last massage, until a calm look."""
    standing = _postponed(facts)
    if standing and standing.postponed:
        return standing.postponed.date()
    last = _last_massage(facts)
    if last is None or last.response not in UNEASY or any(_massages(facts)):
        return None
    is_calm = any(look.at > last.at and not look.inflammation for look in facts.signs)
    is_forgotten = (facts.today - last.day).days >= FORGOTTEN_DAYS
    return None if is_calm or is_forgotten else last.day


def _soonest(each: CourseStanding, facts: Facts) -> dt.date | None:
    """The first day on which a visit may be: of a course without any, from its beginning on."""
    return each.due if each.given or each.due is None else max(each.course.started, facts.today)


def _is_massage(visit: Visit) -> bool:
    return is_massage(treatment_of(visit))


def _massages(facts: Facts) -> Iterator[CourseStanding]:
    return (
        each
        for each in facts.courses
        if each.course.treatment == MASSAGE and each.status in {"planned", "active", "postponed"}
    )


def _postponed(facts: Facts) -> CourseStanding | None:
    return next((each for each in _massages(facts) if each.status == "postponed"), None)


def _last_massage(facts: Facts) -> Visit | None:
    massages = [visit for visit in facts.visits if _is_massage(visit)]
    return massages[-1] if massages else None


def _is_recent(visit: Visit, facts: Facts) -> bool:
    return (facts.today - visit.day).days < RECENT_DAYS


def _is_just_over(visit: Visit, facts: Facts) -> bool:
    return (facts.today - visit.day).days <= SORE_DAYS


def _last_signs(facts: Facts) -> tuple[dt.date | None, tuple[str, ...]]:
    """The last day with a sign of inflammation, and which signs those were."""
    seen = [(look.at, look.inflammation) for look in facts.signs]
    seen += [(visit.at, visit.inflammation) for visit in facts.visits]
    at, signs = max((each for each in seen if each[1]), default=(None, ()))
    return (at.date() if at else None), signs


def _sorer(facts: Facts, visit: Visit) -> str:
    """How much more it hurt the day after; nothing where that is less than 2 points or unknown."""
    stated, day = visit.sore_next_day, visit.day + dt.timedelta(days=1)
    after = facts.pain_by_day.get(day) if stated is None else stated
    if after is None or visit.pain_before is None or after - visit.pain_before < MCID_POINTS:
        return ""
    return f"Pain {visit.pain_before} before the massage, {say_number(after)} the day after."


def _is_sore(facts: Facts, visit: Visit) -> bool:
    """Whether it was sore at all the day after, or hurt more than before."""
    if visit.sore_next_day is not None:
        return visit.sore_next_day > 0
    after = facts.pain_by_day.get(visit.day + dt.timedelta(days=1))
    return after is not None and visit.pain_before is not None and after > visit.pain_before


def _say_many(week: Sequence[Visit], sore_after: Visit, facts: Facts) -> str:
    count = say_count(len(week), "massage")
    return f"{count} in seven days, and sore after that of {say_day(sore_after.day, facts.today)}."


LOOKS = {
    "massage-postpone": postpone,
    "massage-still-off": still_off,
    "massage-postponed-still": still_inflamed,
    "massage-resume": resume,
    "massage-acute-injury": acute_injury,
    "massage-too-close": too_close,
    "massage-sore": sore,
    "massage-plus-active": plus_active,
}
