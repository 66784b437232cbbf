"""The words of the commands that explain the others."""

from argparse import ArgumentParser

from backcare_tui.cli.offered import manual_pages
from backcare_tui.cli.parser_options import add_switch
from backcare_tui.text import say_list

SHELLS = ("bash", "zsh", "fish")
"""Whose words can be completed."""


def add_completion(completion: ArgumentParser) -> None:
    """The words of `completion`."""
    completion.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


def add_manual(manual: ArgumentParser) -> None:
    """The words of `manual`."""
    pages = manual_pages()
    manual.add_argument(
        "page",
        nargs="?",
        choices=pages,
        metavar="PAGE",
        help=f"{say_list(pages, 'or')}; which there are if not stated",
    )
    add_switch(manual, "--man", "all commands and their words, as the source that man reads")


def add_help(of: ArgumentParser) -> None:
    """The words of `help`."""
    explained = "such as log, or log pain; all commands if not stated"
    of.add_argument("words", metavar="COMMAND", nargs="*", help=explained)
