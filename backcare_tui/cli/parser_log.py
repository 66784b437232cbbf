"""The words of `log`, one kind of entry after the other."""

from argparse import Action
from functools import partial
from typing import TYPE_CHECKING

from backcare_tui.cli.offered import flag_words, words_of_field
from backcare_tui.cli.parser_activity import add_active, add_steps
from backcare_tui.cli.parser_mat import add_exercises_done
from backcare_tui.cli.parser_options import add_json, add_switch
from backcare_tui.cli.parsing import add_commands

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Commands, Parser
    from backcare_tui.diary.records.base import Record
    from backcare_tui.wording.fields.field import ShellOption

_LAST = {"note": 1, "at": 2}


def add_log(log: "Parser") -> None:
    """The words of `log`."""
    add_commands(log, _ENTRIES, dest="entry", metavar="KIND", required=True, title="kinds")


def _add_pain(pain: "Parser") -> None:
    from backcare_tui.diary.records.pain import Pain

    _add_fields(pain, Pain)


def _add_sleep(sleep: "Parser") -> None:
    from backcare_tui.diary.records.night import Night

    _add_fields(sleep, Night)


def _add_treatment(visit: "Parser") -> None:
    from backcare_tui.diary.records.visit import Visit

    _add_fields(visit, Visit)


def _add_massage(massage: "Parser") -> None:
    from backcare_tui.diary.records.visit import Visit

    _add_fields(massage, Visit, "treatment")


def _add_session(session: "Parser") -> None:
    from backcare_tui.diary.records.session import Session

    _add_fields(session, Session)
    add_exercises_done(session)


def _add_meal(meal: "Parser") -> None:
    from backcare_tui.diary.records.meal import Meal

    _add_fields(meal, Meal)
    add_switch(meal, "--no-tags", "keep none, where tags that go with TEXT would be kept")


def _add_fields(parser: "Parser", record: "type[Record]", *left_out: str) -> None:
    """An option for each field of a record that has one, note and moment last."""
    from backcare_tui.wording.fields.table import fields_of

    for field in sorted(fields_of(record), key=lambda field: _LAST.get(field.name, 0)):
        if field.option and field.name not in left_out:
            action = _add_option(parser, field.option, field.shape)
            parser.offered[action.dest] = partial(words_of_field, field)


def _add_option(parser: "Parser", option: "ShellOption", shape: str) -> Action:
    if not option.word.startswith("--"):
        nargs = "?" if option.is_optional else None
        return parser.add_argument(
            option.word, metavar=option.metavar, nargs=nargs, help=option.help
        )
    if shape == "switch":
        return parser.add_argument(option.word, action="store_true", help=option.help)
    if shape == "one":
        return parser.add_argument(option.word, metavar=option.metavar, help=option.help)
    return parser.add_argument(
        option.word,
        metavar=option.metavar,
        action="append",
        help=f"{option.help}; may be repeated",
    )


def _add_water(water: "Parser") -> None:
    water.add_argument("amount", metavar="ML", help="milliliters, or 2 glasses, 0.5 l, 16 oz")
    _add_at(water)


def _add_drink(drink: "Parser") -> None:
    drink.add_argument("amount", metavar="N", nargs="?", default="1", help="1 if not stated")
    _add_at(drink)


def _add_belief(belief: "Parser") -> None:
    from backcare_tui.diary.records.belief import Belief

    _add_fields(belief, Belief)


def _add_check(check: "Parser") -> None:
    explained = (
        "what you have now, several if need be, or none; without any, the questions are listed "
        "and nothing is recorded"
    )
    check.add_argument("flags", metavar="FLAG", nargs="*", help=explained)
    check.offered["flags"] = flag_words
    _add_note(check)
    _add_at(check)
    add_json(check)


def _add_check_up(check_up: "Parser") -> None:
    check_up.add_argument("--by", metavar="NAME", help="who looked at it")
    _add_note(check_up)
    _add_at(check_up)


def _add_trial(trial: "Parser") -> None:
    words = ("did", "left-out", "yes", "no")
    explained = "did or left-out; or yes or no, whether that was as drawn"
    trial.add_argument("kept", choices=words, metavar="DONE", help=explained)
    trial.add_argument("--day", metavar="DAY", help="the day, today if not stated")


def _add_note(parser: "Parser") -> None:
    parser.add_argument(
        "--note", metavar="TEXT", help="anything worth keeping; - reads standard input"
    )


def _add_at(parser: "Parser") -> None:
    parser.add_argument(
        "--at",
        metavar="WHEN",
        help="such as 08:10, 'yesterday 22:30' or '3h ago'; now if not stated",
    )


_ENTRIES: "Commands" = {
    "pain": ("pain at one moment, 0 to 10", _add_pain),
    "sleep": ("a night: to bed and up, or its length", _add_sleep),
    "massage": ("a massage", _add_massage),
    "visit": ("another treatment", _add_treatment),
    "session": ("a routine that was done", _add_session),
    "meal": ("what was eaten", _add_meal),
    "water": ("water, in milliliters", _add_water),
    "coffee": ("coffee, in cups", _add_drink),
    "alcohol": ("alcohol, in standard drinks", _add_drink),
    "belief": ("how afraid you are to bend, and of moving; once a month", _add_belief),
    "active": ("the active minutes of a day", add_active),
    "steps": ("the steps of a day", add_steps),
    "check": ("the check for warning signs, and what to do now", _add_check),
    "check-up": ("that a professional has looked at it", _add_check_up),
    "trial": ("what was done on a day of the trial", _add_trial),
}
