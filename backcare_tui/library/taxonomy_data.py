"""What stands in data/taxonomy.json: the fixed words of a diary, the body map and the bands of severity."""

from functools import cache
from typing import Literal

import msgspec

from backcare_tui.diary.records.routine import Source
from backcare_tui.library.data_files import load

BodySide = Literal["back", "front"]
"""A side of the body map. In the back view the left of the picture is the left of the body."""


class TaxonomyWord(msgspec.Struct, frozen=True):
    """One word of a fixed list."""

    id: str
    """Never changes; this is what the file keeps."""
    name: str
    """As a person reads it."""
    note: str = ""
    """A short explanation, or nothing."""
    kind: str = ""
    """What sort of quality or activity it is, such as `deep` or `aerobic`."""
    group: str = ""
    """What sort of food it is, such as `favor`."""
    effect: str = ""
    """Whether it helps or hinders sleep."""
    score: int | None = None
    """Its place on a scale that starts with 1, where the list is one."""
    ml: int | None = None
    """The usual size of a drink, in milliliters."""
    caffeine_mg: int | None = None
    us_drinks: float | None = None
    """Alcohol, in US standard drinks of 14 g."""
    source: Source | None = None
    """Why a condition asks for care."""
    is_proper: bool = False
    """Whether its name has a capital within a sentence, too."""
    names: tuple[str, ...] = ()
    """What a sort of medicine is sold as, in lower case."""


class RedFlag(msgspec.Struct, frozen=True):
    """A warning sign, as it is asked for."""

    id: str
    question: str
    level: Literal["emergency", "same-day", "this-week"]
    """How soon it has to be looked at."""
    rule: str
    """The id of the rule that answers it."""
    with_condition: str = msgspec.field(name="with", default="")
    """The id of the condition with which alone it is asked; empty where everybody is asked."""


class Area(msgspec.Struct, frozen=True):
    """A place on the body."""

    id: str
    name: str
    group: str
    """The id of the group it belongs to, such as `lower-back`."""
    side: Literal["left", "right", "center"]
    """The side of the body, never of the picture."""
    views: tuple[BodySide, ...]
    """Where it can be seen."""
    code: dict[BodySide, str]
    """Its letter in the mask of each view."""
    cell: dict[BodySide, tuple[int, int]]
    """Column and row of its middle, in cells."""


class Band(msgspec.Struct, frozen=True, rename={"first": "from", "last": "to"}):
    """A range of severities with one word."""

    name: str
    first: int
    last: int
    help: str


class BodyView(msgspec.Struct, frozen=True):
    """One view of the body."""

    mask: tuple[str, ...]
    """Rows of area letters, two by two to a cell; a dot is outside the body."""


class _Map(msgspec.Struct, frozen=True):
    back: BodyView
    front: BodyView


class _Taxonomy(
    msgspec.Struct,
    frozen=True,
    rename={
        "qualities": "pain_qualities",
        "massage_kinds": "massage_types",
        "techniques": "massage_techniques",
        "pressures": "massage_pressures",
        "responses": "massage_responses",
        "tags": "food_tags",
        "roles": "practitioner_roles",
        "activity_ideas": "my_activity_ideas",
    },
):
    areas: tuple[Area, ...]
    area_groups: tuple[TaxonomyWord, ...]
    bodymap: _Map
    severity_bands: tuple[Band, ...]
    qualities: tuple[TaxonomyWord, ...]
    triggers: tuple[TaxonomyWord, ...]
    relievers: tuple[TaxonomyWord, ...]
    moods: tuple[TaxonomyWord, ...]
    mood_words: tuple[TaxonomyWord, ...]
    activities: tuple[TaxonomyWord, ...]
    sleep_factors: tuple[TaxonomyWord, ...]
    sleep_positions: tuple[TaxonomyWord, ...]
    sleep_qualities: tuple[TaxonomyWord, ...]
    massage_kinds: tuple[TaxonomyWord, ...]
    techniques: tuple[TaxonomyWord, ...]
    pressures: tuple[TaxonomyWord, ...]
    responses: tuple[TaxonomyWord, ...]
    inflammation_signs: tuple[TaxonomyWord, ...]
    pressure_wishes: tuple[TaxonomyWord, ...]
    side_effects: tuple[TaxonomyWord, ...]
    treatments: tuple[TaxonomyWord, ...]
    tags: tuple[TaxonomyWord, ...]
    drinks: tuple[TaxonomyWord, ...]
    meals: tuple[TaxonomyWord, ...]
    roles: tuple[TaxonomyWord, ...]
    conditions: tuple[TaxonomyWord, ...]
    stop_reasons: tuple[TaxonomyWord, ...]
    equipment: tuple[TaxonomyWord, ...]
    suits: tuple[TaxonomyWord, ...]
    medicines: tuple[TaxonomyWord, ...]
    mood_flags: tuple[TaxonomyWord, ...]
    activity_ideas: tuple[TaxonomyWord, ...]
    red_flags: tuple[RedFlag, ...]


@cache
def taxonomy() -> _Taxonomy:
    """All of it, read once."""
    return load("library", "taxonomy", _Taxonomy)
