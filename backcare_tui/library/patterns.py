"""Patterns of eating: which food is favored and which is limited, of the library or one's own."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.diary.records.routine import Source

SETTING = "diet_pattern"
"""The setting that holds the id of a pattern, or one's own tags as `favor` and `limit`."""
OWN = "own"
"""The id of the pattern that is one's own."""
OWN_NAME = "Your own pattern"
OWN_ABOUT = "What you marked yourself: food that you favor, and food that you limit."


class Pattern(msgspec.Struct, frozen=True):
    """A way of eating, as tags of food."""

    id: str
    name: str
    about: str
    """What it is, and what is known of it for pain, in a sentence or two."""
    favor: tuple[str, ...]
    """Ids of tags, or a person's own words, in the order in which they are shown."""
    limit: tuple[str, ...]
    sources: tuple[Source, ...] = ()


class _Patterns(msgspec.Struct, frozen=True):
    patterns: tuple[Pattern, ...]


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern of the library; the first one holds where none was chosen."""
    path = Path(__file__).with_name("data") / "patterns.json"
    return msgspec.json.decode(path.read_bytes(), type=_Patterns).patterns


def chosen_pattern(settings: Mapping[str, Any]) -> Pattern:
    """The pattern that holds; the first of the library where the setting cannot be read."""
    value = settings.get(SETTING)
    if isinstance(value, dict):
        return own_pattern(_words(value.get("favor")), _words(value.get("limit")))
    return next((each for each in patterns() if each.id == value), patterns()[0])


def own_pattern(favor: tuple[str, ...], limit: tuple[str, ...]) -> Pattern:
    """A person's own pattern; a tag that is favored is not limited besides."""
    rest = tuple(tag for tag in limit if tag not in favor)
    return Pattern(OWN, OWN_NAME, OWN_ABOUT, favor, rest)


def as_setting(pattern: Pattern) -> str | dict[str, list[str]]:
    """What the setting holds of a pattern."""
    if pattern.id != OWN:
        return pattern.id
    return {"favor": list(pattern.favor), "limit": list(pattern.limit)}


def _words(value: object) -> tuple[str, ...]:
    """The texts of a list, none twice; nothing where it is no list."""
    there = value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(word for word in there if isinstance(word, str) and word.strip()))
