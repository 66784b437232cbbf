"""The shells themselves complete the words: commands, options, choices, ids of the library."""

import shutil
import subprocess
from pathlib import Path

import pytest

from backcare_tui.cli.parser_help import SHELLS
from tests.for_each import for_each
from tests.shell.conftest import Shell

OFFERED = {
    "lo": {"log"},
    "log s": {"session", "sleep", "steps"},
    "plan n": {"new"},
    "list pa": {"pain"},
    "log pain 4 --ar": {"--area", "--area-severity"},
    "log pain 4 --area lower-back": {"lower-back-c", "lower-back-l", "lower-back-r"},
    "log check ch": {"chest-pain"},
    "plan renew --felt ": {"easy", "hard", "right"},
    "start --plain morning": {"morning-loosen-up"},
    "exercises cat-c": {"cat-cow"},
    "learn hurt-": {"hurt-and-harm"},
    "--diary other.json log pai": {"pain"},
    "import boo": {"book.csv"},
}
"""What is offered after what was typed, in a folder with one file."""
IN_BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_shtab_backcare
printf '%s\\n' "${COMPREPLY[@]}"
"""
IN_FISH = "source $argv[1]; complete -C $argv[2]"
IN_ZSH = r"""
zmodload zsh/zpty
print -r -- '
PROMPT=; fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -d ./dump
bindkey "^I" complete-word
compadd () {
  typeset -a hits
  [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]] || builtin compadd -A hits "$@"
  print -rl -- $hits >> offered
  builtin compadd "$@"
}
ended () { : > ended }
comppostfuncs=( ended )
: > ready' > setup
zpty z zsh -f -i
zpty -w z 'source ./setup'
until [[ -e ready ]]; do zpty -r -t z line; sleep 0.01; done
zpty -n -w z "$1"$'\t'
until [[ -e ended ]]; do zpty -r -t z line; sleep 0.01; done
zpty -d z
cat offered
"""
"""An interactive zsh in a terminal of its own, which writes down what it would offer."""


@for_each("typed", OFFERED)
def test_bash_completes(shell: Shell, typed: str, tmp_path: Path) -> None:
    script = completion(shell, "bash", tmp_path / "completion")
    assert (
        offered("bash", IN_BASH, tmp_path, str(script), *f"backcare {typed}".split(" "))
        == OFFERED[typed]
    )


@pytest.mark.thorough
@pytest.mark.parametrize("typed", OFFERED)
def test_fish_completes(shell: Shell, typed: str, tmp_path: Path) -> None:
    script = completion(shell, "fish", tmp_path / "completion")
    assert offered("fish", IN_FISH, tmp_path, str(script), f"backcare {typed}") == OFFERED[typed]


@pytest.mark.thorough
@pytest.mark.parametrize("typed", OFFERED)
def test_zsh_completes(shell: Shell, typed: str, tmp_path: Path) -> None:
    completion(shell, "zsh", tmp_path / "functions" / "_backcare")
    assert offered("zsh", IN_ZSH, tmp_path, f"backcare {typed}") == OFFERED[typed]


@for_each("of", SHELLS)
def test_it_says_how_to_install_it_and_reads_no_diary(shell: Shell, of: str) -> None:
    shell.put(b"not a diary")
    head = shell.says("completion", of).splitlines()[:2]
    assert any(line.startswith(f"# backcare completion {of} > ~/.") for line in head)


def completion(shell: Shell, of: str, file: Path) -> Path:
    """The script of a shell, where that looks for it; beside a file to be completed."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(shell.says("completion", of), "utf-8")
    (file.parent / "book.csv").touch()
    (file.parents[1 if of == "zsh" else 0] / "book.csv").touch()
    return file


def offered(program: str, script: str, folder: Path, *words: str) -> set[str]:
    """What a shell that is installed offers."""
    if not shutil.which(program):
        pytest.skip(f"there is no {program} here")
    start = {
        "bash": ["bash", "--norc", "-c", script, "bash"],
        "fish": ["fish", "--no-config", "-c", script],
        "zsh": ["zsh", "-f", "-c", script, "zsh"],
    }[program]
    done = subprocess.run(
        [*start, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    lines = [line.split("\t")[0].strip() for line in done.stdout.splitlines()]
    return {line for line in lines if line}
