from collections.abc import Mapping
from itertools import pairwise

import pytest
from textual.app import App, ComposeResult

from backcare_tui.library.areas import area_name
from backcare_tui.library.taxonomy_data import BodySide
from backcare_tui.palette import Palette
from backcare_tui.themes import CONTRAST, DUSK, SIXTEEN
from backcare_tui.widgets.body.body_figure import BodyFigure
from backcare_tui.widgets.body.body_map import BodyMap
from backcare_tui.widgets.body.silhouette import (
    GAP,
    HEIGHT,
    WIDTH,
    Direction,
    Spot,
    area_at,
    beside,
    middle,
    opposite,
    places_of,
    quads,
    spots,
    views_of,
)
from tests.for_each import for_each

DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")
VIEWS: tuple[BodySide, BodySide] = ("back", "front")

each_spot = for_each("spot", spots(), ids="-".join)


class Bodies(App[None]):
    def __init__(self, figure: BodyFigure, look: Palette = DUSK) -> None:
        self.look = look
        super().__init__()
        self.figure = figure
        self.seen: list[tuple[tuple[str, ...], Mapping[str, int]]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(self.look.own)

    def compose(self) -> ComposeResult:
        yield self.figure

    def on_body_map_changed(self, event: BodyMap.Changed) -> None:
        assert event.control is self.figure
        self.seen.append((event.chosen, event.severities))

    def line(self, y: int) -> str:
        return self.figure.render_line(y).text.rstrip()

    def text(self) -> str:
        return "\n".join(self.line(y) for y in range(self.figure.size.height))


@each_spot
def test_every_area_is_reached_by_arrows_from_every_other(spot: Spot) -> None:
    reached, fringe = {spot}, [spot]
    while fringe:
        near = {beside(fringe[-1], direction) for direction in DIRECTIONS} - reached
        fringe.pop()
        reached |= near
        fringe += near
    assert reached == set(spots())


@each_spot
def test_an_arrow_goes_the_way_it_points(spot: Spot) -> None:
    def position(one: Spot) -> tuple[int, int]:
        column, row = middle(one)
        return column + 100 * (one.view == "front"), row

    x, y = position(spot)
    for direction in DIRECTIONS:
        there = beside(spot, direction)
        to_x, to_y = position(there)
        if there != spot:
            assert {"left": to_x < x, "right": to_x > x, "up": to_y < y, "down": to_y > y}[
                direction
            ]


def test_up_and_down_stay_on_the_same_side() -> None:
    for spot in spots():
        assert beside(spot, "up").view == beside(spot, "down").view == spot.view


def test_right_of_the_back_is_the_front_and_the_other_way_round() -> None:
    assert beside(Spot("back", "hand-r"), "right") == Spot("front", "hand-r")
    assert beside(Spot("front", "hand-r"), "left") == Spot("back", "hand-r")


@each_spot
def test_turning_around_keeps_the_area_where_it_can_be_seen(spot: Spot) -> None:
    there = opposite(spot)
    assert there.view != spot.view
    if there.view in views_of(spot.area_id):
        assert there.area_id == spot.area_id
    else:
        assert abs(middle(there)[1] - middle(spot)[1]) <= 2


@each_spot
@for_each("compact", [False, True])
def test_every_area_can_be_seen(spot: Spot, *, compact: bool) -> None:
    dots = [dot for row in quads(spot.view, compact=compact) for quad in row for dot in quad]
    assert any(dot.area_id == spot.area_id for dot in dots)


def test_beyond_the_figure_is_no_area() -> None:
    assert {area_at("back", *at) for at in ((0, 0), (-1, 3), (24, 3), (3, -1), (3, 20))} == {""}


async def test_a_click_chooses_the_area_under_it_and_a_double_one_does_not_leave_it() -> None:
    figure = BodyMap()
    app = Bodies(figure)
    async with app.run_test(size=(80, 24)) as pilot:
        for spot in spots():
            column, row = middle(spot)
            column += (WIDTH + GAP) * (spot.view == "front")
            before = set(figure.chosen)
            await pilot.click(figure, offset=(column, row), times=2)
            assert (figure.view, figure.cursor) == spot
            assert before ^ set(figure.chosen) == {spot.area_id}


async def test_a_click_beside_the_figure_changes_nothing() -> None:
    app = Bodies(BodyMap())
    async with app.run_test(size=(80, 24)) as pilot:
        for offset in ((1, 15), (WIDTH + 1, 10), (5, HEIGHT)):
            await pilot.click(app.figure, offset=offset)
        assert app.seen == []


async def test_space_and_enter_choose_and_leave_in_order() -> None:
    app = Bodies(BodyMap())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "left", "enter")
        await pilot.press("right", "space")
        assert [chosen for chosen, _ in app.seen] == [
            ("lower-back-c",),
            ("lower-back-c", "lower-back-l"),
            ("lower-back-l",),
        ]


