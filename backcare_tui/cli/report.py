"""`report`: a page or two for a therapist or doctor, as PDF, HTML or Markdown."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.targets import tell_unlocked
from backcare_tui.cli.terminal import WrongWords, say_done
from backcare_tui.cli.values import day
from backcare_tui.cli.written import of_data, parts_of, say_page, target_of, write_or_complain
from backcare_tui.diary.repository import Between
from backcare_tui.diary.values import FIRST_YEAR, BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.report.notes import notes_of
from backcare_tui.report.on_it import say_on_report
from backcare_tui.report.parts import REPORT_PARTS
from backcare_tui.report.report import report_of, told_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.report.writing import REPORT

STANDARD_OUTPUT = "-"
PRINTABLE = ("html", "md")
NOTHING = "Nothing was taken down in this time, and the page says so."


def report_command(args: Namespace, path: Path, clock: Clock) -> int:
    """Say what is in the report, then write it as the file's name ends, or print it.

    Raises:
        WrongWords: If the file's name, a format or a part is none of those that there are.
        BadValue: If a day is none, or the last one lies before the first.
        CannotDo: If the file is the diary, or a PDF where none can be made.
        CannotWrite: If the file is there already, or cannot be written.
    """
    to_print = _format(args) if args.file == STANDARD_OUTPUT else None
    target = None if to_print else target_of(args.file, path, REPORT)
    span = _span(args, clock)
    # Notes have an option of their own.
    known = [part for part in REPORT_PARTS if part != "notes"]
    chosen = parts_of(args.parts, known)
    if chosen == ("summary",):
        raise WrongWords("parts: summary sums up other parts; name some, such as summary,pain.")
    asked = {"flare": args.flare_plan, "private": args.private}
    parts = (*chosen, "notes", *(part for part, is_on in asked.items() if is_on))
    repository = open_repository(path, clock)
    noted = notes_of(told_of(repository, span, parts), span) if args.notes else ()
    report = report_of(repository, clock, span, {note.id for note in noted}, parts)
    paper = report_paper(report, parts).of(args.name, args.born)
    on_it = say_on_report(paper, report.about, parts)
    verdict = of_data(report.about)
    if target is None:
        say_page(paper, f".{to_print}", on_it, verdict, args)
        return 0
    write_or_complain(paper, target, on_it, verdict, args)
    tell_unlocked(path)
    if verdict == "no" and not args.json:
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
        first = max(last - length, dt.date(FIRST_YEAR, 1, 1))
    if args.first:
        first = day(args.first, clock, "from")
    if first > last:
        raise BadValue("from", first.isoformat(), f"on or before {last}")
    return first, last


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"report": report_command}
