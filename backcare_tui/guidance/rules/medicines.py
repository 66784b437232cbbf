"""Medicines: taken on many days, and those that need a second look together.

What is stated to be taken for long and what is taken down count alike. Nothing here tells anybody
to stop or to pause a medicine: each rule sends them to who knows it.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from backcare_tui.diary.derived import mean
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.known import Known, known_of
from backcare_tui.insight.medicines import Taking, days_of
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import say_day, say_list, say_number

PAIN_MEDICINE = ("nsaid", "acetaminophen", "pain_other", "topical")
OFTEN = ((FORTNIGHT, 10), (30, 15))
"""Days, and on how many of them pain medicine is worth a word.

Ten days without a doctor's word are on US labels (FDA); 15 of a month are our own rule, so that a day
without one does not begin the count anew.
"""
LATELY_DAYS = 4
"""Days within which the last one was taken, for it to count as going on (our own rule)."""
NSAID_DAYS = 7
"""For how long an anti-inflammatory medicine that was taken down counts beside others (our own rule)."""
TOGETHER_DAYS = 14
"""Within how many days two medicines count as taken together (our own rule)."""
OLDER = 65
"""Years of age from which on an anti-inflammatory medicine is asked about (NHS)."""
MINDED_BY_NSAID = (
    "blood_thinner",
    "bleeding_disorder",
    "long_term_steroids",
    "stomach_ulcer",
    "kidney_problem",
    "heart_condition",
    "high_blood_pressure",
    "pregnancy",
)
"""Conditions, and medicines that stand for one, with which it is asked about (NHS)."""
SEDATING = ("opioid", "benzodiazepine", "sleep_aid", "gabapentinoid", "muscle_relaxant")
"""Sorts that make one drowsy and add up; with an opioid, above all (US FDA 2016)."""


def for_long(facts: Facts) -> Reason | None:
    """Pain medicine on 10 days of 14 or 15 of 30, or stated to be taken for long."""
    known = known_of(facts)
    for length, least in OFTEN:
        count = _days_lately(known, facts, PAIN_MEDICINE, length)
        if count >= least:
            days = f"{count} of the last {length} days"
            return Reason(f"It was taken on {days}.", values={"often": f"on {days}"})
    if stated := _stated(known, PAIN_MEDICINE):
        return Reason(f"You stated, for weeks or longer: {stated}.", values={"often": "for weeks"})
    return None


def nsaid_with_care(facts: Facts) -> Reason | None:
    """An anti-inflammatory medicine, and something with which it needs a second look."""
    known = known_of(facts)
    first = facts.since(NSAID_DAYS)
    taken = [each for each in known.takings if "nsaid" in each.sorts and each.day >= first]
    if not taken and "nsaid" not in known.for_long:
        return None
    against = [*_against_nsaid(known), *_two_on_a_day(taken, facts.today)]
    if not against:
        return None
    what = taken[-1].name if taken else name_of("medicines", "nsaid")
    return Reason(f"On record: {what}; {say_list(against)}.", "+".join(against))


def opioid_review(facts: Facts) -> Reason | None:
    """An opioid for weeks, by what was taken down or stated; not beside cancer treatment."""
    known = known_of(facts)
    if "cancer_now" in known.on_record:
        return None
    counts = ((_days_lately(known, facts, ("opioid",), span), span, least) for span, least in OFTEN)
    often = [
        f"on {count} of the last {span} days" for count, span, least in counts if count >= least
    ]
    if often:
        because = f"An opioid was taken {often[0]}."
    elif "opioid" in known.for_long:
        because = "You stated, for weeks or longer: opioid."
    else:
        return None
    pain = [facts.pain_by_day[day] for day in facts.days(FORTNIGHT) if day in facts.pain_by_day]
    level = f" Pain of those days: {say_number(mean(pain))} of 10." if pain else ""
    return Reason(f"{because}{level}")


def sedatives_together(facts: Facts) -> Reason | None:
    """Two sorts or more that make one drowsy, taken in two weeks or stated."""
    known = known_of(facts)
    first = facts.since(TOGETHER_DAYS)
    found: dict[str, str] = {}
    for sort in SEDATING:
        names = [each.name for each in known.takings if sort in each.sorts and each.day >= first]
        if names or sort in known.for_long:
            found[sort] = names[-1] if names else name_within("medicines", sort)
    if len(found) < 2 or len(set(found.values())) < 2:
        return None
    return Reason(f"On record: {say_list(tuple(found.values()))}.", "+".join(found))


def _days_lately(known: Known, facts: Facts, sorts: tuple[str, ...], length: int) -> int:
    """On how many of the last days one of these sorts was taken; 0 where that is over."""
    days = days_of(known.takings, sorts) & set(facts.days(length))
    is_lately = bool(days) and (facts.today - max(days)).days < LATELY_DAYS
    return len(days) if is_lately else 0


def _stated(known: Known, sorts: tuple[str, ...]) -> str:
    names = [name_of("medicines", each) for each in sorts if each in known.for_long]
    return say_list(names)


def _against_nsaid(known: Known) -> Iterator[str]:
    yield from (words for id_, words in known.on_record.items() if id_ in MINDED_BY_NSAID)
    if any(each.is_heart_aspirin for each in known.takings):
        yield "aspirin for the heart"
    if known.age is not None and known.age >= OLDER:
        yield f"{known.age} years old"


def _two_on_a_day(taken: Sequence[Taking], today: dt.date) -> Iterator[str]:
    """Two of a sort on the last day that had two: they add up (NHS)."""
    for day in sorted({each.day for each in taken}, reverse=True):
        names = {each.name.casefold(): each.name for each in taken if each.day == day}
        if len(names) > 1:
            yield f"{say_list(tuple(names.values()))} on {say_day(day, today)}"
            return


LOOKS = {
    "meds-nsaid-care": nsaid_with_care,
    "meds-sedatives": sedatives_together,
    "meds-opioid-review": opioid_review,
    "meds-long": for_long,
}
