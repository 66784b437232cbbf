"""The words of the commands about a therapist's sheet: typed in, shown as text, and on paper."""

from argparse import ArgumentParser

from backcare_tui.cli.parser_options import add_json, add_switch


def add_sheet(sheet: ArgumentParser) -> None:
    """The words of `sheet`."""
    explained = "a text with a line for each exercise; - or none is standard input"
    sheet.add_argument("file", metavar="FILE", nargs="?", default="-", help=explained)
    explained = "what the routine is called; else the line that begins with #"
    sheet.add_argument("--name", metavar="NAME", help=explained)
    explained = "one's own routine that the sheet takes the place of"
    sheet.add_argument("--routine", metavar="ID", help=explained)
    add_switch(sheet, "--dry-run", "only say what is understood")
    add_json(sheet)


def add_text_and_paper(routines: ArgumentParser) -> None:
    """What `routines` can do with one: as text, and on paper."""
    add_switch(routines, "--text", "one of them as a sheet, to be changed and taken in by `sheet`")
    explained = "one of them with its figures, to a file that ends in .pdf or .html"
    routines.add_argument("--print", metavar="FILE", dest="paper", help=explained)
