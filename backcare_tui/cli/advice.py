"""`advice`: what the rules say now, each with its reason and its source."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from backcare_tui.cli.now import say_lead
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import say, say_json
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.acts import act_of
from backcare_tui.guidance.advice.current import (
    CurrentAdvice,
    current_advice,
    foremost,
    what_stops,
)
from backcare_tui.guidance.advice.offer import offers_check
from backcare_tui.guidance.advice.table import Advice, say_urgency
from backcare_tui.guidance.gathering import gather
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
    offer = offers_check(facts)
    if args.json:
        found = [_document(each, facts.settings) for each in said]
        verdict, why = "yes" if found else "no", offer.why if offer else None
        say_json({"verdict": verdict, "check": why, "advice": found})
        return 0
    lines = [line for each in said for line in _lines(each, facts.settings, clock.today())]
    say(*(lines or [NOTHING]))
    if any(each.advice.stands for each in said):
        say(HOW_ON)
    if offer:
        say(OFFERS[offer.why])
    return 0


def say_stops(repository: Repository, clock: Clock, routine: Routine | None) -> str:
    """Why a routine, or without one any, is not begun now, and what makes the way free; empty where nothing stands."""
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


def _lines(piece: CurrentAdvice, settings: Settings, today: dt.date) -> Iterator[str]:
    yield from say_advice(piece.advice)
    yield from say_lead(piece.advice, settings)
    if piece.state != "now":
        until = f" until {say_day(piece.until, today)}" if piece.until else ""
        yield f"  {'Put away' if piece.state == 'away' else 'Was shown, and rests'}{until}."


def _document(piece: CurrentAdvice, settings: Settings) -> dict[str, Any]:
    of = piece.advice
    act = act_of(of, settings.conditions)
    return {
        "id": of.id,
        "severity": of.severity,
        "text": of.text,
        "source": of.source,
        "because": of.because,
        **({"act": {"kind": act.kind, "id": act.id}} if act else {}),
        **(_rest(piece) if piece.state != "now" else {}),
    }


def _rest(piece: CurrentAdvice) -> dict[str, str | None]:
    """Why a piece is not shown of its own accord, and until when."""
    return {"state": piece.state, "until": str(piece.until) if piece.until else None}


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"advice": advice}
