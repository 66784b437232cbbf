"""What a person has that parts of a routine are not advised with, asked line by line."""

import re
from collections.abc import Callable, Sequence

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.guidance.profile import conditions_to_ask, say_unasked
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import clean, shortened

_Say = Callable[..., None]
_Ask = Callable[[str], str]

ASKS = "Parts of it are left out or done otherwise with some conditions. Which do you have?"
HOW_TO_ANSWER = "Numbers, such as 2 5; 0 for none of these (enter leaves it open)?"
OTHERWISE = "Parts of it are left out or done otherwise with:"
HOW_TO_STATE = (
    "backcare about conditions=WORD,WORD states what you have, and conditions=none that you have "
    "none; a routine then fits itself to it."
)


def ask_conditions(routine: Routine, repository: Repository, say: _Say, ask: _Ask) -> bool:
    """Ask for the conditions that matter and of which nothing was said; keep an answer.

    Returns:
        Whether anything was asked.

    Raises:
        CannotKeep: If the answer could not be made durable.
    """
    settings = repository.settings()
    asked = conditions_to_ask(settings, routine)
    if not asked or repository.read_only:
        return False
    say(clean(f"{routine.name}."), ASKS)
    say(*(f"{n} {name_of('conditions', each)}" for n, each in enumerate(asked, start=1)))
    say("0 None of these")
    answer = _answer(asked, say, ask)
    if answer is not None:
        named = "; ".join(name_of("conditions", each) for each in answer) or "none of these"
        values: dict[SettingName, frozenset[str]] = {
            "conditions": settings.conditions | set(answer),
            "conditions_asked": settings.conditions_asked | set(asked),
        }
        repository.set_all(values, f"conditions: {named}")
        say(f"Saved: {named}.")
    return True


def _answer(asked: Sequence[str], say: _Say, ask: _Ask) -> tuple[str, ...] | None:
    """The ids that are named; empty for none of these, None where it is left open."""
    known = {str(n): each for n, each in enumerate(asked, start=1)}
    while typed := ask(HOW_TO_ANSWER).strip():
        numbers = [each for each in re.split(r"[\s,;]+", typed.casefold()) if each]
        if numbers in (["0"], ["none"]):
            return ()
        if numbers and all(each in known for each in numbers):
            return tuple(dict.fromkeys(known[each] for each in numbers))
        say(f'"{shortened(typed, 40)}" is not numbers from 1 to {len(asked)}, or 0 alone.')
    return None


def caution(routine: Routine, settings: Settings, *, was_asked: bool) -> tuple[str, ...]:
    """What is said where it is not known whether a routine fits: with which, and how to state it."""
    unknown = conditions_to_ask(settings, routine)
    if not unknown:
        return ()
    if was_asked:
        return (say_unasked(len(unknown)),)
    names = (name_of("conditions", each) for each in unknown)
    return (say_unasked(len(unknown)), OTHERWISE, *names, HOW_TO_STATE)
