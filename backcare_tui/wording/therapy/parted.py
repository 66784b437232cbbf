"""A line of a sheet in its parts: the name of an exercise, how much of it, and the cue in quotes. Pure."""

import re
from collections.abc import Iterator

from backcare_tui.diary.values import BadValue
from backcare_tui.text import shortened
from backcare_tui.wording.therapy.amount import Amount, read_amount
from backcare_tui.wording.therapy.names import ExerciseNames

_CUTS = re.compile(r"\s{2,}|\t|\s*[:,;]\s+|\s+[-\u2013]\s+|\s+")


def cue_of(line: str) -> tuple[str, str | None]:
    """A line without the cue in quotes, and the cue."""
    first = line.find('"')
    if first < 0:
        return line, None
    last = line.rfind('"')
    inner, after = (
        (line[first + 1 : last], line[last + 1 :]) if last > first else (line[first + 1 :], "")
    )
    return f"{line[:first]}  {after}".rstrip(), " ".join(inner.split()) or None


def parted(line: str, names: ExerciseNames) -> tuple[str, Amount, str]:
    """The name, how much, and what is left of a line.

    Raises:
        BadValue: If what follows a known name is no amount.
    """
    cuts = tuple(_cuts(line))
    wide = [cut for cut in cuts if cut[2]]
    whole = [
        (name, amount)
        for name, rest, _ in (*wide, *cuts)
        for amount, left in (read_amount(rest),)
        if not left
    ]
    known = [each for each in whole if names.exactly(each[0])]
    dosed = [each for each in whole if each[1] != Amount()]
    for name, amount in (*known[:1], *dosed[:1]):
        return name, amount, ""
    amount, left = read_amount(line)
    if amount.says_how_much and names.exactly(left):
        return " ".join(left.split()), amount, ""
    for name, rest, _ in cuts:
        amount, left = read_amount(rest)
        if names.exactly(name) and amount != Amount():
            return name, amount, left.strip()
    for name, rest, _ in cuts:
        if rest and names.exactly(name):
            raise BadValue(name, shortened(rest, 40), "a dose such as 3 x 8, 30 s or hold 5 s")
    for name, rest, _ in cuts:
        amount, left = read_amount(rest)
        if amount.says_how_much:
            return name, amount, left.strip()
    return " ".join(line.split()), Amount(), ""


def _cuts(line: str) -> Iterator[tuple[str, str, bool]]:
    """Where a name may end: before each gap, and at the end; with whether the gap is a wide one."""
    for gap in _CUTS.finditer(line):
        name = " ".join(line[: gap.start()].split())
        if name and line[gap.end() :].strip():
            yield name, line[gap.end() :].strip(), gap[0].isspace() and len(gap[0]) > 1
    if line.strip(" ,;:"):
        yield " ".join(line.strip(" ,;:").split()), "", False
