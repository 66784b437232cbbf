"""Makes the font of `backcare serve` whose braille dots stand evenly over cells, so that figures join; run as a module."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from backcare_tui.serving import server

WIDE, UP, DOWN = 1229, 2146, 555
"""The cell of Roboto Mono, in units of which 2048 are its size: advance, ascent, descent."""
RADIUS = 190
PLACES = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
"""Column and row of the dot of each bit."""


def make(file: Path) -> None:
    """Write the font."""
    names = [f"braille{bits:02x}" for bits in range(256)]
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap({0x2800 + bits: name for bits, name in enumerate(names)})
    glyphs = {name: _cell(bits) for bits, name in enumerate(names)}
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), **glyphs})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (WIDE, 0)))
    builder.setupHorizontalHeader(ascent=UP, descent=-DOWN)
    builder.setupNameTable({"familyName": "backcare braille", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=UP, sTypoDescender=-DOWN, usWinAscent=UP, usWinDescent=DOWN)
    builder.setupPost()
    builder.font.flavor = "woff"
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(file)


def _cell(bits: int) -> object:
    pen = TTGlyphPen(None)
    for bit, (column, row) in enumerate(PLACES):
        if bits >> bit & 1:
            _dot(pen, WIDE * (2 * column + 1) // 4, UP - (UP + DOWN) * (2 * row + 1) // 8)
    return pen.glyph()


def _dot(pen: TTGlyphPen, x: int, y: int) -> None:
    """A circle, of eight points off the curve."""
    near, far = round(RADIUS * 0.4142), RADIUS
    ring = [(near, far), (far, near), (far, -near), (near, -far)]
    pen.qCurveTo(*((x + a, y + b) for a, b in ring), *((x - a, y - b) for a, b in ring), None)
    pen.closePath()


if __name__ == "__main__":
    make(server.FILES["braille.woff"])
