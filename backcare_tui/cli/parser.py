"""The words of the command line. Values are read by the commands, so that each has its sentence."""

import argparse
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from backcare_tui import __version__
from backcare_tui.cli.terminal import complain
from backcare_tui.text import say_list

if TYPE_CHECKING:
    from backcare_tui.diary.records.base import Record
    from backcare_tui.wording.fields.field import ShellOption

    Fill = Callable[["Parser"], None]
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - it has no other name

LISTED = (
    "pain",
    "sleep",
    "session",
    "visit",
    "meal",
    "feeling",
    "course",
    "person",
    "agreement",
    "question",
    "ability",
    "plan",
    "check",
    "signs",
)
"""The tables that `list` shows; without one it shows what is recorded day by day."""

_DOES = """\
Takes down pain and sleep in seconds, leads through stretches, keeps massages and meals in view.
Without a command it opens the full screen. Everything stays in one file on this machine."""
_SENTENCES = (
    (r"the following arguments are required: (.*)", r"Missing: \1."),
    (r"unrecognized arguments: (.*)", r'"\1" is not understood here.'),
    (r"argument (.*?): expected .*", r"\1 needs a value (as \1=VALUE if it begins with a dash)."),
    (
        r"argument (--.*?): invalid choice: '(.*?)' \(choose from (.*)\)",
        r'\1: "\2" is not one of \3.',
    ),
    (r"argument .*?: invalid choice: '(.*?)' \(choose from (.*)\)", r'"\1" is not one of \2.'),
    (r"argument (.*?): (.*)", r"\1: \2."),
)
_LAST = {"note": 1, "at": 2}


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are sentences, that takes `--diary` anywhere, and fills itself late.

    To build all commands would cost 8 ms at each start; only the one that is named is built.
    """

    def __init__(self, fill: "Fill | None" = None, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)
        self._fill = fill
        self.add_argument(
            "--diary",
            metavar="FILE",
            default=argparse.SUPPRESS,
            help="this diary instead; also BACKCARE_DIARY",
        )

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse, once the arguments are there; argparse calls it for the command that is named."""
        if self._fill:
            self._fill(self)
            self._fill = None
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the words are explained; exit status 2."""
        complain(f"{_sentence(message)} See {self.prog} --help.")
        self.exit(2)


def build_parser() -> Parser:
    """The parser of all commands; `command` is None for the full screen."""
    parser = Parser(prog="backcare", description=_DOES)
    parser.add_argument("--version", action="version", version=f"backcare {__version__}")
    parser.set_defaults(diary=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (explained, fill) in _COMMANDS.items():
        commands.add_parser(name, help=explained, fill=fill)
    return parser


def _sentence(message: str) -> str:
    """A complaint of argparse as a sentence for a person."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(sentence).replace("'", "")
    return f"{message}."


