"""A person's own flare-ups, as far as the diary has them whole: how long, what helped, what was done, how the last one ended.

It only counts. What was marked or done on such days went along with them; whether it was the cause nobody can tell,
as pain that is well above the usual mostly comes down by itself (regression to the mean; Whitney 1992).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from backcare_tui.diary.derived import mean, median, pain_by_day
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Entries
from backcare_tui.diary.when import Clock, span_of
from backcare_tui.guidance.flare import Flare, flares_of
from backcare_tui.wording.entries import session_name

ENOUGH_FLARES = 2
"""Flares that stand in the diary whole, from which on they are told as a person's own (our own rule)."""
_BEST = ("yes", "a-little", "no")
"""The answers of one day to whether something helped; of several the first of these counts."""


class MarkedAs(msgspec.Struct, frozen=True):
    """What was marked on days of flares, on so many days each way."""

    word: str
    """Its id, or the person's own word."""
    helped: int
    """Days on which it was marked as helping, or named as what eased it and not rated."""
    little: int
    """Days on which it was marked as helping a little, and not as helping."""
    not_helped: int
    """Days on which it was marked as not helping, and neither way else."""
    flares: int
    """In how many of the flares it helped, or helped a little."""


class DoneIn(msgspec.Struct, frozen=True):
    """A routine, as it was done on days of flares."""

    routine: str
    """Its id."""
    name: str
    times: int
    known: int
    """How many of these times say the pain before and after."""
    before: float | None
    """The mean pain before, 0 to 10, of the times that say both; None where none does."""
    after: float | None
    """The mean pain after, of the same times."""
    stopped: int = 0
    """How many times it was stopped early."""


class LastFlare(msgspec.Struct, frozen=True):
    """How the last flare that is over came to its end."""

    first: dt.date
    bad: dt.date
    """Its last bad day."""
    end: dt.date
    """The second calm day, with which it was over."""
    days: int
    """From the first to the last bad day, both included."""
    pain: float
    """The pain of the last bad day."""
    calm: float
    """The pain of the day with which it was over."""
    helped: tuple[str, ...]
    """What was marked as helping, a little too, from its last bad day to its end."""
    done: tuple[str, ...]
    """The names of the routines that were done on these days, each once."""


class PastFlares(msgspec.Struct, frozen=True):
    """All flares of a diary, up to a moment."""

    lengths: tuple[int, ...] = ()
    """Days from the first to the last bad day of each that stands there whole, in the order of time."""
    unfinished: int = 0
    """How many are not among these: nobody noted their beginning, or their end."""
    marked: tuple[MarkedAs, ...] = ()
    """What was marked as helping at least once, what helped on most days first."""
    done: tuple[DoneIn, ...] = ()
    """What was done most often first."""
    last: LastFlare | None = None
    now: Flare | None = None
    """The one that goes on."""

    @property
    def is_enough(self) -> bool:
        """Whether there are so many that they are told as a person's own."""
        return len(self.lengths) >= ENOUGH_FLARES

    @property
    def median(self) -> float | None:
        """Days that the one in the middle took, or the mean of the two there; None without one."""
        return median(self.lengths) if self.lengths else None


def past_flares(diary: Entries, clock: Clock, last: dt.date | None = None) -> PastFlares:
    """What a diary knows of the flares in it. Reads every entry of pain, and the sessions of those days.

    Args:
        diary: What gives the entries.
        clock: The moment; what is later is not looked at.
        last: The day as of which it is told, where that is not today.
    """
    today = last or clock.today()
    pains = [entry for entry in diary.entries(Pain) if entry.at <= clock.now()]
    by_day = pain_by_day(pains)
    flares = flares_of(pains, by_day)
    begun = next(iter(by_day), today)
    whole = [flare for flare in flares if flare.is_over and flare.first > begun]
    now = next((each for each in flares[-1:] if each.is_active(today)), None)
    if not whole:
        return PastFlares(unfinished=len(flares) - (now is not None), now=now)
    sessions = diary.entries(Session, (whole[0].first, whole[-1].last))
    return PastFlares(
        lengths=tuple(map(_length, whole)),
        unfinished=len(flares) - len(whole) - (now is not None),
        marked=tuple(_marked(pains, whole)),
        done=tuple(_done(sessions, whole)),
        last=_last(whole[-1], pains, sessions, by_day),
        now=now,
    )


