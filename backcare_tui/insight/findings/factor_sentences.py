"""Factors in words: their names in a list, and what a sentence calls the days that had them."""

from collections.abc import Iterable
from typing import Literal

from backcare_tui.insight.findings.factors import UNIT_HOUR, UNIT_LITER, UNIT_MORE, UNIT_STEP
from backcare_tui.insight.findings.results import Finding
from backcare_tui.library.measures import say_liter
from backcare_tui.library.taxonomy import WordKind, name_of
from backcare_tui.text import clean

EffectPhrase = Literal["with", "more", "each"]
"""How the effect of a factor is told."""
_WAYS: dict[str, EffectPhrase] = {
    UNIT_HOUR: "each",
    UNIT_STEP: "each",
    UNIT_LITER: "each",
    UNIT_MORE: "more",
}
_NAMES = {
    "sleep-hours": "Hours of sleep",
    "sleep-quality": "Quality of sleep",
    "session": "Routine",
    "active": "Very active days",
    "massage": "Massage",
    "coffee": "Coffee",
    "alcohol": "Alcohol",
    "water": "Water",
    "mood": "Mood",
}
_KINDS: dict[str, WordKind] = {
    "visit": "treatments",
    "trigger": "triggers",
    "tag": "tags",
    "medicine": "medicines",
}
_THINGS = {"session": "a routine", "massage": "a massage"}
_MORE = {
    "sleep-hours": "a longer night than usual",
    "sleep-quality": "a better night than usual",
    "mood": "a better mood than usual",
    "active": "a very active day",
}
_EACH = {
    "sleep-hours": "each hour more of sleep",
    "sleep-quality": "each step that you rated the night better",
    "mood": "each step that your mood was better",
}
_HAD_MORE = {
    "sleep-hours": "after a longer night",
    "sleep-quality": "after a better night",
    "mood": "with a better mood",
    "active": "after one that was more active",
}
_COUNTED = {
    "home-cooked",
    "ultra-processed",
    "sugary-drink",
    "late-heavy-meal",
    "skipped-meal",
}
"""Tags that a sentence needs an article for."""


def say_factor(factor: str) -> str:
    """The name of a factor for a list, such as `Alcohol` or `Long sitting`; safe to print."""
    kind, _, word = factor.partition(":")
    if not word:
        return _NAMES.get(factor, clean(factor))
    name = _word(kind, word)
    return f"{name} as a trigger" if name in _NAMES.values() else name


def way_of(finding: Finding) -> EffectPhrase:
    """Whether days with it are held against days without, more against less, or each step tells."""
    return _WAYS.get(finding.unit.replace("minutes", "points"), "with")


def is_after(finding: Finding) -> bool:
    """Whether the outcome comes later: the next day, or the day after the night."""
    return finding.lag_days > 0 or finding.factor.startswith("sleep-")


def tells_overdoing(findings: Iterable[Finding]) -> bool:
    """Whether very active days go along with more pain on the two days after them."""
    return any(
        each.factor == "active" and each.verdict == "goes-along" and (each.effect or 0) > 0
        for each in findings
    )


def _word(kind: str, word: str) -> str:
    known = _KINDS.get(kind)
    return name_of(known, word) if known else clean(word)


def _in_sentence(kind: str, word: str) -> str:
    """A name of the library in lower case, unless it is an abbreviation; own words as they are."""
    name = _word(kind, word)
    if kind not in _KINDS or name == clean(word) or name[1:2].isupper():
        return name
    lower = name[0].lower() + name[1:]
    if word in _COUNTED:
        return f"{'an' if lower[0] in 'aeiou' else 'a'} {lower}"
    return lower


def _say_thing(finding: Finding) -> str:
    """What such a day had: `alcohol`, `more coffee than usual`, `you ticked "Bending"`."""
    kind, _, word = finding.factor.partition(":")
    if way_of(finding) != "with":
        return _MORE.get(kind) or f"more {say_factor(finding.factor).lower()} than usual"
    if kind == "trigger":
        return f'you ticked "{_word(kind, word)}"'
    if kind == "medicine":
        return f"you took {_in_sentence(kind, word)}"
    return _in_sentence(kind, word) if word else _THINGS.get(kind, _NAMES.get(kind, kind).lower())


def say_days_with(finding: Finding) -> str:
    """The days that had it, as days of the outcome: `days after alcohol`, `nights after a routine`."""
    if finding.outcome == "sleep":
        return f"nights after {_say_thing(finding)}"
    if finding.factor == "active":
        return f"the two days after {_say_thing(finding)}"
    return f"days {'after' if is_after(finding) else 'with'} {_say_thing(finding)}"


def say_each(factor: str) -> str:
    """What an effect of an amount is told for: `each hour more of sleep`."""
    if factor == "water":
        return f"each {say_liter()} more of water"
    return _EACH.get(factor) or f"each step more of {say_factor(factor).lower()}"


def say_had_more(factor: str) -> str:
    """How days with more than the middle one are told: `with more`, `after a longer night`."""
    return _HAD_MORE.get(factor, "with more")
