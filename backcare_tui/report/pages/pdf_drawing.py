"""A drawing as vectors of a PDF. Imports reportlab."""

from collections.abc import Iterator
from typing import Any, Final

from reportlab.graphics import shapes as vector
from reportlab.lib import colors
from reportlab.platypus import Flowable

from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, PageInk, Patch, Shape, Stroke
from backcare_tui.report.pages.inks import EDGE, INKS, faded
from backcare_tui.report.pages.pdf_fonts import BOLD, PLAIN, Letters
from backcare_tui.report.pages.pdf_tags import TaggedFigure

INK = INKS["light"]
OVERLAP = 0.2
"""Points by which a box reaches over the one below, so that no seam is seen."""
AIR = 3.0
"""Points above a drawing."""
ROUND: Final = 1
"""How lines join and end: a pointed join of a steep line would stand above its own highest value."""
OUTLINE = 0.7


def drawn(drawing: Drawing, letters: Letters, room: float) -> Flowable:
    """The drawing in its own size, or as wide as there is room."""
    scale = min(room / drawing.width, 1.0)
    ground = vector.Drawing(drawing.width * scale, drawing.height * scale + AIR)
    ground.add(vector.Group(*_shapes(drawing, letters), transform=(scale, 0, 0, scale, 0, 0)))
    return TaggedFigure(ground, letters.shown(f"{drawing.title}: {drawing.description}"))


def _shapes(drawing: Drawing, letters: Letters) -> Iterator[Any]:
    for shape in drawing.shapes:
        yield _shape(shape, drawing.height, letters)


def _shape(shape: Shape, height: float, letters: Letters) -> Any:
    """The shape with y growing upward, as paper has it."""
    match shape:
        case Stroke():
            line = vector.PolyLine([each for x, y in shape.points for each in (x, height - y)])
            line.strokeColor, line.strokeWidth = _color(shape.ink), shape.width
            line.strokeLineJoin = line.strokeLineCap = ROUND
            return line
        case Box():
            floor = height - shape.y - shape.height
            box = vector.Rect(shape.x, floor - OVERLAP, shape.width, shape.height + OVERLAP)
            box.fillColor, box.strokeColor = _color(shape.ink), None
            return box
        case Patch():
            form = vector.Polygon([each for x, y in shape.points for each in (x, height - y)])
            form.fillColor = _color(shape.ink, shape.strength)
            form.strokeColor = _color(EDGE) if shape.is_outlined else None
            form.strokeWidth, form.strokeLineJoin = OUTLINE, ROUND
            return form
        case Disc():
            return vector.Circle(
                shape.x,
                height - shape.y,
                shape.radius,
                fillColor=_color(shape.ink),
                strokeColor=None,
            )
        case Caption():
            return vector.String(
                shape.x,
                height - shape.y,
                letters.shown(shape.text),
                fontName=BOLD if shape.is_bold else PLAIN,
                fontSize=shape.size,
                textAnchor=shape.anchor,
                fillColor=_color("axis" if shape.is_quiet else "mark"),
            )


def _color(ink: PageInk, strength: float = 1.0) -> colors.Color:
    return colors.HexColor(INK[ink] if strength == 1 else faded(ink, strength))
