"""What the rules say at this moment: what is shown of it, what rests, and what may not begin.

One way leads from the diary to the screen: `gather` gives the facts, `advise` what the rules say of
them, `state_of` whether each piece is shown now, and `foremost` what is shown without being asked for.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import Showing
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.rhythm import ONCE, days_of_rest
from backcare_tui.guidance.advice.table import RED_FLAGS, Advice, Tone
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.safety import is_light

MOST_URGENT, MOST_OTHERS = 3, 2
"""How many pieces are shown without being asked for (our own rule)."""
NEVER_BESIDE: Mapping[Tone, tuple[Tone, ...]] = {
    "alarm": ("praise", "steady", "easing"),
    "easing": ("praise", "steady", "alarm"),
    "praise": ("alarm", "easing"),
    "steady": ("alarm", "easing"),
}
"""What is not shown beside what was chosen before it; an alarm that is of more weight comes before it."""
BEFOREHAND = ("adhere-restart", "ex-half-doses")
"""The rules that speak before a session: the first one after a long break, and one to begin low."""
OF_PAIN = ("flare", "severity")
"""The groups of the table that say what helps with strong pain."""


class CurrentAdvice(msgspec.Struct, frozen=True):
    """A piece of advice, and whether it is shown of its own accord."""

    advice: Advice
    state: Literal["now", "rests", "away"] = "now"
    """`rests` was shown and waits for its cooldown; `away` was put away by the person."""
    until: dt.date | None = None
    """The day from which it may be shown again; None where there is none."""
    dismissals: tuple[str, ...] = ()
    """The ids of what keeps it away."""


def advice_now(repository: Repository, clock: Clock) -> tuple[CurrentAdvice, ...]:
    """All that the rules say at this moment; see `current_advice`."""
    return current_advice(gather(repository, clock), repository.entries(Dismissal))


def current_advice(facts: Facts, dismissals: Iterable[Dismissal]) -> tuple[CurrentAdvice, ...]:
    """All that the rules say of the facts, foremost first, also what rests and what is put away."""
    away, held = tuple(dismissals), facts.settings
    return tuple(
        state_of(each, held.advice_shown, away, facts.today, held.advice_times)
        for each in advise(facts)
    )


def state_of(
    advice: Advice,
    shown: Mapping[str, dt.date],
    dismissals: Iterable[Dismissal],
    today: dt.date,
    times: Mapping[str, Showing] | None = None,
) -> CurrentAdvice:
    """Whether a piece of advice is shown today, and if not, why and until when.

    Shown is what was not shown before, or first today, or so long ago that its rest is over; that
    doubles each time that nothing has changed (`rhythm`).
    What is urgent is always shown: it can neither be put away nor rest.

    Args:
        advice: The piece.
        shown: The day on which each was last shown, by its key.
        dismissals: What the person put away.
        today: The day.
        times: How often each was shown while nothing changed; without it, once.
    """
    if advice.severity == "urgent":
        return CurrentAdvice(advice)
    if away := [each for each in dismissals if _keeps_away(each, advice, today)]:
        days = [each.until for each in away if each.until]
        until = max(days) if len(days) == len(away) else None
        return CurrentAdvice(advice, "away", until, tuple(each.id for each in away))
    last = shown.get(advice.key)
    rest = days_of_rest(advice, (times or {}).get(advice.key, ONCE))
    if last and _rests(advice, last, today, rest):
        until = last + dt.timedelta(days=rest) if rest else None
        return CurrentAdvice(advice, "rests", until)
    return CurrentAdvice(advice)


def foremost(said: Iterable[CurrentAdvice]) -> tuple[Advice, ...]:
    """What is shown without being asked for: what is urgent, up to three, else two others.

    Of one subject one piece is shown, but for what waits for an answer, and nothing that contradicts
    what comes before it.
    """
    now = tuple(each.advice for each in said if each.state == "now")
    is_urgent = any(each.severity == "urgent" for each in now)
    chosen: list[Advice] = []
    for advice in now:
        if advice.stands or not any(_is_instead(each, advice) for each in chosen):
            chosen.append(advice)
    return tuple(chosen[: MOST_URGENT if is_urgent else MOST_OTHERS])


def foremost_now(repository: Repository, clock: Clock) -> tuple[Advice, ...]:
    """What is shown at this moment without being asked for."""
    return foremost(advice_now(repository, clock))


def standing_now(repository: Repository, clock: Clock) -> tuple[Advice, ...]:
    """What waits for an answer at this moment, foremost first."""
    return standing_of(gather(repository, clock))


def standing_of(facts: Facts) -> tuple[Advice, ...]:
    """The same, where the facts were gathered already."""
    return tuple(each for each in advise(facts) if each.stands)


def what_stops(
    repository: Repository, clock: Clock, routine: Routine | None = None
) -> tuple[Advice, ...]:
    """The advice for which a routine, or a massage, is not begun, foremost first.

    It stands until a professional has looked at it, or the warning sign is gone.
    """
    said = advise(gather(repository, clock))
    return tuple(each for each in said if stops(each, routine))


def stops(advice: Advice, routine: Routine | None = None) -> bool:
    """Whether a routine is not begun while this advice stands; without one, whether any is not."""
    if advice.blocks == "load":
        return routine is None or not is_light(routine)
    return advice.blocks == "all"


def before_session(said: Iterable[Advice]) -> tuple[Advice, ...]:
    """What is said before a session that nothing stops, of all that the rules say."""
    return tuple(each for each in said if each.id in BEFOREHAND or each.stands)


def answers_check(advice: Advice) -> bool:
    """Whether advice belongs under a check for warning signs: it is urgent, or of its group."""
    return advice.severity == "urgent" or advice.group == RED_FLAGS


def said_after_check(facts: Facts) -> tuple[Advice, ...]:
    """What is said under a check for warning signs, foremost first.

    Where nothing stands after it, what helps with the pain that led to the check belongs there too.
    """
    said = advise(facts)
    found = tuple(filter(answers_check, said))
    if any(advice.stands for advice in found):
        return found
    return (*found, *[advice for advice in said if advice.group in OF_PAIN][:1])


def can_be_put_away(advice: Advice) -> bool:
    """Whether a person may put it away: never what is urgent, never a warning sign."""
    return not answers_check(advice)


def _is_instead(chosen: Advice, other: Advice) -> bool:
    """Whether what is chosen leaves no room for another: of the same subject, or of the opposite tone."""
    if chosen.subject == other.subject:
        return True
    return other.tone in NEVER_BESIDE.get(chosen.tone, ())


def _rests(advice: Advice, shown: dt.date, today: dt.date, rest: int) -> bool:
    if shown >= today:
        return False
    return (today - shown).days < rest if rest else bool(advice.event)


def _keeps_away(dismissal: Dismissal, advice: Advice, today: dt.date) -> bool:
    if advice.group == RED_FLAGS:
        return False  # also where the diary says so, from elsewhere
    return (
        dismissal.advice == advice.id
        and dismissal.event in {None, advice.event}
        and (dismissal.until is None or today < dismissal.until)
    )
