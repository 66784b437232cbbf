"""`completion`: what completes the words of the command line in a shell, made from the parser."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from backcare_tui.cli.parser import build_parser
from backcare_tui.cli.parsing import Parser, every
from backcare_tui.cli.terminal import say
from backcare_tui.diary.when import Clock

INSTALLED_BY = {
    "bash": "~/.local/share/bash-completion/completions/backcare",
    "zsh": "~/.zfunc/_backcare  (with fpath+=~/.zfunc before compinit in ~/.zshrc)",
    "fish": "~/.config/fish/completions/backcare.fish",
}
"""Where each shell looks for it."""
FILES = {"FILE", "FILE-OR-DAY"}
"""How the parser calls a value that is a file."""


def completion(args: Namespace, _path: Path, _clock: Clock) -> int:
    """Print the completion for a shell, with a line on how to install it; no diary is looked at."""
    say(completion_for(args.shell))
    return 0


def completion_for(shell: str) -> str:
    """What completes the words in `bash`, `zsh` or `fish`."""
    import shtab

    parser = build_parser()
    for each in every(parser):
        _offer(each, shtab.FILE)
    made: str = shtab.complete(parser, shell)
    return _with_our_head(made, f"# backcare completion {shell} > {INSTALLED_BY[shell]}")


def _offer(parser: Parser, a_file: Mapping[str, object]) -> None:
    """Have the arguments know what may stand there; this parser reads no words any more."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to its arguments
        if offer := parser.offered.get(action.dest):
            action.choices = list(offer())
        elif action.metavar in FILES:
            action.complete = a_file  # type: ignore[attr-defined] # what shtab looks for


def _with_our_head(made: str, installed_by: str) -> str:
    """The script with one line on how it is installed, in the place of what shtab says of that."""
    lines = made.splitlines()
    begins = next(n for n, line in enumerate(lines) if line and not line.startswith("#"))
    first = [line for line in lines[:1] if line.startswith("#compdef")]  # zsh reads it there
    return "\n".join([*first, installed_by, "# Made by shtab.", "", *lines[begins:]])


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"completion": completion}
