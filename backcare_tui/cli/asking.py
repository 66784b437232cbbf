"""A question before what cannot be seen at once; a script answers it with `--yes`."""

import sys

from backcare_tui.cli.terminal import CannotDo, say

YES = {"y", "yes"}


def ask(lines: tuple[str, ...], kept: str, else_say: str) -> None:
    """Ask at a terminal whether it is to be done.

    Args:
        lines: What it is about; the last one says what `y` does.
        kept: That it was not done: `Nothing was restored`.
        else_say: What is said instead where nobody can answer, with the words that say yes.

    Raises:
        CannotDo: If the answer is not yes, or nobody can answer.
    """
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise CannotDo(else_say)
    say(*lines)
    if sys.stdin.readline().strip().casefold() not in YES:
        raise CannotDo(f"{kept}.")
