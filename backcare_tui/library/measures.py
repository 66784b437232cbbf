"""Measures: what of a change in pain counts as one that matters, what two questionnaires ask, what a glass and an ounce hold."""

from backcare_tui.customs import customs
from backcare_tui.text import say_number

MCID_POINTS = 2
"""A change of pain, in points of the NRS, that people call a real one (Farrar 2001)."""
MCID_PART = 0.3
"""The same, as a part of the pain before (Farrar 2001; for low back pain Ostelo 2008)."""
LEAST_FOR_PART = 2
"""The pain before, below which only points count: of little, a part is next to nothing (our own rule)."""
PEG_DAYS = 7
"""Days that the PEG is about, so that it is asked once in so many (Krebs 2009)."""
PSFS_ACTIVITIES = 3
"""Activities of one's own that are followed, at most (after the PSFS, Stratford 1995)."""
GLASS_ML = 250
"""Water in a glass, in milliliters, where it is counted by glasses and measured in milliliters."""
LITER_ML = 1000
OUNCE_ML = 29.5735
"""A fluid ounce of the US, in milliliters."""
GLASS_OUNCES = 8
"""A glass, a cup of the US, in its fluid ounces."""
_ROUNDING = 1e-9


def is_meaningful(change: float, before: float) -> bool:
    """Whether a change of pain is at least 2 points, or 30 percent of what it was before.

    From Farrar 2001 (chronic pain) and Ostelo 2008 (low back pain): what people notice over weeks, which
    does not say that it is more than chance. For programs, as it says nothing of how little pain was; words
    go by `is_noticed`.
    """
    if abs(change) < _ROUNDING:
        return False
    return abs(change) >= min(MCID_POINTS, MCID_PART * before) - _ROUNDING


def is_noticed(change: float, before: float) -> bool:
    """Whether people notice a change of pain: 2 points, or 30 percent where it was 2 or more before."""
    by_part = before >= LEAST_FOR_PART and abs(change) >= MCID_PART * before - _ROUNDING
    return by_part or abs(change) >= MCID_POINTS - _ROUNDING


def part_fallen(before: float, now: float) -> float | None:
    """By which part of itself pain fell, 0.3 for 30 percent; None below 2 points before."""
    return (before - now) / before if before >= LEAST_FOR_PART else None


def has_eased(before: float, now: float) -> bool:
    """Whether pain fell by at least 2 points, or by 30 percent where it was 2 or more (Ostelo 2008)."""
    return now < before and is_noticed(before - now, before)


def glass_ml() -> int:
    """Water in a glass, in milliliters: 250, or 237 where that is 8 fl oz."""
    return round(GLASS_OUNCES * OUNCE_ML) if customs().units == "us" else GLASS_ML


def say_water(water_ml: int) -> str:
    """An amount of water as it is measured here: `250 ml`, `8 fl oz`.

    What is less than half an ounce stays in milliliters. It is read again as an amount that is said the same.
    """
    ounces = round(water_ml / OUNCE_ML)
    return f"{ounces} fl oz" if ounces and customs().units == "us" else f"{water_ml} ml"


def say_much_water(water_ml: int) -> str:
    """The water of a week as it is measured here: `9.1 l`, `308 fl oz`."""
    return (
        say_water(water_ml) if customs().units == "us" else f"{say_number(water_ml / LITER_ML)} l"
    )


def say_liter() -> str:
    """A liter as it is called here: `liter`, `34 fl oz`."""
    return say_water(LITER_ML) if customs().units == "us" else "liter"
