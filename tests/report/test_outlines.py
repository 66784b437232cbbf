"""Outlines of forms made of cells: closed, around every cell, and not away from them."""

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.library.areas import figure
from backcare_tui.report.body import VIEWS
from backcare_tui.report.drawing import PagePoint
from backcare_tui.report.outlines import outlines

CELLS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1)


def area_of(points: tuple[PagePoint, ...]) -> float:
    """What an outline encloses; a hole, which runs the other way, is negative."""
    around = zip(points, (*points[1:], points[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in around) / 2


@given(CELLS)
def test_an_outline_stays_within_the_cells_that_it_is_around(cells: set[tuple[int, int]]) -> None:
    points = [point for outline in outlines(cells, 2, 4) for point in outline]
    assert min(x for x, _ in points) >= min(column for _, column in cells) * 2
    assert max(x for x, _ in points) <= (max(column for _, column in cells) + 1) * 2
    assert min(y for _, y in points) >= min(row for row, _ in cells) * 4
    assert max(y for _, y in points) <= (max(row for row, _ in cells) + 1) * 4


@given(CELLS)
def test_every_side_without_a_neighbor_is_walked_once(cells: set[tuple[int, int]]) -> None:
    sides = sum(
        (row + down, column + right) not in cells
        for row, column in cells
        for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0))
    )
    assert sum(map(len, outlines(cells, 2, 4))) == sides


def test_two_pieces_have_two_outlines() -> None:
    assert len(list(outlines({(0, 0), (0, 3)}, 2, 4))) == 2


def test_no_area_of_the_body_has_a_hole_that_would_be_filled() -> None:
    for view in VIEWS:
        cells: dict[str, set[tuple[int, int]]] = {}
        for row, letters in enumerate(figure(view).mask):
            for column, letter in enumerate(letters):
                if letter != ".":
                    cells.setdefault(letter, set()).add((row, column))
        for form in (*cells.values(), set().union(*cells.values())):
            assert all(area_of(points) > 0 for points in outlines(form, 2, 4))
