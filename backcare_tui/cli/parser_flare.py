"""The words of `flare`."""

from typing import TYPE_CHECKING

from backcare_tui.cli.offered import routine_ids
from backcare_tui.cli.parser_options import add_json

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Parser


def add_flare(flare: "Parser") -> None:
    """Print the flare plan, write it to a file, or keep one's own lines."""
    explained = (
        "write, with the options below, keeps what one wrote; else a file, whose name ends in .pdf, .html, .md or .txt, "
        "for the plan on paper; printed if not stated"
    )
    flare.add_argument("what", metavar="WHAT", nargs="?", help=explained)
    explained = "with write: a line of one's own; up to three, which take the place of those before"
    flare.add_argument("--line", metavar="TEXT", action="append", help=explained)
    explained = "with write: whom to call, in words or by a name of the care team; empty for nobody"
    flare.add_argument("--call", metavar="TEXT", help=explained)
    explained = (
        "with write: the gentle routine to begin with, by its id or name; empty for the usual one"
    )
    flare.add_argument("--routine", metavar="ROUTINE", help=explained)
    flare.offered["routine"] = routine_ids
    flare.add_argument("--force", action="store_true", help="write over a file that is there")
    add_json(flare)
