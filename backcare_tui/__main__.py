"""Runs backcare: one shell command, or the full screen."""

import gc
import sys


def main() -> int:
    """Do what the words of the command line say; gives the exit status.

    A shell command is over before collecting garbage would pay, and the app's start makes none:
    it costs a tenth of both. The app turns collecting on again once it is open.
    """
    gc.disable()
    from backcare_tui import cli

    return cli.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
