"""The content of Move as it stands in the files, and what its words must keep to."""

import json
import re
from pathlib import Path
from typing import Any, NotRequired, TypedDict, cast

import backcare_tui.library

MARKS = {"ok", "secondary", "seed", "design"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# What a person should never read here: it frightens, blames or promises.
UNKIND = re.compile(
    r"\b(damag\w*|wear and tear|slipped|crumbl\w*|bad posture|weak back|cure[sd]?|guarantee\w*|"
    r"heals?|fix(es)? your|pain[- ]free|must|failed)\b",
    re.IGNORECASE,
)
BRITISH = re.compile(
    r"\b(centre|colour|favour|behaviour|programme|metre|litre|grey|judgement|practise|travelling|"
    r"organis\w+|stabilis\w+|mobilis\w+|minimis\w+|recognis\w+|physiotherap\w*|whilst|round it)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?:|www\.|\b\w+\.(?:com|org|net|gov)\b", re.IGNORECASE)


class Source(TypedDict):
    org: str
    title: str
    year: str
    mark: str


class Dose(TypedDict):
    mode: str
    hold_s: int
    reps: int
    sets: int
    rest_s: int
    rep_s: int


class Exercise(TypedDict):
    id: str
    name: str
    aliases: list[str]
    kind: str
    position: str
    targets: list[str]
    level: int
    sides: str
    dose: Dose
    setup: str
    cues: list[str]
    breathing: str
    easier: str
    harder: str
    stop_if: list[str]
    avoid_if: list[str]
    equipment: list[str]
    evidence: list[Source]
    breath: NotRequired[dict[str, int]]
    why: NotRequired[dict[str, str]]
    adapt: NotRequired[dict[str, str]]
    swaps: NotRequired[list[str]]
    note: NotRequired[str]


class Step(TypedDict):
    exercise: str
    dose: NotRequired[dict[str, int]]


class Routine(TypedDict):
    id: str
    name: str
    group: str
    purpose: str
    when: str
    level: int
    minutes: float
    steps: list[Step]
    suits: list[str]
    avoid_if: list[str]
    progression: str
    source: list[Source]
    note: NotRequired[str]


class Session(TypedDict):
    routine: str
    times: int


class Week(TypedDict):
    week: int
    title: str
    sessions: list[Session]
    walk: dict[str, int]
    minutes_per_week: float
    goal: str


class MovesOn(TypedDict):
    largest_mean_rise: float
    stopped_at_most: int
    source: Source


class Program(TypedDict):
    id: str
    name: str
    purpose: str
    when: str
    level: int
    minutes: float
    weeks: list[Week]
    suits: list[str]
    avoid_if: list[str]
    progression: str
    moves_on: MovesOn
    source: list[Source]


def read(name: str) -> dict[str, Any]:
    """One data file of the library, as plain JSON."""
    data = Path(backcare_tui.library.__file__).with_name("data") / name
    return cast("dict[str, Any]", json.loads(data.read_text("utf-8")))


TAXONOMY = read("taxonomy.json")
EXERCISES = cast("list[Exercise]", read("exercises.json")["exercises"])
ROUTINES = cast("list[Routine]", read("routines.json")["routines"])
PROGRAMS = cast("list[Program]", read("routines.json")["programs"])
GROUPS = [cast("str", group["id"]) for group in read("routines.json")["groups"]]
BY_ID = {exercise["id"]: exercise for exercise in EXERCISES}


def ids(kind: str) -> set[str]:
    """The ids of one list of the taxonomy."""
    return {word["id"] for word in TAXONOMY[kind]}


def is_whole(source: Source) -> bool:
    """Whether a source says who, what, when and how well it was checked."""
    stated = all(source[key] for key in ("org", "title", "year"))
    return stated and set(source) == {"org", "title", "year", "mark"} and source["mark"] in MARKS


def is_plain(text: str) -> bool:
    """Whether a text is kind, in US spelling, tidy and free of addresses."""
    is_tidy = text == " ".join(text.split())
    return is_tidy and not any(bad.search(text) for bad in (UNKIND, BRITISH, ADDRESS))
