"""The words of the commands that make a page for somebody else."""

from argparse import ArgumentParser

from backcare_tui.cli.parser_options import add_json, add_switch


def add_hand_over(page: ArgumentParser) -> None:
    """The words of `hand-over`."""
    explained = "its name ends in .pdf, .html, .md or .txt; printed as text if not stated"
    page.add_argument("file", metavar="FILE", nargs="?", help=explained)
    page.add_argument("--for", metavar="NAME", dest="person", help="whom the appointment is with")
    page.add_argument("--since", metavar="DAY", help="from this day on, not from the last visit")
    explained = "with the notes of every entry, not only those of visits"
    page.add_argument(
        "--notes", action="store_const", const="all", default="visits", help=explained
    )
    explained = "without any notes"
    page.add_argument(
        "--no-notes", action="store_const", const="none", dest="notes", help=explained
    )
    explained = "take-care, impact, goals, pain, care, medicines, checks, questions, plan, trials, movement, sleep; all if not stated"
    page.add_argument("--parts", metavar="LIST", help=explained)
    add_switch(page, "--others", "with --for: also visits to other people")
    _add_on_paper(page)
    page.add_argument("--force", action="store_true", help="write over a file that is there")
    add_json(page)


def add_report(page: ArgumentParser) -> None:
    """The words of `report`."""
    explained = "its name ends in .pdf, .html or .md; - is standard output"
    page.add_argument("file", metavar="FILE", help=explained)
    page.add_argument("--from", metavar="DAY", dest="first", help="12 weeks ago if not stated")
    page.add_argument("--to", metavar="DAY", dest="last", help="today if not stated")
    explained = "take-care, summary, pain, areas, impact, goals, medicines, care, checks, questions, plan, trials, movement, sleep; all if not stated"
    page.add_argument("--parts", metavar="LIST", help=explained)
    _add_on_paper(page)
    page.add_argument("--notes", action="store_true", help="with the notes of that time")
    page.add_argument("--format", metavar="NAME", help="html or md, for standard output")
    page.add_argument("--force", action="store_true", help="write over a file that is there")
    add_json(page)


def _add_on_paper(page: ArgumentParser) -> None:
    add_switch(
        page, "--private", "also visits for the mind or of an intimate kind, and their medicines"
    )
    add_switch(
        page, "--flare-plan", "also your flare plan: own lines, whom to call, and how they went"
    )
    page.add_argument(
        "--name", metavar="NAME", help="your name at its head, else a line for the pen"
    )
    page.add_argument(
        "--born", metavar="DATE", help="your date of birth beside it, as you write it"
    )
