"""The way between poses and the picture of it: bones hold together, and nothing sinks, slides or falls out."""

from collections import Counter
from itertools import chain, pairwise, product
from math import ceil, dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.exercises import exercise, exercises
from backcare_tui.library.figures import (
    GROUND,
    HEIGHT,
    WIDTH,
    Figure,
    Joints,
    Point,
    bones,
    figure,
)
from backcare_tui.player.body import FigureLook, Limb, limbs
from backcare_tui.player.figure import Picture, draw
from backcare_tui.player.framing import frame_of
from backcare_tui.player.glyphs import HELD_SIGN
from backcare_tui.player.joints import joints_at
from backcare_tui.player.strokes import Dots
from tests.for_each import for_each

IDS = tuple(one.id for one in exercises())
FIGURES = tuple(figure(one) for one in IDS)
SIDED = tuple(one for one in FIGURES if one.active)
SIZES = ((30, 10), (60, 24), (100, 40))
SIDES: tuple[Side, Side] = ("left", "right")
BITS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))

thorough = pytest.mark.thorough
each_figure = for_each("shown", FIGURES, ids=IDS)
figures = st.sampled_from(FIGURES)
sides = st.sampled_from((None, *SIDES))
shares = st.floats(0, 1, exclude_max=True)


def places(shown: Figure) -> list[float]:
    """The poses and what lies between them."""
    return [number + part for number in range(len(shown.poses)) for part in (0, 0.3, 0.5)]


def sides_of(shown: Figure) -> tuple[Side | None, ...]:
    return SIDES if shown.active else (None,)


def dots_of(picture: Picture) -> set[tuple[int, int]]:
    """Every dot of a picture, across and down."""
    found = set()
    for row, line in enumerate(picture.text.splitlines()):
        for column, letter in enumerate(line):
            for x, y in dots_in(letter):
                found.add((column * 2 + x, row * 4 + y))
    return found


def dots_in(letter: str) -> list[tuple[int, int]]:
    """The dots of one cell."""
    pattern = ord(letter) - 0x2800
    return [at for bit, at in enumerate(BITS) if pattern >> bit & 1] if 0 < pattern < 256 else []


def along(start: Point, end: Point) -> list[Point]:
    """Points of a stroke, a dot or less apart."""
    steps = max(ceil(dist(start, end)), 1)
    return [
        (
            start[0] + (end[0] - start[0]) * step / steps,
            start[1] + (end[1] - start[1]) * step / steps,
        )
        for step in range(steps + 1)
    ]


def is_drawn(point: Point, dots: set[tuple[int, int]]) -> bool:
    x, y = int(point[0]), int(point[1])
    return any((x + right, y + down) in dots for right, down in product((-1, 0, 1), repeat=2))


def bone_lengths(joints: Joints) -> dict[str, float]:
    return {f"{inner}-{outer}": dist(joints[inner], joints[outer]) for inner, outer in bones()}


# The way between the poses


@given(figures, shares, st.integers(0, 3), sides)
def test_bones_keep_their_length_on_the_way(
    shown: Figure, share: float, number: int, side: Side | None
) -> None:
    number %= len(shown.poses)
    start, end = (joints_at(shown, at % len(shown.poses), side) for at in (number, number + 1))
    before, after = bone_lengths(start), bone_lengths(end)
    soft = shown.poses[number].foreshortened
    soft |= shown.poses[(number + 1) % len(shown.poses)].foreshortened
    ends = {name.rstrip("lr") for bone in soft for name in bone.split("-")}
    for bone, length in bone_lengths(joints_at(shown, number + share, side)).items():
        if not ends & {name.rstrip("lr") for name in bone.split("-")}:
            low, high = sorted((before[bone], after[bone]))
            assert 0.96 * low <= length <= 1.04 * high, bone


@given(figures, shares, st.integers(0, 3), sides)
def test_nothing_leaves_the_canvas_or_sinks_into_the_ground(
    shown: Figure, share: float, number: int, side: Side | None
) -> None:
    lowest = HEIGHT if shown.view == "top" else GROUND
    for x, y in joints_at(shown, number % len(shown.poses) + share, side).values():
        assert 0 <= x <= WIDTH
        assert 0 <= y <= lowest + 1e-9


@given(figures, shares, st.integers(0, 3))
def test_what_does_not_move_stays_put(shown: Figure, share: float, number: int) -> None:
    number %= len(shown.poses)
    start = shown.poses[number].joints
    end = shown.poses[(number + 1) % len(shown.poses)].joints
    there = joints_at(shown, number + share, None)
    for name, point in start.items():
        if point == end[name]:
            assert there[name] == pytest.approx(point)


