"""The words of the commands that put right what was taken down, and of what is stated once."""

from argparse import ArgumentParser

from backcare_tui.cli.parser_options import add_json, add_switch


def add_change(change: ArgumentParser) -> None:
    """The words of `change`."""
    add_id(change)
    explained = "such as severity=5; without a value the field is removed"
    change.add_argument("edits", metavar="FIELD=VALUE", nargs="+", help=explained)


def add_id(parser: ArgumentParser) -> None:
    """The entry that is meant."""
    parser.add_argument("id", metavar="ID", help="the beginning of its id, as `list` shows it")


def add_step(step: ArgumentParser) -> None:
    """The words of `undo` and `redo`."""
    add_switch(step, "--yes", "without a question, also what was done more than an hour ago")


def add_about(about: ArgumentParser) -> None:
    """The words of `about`."""
    explained = (
        "such as birth_year=1950 or conditions=none, several if need be; without a value it is "
        "taken back; FIELD alone says what it may be"
    )
    about.add_argument("words", metavar="FIELD=VALUE", nargs="*", help=explained)
    add_json(about)


def add_settings(settings: ArgumentParser) -> None:
    """The words of `settings`."""
    explained = (
        "such as theme=day or sound=silent, several if need be; NAME alone says what it may be"
    )
    settings.add_argument("words", metavar="NAME=VALUE", nargs="*", help=explained)
    add_json(settings)
