"""A drawing as data: shapes in points, the same for a browser and for paper.

The origin is at the upper left, with y growing downward.
"""

from typing import Literal

import msgspec

PageInk = Literal[
    "pain",
    "range",
    "sleep",
    "axis",
    "grid",
    "mark",
    "moderate",
    "severe",
    "flare",
    "body",
    "area",
    "limb",
    "dim",
]
"""What a shape is for; a page says how that looks."""
PagePoint = tuple[float, float]


class Stroke(msgspec.Struct, frozen=True):
    """A line through points; where it is broken there is another stroke."""

    points: tuple[PagePoint, ...]
    ink: PageInk
    width: float = 1.0


class Box(msgspec.Struct, frozen=True):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: PageInk


class Patch(msgspec.Struct, frozen=True):
    """A filled form; its last point is joined to its first."""

    points: tuple[PagePoint, ...]
    ink: PageInk
    strength: float = 1.0
    """How dense it is filled, above 0 to 1."""
    is_outlined: bool = False
    """Whether a line goes around it, so that it stands out from its ground however pale it is."""


class Disc(msgspec.Struct, frozen=True):
    """A filled circle."""

    x: float
    y: float
    radius: float
    ink: PageInk


class Caption(msgspec.Struct, frozen=True):
    """Words at a point, which is on their base line."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    is_bold: bool = False
    is_quiet: bool = False
    """Whether it only names what the eye finds without it."""
    size: float = 8.0


Shape = Stroke | Box | Patch | Disc | Caption


class Drawing(msgspec.Struct, frozen=True):
    """Shapes on a ground of a size, and what they say for those who do not see them."""

    width: float
    height: float
    title: str
    """What it is, with its unit: a page shows it above the drawing."""
    description: str
    shapes: tuple[Shape, ...]
    narrow: "Drawing | None" = None
    """The same for a telephone, where the letters of a wide one would be too small to read."""