@given(figures, st.integers(0, 3))
def test_the_way_leads_from_pose_to_pose_without_a_jump(shown: Figure, number: int) -> None:
    number %= len(shown.poses)
    steps = [joints_at(shown, number + step / 50, None) for step in range(50)]
    steps.append(joints_at(shown, (number + 1) % len(shown.poses), None))
    for one, two in pairwise(steps):
        assert max(dist(one[name], two[name]) for name in one) < 5


def test_after_the_last_pose_comes_the_first() -> None:
    bridge = figure("bridge")
    assert joints_at(bridge, 2, None) == joints_at(bridge, 0, None)
    lift, lower = joints_at(bridge, 0.5, None), joints_at(bridge, 1.5, None)
    assert lift["hip"] == pytest.approx(lower["hip"])


@for_each("shown", SIDED, ids=[one.id for one in SIDED])
def test_the_other_side_is_the_mirror_image(shown: Figure) -> None:
    left, right = (joints_at(shown, shown.held, side) for side in SIDES)
    assert left == shown.poses[shown.held].joints
    for name, (x, y) in left.items():
        stem, _, side = name.rpartition("_")
        other = {"l": f"{stem}_r", "r": f"{stem}_l"}[side] if stem else name
        mirrored = (x, HEIGHT - y) if shown.view == "top" else (WIDTH - x, y)
        assert right[other] == pytest.approx(mirrored)


# The picture


@pytest.mark.parametrize(
    "size", [SIZES[0], *(pytest.param(size, marks=thorough) for size in SIZES[1:])]
)
@each_figure
def test_every_bone_is_drawn_and_inside_the_picture(shown: Figure, size: tuple[int, int]) -> None:
    columns, rows = size
    for at, side in product(places(shown), sides_of(shown)):
        dots = dots_of(draw(shown, at, side, columns, rows, is_marked=True))
        frame = frame_of(shown, side, columns, rows)
        look = FigureLook(shown, side, is_marked=True)
        joints = joints_at(shown, at, side)
        head, radius = frame.dot(joints["head"]), shown.head_r * frame.zoom
        missing = 0
        for part, start, end in limbs(look, joints):
            for point in along(frame.dot(start), frame.dot(end)):
                assert 0 <= point[0] <= columns * 2
                assert 0 <= point[1] <= rows * 4
                if part != "far" and dist(point, head) > radius + 1:
                    missing += not is_drawn(point, dots)
        # A letter may stand where a dot would be, where no cell near is free.
        assert missing <= 8


@each_figure
def test_strokes_of_the_body_hang_together(shown: Figure) -> None:
    for at, side in product(places(shown), sides_of(shown)):
        strokes = list(limbs(FigureLook(shown, side, is_marked=False), joints_at(shown, at, side)))
        reached: set[Limb] = set(strokes[:1])
        while more := {one for one in strokes if one not in reached and touches(one, reached)}:
            reached |= more
        assert reached == set(strokes)


def touches(one: Limb, others: set[Limb]) -> bool:
    """Whether a stroke begins or ends on another, or another on it."""
    return any(
        min(distance(end, b.start, b.end) for end in (a.start, a.end)) < 0.6
        for other in others
        for a, b in ((one, other), (other, one))
    )


@each_figure
def test_a_picture_is_as_large_as_was_asked_for(shown: Figure) -> None:
    for columns, rows in (*SIZES, (1, 1), (3, 2), (200, 60), (100, 6)):
        lines = draw(shown, 0.4, "left", columns, rows, is_marked=True).text.split("\n")
        assert len(lines) == rows
        assert {len(line) for line in lines} == {columns}


@each_figure
def test_a_picture_uses_the_room_and_stands_on_the_ground(shown: Figure) -> None:
    dots = set[tuple[int, int]]()
    for at in places(shown):
        dots |= dots_of(draw(shown, at, None, 60, 24, is_marked=False))
    across, down = [x for x, _ in dots], [y for _, y in dots]
    assert max(across) - min(across) > 90 or max(down) - min(down) > 85
    if shown.view != "top":
        assert max(down) == 24 * 4 - 1
        assert all((x, 95) in dots for x in range(55, 65))


@for_each("shown", SIDED, ids=[one.id for one in SIDED])
def test_two_sides_differ_and_say_which_they_are(shown: Figure) -> None:
    left, right = (draw(shown, shown.held, side, 60, 24, is_marked=False) for side in SIDES)
    assert left.text.count("L") == right.text.count("R") == 1
    assert "R" not in left.text
    assert "L" not in right.text
    assert left.text.replace("L", " ") != right.text.replace("R", " ")


