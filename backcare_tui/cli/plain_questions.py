"""What is asked, and what is heeded, around a routine that is led line by line."""

from collections.abc import Callable

from backcare_tui.cli.plain_world import World
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import BadValue, read_value
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.safety import reasons_to_stop
from backcare_tui.library.exercises import Exercise
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import shortened

PAIN_NOW = "Pain now, 0 to 10 (enter leaves it out)?"


def ask_pain(world: World) -> int | None:
    """A severity; None where it is left out, or nobody is there to say."""
    while world.ask and (typed := world.ask(PAIN_NOW)):
        try:
            severity: int = read_value(Session, "pain_before", typed)
        except BadValue as error:
            world.say(f"{error.value} is not {error.allowed}.")
        else:
            return severity
    return None


def ask_reason(exercise: Exercise, world: World) -> str | None:
    """Why a person stops; None for done for now, or where they do not say."""
    if world.ask is None:
        return None
    reasons = {str(n): each for n, each in enumerate(reasons_to_stop(exercise), start=1)}
    world.say(*(f"{n} {name_of('stop_reasons', each)}" for n, each in reasons.items()))
    question = f"Why, 1 to {len(reasons)} (enter for done for now)?"
    while (typed := world.ask(question)) and typed not in reasons:
        world.say(f'"{shortened(typed, 40)}" is not a whole number from 1 to {len(reasons)}.')
    return reasons.get(typed)


def patient(ask: Callable[[str], str] | None) -> Callable[[str], str] | None:
    """The same questions, where Ctrl+C is no answer: what was done has yet to be kept."""
    if ask is None:
        return None

    def patiently(question: str) -> str:
        try:
            return ask(question)
        except KeyboardInterrupt:
            return ""

    return patiently


def say_advice(advice: Advice, world: World) -> None:
    """What to heed, and where it is from."""
    world.say(advice.text, f"Source: {advice.source}")
