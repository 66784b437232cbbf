"""The decision table: what each rule says, how urgent it is, and where it is from.

Light enough for the first screen; what looks for each rule is in `evaluation`.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import msgspec

from backcare_tui.library.data_files import load
from backcare_tui.library.regions import Region, in_region, region

Urgency = Literal["urgent", "caution", "info"]
Promptness = Literal["emergency", "same-day", "this-week", ""]
Nature = Literal["stands", "reassures", "nudges", ""]
"""What a rule does to a person: asks for an answer and waits for it, makes light of pain, or moves to do something."""
Blocks = Literal["all", "load", ""]
"""What is not begun while a rule speaks: anything, or all but walking and resting."""
ActKind = Literal["routine", "page", "check"]
"""What advice may lead to: a routine, a page to read, the check for warning signs."""
Tone = Literal["praise", "steady", "alarm", "easing", ""]
"""How it speaks of what it is about: of a gain, of no change, of something hard, or of that easing."""
Subject = Literal[
    "signs",
    "pain",
    "doing",
    "sleep",
    "moving",
    "sessions",
    "massage",
    "device",
    "manipulation",
    "needling",
    "heat",
    "program",
    "tens",
    "check-up",
    "team",
    "legs",
    "stiffness",
    "mood",
    "medicines",
    "age",
    "diary",
    "sitting",
    "food",
    "alcohol",
    "caffeine",
]
"""What a piece is about, such as how much it hurts, or what pain keeps one from `doing`."""
OF_OUTCOME: tuple[Subject, ...] = ("pain", "doing", "massage")
"""What is said to be better or as before only while pain is not harder."""
RED_FLAGS, SUPPORT = "red-flags", "support"
"""Groups of the table: warning signs, and mood with medicines."""
ORDER: tuple[Urgency, ...] = ("urgent", "caution", "info")
"""What comes first."""
LEVELS: tuple[Promptness, ...] = ("emergency", "same-day", "this-week", "")
"""Of urgent ones, what comes first."""
URGENCY: Mapping[Urgency, str] = {
    "urgent": "Urgent",
    "caution": "Take care",
    "info": "Good to know",
}
PROMPTNESS: Mapping[Promptness, str] = {
    "emergency": "Emergency",
    "same-day": "Urgent, today",
    "this-week": "Urgent, within days",
}
"""Of what is urgent, how soon it has to be looked at."""


class Act(msgspec.Struct, frozen=True):
    """What can be done at once of what advice names."""

    kind: ActKind
    id: str
    """Of the routine or the page; of the check always `warning-signs`."""


class Rule(msgspec.Struct, frozen=True):
    """One row of the table."""

    id: str
    group: str
    subject: Subject
    """What it is about: of one subject one piece is shown at a time."""
    when: str
    """What it looks for, in words; `guidance.rules` does the looking."""
    severity: Urgency
    cooldown_days: int
    """Days before it may speak again; 0 where it speaks once for each event, or as long as it holds."""
    text: str
    """What a person is told; braces are filled from the diary and the region."""
    source: str
    tone: Tone = ""
    step: float | None = None
    """By how much its figure has to change to be news, in the unit of the figure; None without a figure."""
    nature: Nature = ""
    blocks: Blocks = ""
    at_once: str = ""
    """What is told at the very moment, while a session is stopped; empty where the text fits then too."""
    level: Promptness = ""
    """How soon what an urgent one is about has to be looked at."""
    over: tuple[str, ...] = ()
    """The ids of the rules that are not shown beside this one."""
    reasons: tuple[str, ...] = ()
    """The ids of the stop reasons of a session that it answers."""
    act: Act | None = None
    """What its words name and a key does; None where they name nothing of that kind."""

    @property
    def stands(self) -> bool:
        """Whether it waits for an answer: what is urgent, and what asks for the check or a doctor."""
        return self.severity == "urgent" or self.nature == "stands"

    @property
    def gives_way(self) -> bool:
        """Whether it is silent while another stands, as is all that is only good to know."""
        return self.severity == "info" or self.nature in {"reassures", "nudges"}


class Reason(msgspec.Struct, frozen=True):
    """Why a rule speaks."""

    because: str
    """The figures of the diary that it rests on, as a sentence."""
    event: str = ""
    """The id of the one entry that it is about, where it is about one."""
    values: Mapping[str, str] = {}
    """What fills the braces of its text."""
    source: str = ""
    """Where it is from, in place of the source of its row."""
    figure: float | None = None
    """The figure that it rests on, for rules with a `step`: minutes, points, percent."""


class Advice(msgspec.Struct, frozen=True):
    """A rule that speaks."""

    id: str
    severity: Urgency
    text: str
    source: str
    because: str
    event: str = ""
    level: Promptness = ""
    cooldown_days: int = 0
    group: str = ""
    """What the rule is about, such as `red-flags`."""
    blocks: Blocks = ""
    stands: bool = False
    """Whether it waits for an answer: the check for warning signs, or a professional's look."""
    act: Act | None = None
    """What its words name; `acts.act_of` says what of it is right for a person."""
    subject: Subject = "signs"
    tone: Tone = ""
    figure: float | None = None
    step: float | None = None
    """By how much `figure` has to change to be news."""

    @property
    def key(self) -> str:
        """Names it among all that was ever shown: the rule, and the event that it is about."""
        return f"{self.id}:{self.event}" if self.event else self.id


class _Table(msgspec.Struct, frozen=True):
    rules: tuple[Rule, ...]


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id, in the order in which they are looked at."""
    table = load("guidance", "advice", _Table)
    return {rule.id: rule for rule in table.rules}


def spoken(rule: Rule, reason: Reason, where: Region | None = None) -> Advice:
    """What a rule says for a reason, in the words of a region; without one right everywhere."""
    return Advice(
        rule.id,
        rule.severity,
        in_region(rule.text, where or region(), reason.values),
        reason.source or rule.source,
        reason.because,
        reason.event,
        rule.level,
        rule.cooldown_days,
        rule.group,
        rule.blocks,
        rule.stands,
        rule.act,
        rule.subject,
        rule.tone,
        reason.figure,
        rule.step,
    )


def say_urgency(advice: Advice) -> str:
    """How urgent it is: `Take care`."""
    return PROMPTNESS.get(advice.level, URGENCY[advice.severity])