@for_each("shown", [one for one in FIGURES if one.works], ids=lambda one: one.id)
def test_what_is_held_is_marked_without_color(shown: Figure) -> None:
    plain, marked = (draw(shown, shown.held, None, 60, 24, is_marked=is_) for is_ in (False, True))
    assert HELD_SIGN not in plain.text
    assert marked.text.count(HELD_SIGN) == 1
    assert len(dots_of(marked)) > len(dots_of(plain))


def test_what_is_far_is_thinner_than_what_is_near() -> None:
    lunge = figure("hip-flexor-lunge")
    counted: Counter[str | None] = Counter()
    picture = draw(lunge, 0, "left", 60, 24, is_marked=False)
    for text, part in chain(*picture.lines):
        counted[part] += sum(len(dots_in(letter)) for letter in text)
    # The far leg and the near one are equally long, and the arms and the back are near, too.
    assert 0 < counted["far"] < counted["near"] / 4


@pytest.mark.parametrize(("columns", "rows", "thickness"), [(30, 12, 2), (60, 24, 2), (100, 40, 3)])
def test_strokes_grow_with_the_room(columns: int, rows: int, thickness: int) -> None:
    dots = dots_of(draw(figure("prone-lying"), 0, None, columns, rows, is_marked=False))
    legs = {y for x, y in dots if x == columns // 2}
    assert len(legs - {rows * 4 - 1}) == thickness


# Each of these was looked at, and found to be a body. A space ends no line.

SEEN: tuple[tuple[str, float, Side | None, bool, str], ...] = (
    (
        "bridge",
        1,
        None,
        True,
        """\
                        ⣀⣀
             ◆     ⢀⣀⣤⣶⡿⢿⡏
               ⢀⣠⣴⣾⠿⠛⠉  ⢸⡇
   ⣠⣴⣆     ⢀⣤⣶⡾⠟⠛⠉      ⢸⡇
  ⢸⣇ ⣸⣧⣀⣠⣴⣾⠛⠉⠁          ⢸⡇
⢀⣀⣀⣙⣛⣋⣈⣉⣉⣉⣉⣛⣛⣛⣛⣛⣛⣛⣛⣀⣀⣀⣀⣀⣈⣛⣛⣛⣀⡀
""",
    ),
    (
        "calf-stretch",
        1,
        "left",
        True,
        """\
          ⡆
          ⡇ ⢠⣤⡄
          ⠇ ⠛⢻⡇
          ⠻⣦⣀⡾⣧
          ⡇⠈⠻⠁⢻⡄
          ⡇   ⠘⣧
          ⡇   ⡠⢹⣆
          ⡇ ⢀⠜⠁ ⢻⡄
          ⡇ ⠘⡄  ⠘⢿⣦  ◆
          ⡇  ⢱  L⠈⢿⣧⡀
        ⢀⣀⣇⣀⣐⣚⣀⣀⣀⣀⣲⣻⣃⡀
""",
    ),
    (
        "calf-stretch",
        1,
        "right",
        False,
        """\
                   ⢰
               ⢠⣤⡄ ⢸
               ⢸⡟⠛ ⠸
               ⣼⢷⣀⣴⠟
              ⢠⡟⠈⠟⠁⢸
              ⣼⠃   ⢸
             ⣰⡏⢄   ⢸
            ⢠⡟ ⠈⠣⡀ ⢸
           ⣠⡟   ⢠⠃ ⢸
          ⣰⠟ R  ⡎  ⢸
        ⢀⣘⣛⣖⣀⣀⣀⣀⣓⣂⣀⣸⣀⡀
""",
    ),
    (
        "cat-cow",
        1,
        None,
        False,
        """\
             ⣠⡶⠟⠛⠶⣦⡀
            ⣰⡟    ⠈⢹⣦
            ⣿      ⢸⣿⠛⢻⡆
            ⣿      ⢸⡿⠶⠾⠃
            ⣿      ⠈⢷⡀
            ⣿       ⠈⢿⡄
⢀⣀⣛⣛⣛⣛⣛⣛⣛⣛⣛⣛⣋⣀⣀⣀⣀⣀⣀⣀⣀⣀⣛⣀⣀⣀⣀⣀⣀⡀
""",
    ),
    (
        "knee-rolls",
        1,
        None,
        False,
        """\
       ⣾⠂
  ⡖⠒⠒⠒⢰⡏⠐⠒⠒⠒⠒⠒⠒⠒⠒⠒⢒⡒⠒⠒⠒⠒⠒⠒⠒⢲
  ⡇   ⠹⣇         ⣰⣿⡿⣷⣦⣄⣀   ⢸
  ⡇  ⣀⡀⢹⡆      ⢀⡾⣿⠏ ⠈⠙⠻⣿⣿⠦ ⢸
  ⡇ ⢸⣏⣿⢾⡷⠶⠶⠶⠶⠶⠶⢾⡿⠃      ⠉⠛ ⢸
  ⡇  ⠉⠁⣸⠇      ⠈⠁          ⢸
  ⡇   ⣰⡏                   ⢸
  ⠧⠤⠤⠤⠸⣇⠠⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠼
       ⢿⠄
""",
    ),
    (
        "sit-to-stand",
        1,
        None,
        False,
        """\
                 ⢀⣀⡀
         ⢀       ⣼⠿⠧
         ⢸     ⣠⣾⡇
         ⢸   ⢀⣼⠋⠸⣷⠶⠶⠖
         ⢸  ⠠⢿⣥⣤⣤⣤⡀
         ⢸⠉⠉⠉  ⡆ ⣾⠁
         ⢸     ⡇⢰⡏
        ⣀⣸⣀⣀⣀⣀⣀⣇⣘⣳⣆⣀⣀⣀
""",
    ),
    (
        "hamstring-strap",
        0.5,
        "left",
        False,
        """\
            L
          ⢀⡀
         ⢰⡟⠰⣄
         ⠈⢻⣄⠈⢢⡀
           ⠹⣧⡀⠙⢄
            ⠈⢷⡄⠈⢃⣄
        ⣠⢄   ⢸⡇  ⢻⣆
      ⢀⠜⠁⠈⠳⣄ ⢸⡇   ⢻⣄     ⣄⣀
    ⢀⡔⠁    ⠈⠳⢸⣇⣀⣀⣀⣀⣉⣻⣦⣄⣀⣾⡋⢹⡇
⢀⣀⣒⣊⣉⣀⣀⣀⣀⣀⣀⣀⣀⣈⣉⣉⣉⣉⣉⣉⣉⣉⣉⣉⣉⣛⣛⣁⣀⡀
""",
    ),
)


@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: f"{seen[0]}-{seen[1]}-{seen[2]}")
def test_a_picture_is_as_it_was_found_good(
    seen: tuple[str, float, Side | None, bool, str],
) -> None:
    exercise_id, at, side, is_marked, wanted = seen
    drawn = draw(figure(exercise_id), at, side, 30, 11, is_marked=is_marked).text
    lines = "\n".join(line.rstrip() for line in drawn.splitlines())
    assert lines.strip("\n") == wanted.strip("\n")


