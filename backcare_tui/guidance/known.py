"""What a person has and takes, from every channel: stated, taken down, or seen at a visit.

The table of treatments and the rules of medicines ask here, so that it makes no difference where
in the diary something stands.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from backcare_tui.guidance.care.cautions import TreatmentCaution
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.risks import STANDS_FOR
from backcare_tui.guidance.symptoms import LEG, LOST, NERVE, areas_in, felt_as
from backcare_tui.insight.medicines import Taking
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import say_day, say_list

MEDICINE_DAYS = 60
"""For how long a medicine that was taken down counts as one that a treatment minds (our own rule)."""
LEG_DAYS = 14
"""For how long numbness, and signs in a leg, count (our own rule)."""
SIGN_DAYS = 3
"""For how long a sign of inflammation, and a fresh injury, count (our own rule)."""
INFLAMED = frozenset(("swelling", "heat", "redness", "throbbing"))


class Known(msgspec.Struct, frozen=True):
    """What a person has and takes, and from where that is known."""

    on_record: Mapping[str, str]
    """Ids of conditions and of what was noted, each with the words that say how it is known."""
    takings: tuple[Taking, ...]
    """What was taken in the last 60 days."""
    for_long: frozenset[str]
    """The ids of the sorts of medicine that are stated to be taken for long."""
    age: int | None
    """In years, to the year; None where it was not stated."""

    def say(self, ids: Collection[str]) -> str:
        """How these are known: `Blood thinner and warfarin of Sun 22 Nov`."""
        return say_list([words for id_, words in self.on_record.items() if id_ in ids])

    def because(self, rows: Collection[TreatmentCaution]) -> str:
        """Why rows of the table hold, as a sentence: `On record: Blood thinner, 72 years old`."""
        against = {row.against for row in rows if row.from_age is None}
        age = f"{self.age} years old" if any(row.from_age is not None for row in rows) else ""
        place = "the place that was treated" if against - self.on_record.keys() else ""
        return f"On record: {', '.join(filter(None, (self.say(against), age, place)))}."


@lru_cache(maxsize=1)  # several rules ask of the same facts
def known_of(facts: Facts) -> Known:
    """What the diary knows of the person at the moment of the facts."""
    first = facts.today - dt.timedelta(days=MEDICINE_DAYS - 1)
    taken = tuple(each for each in facts.takings if each.day >= first)
    for_long = facts.settings.medicines or frozenset()
    on_record: dict[str, str] = {}
    for id_, words in (
        *_stated(facts.conditions, for_long),
        *_taken(taken, facts.today),
        *_noted(facts),
    ):
        on_record.setdefault(id_, words)
    return Known(on_record, taken, for_long, facts.age)


def _stated(conditions: Collection[str], for_long: Collection[str]) -> Iterator[tuple[str, str]]:
    for each in sorted(conditions):
        yield each, name_of("conditions", each)
    for sort, condition in STANDS_FOR.items():
        if sort in for_long:
            yield condition, name_of("medicines", sort)


def _taken(taken: Collection[Taking], today: dt.date) -> Iterator[tuple[str, str]]:
    for sort, condition in STANDS_FOR.items():
        of_sort = [each for each in taken if sort in each.sorts]
        if of_sort:
            yield condition, f"{of_sort[-1].name} of {say_day(of_sort[-1].day, today)}"


def _noted(facts: Facts) -> Iterator[tuple[str, str]]:
    for entry in reversed(facts.moments):
        if (facts.today - entry.day).days >= LEG_DAYS:
            break
        when = say_day(entry.day, facts.today)
        of_nerve, lost = felt_as(entry, NERVE), felt_as(entry, LOST)
        if of_nerve and areas_in(entry, LEG):
            yield "leg_signs", f"{_named(of_nerve)} in a leg on {when}"
        if lost:
            yield "numb", f"{_named(lost)} on {when}"
    for day, signs in sorted(_signs(facts), reverse=True):
        if (facts.today - day).days < SIGN_DAYS:
            found = sorted(INFLAMED & set(signs))
            named = say_list([name_within("inflammation_signs", each) for each in found])
            if found:
                yield "signs_of_inflammation", f"{named} on {say_day(day, facts.today)}"
            if "recent_injury" in signs:
                yield "fresh_injury", f"an injury on {say_day(day, facts.today)}"


def _named(qualities: Iterable[str]) -> str:
    return say_list([name_within("qualities", each) for each in qualities])


def _signs(facts: Facts) -> Iterator[tuple[dt.date, tuple[str, ...]]]:
    for look in facts.signs:
        yield look.day, look.inflammation
    for visit in facts.visits:
        yield visit.day, visit.inflammation
