"""A drawing as SVG inside a page: it is read out by its title and description."""

from collections.abc import Iterator
from html import escape

from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, Patch, Shape, Stroke
from backcare_tui.text import clean

PIXELS = 4 / 3
"""Pixels of a browser to a point."""


def svg(drawing: Drawing, name: str) -> str:
    """The drawing, in the colors that the page gives its classes.

    Args:
        drawing: What is drawn.
        name: Tells its title and description from those of others on the page.
    """
    width, height = (f"{side:g}" for side in (drawing.width, drawing.height))
    return "".join(
        (
            f'<svg role="img" viewBox="0 0 {width} {height}" width="{drawing.width * PIXELS:.0f}" ',
            f'aria-labelledby="{name}-title {name}-desc" xmlns="http://www.w3.org/2000/svg">',
            f'<title id="{name}-title">{_safe(drawing.title)}</title>',
            f'<desc id="{name}-desc">{_safe(drawing.description)}</desc>',
            *(part for shape in drawing.shapes for part in _shape(shape)),
            "</svg>",
        )
    )


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case Stroke():
            dashed = ' stroke-dasharray="4 3"' if shape.is_dashed else ""
            yield f'<polyline class="{shape.ink}" points="{_points(shape)}" fill="none"'
            yield f' stroke-width="{shape.width:g}"{dashed}/>'
        case Box():
            yield f'<rect class="{shape.ink}" shape-rendering="crispEdges" x="{shape.x:g}" y="{shape.y:g}"'
            yield f' width="{shape.width:g}" height="{shape.height:g}"{_dense(shape)}/>'
        case Patch():
            yield f'<polygon class="{shape.ink}" points="{_points(shape)}"{_dense(shape)}/>'
        case Disc():
            at = f'cx="{shape.x:g}" cy="{shape.y:g}" r="{shape.radius:g}"'
            yield f'<circle class="{shape.ink} filled" {at}/>'
        case Caption():
            bold = ' font-weight="bold"' if shape.is_bold else ""
            yield f'<text x="{shape.x:g}" y="{shape.y:g}" text-anchor="{shape.anchor}"'
            yield f' font-size="{shape.size:g}"{bold}>{_safe(shape.text)}</text>'


def _points(shape: Stroke | Patch) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in shape.points)


def _dense(shape: Box | Patch) -> str:
    return "" if shape.strength == 1 else f' fill-opacity="{shape.strength:.2f}"'


def _safe(words: str) -> str:
    return escape(clean(words))
