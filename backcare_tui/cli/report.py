"""`report`: a page or two for a therapist or doctor, as PDF, HTML or Markdown."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from backcare_tui.cli.hand_over import target_of, write_or_complain
from backcare_tui.cli.terminal import WrongWords, say, say_done
from backcare_tui.cli.values import day
from backcare_tui.diary.repository import Between
from backcare_tui.diary.values import FIRST_YEAR, BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.report.notes import notes_of
from backcare_tui.report.report import PARTS, ReportPart, report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.report.writing import RENDERED, REPORT
from backcare_tui.store import open_repository

STANDARD_OUTPUT = "-"
PRINTABLE = ("html", "md")
NOTHING = "Nothing was taken down in this time, and the page says so."


def report_command(args: Namespace, path: Path, clock: Clock) -> int:
    """Write the report as the file's name ends, or print it.

    Raises:
        WrongWords: If the file's name, a format or a part is none of those that there are.
        BadValue: If a day is none, or the last one lies before the first.
        CannotDo: If the file is there already, or cannot be written.
    """
    to_print = _format(args) if args.file == STANDARD_OUTPUT else None
    target = None if to_print else target_of(args.file, path, REPORT)
    parts, span = _parts(args.parts), _span(args, clock)
    repository = open_repository(path, clock)
    chosen = {note.id for note in notes_of(repository, span)} if args.notes else ()
    report = report_of(repository, clock, span, chosen)
    paper = report_paper(report, parts)
    if target is None:
        say(*RENDERED[f".{to_print}"](paper).decode().splitlines())
        return 0
    write_or_complain(paper, target, args)
    about = report.about
    if not (about.pain or about.sleep or about.visits or about.sessions.count):
        say_done(NOTHING)
    return 0


def _format(args: Namespace) -> str:
    if args.format not in PRINTABLE:
        stated = f'"{args.format}"' if args.format else "nothing"
        raise WrongWords(f"format: {stated} is not html or md, which can be printed.")
    return str(args.format)


def _span(args: Namespace, clock: Clock) -> Between:
    first, last = usual_span(clock)
    if args.last:
        length = last - first
        last = day(args.last, clock, "to")
        first = last - length
    if args.first:
        first = day(args.first, clock, "from")
    if first > last:
        raise BadValue("from", first.isoformat(), f"on or before {last}")
    if first.year < FIRST_YEAR:
        raise BadValue("from", first.isoformat(), f"in {FIRST_YEAR} or later")
    return first, last


def _parts(stated: str | None) -> tuple[ReportPart, ...]:
    if not stated:
        return tuple(PARTS)
    names = {name.strip() for name in stated.split(",")}
    for name in sorted(names):
        if name not in get_args(ReportPart):
            raise WrongWords(f'parts: "{name}" is none of {", ".join(PARTS)}.')
    return tuple(part for part in PARTS if part in names)


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"report": report_command}
