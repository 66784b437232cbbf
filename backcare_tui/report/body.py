"""The body, front and back, with the areas that were named: outlined, and the denser the more often."""

from collections.abc import Iterator, Mapping, Sequence

from backcare_tui.library.areas import areas, figure
from backcare_tui.library.taxonomy_data import BodySide
from backcare_tui.report.drawing import Caption, Drawing, Patch, Shape
from backcare_tui.report.outlines import BodyCell, outlines
from backcare_tui.report.where import Where
from backcare_tui.text import MONTHS, say_count
from backcare_tui.wording.entries import say_area

CELL_WIDTH, CELL_HEIGHT = 2.0, 4.0
"""A cell of the figure is twice as high as wide, as on the screen."""
GAP = 16.0
NO_BODY = "."
"""What stands in the figure where there is no body."""
VIEWS: tuple[BodySide, BodySide] = ("back", "front")
_FAINTEST, _DENSEST = 0.2, 0.55
"""So dense is a named area filled; a number can be read on the densest."""
_COUNT_SIZE, _NAME_SIZE = 8.0, 8.5
_DIGIT, _LETTER = 0.64, 0.58
"""The width of a digit, and of a letter of a name with what is beside it, in parts of its size."""


COUNTED = "Numbers: days on which an area was named."
"""What the numbers on a body are."""


def body_drawings(of: Sequence[Where]) -> tuple[Drawing, ...]:
    """A drawing for each of some times, all on one scale and of the same sides, so that they can be held side by side."""
    most = max((n for each in of for n in each.areas.values()), default=1)
    named = {area for each in of for area in each.areas}
    found = {view for area in areas() if area.id in named for view in area.views}
    views = tuple(view for view in VIEWS if view in found) or VIEWS
    return tuple(body_drawing(each.areas, say_weeks(each), most, views) for each in of)


def say_weeks(of: Where) -> str:
    """Which weeks they are, and how much is known of them: what stands above the drawing."""
    first, last = of.span
    begin = f"{first.day} {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    which = "First" if of.is_first else "Last"
    count = "" if of.weeks == 1 else f" {of.weeks}"
    name = f"{which}{count} week{'s' * (of.weeks > 1)}, " if of.weeks else ""
    return f"{name}{begin}{year} to {end} ({say_count(of.noted, 'day')} noted)"


def body_drawing(
    counts: Mapping[str, int],
    title: str,
    most: int = 0,
    views: Sequence[BodySide] = VIEWS,
) -> Drawing:
    """The body from its sides, with the days on which each area was named.

    Args:
        counts: Days by the id of an area; those that have no place on the figure are only said.
        title: What stands above it.
        most: The days of the densest area; those of the area named most if not stated.
        views: The sides that are drawn; of one alone its name says that the other has nothing.
    """
    scale = max(most, *counts.values(), 1)
    masks = {view: figure(view).mask for view in views}
    other = dict.fromkeys(views, "")
    if len(views) == 1:
        other[views[0]] = f"; {'front' if views[0] == 'back' else 'back'}: nothing named"
    widths = {view: max(map(len, mask)) * CELL_WIDTH for view, mask in masks.items()}
    height = max(map(len, masks.values())) * CELL_HEIGHT
    shapes: list[Shape] = []
    left = 0.0
    for view in views:
        name = view + other[view]
        room = round(max(widths[view], len(name) * _NAME_SIZE * _LETTER), 2)
        shapes += _side(view, counts, left + (room - widths[view]) / 2, scale)
        middle = round(left + room / 2, 2)
        shapes.append(Caption(middle, height + 11, name, "middle", size=_NAME_SIZE))
        left += room + GAP
    said = "; ".join(f"{say_area(area)} {say_count(n, 'day')}" for area, n in counts.items())
    return Drawing(
        round(left - GAP, 2), height + 15, title, f"{said or 'no place was named'}.", tuple(shapes)
    )


def _side(view: BodySide, counts: Mapping[str, int], left: float, most: int) -> Iterator[Shape]:
    cells = _cells(figure(view).mask)
    whole = [cell for of_letter in cells.values() for cell in of_letter]
    named = {
        area.code[view]: counts[area.id]
        for area in areas()
        if view in area.views and area.id in counts
    }
    for points in outlines(whole, CELL_WIDTH, CELL_HEIGHT):
        yield Patch(_moved(points, left), "body")
    for letter, days in named.items():
        strength = round(_FAINTEST + (_DENSEST - _FAINTEST) * days / most, 3)
        for points in outlines(cells[letter], CELL_WIDTH, CELL_HEIGHT):
            yield Patch(_moved(points, left), "area", strength, is_outlined=True)
    for letter, days in named.items():
        yield from _count(cells[letter], days, left)


def _cells(mask: Sequence[str]) -> Mapping[str, list[BodyCell]]:
    """The cells of each letter."""
    cells: dict[str, list[BodyCell]] = {}
    for row, letters in enumerate(mask):
        for column, letter in enumerate(letters):
            if letter != NO_BODY:
                cells.setdefault(letter, []).append((row, column))
    return cells


def _moved(points: Sequence[tuple[float, float]], left: float) -> tuple[tuple[float, float], ...]:
    return tuple((round(x + left, 2), y) for x, y in points)


def _count(cells: Sequence[BodyCell], days: int, left: float) -> Iterator[Caption]:
    """The days in the middle of an area, where they have room in it."""
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    room = (max(columns) - min(columns) + 1) * CELL_WIDTH
    if len(str(days)) * _COUNT_SIZE * _DIGIT <= room:
        x = left + (sum(columns) / len(columns) + 0.5) * CELL_WIDTH
        y = (sum(rows) / len(rows) + 0.5) * CELL_HEIGHT + _COUNT_SIZE * 0.36
        yield Caption(round(x, 2), round(y, 2), str(days), "middle", is_bold=True, size=_COUNT_SIZE)
