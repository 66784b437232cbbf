"""Twelve weeks lived in a moment: what Today says each morning and each evening, and what of it jars.

`python -m tests.lived.days` writes anew what is said to each of the people, for reading.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import msgspec
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.guidance.advice.current import current_advice, foremost
from backcare_tui.guidance.advice.offer import CheckOffer, offers_check
from backcare_tui.guidance.advice.rhythm import after_showing
from backcare_tui.guidance.advice.table import Advice, Tone, say_urgency
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.gathering import gather
from backcare_tui.insight.week.look import latest_look
from backcare_tui.insight.week.sentences import sentences
from backcare_tui.insight.week.summary import say_summary
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.text import say_day
from tests.conftest import FrozenClock
from tests.lived.people import FIRST, PEOPLE, SUN, WEEKS, LivedDay, LivedPerson

SAID = Path(__file__).parent / "said"
NOON = 12
OPPOSED: tuple[tuple[frozenset[Tone], frozenset[Tone]], ...] = (
    (frozenset({"praise", "steady"}), frozenset({"alarm", "easing"})),
    (frozenset({"easing"}), frozenset({"alarm"})),
)
"""Tones of which one of each must never be on a screen together."""
OF_PAIN = {"pain", "doing", "massage"}
HARDER = re.compile(r"\bharder\b|\d more than the week before(?!, within)")
CALMER = re.compile(r"\b(better|calmer) week\b|\d less than the week before(?!, within)")


class Seen(msgspec.Struct, frozen=True):
    """What stands on Today at one look; what is due, in the morning alone."""

    at: dt.datetime
    due: tuple[AgendaItem, ...]
    advice: tuple[Advice, ...]
    said: tuple[Advice, ...]
    """All that the rules say, as the page of advice has it, also what rests."""
    offer: CheckOffer | None
    """The offer of the check, where it is told in words."""
    week: tuple[str, ...]
    """The week in words, its summary first."""

    @property
    def day(self) -> dt.date:
        return self.at.date()


class LivedDiary:
    """The diary of a person, day by day: the morning before anything is taken down, then the evening."""

    def __init__(self, person: LivedPerson) -> None:
        """Nothing is taken down yet."""
        self.person = person
        self.clock = FrozenClock(dt.datetime.combine(FIRST, dt.time(12), dt.UTC), person.zone)
        self.repository = TinyRepository(MemoryStorage(), self.clock)  # type: ignore[no-untyped-call] # as TinyDB has it
        self.seen: list[Seen] = []

    def live(self, days: int) -> None:
        """Live so many days more, up to the evening of the last."""
        for number in range(len(self.seen) // 2, len(self.seen) // 2 + days):
            self.wake(FIRST + dt.timedelta(days=number))
            day = LivedDay(number, self.clock.today(), self.seen[-1].due, self.clock.local)
            self.repository.add(*self.person.takes_down(day))
            _go_to(self.clock, day.day, 21)
            self.seen.append(_look(self.repository, self.clock))

    def wake(self, day: dt.date) -> None:
        """Look at Today in the morning."""
        _go_to(self.clock, day, 7)
        self.seen.append(_look(self.repository, self.clock))


def lived(person: LivedPerson) -> tuple[Seen, ...]:
    """What a person sees in twelve weeks."""
    diary = LivedDiary(person)
    diary.live(WEEKS * 7)
    return tuple(diary.seen)


def contradictions(seen: Sequence[Seen], pain: Sequence[int]) -> list[str]:
    """Every pair on one screen that contradict each other, and praise of pain in a flare or just after one."""
    found = []
    for each in seen:
        where = f"{each.at:%a %d %b %H:%M}"
        found += [f"{where}: {a.id} beside {b.id}" for a, b in pairs_of_one(each.advice)]
        found += [f"{where}: {a.id} against {b.id}" for a, b in opposed(each.said)]
        praise = [a for a in each.advice if a.tone in {"praise", "steady"} and a.subject in OF_PAIN]
        if praise and any(map(HARDER.search, each.week)):
            found.append(f"{where}: {praise[0].id} beside a harder week")
        if praise and _was_bad(each.day, pain):
            found.append(f"{where}: {praise[0].id} within a week of a flare")
        if any(a.id == "trend-worse" for a in each.advice) and any(map(CALMER.search, each.week)):
            found.append(f"{where}: trend-worse beside a better week")
    return found


def pairs_of_one(advice: Iterable[Advice]) -> Iterator[tuple[Advice, Advice]]:
    """Each two that are of one subject, but for what waits for an answer."""
    for one, other in combinations(advice, 2):
        if one.subject == other.subject and not (one.stands or other.stands):
            yield one, other


def opposed(advice: Iterable[Advice]) -> Iterator[tuple[Advice, Advice]]:
    """Each two that speak of pain, or of what it does, in opposite tones."""
    for one, other in combinations([each for each in advice if each.subject in OF_PAIN], 2):
        for some, others in OPPOSED:
            if {one.tone, other.tone} & some and {one.tone, other.tone} & others:
                yield one, other


def repeats(seen: Iterable[Seen]) -> Counter[str]:
    """On how many days each text was shown, of what does not wait for an answer."""
    days: dict[str, set[dt.date]] = {}
    for each in seen:
        for advice in each.advice:
            if not advice.stands:
                days.setdefault(advice.text, set()).add(each.day)
        if each.offer:
            days.setdefault(f"check offered: {each.offer.why}", set()).add(each.day)
    return Counter({text: len(on) for text, on in days.items()})


def printed(person: LivedPerson, seen: Sequence[Seen]) -> str:
    """What Today said, for reading: of each look only what is new, of the week its words on Sunday evening."""
    lines = [f"{person.name}: what Today said, morning and evening; only what is new", ""]
    before: set[str] = set()
    for each in seen:
        said = [*_due(each), *_advice(each)]
        new = [line for line in said if line not in before]
        before = set(said)
        is_week = each.day.weekday() == SUN and each.at.hour > NOON
        new += [f"= {sentence}" for sentence in each.week] if is_week else []
        if new:
            lines.append(f"{say_day(each.day)} {each.at:%H:%M}")
            lines += [f"  {line}" for line in new]
    counted = repeats(seen)
    lines += ["", "How often, of what was said on more than one day:"]
    lines += [f"  {count} {text}" for text, count in counted.most_common() if count > 1]
    return "\n".join(lines) + "\n"


def said_file(person: LivedPerson) -> Path:
    """Where what is said to a person is kept."""
    return SAID / f"{person.name}.txt"


def _go_to(clock: FrozenClock, day: dt.date, hour: int) -> None:
    moment = clock.local(dt.datetime.combine(day, dt.time(hour, 30)))
    clock.move(seconds=(moment - clock.now()).total_seconds())


def _look(repository: TinyRepository, clock: FrozenClock) -> Seen:
    """As Today looks, and what it shows is remembered as Today remembers it."""
    facts = gather(repository, clock)
    said = current_advice(facts, repository.entries(Dismissal))
    advice = foremost(said)
    offer = offers_check(facts)
    told = offer if offer and offer.is_told(advice) else None
    shown = (*advice, told.shown) if told else advice
    if held := after_showing(facts.settings, shown, facts.today):
        repository.set("advice_shown", held.advice_shown)
        repository.set("advice_times", held.advice_times)
    is_morning = clock.now().hour < NOON
    due = [each for each in agenda(repository, clock) if each.state == "due"] if is_morning else ()
    # Of the week's words only those count that are printed, or that a word of pain may contradict.
    is_week = clock.today().weekday() == SUN and not is_morning
    look = latest_look(repository, clock) if is_week or any(a.tone for a in advice) else None
    week = (say_summary(look), *sentences(look)) if look else ()
    return Seen(clock.now(), tuple(due), advice, tuple(a.advice for a in said), told, week)


def _was_bad(day: dt.date, pain: Sequence[int]) -> bool:
    """Whether one of the seven days before, as it was lived, was as bad as a flare."""
    number = (day - FIRST).days
    return any(severity >= 7 for severity in pain[max(number - 6, 7) : number])


def _due(seen: Seen) -> list[str]:
    words = (" · ".join(filter(None, (i.what, i.value, i.when))) for i in seen.due)
    return [f"▸ {line}" for line in words]


def _advice(seen: Seen) -> list[str]:
    lines = [f"{say_urgency(each)}: {each.text} [{each.because}]" for each in seen.advice]
    return [*lines, *([f"check offered, {seen.offer.why}"] if seen.offer else [])]


def write_all() -> None:
    """Write anew what is said to each."""
    SAID.mkdir(exist_ok=True)
    for person in PEOPLE:
        said_file(person).write_text(printed(person, lived(person)), "utf-8")


if __name__ == "__main__":
    write_all()
