"""`advice`: what the rules say now, each with its reason and its source."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from backcare_tui.cli.terminal import say, say_json
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import (
    CurrentAdvice,
    current_advice,
    foremost,
    offers_check,
    what_stops,
)
from backcare_tui.guidance.advice.table import Advice, say_urgency
from backcare_tui.guidance.gathering import gather
from backcare_tui.store import open_repository
from backcare_tui.text import clean, say_day

NOTHING = "There is nothing to say now."
OFFERS = {
    "never": "The check for warning signs was not made yet: backcare log check",
    "due": "It is time again for the check for warning signs: backcare log check",
    "mood": "Your mood was very low today. If you might harm yourself: backcare log check self-harm",
}
HOW_ON = (
    "Once a professional has looked at it, record that: backcare log check-up. "
    "The check for warning signs, for what is new or gone: backcare log check, or "
    "backcare log check none."
)


def advice(args: Namespace, path: Path, clock: Clock) -> int:
    """What is foremost; `--all` is everything that the rules say. It is only read."""
    repository = open_repository(path, clock)
    facts = gather(repository, clock)
    said = current_advice(facts, repository.entries(Dismissal))
    if not args.all:
        shown = foremost(said)
        said = tuple(each for each in said if each.advice in shown)
    if args.json:
        say_json({"advice": [_document(each.advice) for each in said]})
        return 0
    say(*([line for each in said for line in _lines(each, clock.today())] or [NOTHING]))
    if any(each.advice.stands for each in said):
        say(HOW_ON)
    if offer := offers_check(facts):
        say(OFFERS[offer])
    return 0


def say_stops(repository: Repository, clock: Clock, routine: Routine) -> str:
    """Why a routine is not begun now, and what makes the way free; empty where nothing stands."""
    stops = what_stops(repository, clock, routine)
    lines = [f"{say_urgency(each)}: {each.text} Source: {each.source}." for each in stops]
    return " ".join([*lines, HOW_ON]) if lines else ""


def say_advice(of: Advice) -> tuple[str, str, str]:
    """How urgent it is and what it says; why; from where."""
    return (
        f"{say_urgency(of)}: {clean(of.text)}",
        f"  Why: {clean(of.because)}",
        f"  Source: {clean(of.source)}",
    )


def _lines(piece: CurrentAdvice, today: dt.date) -> Iterator[str]:
    yield from say_advice(piece.advice)
    if piece.state != "now":
        until = f" until {say_day(piece.until, today)}" if piece.until else ""
        yield f"  {'Put away' if piece.state == 'away' else 'Was shown, and rests'}{until}."


def _document(of: Advice) -> dict[str, str]:
    return {
        "id": of.id,
        "severity": of.severity,
        "text": of.text,
        "source": of.source,
        "because": of.because,
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"advice": advice}
