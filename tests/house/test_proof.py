"""The page of proof and the README claim what the figures on the page say, and nothing else."""

import math
import re
from collections.abc import Callable, Iterator
from functools import cache

from tests.house.source import PACKAGE, ROOT
from tests.insight.behaviors import BEHAVIORS
from tests.insight.worlds import WORLDS

RATE = re.compile(r"(\d+\.\d) \(\d+\.\d-\d+\.\d\)")
DRIFTING = {"walk", "season"}
"""Worlds in which pain drifts for months by itself."""
ALIKE = {"memory .6", "memory .9", "heavy tails", "flares"}
"""Worlds in which a day is like the one before."""
REMEMBERING = {"memory 0", "memory .3", "memory .6", "memory .9", "flares"}
NUMBER = r"(\d+)"
SHORTER = {
    "at one look at most N of": "at one look, at most N are told",
    "is found in at least N": "are found in at least N of 100",
    "passes in at most N of": "begun on one of the worst days, at most N are called",
    "a true fall of 2 points in at least N": "a true fall of 2 points is told in at least N",
    "0 of N entries": "Of N entries that were said to be saved",
}
"""What the README claims in its own words, and what the page says of the same figure."""


@cache
def page() -> str:
    return (PACKAGE / "manual" / "proof.md").read_text("utf-8")


def claims(text: str) -> str:
    """What stands between the marks."""
    return text.split("<!-- claims -->")[1].split("<!-- /claims -->", maxsplit=1)[0]


def block(name: str) -> list[str]:
    """The lines that a benchmark printed."""
    (found,) = re.findall(
        rf"```text\n\$ python -m tests\.bench\.{name}.*?\n(.*?)```", page(), re.DOTALL
    )
    return str(found).splitlines()


def rates(lines: list[str], is_meant: Callable[[str], bool]) -> Iterator[float]:
    """The first rate of each line that is meant."""
    for line in lines:
        if is_meant(line):
            yield float(RATE.findall(line)[0])


def named(names: object, begins: str) -> Callable[[str], bool]:
    """Lines that begin so, and go on with one of some names."""
    pattern = "|".join(re.escape(str(name)) for name in names)  # type: ignore[attr-defined]
    return lambda line: bool(re.match(rf"{begins}({pattern}) ", line))


def columns(lines: list[str], heading: str, column: int) -> dict[str, float]:
    """A column of one of the tables of courses, by the world."""
    at = next(number for number, line in enumerate(lines) if line.startswith(heading)) + 2
    rows = lines[at : at + len(WORLDS)]
    return {row[:17].strip(): float(RATE.findall(row)[column]) for row in rows}


def claimed(words: str) -> int:
    """The number in a claim, whose words around it are given with `N` in its place."""
    flat = " ".join(claims(page()).split())
    found = re.search(re.escape(words).replace("N", NUMBER), flat)
    assert found, words
    return int(found[1])


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def test_the_readme_claims_what_the_page_does() -> None:
    said = re.sub(r"\b\d\. ", "", " ".join(claims((ROOT / "README.md").read_text("utf-8")).split()))
    for words, of_the_page in SHORTER.items():
        found = re.search(re.escape(words).replace("N", NUMBER), said)
        assert found, words
        assert int(found[1]) == claimed(of_the_page)
    assert figures(said) <= figures(claims(page()))


def test_what_is_claimed_of_saving_is_what_was_measured() -> None:
    (line,) = block("bench_kills")
    kills, said, lost = map(int, re.findall(r"\d+", line)[:3])
    assert (kills, lost) == (1000, 0)
    assert claimed("Of N entries that were said to be saved, 0 were lost in 1,000 kills") == said


def test_what_is_claimed_of_findings_is_what_was_measured() -> None:
    lines = block("bench_findings")
    days = r"\d+ days, "
    nothing = [
        *rates(lines, named(WORLDS, days)),
        *rates(lines, lambda line: line.startswith("any of 60 to 365 days")),
    ]
    follows = list(rates(lines, named(BEHAVIORS, days)))
    once = list(rates(lines, lambda line: line.startswith("a year of looks")))
    found = list(rates(lines, lambda line: line.startswith("1.5 points found")))
    assert len(nothing) == 2 * len(WORLDS) + 1
    assert len(follows) == 2 * len(BEHAVIORS)
    assert claimed("at one look, at most N are told") == math.ceil(max(nothing))
    assert claimed("nothing that is done acts, at most N of 100") == math.ceil(max(follows))
    assert claimed("nothing acting, at most N are ever told") == math.ceil(max(once))
    assert claimed("are found in at least N of 100") == math.floor(min(found))
    alike = rates(lines, named(ALIKE, "1.5 points found, "))
    assert claimed("and in N or more where a day is much like") == math.floor(min(alike))


def test_what_is_claimed_of_courses_is_what_was_measured() -> None:
    lines, four_months = block("bench_course"), 2
    nothing = columns(lines, "nothing acts, begun in the worst tenth", four_months)
    fell = columns(lines, "a true fall of 2 points, begun in the worst tenth", four_months)
    assert nothing.keys() == fell.keys() == set(WORLDS)
    worst = max(rate for world, rate in nothing.items() if world not in DRIFTING)
    assert claimed("begun on one of the worst days, at most N are called") == math.ceil(worst)
    least = min(rate for world, rate in fell.items() if world in REMEMBERING)
    assert claimed("a true fall of 2 points is told in at least N") == math.floor(least)