def _length(flare: Flare) -> int:
    return (flare.bad[-1] - flare.first).days + 1


def _is_in(day: dt.date, flare: Flare) -> bool:
    """Whether a day lies between the first and the last bad one; the calm days after it are none of it."""
    return flare.first <= day <= flare.bad[-1]


def _days(flares: Iterable[Flare]) -> frozenset[dt.date]:
    return frozenset(day for flare in flares for day in span_of(flare.first, flare.bad[-1]))


def _answers(entry: Pain) -> Iterator[tuple[str, str]]:
    """Each word with whether it helped; one that is named as what eased it, and not rated, did."""
    yield from ((word, "yes") for word in entry.relievers if word not in entry.relief)
    yield from entry.relief.items()


def _by_word(entries: Iterable[Pain]) -> Mapping[str, Mapping[dt.date, str]]:
    """The best answer of each day, word by word."""
    found: dict[str, dict[dt.date, str]] = {}
    for entry in entries:
        for word, answer in _answers(entry):
            days = found.setdefault(word, {})
            days[entry.day] = min(answer, days.get(entry.day, answer), key=_BEST.index)
    return found


def _marked(pains: Iterable[Pain], flares: Sequence[Flare]) -> list[MarkedAs]:
    days_of_flares = _days(flares)
    entries = (entry for entry in pains if entry.day in days_of_flares)
    found = (_one(word, days, flares) for word, days in _by_word(entries).items())
    kept = (each for each in found if each.flares)
    return sorted(kept, key=lambda each: (-each.helped, -each.little, each.not_helped, each.word))


def _one(word: str, days: Mapping[dt.date, str], flares: Iterable[Flare]) -> MarkedAs:
    answers = list(days.values())
    good = [day for day, answer in days.items() if answer != "no"]
    in_flares = sum(any(_is_in(day, flare) for day in good) for flare in flares)
    helped, little, not_helped = (answers.count(answer) for answer in _BEST)
    return MarkedAs(word, helped, little, not_helped, in_flares)


def _done(sessions: Iterable[Session], flares: Sequence[Flare]) -> list[DoneIn]:
    by_routine: dict[str, list[Session]] = {}
    days = _days(flares)
    for session in sessions:
        if session.day in days:
            by_routine.setdefault(session.routine, []).append(session)
    found = (_routine(id_, of_it) for id_, of_it in by_routine.items())
    return sorted(found, key=lambda each: (-each.times, each.name))


def _routine(id_: str, sessions: Sequence[Session]) -> DoneIn:
    both = [
        (each.pain_before, each.pain_after)
        for each in sessions
        if each.pain_before is not None and each.pain_after is not None
    ]
    return DoneIn(
        routine=id_,
        name=session_name(sessions[-1]),
        times=len(sessions),
        known=len(both),
        before=mean([before for before, _ in both]) if both else None,
        after=mean([after for _, after in both]) if both else None,
        stopped=sum(each.stopped is not None for each in sessions),
    )


def _last(
    flare: Flare,
    pains: Iterable[Pain],
    sessions: Iterable[Session],
    by_day: Mapping[dt.date, float],
) -> LastFlare:
    bad, end = flare.bad[-1], flare.last
    at_end = _by_word(entry for entry in pains if bad <= entry.day <= end)
    helped = [word for word, days in at_end.items() if set(days.values()) != {"no"}]
    done = (session_name(each) for each in sessions if bad <= each.day <= end)
    return LastFlare(
        first=flare.first,
        bad=bad,
        end=end,
        days=_length(flare),
        pain=by_day[bad],
        calm=by_day[end],
        helped=tuple(sorted(helped)),
        done=tuple(dict.fromkeys(done)),
    )
