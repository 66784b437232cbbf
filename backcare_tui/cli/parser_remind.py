"""The words of `remind`."""

from argparse import ArgumentParser

from backcare_tui.cli.parser_options import add_switch


def add_remind(remind: ArgumentParser) -> None:
    """Set a reminder, say which one stands, take it away; or, for the scheduler, remind."""
    explained = "times of day such as 21:00, or 8am and 9pm; without any it says what stands"
    remind.add_argument("times", metavar="HH:MM", nargs="*", help=explained)
    add_switch(remind, "--off", "take the reminder away")
    explained = "set nothing up; write a file that a calendar reminds by, which ends in .ics"
    remind.add_argument("--calendar", metavar="FILE", help=explained)
    remind.add_argument("--force", action="store_true", help="write over a file that is there")
    explained = (
        "what the scheduler runs: remind if it is one of these times and today has no check-in"
    )
    add_switch(remind, "--now", explained)
