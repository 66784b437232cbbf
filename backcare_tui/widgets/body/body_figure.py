"""The figure, front and back, with the areas that hurt: what the body map and the pages that look back draw."""

from collections.abc import Mapping
from typing import Unpack

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from backcare_tui.library.areas import area_name
from backcare_tui.library.taxonomy_data import BodySide
from backcare_tui.widgets.body.figure_cells import GROUND, cells_of
from backcare_tui.widgets.body.silhouette import (
    GAP,
    HEIGHT,
    OUTSIDE,
    WIDTH,
    Dot,
    Spot,
    area_at,
    mark_column,
    middle,
    places_of,
    row_of_quads,
    views_of,
)
from backcare_tui.widgets.ink import ink
from backcare_tui.widgets.options import Named

_VIEWS: tuple[BodySide, BodySide] = ("back", "front")
_INKS = {
    "chosen": "$here",
    "cursor": "$foreground",
    "chip": "bold $background on $foreground",
    "on-pain": "bold $on-pain",
    "name": "bold $foreground",
    "edge": "$body",
}
"""Inks that are not called as their variable is."""

FigureLabel = tuple[int, str, Style]
"""Text over a line of a figure: its column, itself, its style."""


class BodyFigure(Widget):
    """Both sides of the body, 51 columns by 21 lines; with less room one side, 24 wide. Compact: 24 by 11.

    An area is drawn in the color of its severity, with the digit of it, or a `●` while there is none. Where a look has
    no grounds to tell the parts of the body by (16 colors, high contrast, none at all), lines tell them.
    """

    DEFAULT_CSS = """
    BodyFigure {
        width: 1fr;
        min-width: 24;
        max-width: 51;
        height: 21;
        color: $foreground;
        &.-compact { width: 24; height: 11; }
    }
    """

    chosen: reactive[tuple[str, ...]] = reactive(())
    """Ids of the chosen areas, in the order of choosing."""

    severities: reactive[Mapping[str, int]] = reactive({})
    """0 to 10 by area id, for the areas that have their own. Assign a new mapping, never change this one."""

    severity: reactive[int | None] = reactive(None)
    """The overall severity, which colors the areas without their own."""

    heat: reactive[Mapping[str, float]] = reactive({})
    """0 to 10 by area id, such as a week's mean; shown where nothing is chosen."""

    view: reactive[BodySide] = reactive[BodySide]("back")
    """The side that is shown where there is no room for two."""

    def __init__(
        self,
        *,
        chosen: tuple[str, ...] = (),
        severities: Mapping[str, int] | None = None,
        severity: int | None = None,
        heat: Mapping[str, float] | None = None,
        compact: bool = False,
        **named: Unpack[Named],
    ) -> None:
        """A figure with these areas.

        Args:
            chosen: Ids of areas; those that this version does not know are named but not drawn.
            severities: 0 to 10 by area id, where an area has its own.
            severity: The overall severity.
            heat: 0 to 10 by area id, for looking back.
            compact: Half as wide and high, both sides captioned, no names below.
            named: `id` and `classes`.
        """
        super().__init__(**named)
        self.set_class(compact, "-compact")
        self._compact = compact
        self.set_reactive(BodyFigure.chosen, chosen)
        self.set_reactive(BodyFigure.severities, dict(severities or {}))
        self.set_reactive(BodyFigure.severity, severity)
        self.set_reactive(BodyFigure.heat, dict(heat or {}))

    @property
    def spot(self) -> Spot | None:
        """Where the cursor is, if there is one."""
        return None

    def spot_at(self, x: int, y: int) -> Spot | None:
        """The area that is drawn at a column and line of the widget."""
        index, column = divmod(x, self._width + self._gap)
        if not 0 <= index < len(self.shown):
            return None
        view = self.shown[index]
        found = area_at(view, column, y, compact=self._compact)
        return Spot(view, found) if found else None

    def render_line(self, y: int) -> Strip:
        """One line of the figures, or the words below them."""
        segments: list[Segment] = []
        if y < self._height:
            for view in self.shown:
                gap = self._gap if segments else 0
                segments += [Segment(" " * gap, self.rich_style), *self._figure_line(view, y)]
        elif y == self._height:
            segments = self._captions() if self._compact else self._status()
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style).simplify()

    @property
    def _width(self) -> int:
        return WIDTH // 2 if self._compact else WIDTH

    @property
    def _height(self) -> int:
        return HEIGHT // 2 if self._compact else HEIGHT

    @property
    def _gap(self) -> int:
        return 0 if self._compact else GAP

    @property
    def shown(self) -> tuple[BodySide, ...]:
        """The sides that there is room for."""
        has_room = self.size.width >= 2 * self._width + self._gap
        return _VIEWS if has_room else (self.view,)

    @property
    def _ground(self) -> Color | None:
        return self.visual_style.rich_style.bgcolor

    def _ink(self, name: str) -> Style:
        return ink(self, _INKS.get(name, f"${name}"))

    def _paint(self, spot: Spot) -> str:
        """The name of the ink that an area is painted with."""
        area_id = spot.area_id
        if area_id in self.chosen:
            severity = self.severities.get(area_id, self.severity)
            return "chosen" if severity is None else f"tint-{severity}"
        if area_id in self.heat:
            return f"tint-{round(self.heat[area_id])}"
        return "cursor" if spot == self.spot else "body"

    def _dot_paint(self, view: BodySide, dot: Dot) -> str:
        if dot.area_id == OUTSIDE:
            return GROUND
        paint = self._paint(Spot(view, dot.area_id))
        if paint != "body":
            return paint
        if dot.is_edge and self._is_lined:
            return "edge"
        if dot.is_seam and not self._compact:
            return "seam"
        return GROUND if self._is_lined else paint

    @property
    def _is_lined(self) -> bool:
        return self.app.no_color or self.app.theme_variables.get("figure") == "lines"

    def _figure_line(self, view: BodySide, y: int) -> list[Segment]:
        dots, _ = row_of_quads(view, y, compact=self._compact)
        paints = tuple(self._dot_paint(view, dot) for dot in dots)
        colors = tuple(self._ink(paint).color if paint else self._ground for paint in paints)
        cells = list(cells_of(view, y, self._compact, paints, colors))
        for column, text, style in (*self._labels(view, y), *self._marks(view, y)):
            cells[column : column + len(text)] = [Segment(letter, style) for letter in text]
        return cells

    def _labels(self, view: BodySide, y: int) -> list[FigureLabel]:
        """Words in the free corners: the side, and which way is left."""
        if self._compact or y not in (0, 3):
            return []
        quiet = self._ink("quiet")
        if y == 0:
            return [(0, view, quiet)]
        left, right = ("L", "R") if view == "back" else ("R", "L")
        return [(2, left, quiet), (WIDTH - 3, right, quiet)]

    def _marks(self, view: BodySide, y: int) -> list[FigureLabel]:
        """What stands in areas, so that color is never alone, and the cursor."""
        worst_first = sorted({*self.chosen, *self.heat}, key=self._rank, reverse=True)
        shown = [area_id for area_id in worst_first if view in views_of(area_id)]
        texts = {area_id: self._mark(area_id) for area_id in shown}
        places = places_of(
            view, tuple((each, len(text)) for each, text in texts.items()), compact=self._compact
        )
        marks = [
            (column, texts[area_id], self._ink("on-pain") + self._fill(Spot(view, area_id)))
            for area_id, (column, row) in places.items()
            if row == y
        ]
        if self.spot and self.spot.view == view and middle(self.spot)[1] == y:
            text = f"[{self._mark(self.spot.area_id) or ' '}]"
            marks.append((mark_column(self.spot, len(text)), text, self._ink("chip")))
        return marks

    def _fill(self, spot: Spot) -> Style:
        return Style(bgcolor=self._ink(self._paint(spot)).color)

    def _rank(self, area_id: str) -> tuple[float, str]:
        own = self.severities.get(area_id, self.severity or 0)
        return own if area_id in self.chosen else self.heat.get(area_id, 0), area_id

    def _mark(self, area_id: str) -> str:
        if area_id in self.chosen:
            severity = self.severities.get(area_id, self.severity)
            return "●" if severity is None else str(severity)
        return str(round(self.heat[area_id])) if area_id in self.heat else ""

    def _captions(self) -> list[Segment]:
        return [Segment(view.center(self._width), self._ink("quiet")) for view in self.shown]

    def _status(self) -> list[Segment]:
        """The area under the cursor, then the other chosen ones, as far as there is room."""
        here = self.spot.area_id if self.spot else ""
        said = self._said(here) if here else ""
        before = " · " if here else ""
        others = [self._said(one) for one in self.chosen if one != here]
        listed = _listed(others, self.size.width - len(said) - len(before))
        return [
            Segment(said, self._ink("name")),
            Segment(before + listed if listed else "", self._ink("quiet")),
        ]

    def _said(self, area_id: str) -> str:
        name = area_name(area_id).partition(" (")[0]
        own = self.severities.get(area_id)
        return name if own is None else f"{name} {own}"


def _listed(names: list[str], room: int) -> str:
    """As many names as fit, and how many more there are."""
    for count in range(len(names), -1, -1):
        more = [f"+{len(names) - count}"] if count < len(names) else []
        line = " · ".join([*names[:count], *more])
        if len(line) <= room:
            return line
    return ""
