"""Sessions: why one was stopped, how it was the next morning, and what to do before the next one.

What a session was stopped for, and what a leg felt meanwhile, is spoken of on its day and the day
after; chest pain and the like until a check, or a professional, answers it.
"""

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import LegWord
from backcare_tui.guidance import concerns
from backcare_tui.guidance.advice.table import Reason, rules
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.rules.activity import is_walk
from backcare_tui.guidance.safety import (
    HALF_WITH,
    STOP_RISE,
    against_whole,
    begins_with_half,
    fitted,
    gentler_today,
    rise_stops,
    say_fit,
)
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import say_near_day, say_number, sentence_case, within
from backcare_tui.wording.entries import session_name

SPOKEN_OF_DAYS = 1
"""For how many days after its own a session is spoken of."""
MORNING_DAYS = 2
"""For how many days after its own the morning after a session is spoken of."""
NOON = 12
"""The hour before which an entry is of the morning."""
SETTLES_WITHIN = 1
"""Points above the pain before, within which it has settled by the next morning (our own rule)."""
FINE_UP_TO = 5
"""Pain during a session that is fine if it settles (Silbernagel 2007, from tendon rehab)."""
COMFORTABLE, EASY_EFFORT, EASY_RISE = 3, 4, 1
"""Sessions in a row, their effort at most, and the points by which pain rose at most, before the
dose grows (our own rule, after WHO 2020: build up slowly)."""
SPREADING: tuple[LegWord, ...] = ("new", "farther-down", "numb")
"""What a leg may feel that ends a session (McKenzie approach; NHS, Back pain, 2022)."""
CENTRALIZED: LegWord = "moved-up"


def stopped_by_rise(facts: Facts) -> Reason | None:
    """Pain rose by 2 points or more over the last session."""
    last = _last(facts)
    if last is None:
        return None
    if rise_stops(last.pain_before, last.pain_after):
        return _about(last, facts, f"pain {last.pain_before} before, {last.pain_after} after")
    return _stopped_for(last, facts, "ex-stop-rise")


def stopped_by_leg(facts: Facts) -> Reason | None:
    """In the last session a leg felt something new, or something that spread down."""
    last = _last(facts)
    if last is None:
        return None
    if last.leg in SPREADING:
        return _about(last, facts, f"leg symptoms, {last.leg.replace('-', ' ')}")
    return _stopped_for(last, facts, "ex-stop-leg")


def stopped_unwell(facts: Facts) -> Reason | None:
    """A session ended with chest pain or the like, and there was no check or check-up since."""
    session = concerns.stopped(facts, rules()["ex-stop-unwell"].reasons)
    return Reason(about_stop(session, facts)) if session else None


def stopped_dizzy(facts: Facts) -> Reason | None:
    """The last session ended with dizziness."""
    last = _last(facts)
    return _stopped_for(last, facts, "ex-stop-dizzy") if last else None


def stopped_otherwise(facts: Facts) -> Reason | None:
    """The last session was stopped for a reason that no other rule answers."""
    last = _last(facts)
    if last is None or not last.stopped:
        return None
    answered = {reason for rule in rules().values() for reason in rule.reasons}
    return None if last.stopped in answered else _stop(last, facts)


def gentle_only(facts: Facts) -> Reason | None:
    """A demanding routine is about to begin on a day of much pain."""
    if facts.opening is None or facts.pain_now is None or facts.flags.flags:
        return None
    advice = gentler_today(facts.opening, facts.pain_now.severity)
    return Reason(advice.because) if advice else None


def needs_ok(facts: Facts) -> Reason | None:
    """A routine is about to begin that a stated condition rules out, or a step of it."""
    if facts.opening is None:
        return None
    whole = against_whole(facts.opening, facts.conditions)
    changed = fitted(facts.opening, facts.conditions)[1]
    fits = [fit for fit in changed if fit.outcome != "adapt"]
    if not whole and not fits:
        return None
    against = [*whole, *(caution.condition for fit in fits for caution in fit.cautions)]
    stated = ", ".join(name_of("conditions", each) for each in dict.fromkeys(against))
    swaps = "".join(f" {say_fit(fit)}." for fit in fits)
    return Reason(f"You stated: {stated}.{swaps}")


def half_doses(facts: Facts) -> Reason | None:
    """A routine is about to begin that is new to a person with fibromyalgia."""
    if facts.opening is None or not begins_with_half(facts.opening, facts.conditions):
        return None
    done = sum(session.routine == facts.opening.id for session in facts.sessions)
    if done >= COMFORTABLE:
        return None
    return Reason(f"You stated: {name_within('conditions', HALF_WITH)}.")


