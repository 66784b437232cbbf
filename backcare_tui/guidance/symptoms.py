"""What an entry of pain says besides its number: where it is, whether it is numb, what brought it on."""

import re
from collections.abc import Collection, Iterable, Sequence

from backcare_tui.diary.records.pain import Pain

NUMB = ("numb", "tingl", "pins and needles")
"""What words hold that are of lost or strange feeling."""
SADDLE = frozenset({"groin", "sacrum", "tailbone"})
"""Places that would touch a saddle."""
SEAT_WORDS = (
    "genital",
    "perine",
    "saddle",
    "crotch",
    "scrot",
    "vagin",
    "rectum",
    "anus",
    "inner thigh",
)
"""What own words for such places hold."""
BUTTOCKS = frozenset({"buttock-l", "buttock-r"})
BELOW_THE_KNEE = ("calf", "shin", "foot")
DOWN_THE_LEG = ("thigh-back", *BELOW_THE_KNEE)
"""Where pain of the back runs down a leg; knees and the front of the thigh hurt of their own more."""
LEG = ("thigh-front", "knee", *DOWN_THE_LEG)
UPPER_BACK = ("upper-back", "mid-back")
SIDES = {"-l", "-r"}
STRONG = 7
"""Of 10, from which a number alone is worth a look (our own rule)."""


def areas_of(entry: Pain) -> frozenset[str]:
    """The ids of the places on the body that an entry names; a number of 0 names none."""
    rated = {area for area, severity in entry.area_severity.items() if severity}
    return (frozenset(entry.areas) - entry.area_severity.keys()) | rated


def areas_in(entry: Pain, groups: Sequence[str]) -> frozenset[str]:
    """The places of an entry that belong to some groups, such as `calf`."""
    return frozenset(area for area in areas_of(entry) if area.startswith(tuple(groups)))


def is_numb(entry: Pain) -> bool:
    """Whether an entry is of numbness or tingling."""
    return any(part in word.casefold() for word in entry.qualities for part in NUMB)


def numb_about_the_seat(entry: Pain) -> frozenset[str]:
    """The places about the groin and the seat that are numb; one buttock alone is of a leg."""
    if not is_numb(entry):
        return frozenset()
    areas = areas_of(entry)
    named = {area for area in areas if any(word in area.casefold() for word in SEAT_WORDS)}
    return areas & SADDLE | named | (BUTTOCKS if areas >= BUTTOCKS else frozenset())


def in_both_legs(entry: Pain) -> frozenset[str]:
    """The places in the legs, where both sides have one; without numbness, as pain of the back runs."""
    legs = areas_in(entry, LEG if is_numb(entry) else DOWN_THE_LEG)
    return legs if {area[-2:] for area in legs} >= SIDES else frozenset()


def has_word(words: Iterable[str], names: Collection[str]) -> bool:
    """Whether one of these words, or a part of one, is among some names."""
    return any(not set(re.findall(r"\w+", each.casefold())).isdisjoint(names) for each in words)


def is_plain(pain: Pain) -> bool:
    """Whether an entry is an everyday number without a word of where, how or why: no warning sign is in it."""
    words = (pain.areas, pain.area_severity, pain.qualities, pain.triggers, pain.note)
    return pain.severity < STRONG and not any(words)
