"""The words of the commands that are about how active a day was."""

from argparse import ArgumentParser


def add_active(active: ArgumentParser) -> None:
    """The words of `log active`."""
    active.add_argument("active", metavar="MIN", help="of the whole day, such as 40 or 1h10")
    active.add_argument("--steps", metavar="N", help="steps of the whole day as well")
    _add_day_and_note(active)


def add_steps(steps: ArgumentParser) -> None:
    """The words of `log steps`."""
    steps.add_argument("steps", metavar="N", help="of the whole day, such as 6200")
    steps.add_argument("--active", metavar="MIN", help="active minutes of the whole day as well")
    _add_day_and_note(steps)


def _add_day_and_note(parser: ArgumentParser) -> None:
    parser.add_argument("--day", metavar="DAY", help="the day, today if not stated")
    parser.add_argument(
        "--note", metavar="TEXT", help="anything worth keeping; - reads standard input"
    )