def ease_back(facts: Facts) -> Reason | None:
    """The morning after the last session hurt 2 points more than before it."""
    if (found := _morning_after(facts)) is None:
        return None
    session, before, morning = found
    if morning - before < STOP_RISE:
        return None
    return Reason(_say_morning(session, facts, before, morning))


def safe_zone(facts: Facts) -> Reason | None:
    """Some pain during a session that ended as planned, settled by the next morning."""
    if (found := _morning_after(facts)) is None:
        return None
    session, before, morning = found
    if session.pain_after is None or not _ended_well(session):
        return None
    highest = max(before, session.pain_after)
    if highest > FINE_UP_TO or morning > before + SETTLES_WITHIN:
        return None
    return Reason(_say_morning(session, facts, before, morning))


def centralized(facts: Facts) -> Reason | None:
    """In the last session leg pain moved up toward the back."""
    last = _last(facts)
    if last is None or last.leg != CENTRALIZED or last.stopped:
        return None
    return Reason(f"{_named(last, facts)}: leg pain moved up.")


def comfortable(facts: Facts) -> Reason | None:
    """The last three sessions of a routine of this week were whole, easy, and hurt little more."""
    week = set(facts.days(WEEK))
    by_routine: dict[str, list[Session]] = {}
    for session in reversed(facts.sessions):
        by_routine.setdefault(session.routine, []).append(session)
    for sessions in by_routine.values():
        row = sessions[:COMFORTABLE]
        is_row = len(row) == COMFORTABLE and row[0].day in week
        if is_row and not is_walk(row[0]) and all(map(_is_comfortable, row)):
            efforts = ", ".join(str(session.effort) for session in reversed(row))
            name = session_name(row[0])
            return Reason(f"The last three of {name}: effort {efforts} of 10, pain hardly up.")
    return None


def _recent(facts: Facts) -> list[Session]:
    """The sessions of today and yesterday."""
    return [
        session for session in facts.sessions if (facts.today - session.day).days <= SPOKEN_OF_DAYS
    ]


def _last(facts: Facts) -> Session | None:
    return next(reversed(_recent(facts)), None)


def _stopped_for(session: Session, facts: Facts, rule: str) -> Reason | None:
    return _stop(session, facts) if session.stopped in rules()[rule].reasons else None


def about_stop(session: Session, facts: Facts) -> str:
    """Which session was stopped when, and for what, as a sentence."""
    reason = name_of("stop_reasons", session.stopped or "")
    return f"{_named(session, facts)}: you stopped, {within(reason)}."


def _stop(session: Session, facts: Facts) -> Reason:
    return Reason(about_stop(session, facts), session.id)


def _about(session: Session, facts: Facts, words: str) -> Reason:
    return Reason(f"{_named(session, facts)}: {words}.", session.id)


def _morning_after(facts: Facts) -> tuple[Session, int, float] | None:
    """The last session whose next morning is known, pain before it, and the mean of that morning."""
    mornings: dict[int, list[int]] = {}
    for entry in facts.pains:
        if entry.at.hour < NOON:
            mornings.setdefault(entry.day.toordinal(), []).append(entry.severity)
    for session in reversed(facts.sessions):
        if (facts.today - session.day).days > MORNING_DAYS:
            return None
        known = mornings.get(session.day.toordinal() + 1)
        if session.pain_before is not None and known:
            return session, session.pain_before, mean(known)
    return None


def _say_morning(session: Session, facts: Facts, before: int, morning: float) -> str:
    return (
        f"{_named(session, facts)}: pain {before} before, {say_number(morning)} the next morning."
    )


def _ended_well(session: Session) -> bool:
    return not session.stopped and session.leg not in SPREADING


def _is_comfortable(session: Session) -> bool:
    before, after = session.pain_before, session.pain_after
    is_whole = not any(step.outcome == "stopped" for step in session.steps)
    is_easy = session.effort is not None and session.effort <= EASY_EFFORT
    is_calm = before is not None and after is not None and after - before <= EASY_RISE
    return is_whole and is_easy and is_calm and _ended_well(session)


def _named(session: Session, facts: Facts) -> str:
    return sentence_case(f"{session_name(session)}, {say_near_day(session.day, facts.today)}")


LOOKS = {
    "ex-stop-rise": stopped_by_rise,
    "ex-stop-leg": stopped_by_leg,
    "ex-stop-unwell": stopped_unwell,
    "ex-stop-dizzy": stopped_dizzy,
    "ex-stop-other": stopped_otherwise,
    "ex-gentle-only": gentle_only,
    "ex-ease-back": ease_back,
    "ex-safe-zone": safe_zone,
    "ex-centralize": centralized,
    "ex-progress": comfortable,
    "ex-needs-ok": needs_ok,
    "ex-half-doses": half_doses,
}
