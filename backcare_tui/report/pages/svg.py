"""A drawing as SVG inside a page: it is read out by the words above it and its description."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, Patch, Shape, Stroke
from backcare_tui.text import clean

PIXELS = 4 / 3
"""Pixels of a browser to a point."""


def svg(drawing: Drawing, name: str) -> Iterator[str]:
    """The drawing as a figure, in the colors that the page gives its classes.

    One that has a narrow form is there twice; the page shows, and reads out, the one that fits.

    Args:
        drawing: What is drawn.
        name: Tells its title and description from those of others on the page.
    """
    yield "<figure>"
    yield f'<figcaption id="{name}-title">{_safe(drawing.title)}</figcaption>'
    if drawing.narrow:
        yield _one(drawing, name, f"{name}-wide", "wide")
        yield _one(drawing.narrow, name, f"{name}-narrow", "narrow")
    else:
        yield _one(drawing, name, name, "")
    yield "</figure>"


def _one(drawing: Drawing, name: str, own_name: str, kind: str) -> str:
    width, height = (f"{side:g}" for side in (drawing.width, drawing.height))
    shown = f' class="{kind}"' if kind else ""
    return "".join(
        (
            f'<svg{shown} role="img" viewBox="0 0 {width} {height}" ',
            f'width="{drawing.width * PIXELS:.0f}" ',
            f'aria-labelledby="{name}-title" aria-describedby="{own_name}-desc" ',
            'xmlns="http://www.w3.org/2000/svg">',
            f'<desc id="{own_name}-desc">{_safe(drawing.description)}</desc>',
            *_shapes(drawing.shapes),
            "</svg>",
        )
    )


def _shapes(shapes: Sequence[Shape]) -> Iterator[str]:
    """Each shape; rectangles in a row that look the same are one, which years of bars are small by."""
    for ink, run in groupby(shapes, lambda shape: shape.ink if isinstance(shape, Box) else None):
        if ink:
            boxes = (shape for shape in run if isinstance(shape, Box))
            yield f'<path class="{ink}" shape-rendering="crispEdges" d="{"".join(map(_box, boxes))}"/>'
        else:
            yield from (part for shape in run for part in _shape(shape))


def _box(box: Box) -> str:
    return f"M{box.x:g},{box.y:g}h{box.width:g}v{box.height:g}h-{box.width:g}z"


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case Stroke():
            yield f'<polyline class="{shape.ink}" points="{_points(shape)}" fill="none"'
            yield f' stroke-width="{shape.width:g}"/>'
        case Box():
            yield f'<path class="{shape.ink}" d="{_box(shape)}"/>'
        case Patch():
            outlined = " outlined" * shape.is_outlined
            yield f'<polygon class="{shape.ink}{outlined}" points="{_points(shape)}"{_dense(shape)}/>'
        case Disc():
            at = f'cx="{shape.x:g}" cy="{shape.y:g}" r="{shape.radius:g}"'
            yield f'<circle class="{shape.ink} filled" {at}/>'
        case Caption():
            bold = ' font-weight="bold"' if shape.is_bold else ""
            quiet = ' class="quiet"' * shape.is_quiet
            yield f'<text{quiet} x="{shape.x:g}" y="{shape.y:g}" text-anchor="{shape.anchor}"'
            yield f' font-size="{shape.size:g}"{bold}>{_safe(shape.text)}</text>'


def _points(shape: Stroke | Patch) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in shape.points)


def _dense(shape: Patch) -> str:
    return "" if shape.strength == 1 else f' fill-opacity="{shape.strength:.2f}"'


def _safe(words: str) -> str:
    return escape(clean(words))
