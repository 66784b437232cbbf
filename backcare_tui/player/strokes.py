"""Strokes and rings as braille dots: two by four to a cell, and every dot about as wide as high."""

from math import ceil, hypot, sqrt

StrokePoint = tuple[float, float]
"""Across and down."""

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of a braille pattern: four rows of a left and a right dot."""


def _four_cells(dots: int, row: int) -> bytes:
    """What eight dots in one row of four cells add to their patterns."""
    left, right = _BITS[row]
    pairs = ((dots >> shift) & 3 for shift in (0, 2, 4, 6))
    return bytes((left if pair & 1 else 0) | (right if pair & 2 else 0) for pair in pairs)


_CELLS = tuple(tuple(_four_cells(dots, row) for dots in range(256)) for row in range(4))


class Dots:
    """A field of dots that strokes are drawn on.

    A row is one number whose lowest bit is the dot at the left: a run of dots is set at once.
    """

    def __init__(self, columns: int, rows: int) -> None:
        """A field without a dot, so many cells wide and high."""
        self.columns = columns
        self.width, self.height = columns * 2, rows * 4
        self.rows = [0] * self.height

    def has(self, x: int, y: int) -> bool:
        """Whether there is a dot."""
        return 0 <= x < self.width and 0 <= y < self.height and bool(self.rows[y] >> x & 1)

    def stroke(self, start: StrokePoint, end: StrokePoint, thickness: float) -> None:
        """A straight stroke with round ends, between two points in dots."""
        if start[1] > end[1]:
            start, end = end, start
        (ax, ay), (bx, by) = start, end
        radius, length = thickness / 2, hypot(bx - ax, by - ay)
        square = radius * radius
        # From the middle line of the stroke to its edges, and along it.
        over, along = (
            (radius * (by - ay) / length, radius * (bx - ax) / length) if length else (0.0, 0.0)
        )
        for y in self._rows_of(ay - radius, by + radius):
            middle = y + 0.5
            left, right = float(self.width), 0.0
            for cx, cy in (start, end):
                rest = square - (middle - cy) ** 2
                if rest >= 0:
                    half = sqrt(rest)
                    left, right = min(left, cx - half), max(right, cx + half)
            if length:
                for px, py, qx, qy in (
                    (ax - over, ay + along, bx - over, by + along),
                    (ax + over, ay - along, bx + over, by - along),
                ):
                    if py <= middle <= qy and qy > py:
                        edge = px + (qx - px) * (middle - py) / (qy - py)
                        left, right = min(left, edge), max(right, edge)
            self._run(y, left, right)

    def disk(self, center: StrokePoint, radius: float) -> None:
        """A filled circle."""
        self.stroke(center, center, 2 * radius)

    def ring(self, center: StrokePoint, radius: float, thickness: float) -> None:
        """A circle; its outer edge is at the radius."""
        inner = Dots(self.columns, self.height // 4)
        inner.disk(center, radius - thickness)
        outer = Dots(self.columns, self.height // 4)
        outer.disk(center, radius)
        outer.clear(inner)
        self.add(outer)

    def add(self, other: "Dots") -> None:
        """Sets the dots of another field, too."""
        self.rows = [mine | theirs for mine, theirs in zip(self.rows, other.rows, strict=True)]

    def clear(self, other: "Dots") -> None:
        """Takes away the dots of another field."""
        self.rows = [mine & ~theirs for mine, theirs in zip(self.rows, other.rows, strict=True)]

    def patterns(self, row: int) -> tuple[int, bytes]:
        """The braille patterns of one row of cells, 0 where a cell is empty: the column of the first, and they."""
        lines = self.rows[row * 4 : row * 4 + 4]
        if not any(lines):
            return 0, b""
        # Most of a row is empty: only what is between the outermost dots is looked at.
        together = lines[0] | lines[1] | lines[2] | lines[3]
        first = ((together & -together).bit_length() - 1) // 8
        size = (together.bit_length() + 7) // 8 - first
        found = 0
        for cells, line in zip(_CELLS, lines, strict=True):
            if line:
                dots = (line >> first * 8).to_bytes(size, "little")
                found |= int.from_bytes(b"".join([cells[eight] for eight in dots]), "little")
        return first * 4, found.to_bytes(size * 4, "little")[: self.columns - first * 4]

    def _rows_of(self, top: float, bottom: float) -> range:
        return range(max(ceil(top - 0.5), 0), min(ceil(bottom - 0.5), self.height))

    def _run(self, y: int, left: float, right: float) -> None:
        first, end = max(ceil(left - 0.5), 0), min(ceil(right - 0.5), self.width)
        if end > first:
            self.rows[y] |= ((1 << end - first) - 1) << first
