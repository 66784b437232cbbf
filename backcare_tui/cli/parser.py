"""Where the words of all commands are joined. Values are read by the commands, so that each has its sentence."""

import argparse
from typing import TYPE_CHECKING

from backcare_tui import __version__
from backcare_tui.cli.parser_entries import add_about, add_change, add_id, add_settings, add_step
from backcare_tui.cli.parser_file import (
    add_backup,
    add_encrypt,
    add_export,
    add_import,
    add_merge,
    add_restore,
    add_way_back,
)
from backcare_tui.cli.parser_flare import add_flare
from backcare_tui.cli.parser_help import add_completion, add_help, add_manual
from backcare_tui.cli.parser_log import add_log
from backcare_tui.cli.parser_mat import add_mat
from backcare_tui.cli.parser_move import add_exercises, add_routines, add_start
from backcare_tui.cli.parser_options import add_json, add_yes, whole
from backcare_tui.cli.parser_paper import add_hand_over, add_report
from backcare_tui.cli.parser_read import (
    add_advice,
    add_learn,
    add_list,
    add_today,
    add_trends,
    add_week,
)
from backcare_tui.cli.parser_remind import add_remind
from backcare_tui.cli.parser_serve import add_serve
from backcare_tui.cli.parser_sheet import add_sheet
from backcare_tui.cli.parsing import Parser, add_commands

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Commands

_DOES = """\
Takes down pain and sleep in seconds, leads through stretches, keeps massages
and meals in view. Without a command it opens the full screen. Everything
stays in one file on this machine."""


class _Overview(Parser):
    """All commands, which its help shows in groups."""

    def format_help(self) -> str:
        """What the program does, and its commands, one a line."""
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for title, names in GROUPS.items():
            formatter.start_section(title)
            for name in names:
                formatter.add_argument(argparse.Action([], name, help=_COMMANDS[name][0]))
            formatter.end_section()
        formatter.start_section("options")
        formatter.add_arguments(a for a in self._actions if a.option_strings)
        formatter.end_section()
        formatter.add_text(_MORE)
        return formatter.format_help()


def build_parser() -> Parser:
    """The parser of all commands; `command` is None for the full screen."""
    parser = _Overview(prog="backcare", description=_DOES)
    parser.add_argument(
        "--version", action="version", version=f"backcare {__version__}", help="say which it is"
    )
    parser.set_defaults(diary=None)
    add_commands(parser, _COMMANDS, dest="command", metavar="COMMAND", title="commands")
    return parser


def _add_plan(plan: Parser) -> None:
    from backcare_tui.cli.parser_plan import add_plan

    add_plan(plan)


def _add_demo(demo: Parser) -> None:
    demo.add_argument("--days", type=whole(14, 3650), default=120, metavar="N", help="its length")
    demo.add_argument("--seed", type=whole(0, 2**31), default=7, metavar="N", help="which story")


_COMMANDS: "Commands" = {
    "log": ("take down an entry", add_log),
    "list": ("entries, newest first", add_list),
    "today": ("what is due, and what was taken down today", add_today),
    "week": ("the weekly review", add_week),
    "trends": ("the trend, and what goes along with pain and sleep", add_trends),
    "advice": ("what the rules say now, with why and from where", add_advice),
    "routines": ("the routines and programs, or one of them with its steps", add_routines),
    "exercises": ("the exercises, or the page of one", add_exercises),
    "sheet": ("take in a therapist's sheet, typed, as a routine of one's own", add_sheet),
    "start": ("play a routine", add_start),
    "mat": ("write a routine as a page that leads it on a phone or tablet", add_mat),
    "serve": ("the full screen in a browser, here or on a tablet in your network", add_serve),
    "about": ("what you state about yourself: conditions, age, medicines, and more", add_about),
    "settings": (
        "colors, movement, week and what the player tells, told and changed",
        add_settings,
    ),
    "learn": ("the pages to read, or one of them", add_learn),
    "plan": ("the week of your own: what to do, what is done, and why", _add_plan),
    "flare": ("your flare plan: printed, on paper, or written anew", add_flare),
    "change": ("change fields of an entry", add_change),
    "remove": ("remove an entry", add_id),
    "undo": ("take back the last change, then the one before it", add_step),
    "redo": ("make again what undo took back last", add_step),
    "check": ("read the whole diary and say what is in it", add_json),
    "where": ("where the diary and its backups are", add_json),
    "backup": ("make a backup now", add_backup),
    "backups": ("the backups that there are", add_json),
    "restore": ("put a backup in the place of the diary", add_restore),
    "recover": ("bring back what can be read in a damaged diary", add_way_back),
    "remind": ("a reminder by the system's own scheduler", add_remind),
    "export": ("write everything to a file, or what is planned for a calendar", add_export),
    "import": ("take in what another program or diary holds", add_import),
    "merge": ("take in another device's copy of this diary", add_merge),
    "hand-over": ("the page for the next appointment", add_hand_over),
    "report": ("a page or two for a therapist or doctor", add_report),
    "encrypt": ("lock the diary with a passphrase", add_encrypt),
    "decrypt": ("unlock the diary for good", add_yes),
    "demo": ("the full screen on a made-up diary", _add_demo),
    "completion": ("what completes these words in bash, zsh or fish", add_completion),
    "manual": ("the pages of the manual, and all commands for man", add_manual),
    "help": ("the words of a command, as its --help", add_help),
}
"""Each command with what it does, and what adds its arguments."""
GROUPS: dict[str, tuple[str, ...]] = {
    "day by day": ("log", "today", "list", "week", "trends", "advice"),
    "moving": ("start", "mat", "serve", "routines", "exercises", "sheet"),
    "for you": ("plan", "flare", "learn", "remind", "about", "settings"),
    "putting right": ("change", "remove", "undo", "redo"),
    "for others": ("report", "hand-over", "export", "import"),
    "looking after the diary": (
        "check",
        "where",
        "backup",
        "backups",
        "restore",
        "recover",
        "merge",
        "encrypt",
        "decrypt",
    ),
    "getting to know it": ("demo", "help", "manual", "completion"),
}
"""The commands as the help shows them, by what they are for; each is in one group."""
_MORE = """\
backcare help COMMAND says the words of one, with an example; backcare manual
has them all. --json, where it is taken, answers for programs."""
