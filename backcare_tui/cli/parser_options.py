"""Options that several commands share."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable

from backcare_tui.text import read_whole


def add_dry_run(parser: ArgumentParser) -> None:
    """Let a command only say what it would do."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be taken in")


def add_json(parser: ArgumentParser) -> None:
    """Let a command answer for programs."""
    parser.add_argument("--json", action="store_true", help="for programs")


def add_yes(parser: ArgumentParser) -> None:
    """Let a command do without its question."""
    add_switch(parser, "--yes", "do it without a question")


def add_switch(parser: ArgumentParser, word: str, explained: str) -> None:
    """Let a command take a word that is there or not, explained by the end of a sentence."""
    parser.add_argument(word, action="store_true", help=explained)


def whole(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number of a range."""

    def read(text: str) -> int:
        if (number := read_whole(text, low, high)) is None:
            raise ArgumentTypeError(f'"{text}" is not a whole number from {low} to {high}')
        return number

    return read
