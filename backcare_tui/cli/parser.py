"""The words of the command line. Values are read by the commands, so that each has its sentence."""

import argparse
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

from backcare_tui import __version__
from backcare_tui.text import clean, say_list

if TYPE_CHECKING:
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
_RESPONSES = ("relaxed", "unchanged", "tensed", "painful")


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
        self.exit(2, f"{clean(_sentence(message))} See {self.prog} --help.\n")


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
    pain.add_argument("severity", metavar="SEVERITY", help="0 no pain to 10 the worst imaginable")
    _add_words(pain, "--area", "where, such as lower-back-l or 'lower back left'")
    _add_words(pain, "--quality", "how it feels, such as stiff")
    _add_words(pain, "--trigger", "what set it off, such as sitting-long")
    _add_words(pain, "--reliever", "what eased it, such as heat")
    pain.add_argument("--flare", action="store_true", help="a flare-up, worse than is usual")
    pain.add_argument("--mood", metavar="1-5", help="1 very low to 5 very good")
    pain.add_argument("--stiffness", metavar="MIN", help="minutes of stiffness on waking")
    _add_words(pain, "--medicine", "what was taken, such as 'ibuprofen 400 mg'")
    _add_note(pain)
    _add_at(pain)


def _add_sleep(sleep: Parser) -> None:
    sleep.add_argument("bed", metavar="BED", help="to bed, such as 23:10; or the length, as 7h20")
    sleep.add_argument("up", metavar="UP", nargs="?", help="up again, such as 06:45")
    sleep.add_argument("--latency", metavar="MIN", help="minutes until asleep")
    sleep.add_argument("--awakenings", metavar="N", help="how often awake")
    sleep.add_argument("--awake", metavar="MIN", help="minutes awake in the night")
    sleep.add_argument("--quality", metavar="1-5", help="1 very poor to 5 very good")
    sleep.add_argument("--night", metavar="DAY", help="the day of waking, today if not stated")
    _add_note(sleep)


def _add_treatment(visit: Parser) -> None:
    visit.add_argument("treatment", help="such as acupuncture or physical-therapy")
    _add_visit(visit)


def _add_visit(visit: Parser) -> None:
    from backcare_tui.cli.values import PRESSURES

    visit.add_argument("minutes", metavar="MIN", nargs="?", help="how long it took")
    visit.add_argument("--kind", metavar="KIND", help="such as deep-tissue")
    _add_words(visit, "--area", "where, such as lower-back-l")
    visit.add_argument(
        "--pressure", choices=PRESSURES, metavar="HOW", help=say_list(PRESSURES, "or")
    )
    visit.add_argument(
        "--response", choices=_RESPONSES, metavar="HOW", help=say_list(_RESPONSES, "or")
    )
    _add_words(visit, "--technique", "such as petrissage or kneading")
    _add_words(visit, "--inflammation", "a sign that was noticed, such as swelling")
    _add_before_and_after(visit)
    visit.add_argument("--bend-before", metavar="0-10", help="how far you could bend before")
    visit.add_argument("--bend-after", metavar="0-10", help="how far you could bend after")
    visit.add_argument("--mood-before", metavar="1-5", help="1 very low to 5 very good")
    visit.add_argument("--mood-after", metavar="1-5", help="1 very low to 5 very good")
    visit.add_argument("--sore", metavar="0-10", help="how sore you were the day after")
    visit.add_argument("--by", metavar="NAME", help="who gave it")
    visit.add_argument("--cost", metavar="AMOUNT", help="what it cost")
    _add_note(visit)


def _add_session(session: Parser) -> None:
    session.add_argument("routine", help="such as morning-loosen-up")
    session.add_argument("--minutes", metavar="MIN", help="how long it took")
    _add_before_and_after(session)


def _add_meal(meal: Parser) -> None:
    meal.add_argument("text", help="such as 'salmon, lentils, greens'")
    meal.add_argument("--meal", metavar="MEAL", help="breakfast, lunch, dinner, snack or drink")
    _add_words(meal, "--tag", "such as oily-fish")
    _add_at(meal)


def _add_water(water: Parser) -> None:
    water.add_argument("amount", metavar="ML", help="milliliters")
    _add_at(water)