def _whole(low: int, high: int) -> Callable[[str], int]:
    """Reads a whole number of a range."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
            raise argparse.ArgumentTypeError(f'"{text}" is not a whole number from {low} to {high}')
        return int(text)

    return read


def _add_log(log: Parser) -> None:
    kinds = log.add_subparsers(dest="entry", metavar="KIND", required=True, title="kinds")
    for name, (explained, fill) in _ENTRIES.items():
        kinds.add_parser(name, help=explained, fill=fill)


def _add_pain(pain: Parser) -> None:
    from backcare_tui.diary.records.pain import Pain

    _add_fields(pain, Pain)


def _add_sleep(sleep: Parser) -> None:
    from backcare_tui.diary.records.night import Night

    _add_fields(sleep, Night)


def _add_treatment(visit: Parser) -> None:
    from backcare_tui.diary.records.visit import Visit

    _add_fields(visit, Visit)


def _add_massage(massage: Parser) -> None:
    from backcare_tui.diary.records.visit import Visit

    _add_fields(massage, Visit, "treatment")


def _add_session(session: Parser) -> None:
    from backcare_tui.diary.records.session import Session

    _add_fields(session, Session)


def _add_meal(meal: Parser) -> None:
    from backcare_tui.diary.records.meal import Meal

    _add_fields(meal, Meal)
    explained = "keep none, where tags that go with TEXT would be kept"
    meal.add_argument("--no-tags", action="store_true", help=explained)


def _add_fields(parser: Parser, record: "type[Record]", *left_out: str) -> None:
    """An option for each field of a record that has one, note and moment last."""
    from backcare_tui.wording.fields.table import fields_of

    for field in sorted(fields_of(record), key=lambda field: _LAST.get(field.name, 0)):
        if field.option and field.name not in left_out:
            _add_option(parser, field.option, field.shape)


def _add_option(parser: Parser, option: "ShellOption", shape: str) -> None:
    if not option.word.startswith("--"):
        nargs = "?" if option.is_optional else None
        parser.add_argument(option.word, metavar=option.metavar, nargs=nargs, help=option.help)
    elif shape == "switch":
        parser.add_argument(option.word, action="store_true", help=option.help)
    elif shape == "one":
        parser.add_argument(option.word, metavar=option.metavar, help=option.help)
    else:
        explained = f"{option.help}; may be repeated"
        parser.add_argument(option.word, metavar=option.metavar, action="append", help=explained)


def _add_water(water: Parser) -> None:
    water.add_argument("amount", metavar="ML", help="milliliters, or 2 glasses, 0.5 l, 16 oz")
    _add_at(water)


def _add_drink(drink: Parser) -> None:
    drink.add_argument("amount", metavar="N", nargs="?", default="1", help="1 if not stated")
    _add_at(drink)


def _add_check(check: Parser) -> None:
    explained = (
        "what you have now, several if need be, or none; without any, the questions are listed "
        "and nothing is recorded"
    )
    check.add_argument("flags", metavar="FLAG", nargs="*", help=explained)
    _add_note(check)
    _add_at(check)


def _add_check_up(check_up: Parser) -> None:
    check_up.add_argument("--by", metavar="NAME", help="who looked at it")
    _add_note(check_up)
    _add_at(check_up)


def _add_trial(trial: Parser) -> None:
    words = ("did", "left-out", "yes", "no")
    explained = "did or left-out; or yes or no, whether that was as drawn"
    trial.add_argument("kept", choices=words, metavar="DONE", help=explained)
    trial.add_argument("--day", metavar="DAY", help="the day, today if not stated")


def _add_note(parser: Parser) -> None:
    parser.add_argument("--note", metavar="TEXT", help="anything worth keeping")


def _add_at(parser: Parser) -> None:
    parser.add_argument(
        "--at",
        metavar="WHEN",
        help="such as 08:10, 'yesterday 22:30' or '3h ago'; now if not stated",
    )


def _add_list(entries: Parser) -> None:
    entries.add_argument(
        "kind", nargs="?", choices=LISTED, metavar="KIND", help=say_list(LISTED, "or")
    )
    entries.add_argument("--from", metavar="DAY", dest="first", help="from this day on")
    entries.add_argument("--to", metavar="DAY", dest="last", help="up to this day")
    entries.add_argument("--find", metavar="TEXT", help="only what has this text in it")
    _add_json(entries)


def _add_today(today: Parser) -> None:
    today.add_argument("--short", action="store_true", help="one line, for a status bar")


def _add_week(week: Parser) -> None:
    week.add_argument("day", metavar="DAY", nargs="?", help="any of its days; today if not stated")
    _add_json(week)


def _add_trends(trends: Parser) -> None:
    explained = "over how many weeks the trend is told; 12 if not stated"
    trends.add_argument("--weeks", type=_whole(1, 520), default=12, metavar="N", help=explained)
    _add_json(trends)


def _add_routines(routines: Parser) -> None:
    explained = "an id, a name, or the beginning of either; several for --export"
    routines.add_argument("id", metavar="ID", nargs="*", help=explained)
    explained = "write them, or one's own, to a file to share; - is standard output"
    routines.add_argument("--export", metavar="FILE", help=explained)
    routines.add_argument("--force", action="store_true", help="write over a file that is there")
    routines.add_argument(
        "--import", metavar="FILE", dest="bring", help="take in what such a file holds"
    )
    _add_dry_run(routines)
    _add_json(routines)


def _add_exercises(exercises: Parser) -> None:
    explained = "one with all that is known of it; its id or its name"
    exercises.add_argument("id", metavar="ID", nargs="?", help=explained)
    exercises.add_argument("--area", metavar="AREA", help="what it is for, such as 'lower back'")
    exercises.add_argument("--kind", metavar="KIND", help="such as stretch or strength")
    exercises.add_argument("--position", metavar="HOW", help="such as standing or 'no floor'")
    exercises.add_argument("--find", metavar="TEXT", help="only what these words name")
    _add_json(exercises)


def _add_start(start: Parser) -> None:
    explained = "its id, its name, or the beginning of either"
    start.add_argument("routine", metavar="ROUTINE", help=explained)
    explained = "line by line, for screen readers and pipes"
    start.add_argument("--plain", action="store_true", help=explained)
    start.add_argument("--voice", action="store_true", help="with --plain: spoken as well")


def _add_dry_run(parser: Parser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="only say what would be taken in")


def _add_advice(advice: Parser) -> None:
    explained = "everything that the rules say, also what rests and what was put away"
    advice.add_argument("--all", action="store_true", help=explained)
    _add_json(advice)


def _add_about(about: Parser) -> None:
    explained = (
        "such as birth_year=1950 or conditions=none, several if need be; without a value it is "
        "taken back; FIELD alone says what it may be"
    )
    about.add_argument("words", metavar="FIELD=VALUE", nargs="*", help=explained)
    _add_json(about)


def _add_learn(learn: Parser) -> None:
    explained = "its id, its title, or the beginning of either; all of them if not stated"
    learn.add_argument("page", metavar="PAGE", nargs="*", help=explained)
    _add_json(learn)


def _add_json(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="for programs")


def _add_change(change: Parser) -> None:
    _add_id(change)
    explained = "such as severity=5; without a value the field is removed"
    change.add_argument("edits", metavar="FIELD=VALUE", nargs="+", help=explained)


def _add_id(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help="the beginning of its id, as `list` shows it")


def _add_export(export: Parser) -> None:
    from backcare_tui.exchange.known import EXPORTS

    endings = say_list([each.ending for each in EXPORTS], "or")
    explained = f"its name ends in {endings}; - is standard output"
    export.add_argument("file", metavar="FILE", help=explained)
    names = say_list([each.name for each in EXPORTS], "or")
    export.add_argument("--format", metavar="NAME", help=names)
    export.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_step(step: Parser) -> None:
    explained = "without a question, also what was done more than an hour ago"
    step.add_argument("--yes", action="store_true", help=explained)


def _add_import(bring: Parser) -> None:
    from backcare_tui.exchange.known import say_others

    explained = f"such as an export of {say_others()}"
    bring.add_argument("file", metavar="FILE", help=explained)
    bring.add_argument("--format", metavar="NAME", help="what wrote it, if it cannot be told")
    _add_dry_run(bring)


def _add_hand_over(page: Parser) -> None:
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
    explained = "with --for: also visits to other people"
    page.add_argument("--others", action="store_true", help=explained)
    _add_on_paper(page)
    page.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_report(page: Parser) -> None:
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


def _add_on_paper(page: Parser) -> None:
    explained = "also visits for the mind or of an intimate kind, and medicines for them"
    page.add_argument("--private", action="store_true", help=explained)
    page.add_argument(
        "--name", metavar="NAME", help="your name at its head, else a line for the pen"
    )
    page.add_argument(
        "--born", metavar="DATE", help="your date of birth beside it, as you write it"
    )


def _add_demo(demo: Parser) -> None:
    demo.add_argument("--days", type=_whole(14, 3650), default=120, metavar="N", help="its length")
    demo.add_argument("--seed", type=_whole(0, 2**31), default=7, metavar="N", help="which story")


_ENTRIES: dict[str, tuple[str, "Fill"]] = {
    "pain": ("pain at one moment, 0 to 10", _add_pain),
    "sleep": ("a night: to bed and up, or its length", _add_sleep),
    "massage": ("a massage", _add_massage),
    "visit": ("another treatment", _add_treatment),
    "session": ("a routine that was done", _add_session),
    "meal": ("what was eaten", _add_meal),
    "water": ("water, in milliliters", _add_water),
    "coffee": ("coffee, in cups", _add_drink),
    "alcohol": ("alcohol, in standard drinks", _add_drink),
    "check": ("the check for warning signs, and what to do now", _add_check),
    "check-up": ("that a professional has looked at it", _add_check_up),
    "trial": ("what was done on a day of the trial", _add_trial),
}
_COMMANDS: dict[str, tuple[str, "Fill | None"]] = {
    "log": ("take down an entry", _add_log),
    "list": ("entries, newest first", _add_list),
    "today": ("what is due, and what was taken down today", _add_today),
    "week": ("the weekly review", _add_week),
    "trends": ("the trend, and what goes along with pain and sleep", _add_trends),
    "advice": ("what the rules say now, with why and from where", _add_advice),
    "routines": ("the routines and programs, or one of them with its steps", _add_routines),
    "exercises": ("the exercises, or the page of one", _add_exercises),
    "start": ("play a routine", _add_start),
    "about": ("what you state about yourself: conditions, age, medicines, and more", _add_about),
    "learn": ("the pages to read, or one of them", _add_learn),
    "change": ("change fields of an entry", _add_change),
    "remove": ("remove an entry", _add_id),
    "undo": ("take back the last change, then the one before it", _add_step),
    "redo": ("make again what undo took back last", _add_step),
    "check": ("read the whole diary and say what is in it", None),
    "where": ("where the diary is", None),
    "export": ("write everything to a file", _add_export),
    "import": ("take in what another program or diary holds", _add_import),
    "hand-over": ("the page for the next appointment", _add_hand_over),
    "report": ("a page or two for a therapist or doctor", _add_report),
    "demo": ("the full screen on a made-up diary", _add_demo),
}
"""Each command with what it does, and what adds its arguments."""
