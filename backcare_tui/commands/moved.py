"""Keys that moved: what an old hand presses, and which command it means by that."""

from collections.abc import Mapping
from types import MappingProxyType

from backcare_tui.commands.command import Command
from backcare_tui.commands.keymap import all_commands, key_of

MOVED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Today": {"a": "guide.advice-today"},
        "Move": {"l": "routine.library", "t": "routine.text", "T": "routine.sheet"},
        "Before": {
            "c": "session.conditions",
            "d": "session.way-down",
            "k": "session.keep-steps",
            "p": "guide.seen",
        },
        "Player": {"b": "player.sound", "p": "player.pain"},
        "CatchUp": {"s": "catch-up.skip"},
        "OwnPattern": {"f": "pattern.favor", "l": "pattern.limit"},
        "PlanGrid": {"t": "plan.time"},
        "ExercisePage": {"t": "exercise.try", "y": "exercise.given"},
        "SheetPaper": {"h": "sheet.html", "p": "sheet.pdf"},
        "Massage": {
            "b": "massage.benefits",
            "f": "massage.when-not",
            "g": "massage.hand-over",
            "l": "massage.signs",
            "o": "course.begin",
            "p": "massage.question",
            "t": "massage.team",
        },
        "Team": {"g": "massage.hand-over", "o": "team.agree", "p": "massage.question"},
        "HandOver": {
            "f": "hand-over.whom",
            "h": "hand-over.html",
            "o": "hand-over.markdown",
            "p": "hand-over.pdf",
            "t": "hand-over.text",
        },
        "Diet": {"l": "drink.alcohol"},
        "Trends": {"f": "trends.findings", "p": "trends.measure", "r": "trends.report"},
        "FindingsPage": {"h": "finding.how"},
        "TrialsPage": {"e": "trial.yesterday", "o": "trial.begin"},
        "ReportPage": {
            "d": "report.days",
            "h": "report.html",
            "o": "report.markdown",
            "p": "report.pdf",
        },
        "AdvicePage": {"b": "advice.baseline", "d": "advice.away", "p": "guide.seen"},
        "RedFlags": {"b": "check.change", "p": "guide.seen"},
        "PageToRead": {"b": "reading.begin"},
        "FlarePlanPage": {"h": "hand-over.html", "p": "hand-over.pdf"},
    }
)
"""By the name of the screen and the letter that it had until version 0.4."""


def moved_to(screen: str, letter: str) -> Command | None:
    """The command that had a letter on a screen, and has another key now; None where none had.

    >>> moved_to("Today", "a").words
    'advice'
    """
    id_ = MOVED.get(screen, {}).get(letter)
    return all_commands()[id_] if id_ else None


def say_moved(command: Command) -> str:
    """Where a key went.

    >>> say_moved(moved_to("Today", "a"))
    'That is i now: advice'
    """
    if key := key_of(command):
        return f"That is {key} now: {command.words}"
    return f"That is in the palette now, ctrl+p: {command.words}"
