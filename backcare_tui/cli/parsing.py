"""A parser of words that complains in sentences, takes `--diary` anywhere, and fills itself late."""

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from backcare_tui.cli.terminal import complain
from backcare_tui.text import nearest, sentence_case

if TYPE_CHECKING:
    Below = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - it has no other name
    Fill = Callable[["Parser"], None]
    Commands = Mapping[str, tuple[str, Fill | None]]
    Offer = Callable[[], Iterable[str]]

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
_CHOICE = r"argument .*?: invalid choice: '(.*?)' \(choose from (.*)\)"
_LISTED = r'^(".*?") is not one of .*'
_UNKNOWN = r"unrecognized arguments: (\S+).*"
_ALIKE = 0.65
"""From here on a word was likely meant to be another: `lsit` for `list`, not `rescue` for `recover`."""


class Parser(argparse.ArgumentParser):
    """The words of one command, with what a shell may offer for them.

    To build all commands would cost 8 ms at each start; only the one that is named is filled.
    """

    def __init__(self, fill: "Fill | None" = None, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options, allow_abbrev=False)
        self._fill = fill
        self.offered: dict[str, Offer] = {}
        """What a shell offers for an argument, by its name in the parsed words, beside its closed choices."""
        self.commands: Below | None = None
        """The commands below it, once they are there."""
        self.add_argument(
            "--diary",
            metavar="FILE",
            default=argparse.SUPPRESS,
            help="this diary instead; also BACKCARE_DIARY",
        )

    def fill(self) -> None:
        """Have the arguments there, which are added when they are first needed."""
        fill, self._fill = self._fill, None
        if fill:
            fill(self)

    def below(self) -> dict[str, "Parser"]:
        """The commands below this one, by their words; each may still be unfilled."""
        self.fill()
        return dict(self.commands.choices) if self.commands else {}

    def own_actions(self) -> list[argparse.Action]:
        """The arguments that are this command's own, in their order; the others all commands have."""
        self.fill()
        common = ("help", "diary", "version")
        return [a for a in self._actions if a.dest not in common and a is not self.commands]

    def positionals(self) -> list[argparse.Action]:
        """Its own arguments that are known by their place."""
        return [action for action in self.own_actions() if not action.option_strings]

    @property
    def is_command(self) -> bool:
        """Whether it does something by itself, where others only lead on to a command below."""
        self.fill()
        return self.commands is None or not self.commands.required

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse, once the arguments are there; argparse calls it for the command that is named."""
        self.fill()
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:  # said here, where it is known of which command they are not
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def format_help(self) -> str:
        """The words of the command, and how it is given."""
        from backcare_tui.cli.examples import EXAMPLES

        self.fill()
        self.epilog = "\n  ".join(("such as:", *EXAMPLES.get(self.prog, ()))) + "\n"
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the words are explained; exit status 2."""
        sentence = _sentence(message)
        if word := self._meant(message):  # instead of a list of all that it could have been
            sentence = re.sub(_LISTED, r"\1 is not understood here.", sentence, flags=re.DOTALL)
            sentence += f" Did you mean {word}?"
        complain(f"{sentence} See {self.prog} --help.")
        self.exit(2)

    def _meant(self, message: str) -> str:
        """What was likely meant by a word that is none, or nothing where nothing is alike."""
        if found := re.fullmatch(_CHOICE, message, re.DOTALL):
            typed, known = found[1], re.findall(r"[^', ]+", found[2])
        elif (found := re.fullmatch(_UNKNOWN, message, re.DOTALL)) and found[1].startswith("--"):
            typed, known = found[1].partition("=")[0], list(self._option_string_actions)
        else:
            return ""
        alike = nearest(typed, known, 3, _ALIKE)
        alike.sort(key=lambda word: sorted(word) != sorted(typed))  # first of all letters swapped
        return alike[0] if alike else ""


def add_commands(parser: Parser, table: "Commands", **options: Any) -> None:
    """Have a parser take commands, each with what it does and what adds its arguments."""
    parser.commands = parser.add_subparsers(**options, parser_class=Parser)
    for name, (explained, fill) in table.items():
        parser.commands.add_parser(
            name, help=explained, description=f"{sentence_case(explained)}.", fill=fill
        )


def every(parser: Parser) -> Iterator[Parser]:
    """A parser and all below it that do something, filled, in their order.

    >>> from backcare_tui.cli.parser import build_parser
    >>> [parser.prog for parser in every(build_parser())][1:3]
    ['backcare log pain', 'backcare log sleep']
    """
    if parser.is_command:
        yield parser
    for each in parser.below().values():
        yield from every(each)


def _sentence(message: str) -> str:
    """A complaint of argparse as a sentence for a person."""
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(sentence).replace("'", "")
    return f"{message}."
