"""The fixed words of a diary, and the figure of the body map: typed views of data/taxonomy.json."""

import re
from functools import cache
from typing import Literal

import msgspec

from backcare_tui.diary.records.routine import Source
from backcare_tui.library.data_files import load
from backcare_tui.text import clean, nearest, say_list, shortened

WordKind = Literal[
    "qualities",
    "triggers",
    "relievers",
    "moods",
    "mood_words",
    "activities",
    "sleep_factors",
    "sleep_positions",
    "sleep_qualities",
    "massage_kinds",
    "techniques",
    "pressures",
    "responses",
    "inflammation_signs",
    "pressure_wishes",
    "side_effects",
    "treatments",
    "tags",
    "drinks",
    "meals",
    "roles",
    "conditions",
    "stop_reasons",
    "equipment",
    "suits",
    "medicines",
    "mood_flags",
    "activity_ideas",
]
"""A list of words that an entry takes its ids from."""

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
def _taxonomy() -> _Taxonomy:
    return load("library", "taxonomy", _Taxonomy)


def areas() -> tuple[Area, ...]:
    """Every place on the body, from head to foot."""
    return _taxonomy().areas


def area_groups() -> tuple[TaxonomyWord, ...]:
    """The groups that areas belong to, from head to foot."""
    return _taxonomy().area_groups


def figure(view: BodySide) -> BodyView:
    """The mask of one view of the body."""
    shown: BodyView = getattr(_taxonomy().bodymap, view)
    return shown


@cache
def _areas_by_id() -> dict[str, Area]:
    return {area.id: area for area in areas()}


def area(area_id: str) -> Area:
    """The area with this id.

    Raises:
        KeyError: No area has it.
    """
    return _areas_by_id()[area_id]


def area_name(area_id: str) -> str:
    """The name of an area; an id that this version does not know, as plain words."""
    known = _areas_by_id().get(area_id)
    return known.name if known else _plain(area_id).replace("-", " ")


_SPELLED = {"l": "left", "r": "right", "c": "center", "centre": "center"}


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_SPELLED.get(token, token) for token in re.findall(r"\w+", text.casefold()))


def find_area(text: str) -> Area:
    """The area that a person means: by id, by name, or by its words in any order and any case.

    Args:
        text: Such as `lower-back-l`, `Lower back, left`, `left lower back` or `shoulder blade left`.

    Raises:
        ValueError: No area, or more than one, is meant; the sentence names the nearest.
    """
    wanted = _tokens(text)
    exact = [one for one in areas() if wanted in (_tokens(one.id), _tokens(one.name))]
    near = exact or [one for one in areas() if wanted and wanted <= _tokens(f"{one.id} {one.name}")]
    if len(near) == 1:
        return near[0]
    named = shortened(text, 40)
    if near:
        raise ValueError(
            f'area "{named}" may be any of {len(near)} places, such as {_listed(near[:4])}'
        )
    raise ValueError(
        f'area "{named}" is not a place on the body map; nearest are {_listed(_nearest(text))}'
    )


def _nearest(text: str) -> list[Area]:
    spellings = {" ".join(sorted(_tokens(one.name))): one.id for one in areas()}
    spellings |= {one.id: one.id for one in areas()}
    typed = " ".join(sorted(_tokens(text)))
    found = nearest(typed, spellings, 4, 0.0)
    return [area(area_id) for area_id in dict.fromkeys(map(spellings.__getitem__, found))][:3]


def _listed(found: list[Area]) -> str:
    return say_list([f"{one.id} ({one.name})" for one in found], "or")


def words(kind: WordKind) -> tuple[TaxonomyWord, ...]:
    """The fixed words of one kind, in the order in which they are offered."""
    found: tuple[TaxonomyWord, ...] = getattr(_taxonomy(), kind)
    return found


@cache
def _names(kind: WordKind) -> dict[str, str]:
    return {word.id: word.name for word in words(kind)}


@cache
def _ids(kind: WordKind) -> dict[str, str]:
    by_name = {word.name.casefold(): word.id for word in words(kind)}
    return by_name | {word.id.casefold(): word.id for word in words(kind)}


def name_of(kind: WordKind, word: str) -> str:
    """The name of a fixed word by its id; a person's own word, as it is and safe to print."""
    return _names(kind).get(word) or _plain(word)


def red_flags() -> tuple[RedFlag, ...]:
    """Every warning sign, in the order in which they are asked for."""
    return _taxonomy().red_flags


def condition_source(condition: str) -> Source | None:
    """Where it is found that a condition asks for care; None where that is not known."""
    return next((word.source for word in words("conditions") if word.id == condition), None)


def find_word(kind: WordKind, text: str) -> str:
    """The id of the fixed word that the text is an id or a name of, else the text as the person's own word.

    >>> find_word("treatments", "Acupuncture")
    'acupuncture'
    >>> find_word("triggers", "my  niece's trampoline")
    "my niece's trampoline"
    """
    own = _plain(text)
    return _ids(kind).get(own.casefold(), own)


def _plain(text: str) -> str:
    return " ".join(clean(text).split())


def severity_band(severity: int) -> Band:
    """The band that a severity of 0 to 10 lies in.

    For labels and colors only: no set of cut-offs is agreed. 1-3, 4-6, 7-10 is the common split; Boonstra 2014 and
    2016 (2,854 people with chronic musculoskeletal pain) found others. The help text follows the idea of the NHS
    description of mild, moderate and severe back pain.

    Raises:
        ValueError: The severity is not 0 to 10.
    """
    for band in _taxonomy().severity_bands:
        if band.first <= severity <= band.last:
            return band
    raise ValueError(f"severity is {severity}; it must be 0 to 10")


def severity_word(severity: int) -> str:
    """`none`, `mild`, `moderate` or `severe`, for a severity of 0 to 10.

    Raises:
        ValueError: The severity is not 0 to 10.
    """
    return severity_band(severity).name


def scale_word(kind: WordKind, score: int) -> str:
    """The word of a list that is a scale, in lower case, such as `firm` for pressure 3.

    Raises:
        ValueError: The scale has no such score.
    """
    scale = {word.score: word.name.lower() for word in words(kind) if word.score is not None}
    if score in scale:
        return scale[score]
    raise ValueError(f"{kind.replace('_', ' ')} is {score}; it must be 1 to {len(scale)}")


def mood_word(mood: int) -> str:
    """`very low` (1) to `very good` (5)."""
    return scale_word("moods", mood)


def sleep_quality_word(quality: int) -> str:
    """`very poor` (1) to `very good` (5), as in the Consensus Sleep Diary (Carney 2012)."""
    return scale_word("sleep_qualities", quality)


def pressure_word(pressure: int) -> str:
    """`light` (1), `medium`, `firm` or `deep` (4)."""
    return scale_word("pressures", pressure)
