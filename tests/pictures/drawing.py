"""An exported screen that looks the same everywhere.

Textual's picture asks a host for its font and leaves lines, bars and dots to whatever font there
is, where they do not meet. Here no font is asked for, and these are drawn as shapes.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import groupby

WIDTH, HEIGHT, BASELINE = 12.2, 24.4, 18.5
"""Of a cell, and how far below its top the text stands."""
STROKE, DOT = 1.6, 4.0
"""Width of a line and of a dot."""
FONTS = 'ui-monospace, "SF Mono", Menlo, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace'

DOTTED = f".dots {{ stroke: currentColor;stroke-width: {DOT};stroke-linecap: round }}"
LOWER = "▁▂▃▄▅▆▇█"
LEFT = "▏▎▍▌▋▊▉"
QUARTERS = {"▘": 1, "▝": 2, "▀": 3, "▖": 4, "▞": 6, "▛": 7, "▗": 8, "▚": 9, "▐": 10, "▜": 11}
QUARTERS |= {"▙": 13, "▟": 14}
"""Which quarters are filled: 1 and 2 above, 4 and 8 below."""
CORNERS = {"╭": (1, 1), "╮": (-1, 1), "╰": (1, -1), "╯": (-1, -1)}
"""Which way the two lines go from the middle."""

TEXT = re.compile(r'<text class="(\S+)" x="(\S+)" y="(\S+)"( [^>]*)>([^<]*)</text>')


def drawn(svg: str) -> str:
    """The picture of Textual's `export_screenshot`, made independent of fonts and of the network."""
    svg = re.sub(r"\s*@font-face \{.*?\n    \}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->", "", svg)
    svg = svg.replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace("font-family: arial", "font-family: system-ui, sans-serif")
    # A dot is a stroke without length, in the color that fills the rest.
    svg = re.sub(r"\{ fill: (#\w+)", r"{ fill: \1;color: \1", svg)
    svg = svg.replace("</style>", f"{DOTTED}\n</style>")
    svg = TEXT.sub(_run, svg)
    return "".join(f"{line.strip()}\n" for line in svg.splitlines() if line.strip())


def _run(found: re.Match[str]) -> str:
    """One run of text in one style, as shapes and what is left to write."""
    style, x, y, rest, escaped = found.groups()
    text = unescape(escaped).replace("\xa0", " ")
    left, top = float(x), float(y) - BASELINE
    blocks, strokes, dots, words = [], [], [], []
    for char, chars in groupby(text):
        count = len(list(chars))
        if shape := _block(char, left, top, count):
            blocks.append(shape)
        elif shape := _strokes(char, left, top, count):
            strokes.append(shape)
        elif shape := _dots(char, left, top, count):
            dots.append(shape)
        is_drawn = bool(shape)
        words.append((" " if is_drawn else char) * count)
        left += WIDTH * count
    written = "".join(words)
    label = escape(written).replace(" ", "&#160;")
    return "".join(
        [
            f'<path class="{style}" shape-rendering="crispEdges" d="{"".join(blocks)}"/>'
            * bool(blocks),
            f'<path class="{style}" d="{"".join(strokes)}"/>' * bool(strokes),
            f'<path class="dots {style}" d="{"".join(dots)}"/>' * bool(dots),
            f'<text class="{style}" x="{x}" y="{y}"{rest}>{label}</text>' * bool(written.strip()),
        ]
    )


def _block(char: str, x: float, y: float, count: int) -> str:
    """A character that fills a part of its cell, so many times."""
    if char in LOWER:
        height = HEIGHT * (LOWER.index(char) + 1) / 8
        return _box(x, y + HEIGHT - height, WIDTH * count, height)
    if char in LEFT:
        width = WIDTH * (LEFT.index(char) + 1) / 8
        return "".join(_box(x + WIDTH * n, y, width, HEIGHT) for n in range(count))
    if char in QUARTERS:
        return "".join(_quarters(QUARTERS[char], x + WIDTH * n, y) for n in range(count))
    return ""


def _quarters(bits: int, x: float, y: float) -> str:
    width, height = WIDTH / 2, HEIGHT / 2
    return "".join(
        _box(x + column * width, y + row * height, width, height)
        for row in (0, 1)
        for column in (0, 1)
        if bits & 1 << (2 * row + column)
    )


def _strokes(char: str, x: float, y: float, count: int) -> str:
    """A character made of lines, so many times."""
    if char == "─":
        return _box(x, y + (HEIGHT - STROKE) / 2, WIDTH * count, STROKE)
    each: Iterable[float] = [x + WIDTH * n for n in range(count)]
    if char == "│":
        return "".join(_box(left + (WIDTH - STROKE) / 2, y, STROKE, HEIGHT) for left in each)
    if char in CORNERS:
        return "".join(_corner(*CORNERS[char], left, y) for left in each)
    return ""


def _corner(right: int, down: int, x: float, y: float) -> str:
    """A line from the middle of the lower or upper edge, round to the middle of a side."""
    half, radius = STROKE / 2, WIDTH / 2
    outer, inner = radius + half, radius - half
    middle_x, middle_y = x + WIDTH / 2, y + HEIGHT / 2
    side, edge = middle_x + right * WIDTH / 2, middle_y + down * HEIGHT / 2
    turn = right * down > 0

    def across(by: float) -> float:
        return round(middle_x + right * by, 2)

    def along(by: float) -> float:
        return round(middle_y + down * by, 2)

    return (
        f"M{across(-half)} {edge:.2f}V{along(radius)}"
        f"A{outer:.2f} {outer:.2f} 0 0 {int(turn)} {across(radius)} {along(-half)}H{side:.2f}"
        f"V{along(half)}H{across(radius)}"
        f"A{inner:.2f} {inner:.2f} 0 0 {int(not turn)} {across(half)} {along(radius)}V{edge:.2f}Z"
    )


def _dots(char: str, x: float, y: float, count: int) -> str:
    """A braille character, so many times."""
    if not "\u2801" <= char <= "\u28ff":
        return ""
    return "".join(_braille(ord(char) - 0x2800, x + WIDTH * n, y) for n in range(count))


def _braille(bits: int, x: float, y: float) -> str:
    """Its dots: 1, 2, 4 and 64 at the left, 8, 16, 32 and 128 at the right."""
    places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return "".join(
        f"M{x + (column + 0.5) * WIDTH / 2:.2f} {y + (row + 0.5) * HEIGHT / 4:.2f}h0"
        for bit, (column, row) in enumerate(places)
        if bits & 1 << bit
    )


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:.2f} {y:.2f}h{width:.2f}v{height:.2f}h{-width:.2f}z"
