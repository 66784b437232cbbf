"""The figures of the exercises, pose by pose: a typed view of data/figures.json.

A pose is fourteen joints on a canvas that is 100 wide and 60 high, with y growing downward and the ground at 55. The
sided ones are stored for the left side; the person on the other side is the mirror image.
"""

from functools import cache
from typing import Literal

import msgspec

from backcare_tui.library.data_files import load
from backcare_tui.library.exercises import Exercise

WIDTH, HEIGHT, GROUND = 100.0, 60.0, 55.0
"""The canvas, and where the ground is."""

Point = tuple[float, float]
"""Across and down, on the canvas."""

Joints = dict[str, Point]
"""Where each joint is, by its name, such as `knee_l`."""

Bone = tuple[str, str]
"""Two joints, the one that is nearer to the hip first."""


class PropLine(
    msgspec.Struct, frozen=True, tag_field="kind", tag="line", rename={"start": "from", "end": "to"}
):
    """A straight edge of a thing: a wall, a chair seat, a strap."""

    name: str
    start: Point
    end: Point


class Circle(msgspec.Struct, frozen=True, tag_field="kind", tag="circle"):
    """A round thing: a ball, a roller, a pillow."""

    name: str
    at: Point
    r: float


class Curve(
    msgspec.Struct,
    frozen=True,
    tag_field="kind",
    tag="curve",
    rename={"start": "from", "end": "to"},
):
    """A soft edge of the body itself, before the bones: the belly as it rises and sinks."""

    name: str
    start: Point
    over: Point
    """What it passes in its middle."""
    end: Point


Thing = PropLine | Circle | Curve
"""What is drawn besides the bones."""

View = Literal["side", "front", "top"]
"""From where a figure is seen."""

SEEN: dict[View, str] = {"side": "", "front": "from the front", "top": "from above"}
"""How that is said; from the side it needs no words."""


class Pose(msgspec.Struct, frozen=True, eq=False, rename={"is_held": "hold"}):
    """Where a body is at one moment of a movement."""

    label: str
    """A few words, as a person reads it."""
    is_held: bool
    """Whether one stays there for a while."""
    joints: Joints
    props: tuple[Thing, ...] = ()
    """What is only there in this pose."""
    foreshortened: frozenset[str] = frozenset()
    """The bones that point toward the viewer or away, as `hip-knee_l`: their drawn length may change."""


class Figure(msgspec.Struct, frozen=True, eq=False):
    """A movement: poses in a circle, the last one leads to the first again."""

    id: str
    """The exercise's id."""
    view: View
    """There is no ground in the view from above."""
    head_r: float
    poses: tuple[Pose, ...]
    props: tuple[Thing, ...] = ()
    """What stands there all the time."""
    near: Literal["l", "r", ""] = ""
    """Which side of the body is nearer to the viewer, where one is."""
    works: frozenset[str] = frozenset()
    """The bones that work or are stretched, as `hip-knee_l`."""
    active: str = ""
    """The joint that shows the side, where there are two: `hand_l`."""
    shoulder: float = 0.0
    """From the neck to a shoulder, where the shoulders are seen from the front or from above."""
    pace_s: tuple[float, ...] = ()
    """Seconds from each pose to the next, where the movement has a pace of its own."""

    @property
    def held(self) -> int:
        """The number of the first held pose, else of the last one that is not a way back."""
        held = (number for number, pose in enumerate(self.poses) if pose.is_held)
        return next(held, self.key_poses[-1])

    @property
    def key_poses(self) -> tuple[int, ...]:
        """The numbers of the poses, without those that only lead back to where one was before."""
        shapes = [(pose.joints, pose.props) for pose in self.poses]
        return tuple(n for n, shape in enumerate(shapes) if shape not in shapes[:n])


class _Canvas(msgspec.Struct, frozen=True):
    bones: tuple[Bone, ...]


class _Figures(msgspec.Struct, frozen=True):
    canvas: _Canvas
    figures: tuple[Figure, ...]


@cache
def _data() -> _Figures:
    return load("library", "figures", _Figures)


@cache
def _by_id() -> dict[str, Figure]:
    return {figure.id: figure for figure in _data().figures}


def bones() -> tuple[Bone, ...]:
    """Every bone, from the hip outward."""
    return _data().canvas.bones


def figure(exercise_id: str) -> Figure:
    """The figure of an exercise.

    Raises:
        KeyError: There is none.
    """
    return _by_id()[exercise_id]


def figure_of(of: Exercise) -> Figure | None:
    """The figure of an exercise, or that of the one it is like; None for one's own that is like none."""
    return _by_id().get(of.drawn_as or of.id)
