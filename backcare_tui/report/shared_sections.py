"""What both papers say alike: movement, check-ups, questions, the shared plan, trials."""

from collections.abc import Iterator

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Question
from backcare_tui.guidance.care.team import ME, named
from backcare_tui.insight.trials.sentences import say_result, say_verdict
from backcare_tui.report.hand_over import HandOverData, SessionsOfPeriod, TrialResult
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Section
from backcare_tui.text import say_count, say_date, say_day, say_total, sentence_case

OWN_PART = "My own part"
CHECK_UPS, QUESTIONS, PLAN, TRIALS = (
    "Check-ups",
    "Questions to ask",
    "Shared plan",
    "Trials by lot",
)
CHECKS_SHOWN = 4
"""How many check-ups are told: the last ones."""
PLANNED_MEANING = (
    "Of planned sessions only those count that a plan names; stopped ones are not counted as done."
)

_ON_PAPER = {"you slept": "the night was", "You knew which": "The person knew which"}
"""What the screen says to the person, as another reads it."""


def session_lines(of: HandOverData) -> Iterator[str]:
    """On how many days there was movement, how long, how many of the planned sessions, and what was stopped early."""
    done = of.sessions
    if done.count:
        length = say_total(done.minutes, done.timed, done.count)
        days = f"on {done.days} of {say_count(of.days, 'day')}"
        yield f"Movement {days}: {say_count(done.count, 'session')}{length}."
    if done.planned is not None and done.kept is not None:
        were = "was" if done.kept == 1 else "were"
        yield f"Of {say_count(done.planned, 'planned session')} {done.kept} {were} done."
    yield from _stopped(done)


def check_ups_section(of: HandOverData, *, at_a_glance: bool = False) -> Section:
    """The last check-up, whenever it was, those of the time, and the checks for warning signs.

    Args:
        of: What is known.
        at_a_glance: Without the checks that found nothing; what to take care of says when the last one was.
    """
    old = of.last_check_up
    is_told = old is None or old in of.checks
    lines = () if is_told or old is None else (f"Last check-up: {say_check(old, of)}.",)
    checks = [each for each in of.checks if each.is_check_up or each.red_flags or not at_a_glance]
    recent = checks[-CHECKS_SHOWN:]
    more = len(checks) - len(recent)
    items = tuple(say_check(each, of) for each in recent)
    return Section(
        CHECK_UPS,
        lines,
        items=items + ((f"and {say_count(more, 'check')} before",) if more else ()),
    )


def say_check(check: Check, of: HandOverData) -> str:
    """A check for warning signs, or a check-up: who saw what, and the note where notes of checks were chosen."""
    day = say_date(check.at.date())
    if check.is_check_up:
        note = next((f": {own(each.text)}" for each in of.notes if each.id == check.id), "")
        return f"{day}: seen by {own(check.seen_by or 'a professional')}{note}"
    count = len(check.red_flags)
    found = f"{say_count(count, 'warning sign')} marked" if count else "none of the warning signs"
    return f"{day}: checked, {found}"


def questions_section(of: HandOverData) -> Section:
    """What is to be asked."""
    return Section(QUESTIONS, items=tuple(_question(each, of) for each in of.questions))


def plan_section(of: HandOverData) -> Section:
    """Who does what, and what for."""
    if of.plan is None or not (of.plan.goals or of.plan.parts):
        return Section(PLAN)
    return Section(PLAN, (f"Agreed on {say_date(of.plan.agreed)}.",), items=tuple(_plan_parts(of)))


def plan_at_a_glance(of: HandOverData) -> Section:
    """The same in a paragraph."""
    if of.plan is None or not (of.plan.goals or of.plan.parts):
        return Section(PLAN)
    parts = "; ".join(_plan_parts(of))
    agreed = f"Agreed on {say_date(of.plan.agreed)}"
    return Section(PLAN, (f"{agreed}: {parts}." if parts else f"{agreed}.",))


def _plan_parts(of: HandOverData) -> Iterator[str]:
    for part in of.plan.parts if of.plan else ():
        # Who reads the page is not the one who wrote it, so "you" would be somebody else.
        who = OWN_PART if part.person == ME else sentence_case(named(of.names, part.person))
        yield f"{own(who)}: {own(part.does)}"


def trials_section(of: HandOverData, title: str = TRIALS) -> Section:
    """What came of what was tried by lot."""
    return Section(title, items=tuple(map(_trial, of.trials)))


def trials_at_a_glance(of: HandOverData) -> Section:
    """The same, each in a few words."""
    items = (f"{_trial_name(each)}: {say_verdict(each.trial, each.result)}" for each in of.trials)
    return Section(TRIALS, items=tuple(items))


def _trial(of: TrialResult) -> str:
    said = " ".join(say_result(of.trial, of.result))
    for words, on_paper in _ON_PAPER.items():
        said = said.replace(words, on_paper)
    return f"{_trial_name(of)}: {said}"


def _trial_name(of: TrialResult) -> str:
    first, last = say_day(of.span[0], of.span[1]), say_date(of.span[1])
    size = f"{say_count(2 * of.trial.pairs, 'period')} of {say_count(of.trial.period_days, 'day')}"
    return f"{own(of.trial.name)} ({first} to {last}, {size})"


def _question(question: Question, of: HandOverData) -> str:
    words = own(question.text)
    if of.person or not question.person:
        return words
    return f"{words} (for {own(named(of.names, question.person))})"


def _stopped(done: SessionsOfPeriod) -> Iterator[str]:
    if not done.stopped:
        return
    if done.for_pain == done.stopped:
        yield f"{done.stopped} stopped early: pain rose."
        return
    pain = f", {done.for_pain} of them as pain rose" if done.for_pain else ""
    yield f"{done.stopped} stopped early{pain}."