@pytest.mark.parametrize(("key", "severity"), [("0", 0), ("6", 6), ("minus", 10)])
async def test_a_digit_chooses_the_area_with_a_severity_of_its_own(key: str, severity: int) -> None:
    app = Bodies(BodyMap())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("left", key)
        assert app.seen == [(("lower-back-l",), {"lower-back-l": severity})]
        assert app.line(HEIGHT) == f"- Lower back, left {severity} +"


async def test_backspace_takes_the_number_and_keeps_the_area() -> None:
    app = Bodies(BodyMap(chosen=("lower-back-c",), severities={"lower-back-c": 6}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("backspace", "backspace")
        assert app.seen == [(("lower-back-c",), {})]


async def test_an_area_that_is_left_loses_its_number() -> None:
    app = Bodies(BodyMap(chosen=("lower-back-c",), severities={"lower-back-c": 6}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        assert app.seen == [((), {})]


async def test_what_was_given_is_not_changed_in_place() -> None:
    severities = {"lower-back-c": 6}
    app = Bodies(BodyMap(chosen=("lower-back-c",), severities=severities))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
    assert severities == {"lower-back-c": 6}


async def test_a_chosen_area_is_marked_without_color() -> None:
    app = Bodies(BodyMap())
    async with app.run_test(size=(80, 24)):
        app.screen.set_focus(None)
        for spot in spots():
            row = middle(spot)[1]
            app.figure.chosen, app.figure.severities = (spot.area_id,), {}
            assert "●" in app.line(row)
            app.figure.severities = {spot.area_id: 10}
            assert "10" in app.line(row)


async def test_the_cursor_is_marked_without_color_and_named() -> None:
    figure = BodyMap()
    app = Bodies(figure)
    async with app.run_test(size=(80, 24)):
        for spot in spots():
            figure.chosen = ()
            figure.view, figure.cursor = spot.view, spot.area_id
            assert app.text().count("[ ]") == 1
            assert "[ ]" in app.line(middle(spot)[1])
            assert app.line(HEIGHT) == area_name(spot.area_id).partition(" (")[0]
            figure.chosen = (spot.area_id,)
            assert app.text().count("[●]") == 1


async def test_a_cursor_set_by_the_program_turns_to_its_side_and_stays_on_the_body() -> None:
    figure = BodyMap()
    app = Bodies(figure)
    async with app.run_test(size=(40, 24)) as pilot:
        figure.cursor = "chest"
        await pilot.pause()
        assert figure.view == "front"
        figure.cursor = "left-ear"
        assert figure.cursor == "chest"


async def test_the_words_name_the_others_and_count_what_has_no_room() -> None:
    chosen = tuple(dict.fromkeys(spot.area_id for spot in spots()))
    app = Bodies(BodyMap(chosen=chosen[:6], severities={chosen[0]: 3}))
    async with app.run_test(size=(80, 24)):
        assert app.line(HEIGHT) == "Lower back, center · Back of head 3 · +5"


async def test_with_little_room_one_side_is_shown_and_v_turns() -> None:
    app = Bodies(BodyMap())
    async with app.run_test(size=(40, 24)) as pilot:
        assert app.line(0).startswith("back")
        assert "v turns" in app.line(HEIGHT - 1)
        assert "front" not in app.text()
        await pilot.press("v")
        assert app.line(0).startswith("front")
        assert "back" not in app.line(0)


async def test_arrows_turn_the_body_where_only_one_side_is_shown() -> None:
    figure = BodyMap()
    app = Bodies(figure)
    async with app.run_test(size=(40, 24)) as pilot:
        figure.cursor = "hand-r"
        await pilot.press("right")
        assert (figure.view, figure.cursor) == ("front", "hand-r")


async def test_both_sides_say_which_way_is_left() -> None:
    app = Bodies(BodyMap())
    async with app.run_test(size=(80, 24)):
        letters = [letter for letter in app.line(3) if letter in "LR"]
        assert letters == ["L", "R", "R", "L"]
        assert app.line(0).split()[0] == "back"
        assert "front" in app.line(0)


async def test_a_past_day_shows_its_areas_and_takes_no_key() -> None:
    app = Bodies(BodyFigure(chosen=("sacrum", "knee-l"), severities={"knee-l": 3}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "4")
        assert app.focused is None
        assert "[" not in app.text()
        assert app.line(HEIGHT) == "Sacrum · Left knee 3"


async def test_an_area_of_a_newer_version_is_named_though_not_drawn() -> None:
    app = Bodies(BodyFigure(chosen=("left-ear",), heat={"right-ear": 4}))
    async with app.run_test(size=(80, 24)):
        assert app.line(HEIGHT) == "left ear"
        assert "●" not in app.text()


async def test_heat_is_a_number_as_well_as_a_color() -> None:
    app = Bodies(BodyFigure(heat={"sacrum": 4.6, "neck-back": 0.2}, compact=True))
    async with app.run_test(size=(80, 24)):
        assert app.figure.size == (24, 11)
        assert "5" in app.line(middle(Spot("back", "sacrum"), compact=True)[1])
        assert "0" in app.line(middle(Spot("back", "neck-back"), compact=True)[1])
        assert app.line(10).split() == ["back", "front"]


async def test_where_two_marks_meet_the_worse_one_is_seen() -> None:
    app = Bodies(BodyFigure(heat={"sacrum": 3, "lower-back-c": 8}, compact=True))
    async with app.run_test(size=(80, 24)):
        assert "8" in app.text()


@pytest.mark.parametrize("width", [20, 24, 40, 51, 52, 80])
@pytest.mark.parametrize("compact", [False, True])
async def test_every_line_is_as_wide_as_the_figure(width: int, *, compact: bool) -> None:
    app = Bodies(BodyFigure(chosen=("sacrum", "shoulder-l"), severity=4, compact=compact))
    async with app.run_test(size=(width, 24)):
        size = app.figure.size
        assert {app.figure.render_line(y).cell_length for y in range(size.height)} == {size.width}
        assert size.width <= 51
        assert size.height == (11 if compact else 21)


async def test_an_area_carries_the_severity_of_the_whole_entry_where_it_has_none_of_its_own() -> (
    None
):
    app = Bodies(BodyFigure(chosen=("sacrum", "shoulder-l"), severity=7))
    async with app.run_test(size=(80, 24)):
        app.figure.severities = {"shoulder-l": 2}
        assert app.text().count("7") == 1
        assert "2" in app.text()
        assert "●" not in app.text()


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("view", VIEWS)
def test_digits_of_neighbors_never_touch_and_stand_in_their_own_areas(
    view: BodySide, *, compact: bool
) -> None:
    shown = [each.area_id for each in spots() if each.view == view]
    places = places_of(view, tuple((each, 1) for each in shown), compact=compact)
    by_row = sorted((row, column) for column, row in places.values())
    assert all(
        row != other or after - before > 1 for (row, before), (other, after) in pairwise(by_row)
    )
    assert len(places) >= len(shown) * (0.7 if compact else 1)
    for area_id, (column, row) in places.items():
        cell = quads(view, compact=compact)[row][column]
        assert area_id in {dot.area_id for dot in cell}


@pytest.mark.parametrize("compact", [False, True])
async def test_where_no_grounds_tell_the_parts_lines_do(*, compact: bool) -> None:
    filled = Bodies(BodyFigure(compact=compact))
    async with filled.run_test(size=(80, 24)):
        whole = filled.text()
    for look in (CONTRAST, SIXTEEN):
        lined = Bodies(BodyFigure(compact=compact), look)
        async with lined.run_test(size=(80, 24)):
            assert len("".join(lined.text().split())) > 40
            assert lined.text() != whole
            assert lined.figure.spot_at(*middle(Spot("back", "sacrum"), compact=compact))
