"""What the shell says of itself: calm, in groups, with an example, and what was likely meant."""

import shlex

from backcare_tui.cli.examples import EXAMPLES
from backcare_tui.cli.parser import GROUPS, build_parser
from backcare_tui.cli.parsing import every
from tests.for_each import for_each
from tests.shell.conftest import Shell

WIDTH = 80
MEANT = {
    "lgo": '"lgo" is not understood here. Did you mean log? See backcare --help.\n',
    "log pian 4": '"pian" is not understood here. Did you mean pain? See backcare log --help.\n',
    "log pain 4 --moo=3": '"--moo=3" is not understood here. Did you mean --mood? See backcare log pain --help.\n',
    "plan renew --felt esy": (
        '--felt: "esy" is not one of easy, right, hard. Did you mean easy? '
        "See backcare plan renew --help.\n"
    ),
    "help lgo": '"lgo" is not understood here. Did you mean log? See backcare --help.\n',
}


def words_of(example: str) -> list[str]:
    """What a line gives to the program: up to where a shell reads or writes a file."""
    _, *words = shlex.split(example)
    ends = [n for n, word in enumerate(words) if word in {"<", ">"}]
    return words[: min(ends, default=len(words))]


def test_every_command_has_an_example_in_its_help() -> None:
    for parser in every(build_parser()):
        assert EXAMPLES[parser.prog][0] in parser.format_help() or parser.prog == "backcare"


@for_each("example", [line for lines in EXAMPLES.values() for line in lines])
def test_an_example_can_be_given(example: str) -> None:
    assert build_parser().parse_args(words_of(example)).command


def test_the_help_shows_every_command_once_within_a_terminal(shell: Shell) -> None:
    said = shell.says("--help")
    assert sorted(build_parser().below()) == sorted(sum(GROUPS.values(), ()))
    shown = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert [word for word in shown if word in build_parser().below()] == list(
        sum(GROUPS.values(), ())
    )
    assert max(map(len, said.splitlines())) <= WIDTH


@for_each("words", ["", "log", "log pain", "plan new"])
def test_help_before_a_command_says_what_its_option_says(shell: Shell, words: str) -> None:
    assert shell.says("help", *words.split()) == shell.says(*words.split(), "--help")


@for_each("words", MEANT)
def test_a_word_that_is_nearly_right_is_named(shell: Shell, words: str) -> None:
    done = shell.run(*words.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", MEANT[words])
