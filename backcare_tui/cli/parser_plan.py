"""The words of `plan`: the week of one's own, made and renewed."""

from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from backcare_tui.cli.offered import word_ids
from backcare_tui.cli.parser_options import whole
from backcare_tui.cli.parsing import add_commands
from backcare_tui.diary.settings import DAYS_ARE, PAIN_LASTS
from backcare_tui.diary.values import BarrierWord, FeltWord, choices

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Commands, Parser

MINUTES_A_DAY = ("5", "10", "20")
"""What there is to choose from, as in the first minutes."""


def add_plan(plan: "Parser") -> None:
    """The words of `plan`, and of what is done with it."""
    _add_json(plan)
    add_commands(plan, _ACTIONS, dest="action", metavar="ACTION", title="actions")


def _add_new(new: "Parser") -> None:
    _add_choice(new, "--minutes", MINUTES_A_DAY, "minutes a day for your back")
    _add_choice(new, "--days-are", DAYS_ARE[1:], "what most of your days are")
    _add_choice(new, "--pain-lasts", PAIN_LASTS[1:], "for how long it has hurt")
    new.add_argument("--goal", metavar="TEXT", help="what you want to do again")
    new.add_argument("--worry", metavar="TEXT", help="what worries you about your back")
    explained = "a condition to mind, such as pregnancy or floor-hard; once for each; or none"
    new.add_argument("--limit", metavar="CONDITION", action="append", help=explained)
    new.offered |= {
        "limit": partial(word_ids, "conditions"),
        "course": partial(word_ids, "treatments"),
    }
    new.add_argument("--bed", metavar="HH:MM", help="when you usually go to bed")
    new.add_argument("--up", metavar="HH:MM", help="when you usually get up")
    explained = "a course that you want, such as massage; or later, or never"
    new.add_argument("--course", metavar="TREATMENT", help=explained)
    _add_json(new)


def _add_renew(renew: ArgumentParser) -> None:
    _add_choice(renew, "--felt", choices(FeltWord), "how the last week was to do")
    explained = "what got in the way; once for each"
    known = choices(BarrierWord)
    renew.add_argument(
        "--barrier", choices=known, metavar="WORD", action="append", help=_listed(explained, known)
    )
    explained = "days of it on which pain kept you from work"
    renew.add_argument("--days-off", type=whole(0, 7), metavar="N", help=explained)
    renew.add_argument("--given-up", metavar="TEXT", help="what was given up for pain")
    _add_json(renew)


def _add_choice(parser: ArgumentParser, option: str, known: Sequence[str], explained: str) -> None:
    parser.add_argument(option, choices=known, metavar="WORD", help=_listed(explained, known))


def _listed(explained: str, known: Sequence[str]) -> str:
    return f"{explained}: {', '.join(known)}"


def _add_json(parser: ArgumentParser) -> None:
    """For programs; before or after the action."""
    options: dict[str, Any] = {"action": "store_true", "default": False}
    parser.add_argument("--json", **options, help="for programs")


_ACTIONS: "Commands" = {
    "new": ("make a week from a few answers", _add_new),
    "renew": ("make the next week from this one", _add_renew),
}