# Dots


@given(st.integers(1, 12), st.integers(1, 6), st.data())
def test_dots_become_the_braille_patterns_of_their_cells(
    columns: int, rows: int, data: st.DataObject
) -> None:
    field = Dots(columns, rows)
    xs, ys = st.integers(0, field.width - 1), st.integers(0, field.height - 1)
    wanted = data.draw(st.sets(st.tuples(xs, ys), max_size=20))
    for x, y in wanted:
        field.disk((x + 0.5, y + 0.5), 0.5)
    found = set()
    for row in range(rows):
        first, patterns = field.patterns(row)
        for column, pattern in enumerate(patterns, first):
            found |= {(column * 2 + x, row * 4 + y) for x, y in dots_in(chr(0x2800 + pattern))}
    assert found == wanted
    assert wanted == {at for at in product(range(columns * 2), range(rows * 4)) if field.has(*at)}


spots = st.tuples(st.floats(-30, 90), st.floats(-30, 90))


@given(spots, spots, st.floats(1.5, 6))
def test_a_stroke_covers_what_is_near_its_line_and_nothing_else(
    start: Point, end: Point, thickness: float
) -> None:
    field = Dots(30, 15)
    field.stroke(start, end, thickness)
    for x, y in product(range(0, 60, 3), range(0, 60, 3)):
        away = distance((x + 0.5, y + 0.5), start, end)
        if abs(away - thickness / 2) > 1e-6:
            assert field.has(x, y) == (away < thickness / 2)


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a straight stroke."""
    across, down = end[0] - start[0], end[1] - start[1]
    square = across**2 + down**2
    share = (
        ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / square if square else 0
    )
    share = min(max(share, 0), 1)
    return dist(point, (start[0] + share * across, start[1] + share * down))


def test_every_exercise_can_be_drawn_for_the_sides_it_has() -> None:
    assert {one.id for one in SIDED} == {one for one in IDS if exercise(one).sides == "each"}
