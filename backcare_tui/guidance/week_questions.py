"""The two questions of a week that is over, and what pain cost in it, which nobody has to answer."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BarrierWord, FeltWord
from backcare_tui.guidance.plan.weeks_kept import answer_of
from backcare_tui.guidance.questions import (
    AnswerLine,
    AnswerOption,
    AnswerValues,
    OneQuestion,
    OptionGroup,
)
from backcare_tui.text import clean, say_list

DRAFT = "week-questions"
"""Names the draft of who left in the middle."""
FELT: dict[FeltWord, str] = {"easy": "Too easy", "right": "Right", "hard": "Too hard"}
BARRIERS: dict[BarrierWord, str] = {
    "time": "No time",
    "pain": "Pain",
    "tired": "Too tired",
    "forgot": "Forgot",
    "work": "Work",
    "away": "Away from home",
    "fear": "Afraid it would do harm",
    "sitting": "Getting down to the floor",
    "noise": "It had to be quiet",
    "boring": "Boring",
    "ill": "Ill",
}
MOST_DAYS_OFF = 7


@cache
def week_questions() -> tuple[OneQuestion, ...]:
    """What is asked, in order."""
    barriers = tuple(AnswerOption(word, said) for word, said in BARRIERS.items())
    days = tuple(AnswerOption(str(n), _say_days(n)) for n in range(MOST_DAYS_OFF + 1))
    return (
        OneQuestion(
            "felt",
            "How was what you did this week?",
            "Whatever you did or left out, the next week follows from it.",
            groups=(OptionGroup("felt", tuple(AnswerOption(*each) for each in FELT.items())),),
        ),
        OneQuestion(
            "barriers",
            "What got in the way?",
            "One or several; enter goes on. The next week makes room for it.",
            groups=(OptionGroup("barriers", barriers, is_many=True, first=0),),
        ),
        OneQuestion(
            "cost",
            "What did pain cost you this week?",
            "Only if you like: it helps to say what pain costs, in days and in what you miss.",
            groups=(
                OptionGroup("days_off", days, "Days off work, or from what is your work", first=0),
            ),
            line=AnswerLine("given_up", "I gave up", "a walk with friends"),
        ),
    )


def answer_of_week(answers: AnswerValues, plan: WeekPlan, id_: str) -> WeekAnswer:
    """What was said of a week; what was left open stays open."""
    off = answers.get("days_off")
    return WeekAnswer(
        id=id_,
        week=plan.week,
        felt=answers.get("felt"),
        barriers=tuple(answers.get("barriers", ())),
        days_off=int(off) if off else None,
        given_up=answers.get("given_up") or None,
    )


def say_answer(repository: Repository, first: dt.date) -> Iterator[str]:
    """What was said of the week that begins on a day, in a few sentences; nothing where nothing was."""
    answer = answer_of(repository, first)
    if answer is None:
        return
    if answer.felt:
        yield f"What you did was {FELT[answer.felt].lower()}."
    if answer.barriers:
        names = [BARRIERS[each].lower() for each in answer.barriers]
        yield f"In the way: {say_list(names)}."
    if answer.days_off is not None:
        yield f"Days off for pain: {_say_days(answer.days_off).lower()}."
    if answer.given_up:
        yield f"Given up: {clean(answer.given_up)}"


def _say_days(number: int) -> str:
    return {0: "None", 1: "1 day"}.get(number, f"{number} days")
