"""Severity is told apart by every eye: by lightness, which every eye has, and never by hue alone.

What people with no red, green or blue cones see is simulated after G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
"A physiologically-based model for simulation of color vision deficiency" (IEEE TVCG 15, 2009), at full strength;
differences are CIEDE2000 (CIE 142-2001). Both are coloraide's.
"""

from itertools import groupby, pairwise
from typing import Literal

import pytest
from coloraide import Color
from rich._palettes import STANDARD_PALETTE
from rich.color import Color as Sent
from rich.color_triplet import ColorTriplet

from backcare_tui.palette import Palette
from backcare_tui.report.pages.inks import faded
from backcare_tui.themes import LOOKS, PALETTES, SIXTEEN

Eye = Literal["all cones", "protan", "deutan", "tritan"]
EYES: tuple[Eye, ...] = ("all cones", "protan", "deutan", "tritan")
RAMPS = {
    **{f"{look.name} strokes": look.pain for look in PALETTES},
    **{f"{look.name} grounds": look.tint for look in PALETTES},
}
STEP = 2.0
"""Of lightness, 0 to 100, between neighbors: what can be told when they lie side by side."""
APART = 3.0
"""CIEDE2000 between two steps apart; 2.3 is what is just noticed."""

FAR = 10.0
"""CIEDE2000 between 1 and 9, which no eye may take for each other."""


def seen_by(eye: Eye, ramp: tuple[str, ...]) -> list[Color]:
    """The ramp as this eye sees it."""
    colors = [Color(color) for color in ramp]
    return colors if eye == "all cones" else [as_seen(eye, color) for color in colors]


def as_seen(eye: Eye, color: Color) -> Color:
    return color.filter(eye, method="machado").clip()


def lightness(color: Color) -> float:
    return float(color.convert("lab-d65")["lightness"])


def steps(colors: list[Color]) -> list[float]:
    return [lightness(after) - lightness(before) for before, after in pairwise(colors)]


def difference(one: Color, other: Color) -> float:
    return float(one.delta_e(other, method="2000"))


def test_the_measures_are_the_published_ones() -> None:
    # Sharma, Wu and Dalal (2005), pair 1; and red, which a protanope sees as a dark olive.
    one, other = Color("lab-d65", [50, 2.6772, -79.7751]), Color("lab-d65", [50, 0, -82.7485])
    assert difference(one, other) == pytest.approx(2.0425, abs=1e-3)
    red = as_seen("protan", Color("#ff0000")).convert("srgb")
    assert red["red"] == pytest.approx(red["green"], abs=0.1)
    assert red["blue"] == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("ramp", RAMPS.values(), ids=RAMPS)
@pytest.mark.parametrize("eye", EYES)
def test_lightness_keeps_the_order_of_severity(ramp: tuple[str, ...], eye: Eye) -> None:
    found = steps(seen_by(eye, ramp))
    assert all(step > 0 for step in found) or all(step < 0 for step in found)
    if eye == "all cones":
        assert min(map(abs, found)) >= STEP


@pytest.mark.parametrize("ramp", RAMPS.values(), ids=RAMPS)
@pytest.mark.parametrize("eye", EYES)
def test_what_is_two_steps_apart_is_told_apart(ramp: tuple[str, ...], eye: Eye) -> None:
    seen = seen_by(eye, ramp)
    assert min(difference(*pair) for pair in zip(seen, seen[2:], strict=False)) >= APART
    assert difference(seen[1], seen[9]) >= FAR


@pytest.mark.parametrize("look", PALETTES, ids=lambda look: look.name)
def test_more_pain_is_further_from_the_ground(look: Palette) -> None:
    ground = lightness(Color(look.background))
    for ramp in (look.pain, look.tint):
        away = [abs(lightness(Color(color)) - ground) for color in ramp]
        assert away == sorted(away)


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_areas_on_paper_keep_the_order_too(ground: Literal["light", "dark"], eye: Eye) -> None:
    ramp = tuple(faded("area", strength / 10, ground) for strength in range(1, 11))
    found = steps(seen_by(eye, ramp))
    assert all(step > 0 for step in found) or all(step < 0 for step in found)


def test_sixteen_colors_are_sent_by_their_names() -> None:
    named = {
        Sent.from_triplet(ColorTriplet(*STANDARD_PALETTE._colors[number])) for number in range(16)
    }
    used = {*SIXTEEN.own_colors.values(), SIXTEEN.foreground, SIXTEEN.background}
    assert {Sent.parse(color) for color in used} <= named


@pytest.mark.parametrize("ramp", [SIXTEEN.pain, SIXTEEN.tint], ids=["strokes", "grounds"])
def test_sixteen_colors_tell_six_steps_and_two_apart_always(ramp: tuple[str, ...]) -> None:
    runs = [color for color, _ in groupby(ramp)]
    assert len(runs) == len(set(runs)) == 6
    assert all(one != other for one, other in zip(ramp, ramp[2:], strict=False))


def test_in_sixteen_colors_what_is_next_stands_alone() -> None:
    other = {SIXTEEN.foreground, SIXTEEN.quiet, SIXTEEN.here, SIXTEEN.line, SIXTEEN.error}
    assert SIXTEEN.next not in other
    assert len(other) == 5
    assert SIXTEEN in LOOKS
    assert SIXTEEN not in PALETTES
