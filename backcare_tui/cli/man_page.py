"""The man page, made from the parser: every command with its words, in the macros of man(7)."""

import argparse
from collections.abc import Iterator
from textwrap import wrap

from backcare_tui.cli.examples import EXAMPLES
from backcare_tui.cli.parser import GROUPS, build_parser
from backcare_tui.cli.parsing import Parser, every

_ESCAPES = {
    "\\": "\\e",
    "-": "\\-",
    "'": "\\(aq",
    '"': "\\(dq",
    "`": "\\(ga",
    "^": "\\(ha",
    "~": "\\(ti",
}
_HEAD = """\
.TH BACKCARE 1 "" backcare "User Commands"
.SH NAME
backcare \\- a companion in the terminal for people who live with back pain
.SH SYNOPSIS
.B backcare
[\\fB\\-\\-diary\\fR \\fIFILE\\fR]
[\\fICOMMAND\\fR [\\fIWORDS\\fR]]"""
_OF_ALL = """\
.TP
\\fB\\-\\-diary\\fR \\fIFILE\\fR
This diary instead, anywhere among the words of a command.
.TP
.B \\-\\-help
The words of a command.
.TP
.B \\-\\-version
Which backcare this is."""
_TAIL = """\
.SH EXIT STATUS
.TP
.B 0
It was done.
.TP
.B 1
It could not be done; a sentence on standard error says why, and nothing was changed.
.TP
.B 2
The words of the command are wrong.
.SH ENVIRONMENT
.TP
.B BACKCARE_DIARY
The diary, in the place of the one in the data folder of the system.
.TP
.B BACKCARE_BACKUPS
The folder of the backups.
.TP
.B BACKCARE_PASSPHRASE_FILE
A file with the passphrase of a locked diary in its first line; \\- is standard input.
.SH FILES
.B backcare where
says where the diary and its backups are. Nothing is sent anywhere."""


def man_page() -> str:
    """The source that `man` reads.

    >>> man_page().splitlines()[0]
    '.TH BACKCARE 1 "" backcare "User Commands"'
    """
    parser = build_parser()
    parts = [_HEAD, ".SH DESCRIPTION", _prose(parser.description or ""), _OF_ALL]
    for title, names in GROUPS.items():
        parts.append(f".SH {_text(title.upper())}")
        for name in names:
            for command in every(parser.below()[name]):
                parts += _command(command)
    return "\n".join((*parts, _TAIL))


def _command(command: Parser) -> Iterator[str]:
    """What a command does, its words, and how it is given."""
    words = " ".join(_placed(each) for each in command.positionals())
    yield f'.SS "{_text(f"{command.prog} {words}".strip())}"'
    yield _prose(command.description or "")
    yield from _arguments(command)
    yield from (".PP", "Such as:", ".PP", ".RS 4", ".nf")
    yield from (_text(line) for line in EXAMPLES[command.prog])
    yield from (".fi", ".RE")


def _arguments(command: Parser) -> Iterator[str]:
    """A paragraph for each word that a command takes, beside those that all take."""
    for action in command.own_actions():
        named = ", ".join(f"\\fB{_text(word)}\\fR" for word in action.option_strings)
        value = "" if action.nargs == 0 else f"\\fI{_text(_value(action))}\\fR"
        yield from (".TP", f"{named} {value}".strip(), _prose(action.help or ""))


def _value(action: argparse.Action) -> str:
    return str(action.metavar or action.dest.upper())


def _placed(action: argparse.Action) -> str:
    """A word that is known by its place, in brackets where it may be left out."""
    return f"[{_value(action)}]" if action.nargs in {"?", "*"} else _value(action)


def _prose(words: str) -> str:
    """Sentences in lines of a source that is fit to read."""
    lines = wrap(words, 72, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(_text, lines))


def _text(line: str) -> str:
    """A line as roff prints it: dashes and quotes that can be copied, and no request at its start."""
    for char, escape in _ESCAPES.items():
        line = line.replace(char, escape)
    return f"\\&{line}" if line.startswith(".") else line
