"""The words of the commands that are about routines and exercises."""

from typing import TYPE_CHECKING

from backcare_tui.cli.offered import (
    area_ids,
    exercise_ids,
    exercise_kinds,
    ids_to_start,
    positions,
    routine_and_program_ids,
)
from backcare_tui.cli.parser_options import add_dry_run, add_json, add_switch
from backcare_tui.cli.parser_sheet import add_text_and_paper

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Parser


def add_routines(routines: "Parser") -> None:
    """The words of `routines`."""
    explained = "an id, a name, or the beginning of either; several for --export"
    routines.add_argument("id", metavar="ID", nargs="*", help=explained)
    routines.offered["id"] = routine_and_program_ids
    explained = "write them, or one's own, to a file to share; - is standard output"
    routines.add_argument("--export", metavar="FILE", help=explained)
    routines.add_argument("--force", action="store_true", help="write over a file that is there")
    routines.add_argument(
        "--import", metavar="FILE", dest="bring", help="take in what such a file holds"
    )
    add_text_and_paper(routines)
    add_dry_run(routines)
    add_json(routines)


def add_exercises(exercises: "Parser") -> None:
    """The words of `exercises`."""
    explained = "one with all that is known of it; its id or its name"
    exercises.add_argument("id", metavar="ID", nargs="?", help=explained)
    exercises.add_argument("--area", metavar="AREA", help="what it is for, such as 'lower back'")
    exercises.add_argument("--kind", metavar="KIND", help="such as stretch or strength")
    exercises.add_argument("--position", metavar="HOW", help="such as standing or 'no floor'")
    exercises.offered |= {
        "id": exercise_ids,
        "area": area_ids,
        "kind": exercise_kinds,
        "position": positions,
    }
    exercises.add_argument("--find", metavar="TEXT", help="only what these words name")
    add_json(exercises)


def add_start(start: "Parser") -> None:
    """The words of `start`."""
    explained = "its id, its name, or the beginning of either; now is the one that fits now"
    start.add_argument("routine", metavar="ROUTINE", help=explained)
    start.offered["routine"] = ids_to_start
    add_switch(start, "--plain", "line by line, for screen readers and pipes")
    add_switch(start, "--voice", "with --plain: spoken as well")
    add_switch(start, "--week", "as your week has it: its steps and its minutes")
