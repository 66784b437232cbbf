"""Patterns of eating: which food is favored and which is limited, of the library or one's own."""

from functools import cache

import msgspec

from backcare_tui.diary.records.routine import Source
from backcare_tui.diary.settings import DietTags, Settings
from backcare_tui.library.data_files import load

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
    return load("library", "patterns", _Patterns).patterns


def chosen_pattern(settings: Settings) -> Pattern:
    """The pattern that holds; the first of the library where the setting names none."""
    held = settings.diet_pattern
    if isinstance(held, DietTags):
        return own_pattern(held.favor, held.limit)
    return next((each for each in patterns() if each.id == held), patterns()[0])


def own_pattern(favor: tuple[str, ...], limit: tuple[str, ...]) -> Pattern:
    """A person's own pattern; a tag that is favored is not limited besides."""
    rest = tuple(tag for tag in limit if tag not in favor)
    return Pattern(OWN, OWN_NAME, OWN_ABOUT, favor, rest)


def as_setting(pattern: Pattern) -> str | DietTags:
    """What the setting holds of a pattern."""
    return DietTags(pattern.favor, pattern.limit) if pattern.id == OWN else pattern.id
