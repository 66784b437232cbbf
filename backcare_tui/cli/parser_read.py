"""The words of the commands that read the diary, and of the pages to read."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING

from backcare_tui.cli.offered import page_ids
from backcare_tui.cli.parser_options import add_json, add_switch, whole
from backcare_tui.text import say_list

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Parser

LISTED = (
    "pain",
    "sleep",
    "session",
    "visit",
    "meal",
    "feeling",
    "activity",
    "course",
    "person",
    "agreement",
    "question",
    "ability",
    "belief",
    "plan",
    "check",
    "signs",
)
"""The tables that `list` shows; without one it shows what is recorded day by day."""


def add_list(entries: ArgumentParser) -> None:
    """The words of `list`."""
    entries.add_argument(
        "kind", nargs="?", choices=LISTED, metavar="KIND", help=say_list(LISTED, "or")
    )
    entries.add_argument("--from", metavar="DAY", dest="first", help="from this day on")
    entries.add_argument("--to", metavar="DAY", dest="last", help="up to this day")
    entries.add_argument("--find", metavar="TEXT", help="only what has this text in it")
    add_json(entries)


def add_today(today: ArgumentParser) -> None:
    """The words of `today`."""
    today.add_argument("--short", action="store_true", help="one line, for a status bar")
    add_json(today)


def add_week(week: ArgumentParser) -> None:
    """The words of `week`."""
    week.add_argument("day", metavar="DAY", nargs="?", help="any of its days; today if not stated")
    add_json(week)


def add_trends(trends: ArgumentParser) -> None:
    """The words of `trends`."""
    explained = "over how many weeks the trend is told; 12 if not stated"
    trends.add_argument("--weeks", type=whole(1, 520), default=12, metavar="N", help=explained)
    add_json(trends)


def add_advice(advice: ArgumentParser) -> None:
    """The words of `advice`."""
    add_switch(advice, "--all", "all that the rules say, also what rests and what was put away")
    add_json(advice)


def add_learn(learn: "Parser") -> None:
    """The words of `learn`."""
    explained = "its id, its title, or the beginning of either; all of them if not stated"
    learn.add_argument("page", metavar="PAGE", nargs="*", help=explained)
    learn.offered["page"] = page_ids
    learn.add_argument("--answer", type=whole(1, 9), metavar="N", help="answer its question")
    add_json(learn)
