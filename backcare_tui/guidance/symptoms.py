"""What an entry says besides its number: where it is, whether it is numb, what brought it on."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from backcare_tui.diary.derived import areas_that_hurt
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.values import Words

LOST = ("numb", "no feeling", "loss of feeling", "cannot feel", "can't feel")
"""What words hold that are of lost feeling."""
NUMB = (*LOST, "tingl", "pins and needles")
"""What words hold that are of lost or strange feeling."""
NERVE = (*NUMB, "electric", "shooting")
"""What words hold that are of a nerve."""
SADDLE = frozenset({"groin", "sacrum", "tailbone"})
"""Places that would touch a saddle."""
SEAT_WORDS = (
    "genital",
    "perine",
    "saddle",
    "crotch",
    "groin",
    "between the legs",
    "between my legs",
    "scrot",
    "vagin",
    "rectum",
    "anus",
    "inner thigh",
)
"""What own words for such places hold."""
NO_CONTROL = (
    "incontinen",
    "wet myself",
    "wetting myself",
    "soiled",
    "bladder control",
    "bowel control",
    "cannot pee",
    "can't pee",
)
"""What own words of bladder and bowel hold."""
BUTTOCKS = frozenset({"buttock-l", "buttock-r"})
BELOW_THE_KNEE = ("calf", "shin", "foot")
DOWN_THE_LEG = ("thigh-back", *BELOW_THE_KNEE)
"""Where pain of the back runs down a leg; knees and the front of the thigh hurt of their own more."""
LEG = ("thigh-front", "knee", *DOWN_THE_LEG)
UPPER_BACK = ("upper-back", "mid-back", "ribs")
"""Higher up the back, and round the ribs, where pain from there is felt as a band."""
SIDES = {"-l", "-r"}
FALLS = frozenset(
    {
        *("fall", "falls", "fell", "fallen", "falling"),
        *("slip", "slipped", "slipping", "tripped", "stumble", "stumbled", "tumble", "tumbled"),
        *("crash", "crashed", "accident", "collision"),
    }
)
NO_FALLS = frozenset({"asleep", "disc", "disk", "weather", "leaves", "season"})
"""Words beside which those of a fall mean something else."""
STRAINS = frozenset({"lifting", "childcare"})
FEVERS = frozenset(
    {
        *("fever", "fevers", "feverish", "febrile", "pyrexia", "sweats"),
        *("chills", "shivering", "shivers", "shivery", "rigor", "rigors"),
    }
)
TEMPERATURES = frozenset({"temp", "temperature"})
"""Words of a fever, but beside one that says of what else it is."""
NO_TEMPERATURES = frozenset(
    {
        *("weather", "outside", "outdoor", "outdoors", "room", "air", "water", "season"),
        *("cold", "low", "drop", "drops", "change", "changes", "swing", "swings", "normal"),
    }
)
ILLNESSES = FEVERS | {
    *("illness", "ill", "sick", "flu", "covid", "virus"),
    *("infection", "infected", "pneumonia", "uti", "cystitis", "abscess", "sepsis"),
}
COUGHS = frozenset({"cough", "coughing", "sneeze", "sneezing"})
_UNSAID = re.compile(r"\b(?:no|not|never|without|hay|cabin)[\s-]+(?:(?:a|any|high)[\s-]+)*\w+")
"""What is said not to be, as `no fever`, and what is called so without being one."""
OF_PREGNANCY = frozenset(
    {
        *("bleeding", "bleed", "waters"),
        *("contraction", "contractions", "tightening", "tightenings"),
    }
)
STRONG = 7
"""Of 10, from which a number alone is worth a look (our own rule)."""


def causes(entry: Pain | Feeling) -> Words:
    """What an entry says brought it on; of a feeling, all its words."""
    return entry.triggers if isinstance(entry, Pain) else entry.words


def felt(entry: Pain | Feeling) -> Words:
    """How an entry says that it feels; of a feeling, all its words."""
    return entry.qualities if isinstance(entry, Pain) else entry.words


def areas_of(entry: Pain | Feeling) -> frozenset[str]:
    """The ids of the places on the body that an entry names; a number of 0 names none."""
    return frozenset() if isinstance(entry, Feeling) else areas_that_hurt(entry)


def areas_in(entry: Pain | Feeling, groups: Sequence[str]) -> frozenset[str]:
    """The places of an entry that belong to some groups, such as `calf`."""
    return frozenset(area for area in areas_of(entry) if area.startswith(tuple(groups)))


def is_numb(entry: Pain | Feeling) -> bool:
    """Whether an entry is of numbness or tingling."""
    return bool(felt_as(entry, NUMB))


def felt_as(entry: Pain | Feeling, parts: tuple[str, ...]) -> Words:
    """The words for how an entry feels that hold one of these parts: `tingling` holds `tingl`."""
    return _holding(felt(entry), parts)


@lru_cache(maxsize=512)  # the same few words come back in hundreds of entries
def _holding(said: Words, parts: tuple[str, ...]) -> Words:
    return tuple(word for word in said if any(part in word.casefold() for part in parts))


def numb_about_the_seat(entry: Pain | Feeling) -> frozenset[str]:
    """The places about the groin and the seat that are numb; one buttock alone is of a leg."""
    if not is_numb(entry):
        return frozenset()
    areas = areas_of(entry)
    said = {*areas, *felt(entry)}
    named = {each for each in said if any(word in each.casefold() for word in SEAT_WORDS)}
    return areas & SADDLE | named | (BUTTOCKS if areas >= BUTTOCKS else frozenset())


def without_control(entry: Pain | Feeling) -> frozenset[str]:
    """The own words of an entry that are of bladder or bowel."""
    return frozenset(_holding(felt(entry), NO_CONTROL) + _holding(causes(entry), NO_CONTROL))


def in_both_legs(entry: Pain | Feeling) -> frozenset[str]:
    """The places in the legs, where both sides have one; without numbness, as pain of the back runs."""
    legs = areas_in(entry, LEG if is_numb(entry) else DOWN_THE_LEG)
    return legs if {area[-2:] for area in legs} >= SIDES else frozenset()


def has_word(words: Iterable[str], names: Collection[str]) -> bool:
    """Whether one of these words, or a part of one, is among some names."""
    return any(not set(re.findall(r"\w+", each.casefold())).isdisjoint(names) for each in words)


def is_fall(entry: Pain | Feeling) -> bool:
    """Whether an entry names a fall, a slip or a crash."""
    return any(has_word([word], FALLS) and not has_word([word], NO_FALLS) for word in causes(entry))


def is_feverish(entry: Pain | Feeling) -> bool:
    """Whether an entry names a fever: as what brought it on, or as how it feels."""
    return _any_of_illness(causes(entry) + felt(entry), FEVERS)


def is_ill(entry: Pain | Feeling) -> bool:
    """Whether an entry names a fever, an illness or an infection."""
    return _any_of_illness(causes(entry) + felt(entry), ILLNESSES)


@lru_cache(maxsize=512)
def _any_of_illness(said: Words, names: frozenset[str]) -> bool:
    return any(_is_of_illness(_UNSAID.sub("", each.casefold()), names) for each in said)


def _is_of_illness(words: str, names: frozenset[str]) -> bool:
    is_warm = has_word([words], TEMPERATURES) and not has_word([words], NO_TEMPERATURES)
    return is_warm or has_word([words], names)


def is_plain(pain: Pain) -> bool:
    """Whether an entry is an everyday number without a word of where, how or why: no warning sign is in it."""
    words = (pain.areas, pain.area_severity, pain.qualities, pain.triggers, pain.note)
    return pain.severity < STRONG and not any(words)
