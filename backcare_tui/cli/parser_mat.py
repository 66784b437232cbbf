"""The words of `mat`, and of what a page of it gives to type: which exercises of a session were done."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING

from backcare_tui.cli.offered import routine_ids
from backcare_tui.cli.parser_options import add_json

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Parser


def add_mat(mat: "Parser") -> None:
    """The words of `mat`."""
    explained = "its id, its name, or the beginning of either"
    mat.add_argument("routine", metavar="ROUTINE", help=explained)
    mat.offered["routine"] = routine_ids
    explained = "where to, ending in .html; in this folder, by the routine's name, if not stated"
    mat.add_argument("file", metavar="FILE", nargs="?", help=explained)
    mat.add_argument("--force", action="store_true", help="write over a file that is there")
    add_json(mat)


def add_exercises_done(session: ArgumentParser) -> None:
    """How each exercise of a session went, by its number in the routine."""
    for option, went in (
        ("--did", "that were done"),
        ("--begun", "that were stopped in the middle"),
        ("--skipped", "that were left out"),
    ):
        explained = f"the exercises {went}, by number: 1-3,5; 6L is its left side alone"
        session.add_argument(option, metavar="LIST", help=explained)