def _add_drink(drink: Parser) -> None:
    drink.add_argument("amount", metavar="N", nargs="?", default="1", help="1 if not stated")
    _add_at(drink)


def _add_check(check: Parser) -> None:
    from backcare_tui.cli.values import warning_signs

    named = ", ".join(id_.replace("_", "-") for ids in warning_signs().values() for id_ in ids)
    explained = f"what you have now, of {named}; without any, none of them is recorded"
    check.add_argument("flags", metavar="FLAG", nargs="*", help=explained)
    _add_note(check)
    _add_at(check)


def _add_check_up(check_up: Parser) -> None:
    _add_note(check_up)
    _add_at(check_up)


def _add_trial(trial: Parser) -> None:
    trial.add_argument("kept", choices=("yes", "no"), metavar="KEPT", help="yes or no")
    trial.add_argument("--day", metavar="DAY", help="the day, today if not stated")


def _add_before_and_after(parser: Parser) -> None:
    parser.add_argument("--before", metavar="0-10", help="pain before")
    parser.add_argument("--after", metavar="0-10", help="pain after")
    _add_at(parser)


def _add_words(parser: Parser, option: str, explained: str) -> None:
    parser.add_argument(
        option, metavar="WORD", action="append", default=[], help=f"{explained}; may be repeated"
    )


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
    exercises.add_argument("--position", metavar="HOW", help="such as standing or 'on the back'")
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


def _add_import(bring: Parser) -> None:
    from backcare_tui.exchange.known import say_others

    explained = f"such as an export of {say_others()}"
    bring.add_argument("file", metavar="FILE", help=explained)
    bring.add_argument("--format", metavar="NAME", help="what wrote it, if it cannot be told")
    _add_dry_run(bring)


def _add_hand_over(page: Parser) -> None:
    explained = "its name ends in .html or .txt; printed as text if not stated"
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
    page.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_report(page: Parser) -> None:
    explained = "its name ends in .pdf, .html or .md; - is standard output"
    page.add_argument("file", metavar="FILE", help=explained)
    page.add_argument("--from", metavar="DAY", dest="first", help="12 weeks ago if not stated")
    page.add_argument("--to", metavar="DAY", dest="last", help="today if not stated")
    explained = "summary, pain, sleep, care, medicines, areas, impact; all if not stated"
    page.add_argument("--parts", metavar="LIST", help=explained)
    page.add_argument("--notes", action="store_true", help="with the notes of that time")
    page.add_argument("--format", metavar="NAME", help="html or md, for standard output")
    page.add_argument("--force", action="store_true", help="write over a file that is there")


def _add_demo(demo: Parser) -> None:
    demo.add_argument("--days", type=_whole(14, 3650), default=120, metavar="N", help="its length")
    demo.add_argument("--seed", type=_whole(0, 2**31), default=7, metavar="N", help="which story")


_ENTRIES: dict[str, tuple[str, "Fill"]] = {
    "pain": ("pain at one moment, 0 to 10", _add_pain),
    "sleep": ("a night: to bed and up, or its length", _add_sleep),
    "massage": ("a massage", _add_visit),
    "visit": ("another treatment", _add_treatment),
    "session": ("a routine that was done", _add_session),
    "meal": ("what was eaten", _add_meal),
    "water": ("water, in milliliters", _add_water),
    "coffee": ("coffee, in cups", _add_drink),
    "alcohol": ("alcohol, in standard drinks", _add_drink),
    "check": ("the check for warning signs, and what to do now", _add_check),
    "check-up": ("that a professional has looked at it", _add_check_up),
    "trial": ("whether a day of the trial was kept to", _add_trial),
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
    "change": ("change fields of an entry", _add_change),
    "remove": ("remove an entry", _add_id),
    "undo": ("take back the last change, then the one before it", None),
    "check": ("read the whole diary and say what is in it", None),
    "where": ("where the diary is", None),
    "export": ("write everything to a file", _add_export),
    "import": ("take in what another program or diary holds", _add_import),
    "hand-over": ("the page for the next appointment", _add_hand_over),
    "report": ("a page or two for a therapist or doctor", _add_report),
    "demo": ("the full screen on a made-up diary", _add_demo),
}
"""Each command with what it does, and what adds its arguments."""
