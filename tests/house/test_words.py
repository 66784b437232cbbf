"""What people read: the spelling, and what the papers beside the program say of it."""

import re
import shlex
from pathlib import Path

import pytest

from backcare_tui import __version__
from backcare_tui.cli.parser import build_parser
from tests.for_each import for_each
from tests.house.source import PACKAGE, ROOT

PAPERS = (*sorted(ROOT.glob("*.md")), *sorted((PACKAGE / "manual").glob("*.md")))
READ = sorted(
    path
    for path in {*PAPERS, *PACKAGE.rglob("*")}
    if path.suffix in {".json", ".md", ".py", ".tcss"}
)
BRITISH = re.compile(
    r"""\b(?:
    (?:behavi|col|favo|flav|harb|hono|hum|lab|neighb|od|rum|tum|vap)our\w* | favourit\w* | neighbour\w*
  | (?:apolog|categor|emphas|memor|minim|maxim|optim|organ|prior|real|recogn|summar)is(?:e|es|ed|ing)
  | (?:analy|paraly)s(?:e|es|ed|ing) | (?:cent|fib|lit|met|millilit|centimet)res?
  | programmes? | catalogues? | cheques? | grey | tyres? | pyjamas | cosy | ageing | whilst | aluminium
  | (?:cancel|label|model|travel|signal)l(?:ed|ing) | (?:defen|offen|licen)ce | judgement
  | paediatr\w+ | anaesth\w+ | diarrhoea | oedema | haem\w+ | orthopaed\w+
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
UNDERSTOOD = '"centre": "center"'
"""A person may type either."""
TITLES = re.compile(r'"(?:org|title)": "[^"]*"')
"""What a source is called stays as it is."""


@for_each("path", READ, ids=lambda path: str(path.relative_to(ROOT)))
def test_spelling_is_that_of_the_united_states(path: Path) -> None:
    text = path.read_text("utf-8").replace(UNDERSTOOD, "")
    assert not BRITISH.findall(TITLES.sub("", text))


@pytest.mark.parametrize("word", ["colour", "Behaviour", "neighbours", "programme", "favourite"])
def test_other_spelling_would_be_seen(word: str) -> None:
    assert BRITISH.search(f"a {word} here")


def test_the_newest_changes_are_those_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## \[?v?(\d\S*?)\]?(?: |$)", text, re.MULTILINE)
    assert newest
    assert newest[1] == __version__


def named_commands() -> list[str]:
    """Every `backcare ...` of the papers, in a line of its own or within one."""
    papers = (*ROOT.glob("*.md"), PACKAGE / "manual" / "shell.md")
    text = "\n".join(paper.read_text("utf-8") for paper in papers)
    shells = "\n".join(re.findall(r"^```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    lines = re.findall(r"\bbackcare [^·\n]*?(?=\s{3,}| ·|$)", shells, re.MULTILINE)
    return sorted({line.strip() for line in lines})


@for_each("line", named_commands())
def test_a_command_that_is_written_down_can_be_given(line: str) -> None:
    assert build_parser().parse_args(shlex.split(line)[1:]).command


def test_every_command_named_in_passing_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    text = "\n".join(paper.read_text("utf-8") for paper in PAPERS)
    named = set(re.findall(r"`backcare ([a-z-]+)", text))
    assert named
    for command in named:
        with pytest.raises(SystemExit, match=r"^0$"):
            build_parser().parse_args([command, "--help"])
    assert f"usage: backcare {command}" in capsys.readouterr().out
