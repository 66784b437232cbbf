"""The places on the body: by id, by name, and by what a person types; the figure of the body map."""

import re
from functools import cache

from backcare_tui.library.taxonomy import plain
from backcare_tui.library.taxonomy_data import (
    Area,
    BodySide,
    BodyView,
    TaxonomyWord,
    taxonomy,
)
from backcare_tui.text import nearest, say_list, shortened


def areas() -> tuple[Area, ...]:
    """Every place on the body, from head to foot."""
    return taxonomy().areas


def area_groups() -> tuple[TaxonomyWord, ...]:
    """The groups that areas belong to, from head to foot."""
    return taxonomy().area_groups


def figure(view: BodySide) -> BodyView:
    """The mask of one view of the body."""
    shown: BodyView = getattr(taxonomy().bodymap, view)
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
    return known.name if known else plain(area_id).replace("-", " ")


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
