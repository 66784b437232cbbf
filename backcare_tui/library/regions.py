"""What is called otherwise from place to place: numbers to call, medicines, what a drink holds, times of day, water."""

from collections.abc import Mapping
from functools import cache
from typing import cast

import msgspec
from msgspec.structs import asdict, replace

from backcare_tui.customs import Customs, Hours, Units, follow
from backcare_tui.diary.settings import RegionId, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.library.data_files import load
from backcare_tui.text import say_list, spelled


class Region(msgspec.Struct, frozen=True):
    """The words of a region; each text stands for the brace of its name in a sentence of the content."""

    id: RegionId
    """Empty where none was stated: its words are right everywhere."""
    name: str
    emergency: str
    """What to call when life is at risk: `999`; one's own number where that was stated."""
    crisis: str
    """What to do in a crisis of the mind: `call or text 988`."""
    nurse_line: str
    """Whom to ask what cannot wait and is no emergency: `NHS 111`."""
    emergency_room: str
    paracetamol: str
    """What the medicine is sold as."""
    drink: str
    """What a standard drink of the diary holds, which is the same everywhere, in the region's own measure."""
    crisis_number: str = ""
    """The number alone; empty where there is not one for the whole region."""
    aliases: tuple[str, ...] = ()
    """What else a person may type for it, in lower case."""
    hours: Hours = 24
    """How many hours its clocks have (Unicode CLDR, timeData)."""
    units: Units = "metric"
    """What water is measured in (Unicode CLDR, measurementData)."""


class _Regions(msgspec.Struct, frozen=True):
    regions: tuple[Region, ...]


@cache
def regions() -> tuple[Region, ...]:
    """Every region, the first of which is that none was stated."""
    return load("library", "regions", _Regions).regions


def region(region_id: RegionId = "") -> Region:
    """The words of a region; without an id those that are right everywhere."""
    return next(each for each in regions() if each.id == region_id)


def region_of(settings: Settings) -> Region:
    """The words of the region that a person stated, with their own number to call."""
    stated = region(settings.region)
    own = settings.emergency_number
    return replace(stated, emergency=own) if own else stated


def customs_of(settings: Settings) -> Customs:
    """How times and amounts are said: as a person chose, else as where they live; 24 hours and metric unless said."""
    where = region(settings.region)
    hours = cast("Hours", int(settings.clock)) if settings.clock else where.hours
    return Customs(hours, settings.units or where.units)


def follow_customs(settings: Settings) -> None:
    """Say times and amounts from now on as the settings have it."""
    follow(customs_of(settings))


def in_region(text: str, of: Region, values: Mapping[str, str] | None = None) -> str:
    """A text of the content with its braces filled; what stands in a value is never taken for a brace.

    Args:
        text: Such as `Call {emergency} now.`
        of: What the words of places are taken from.
        values: What fills the other braces.
    """
    return text.format_map({**(values or {}), **asdict(of)})


def find_region(text: str) -> RegionId:
    """The id of the region that a person means, by id, name or another usual name.

    Raises:
        BadValue: It is none; the sentence names all of them.
    """
    typed = spelled(text)
    for each in regions():
        if each.id and typed in map(spelled, (each.id, each.name, *each.aliases)):
            return each.id
    known = say_list([f"{each.id} ({each.name})" for each in regions() if each.id], "or")
    raise BadValue("region", text, known)
