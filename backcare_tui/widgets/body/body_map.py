"""Where it hurts: front and back, by arrow, mouse or name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from backcare_tui.library.taxonomy_data import BodySide
from backcare_tui.widgets.body.body_figure import BodyFigure, FigureLabel
from backcare_tui.widgets.body.silhouette import (
    HEIGHT,
    WIDTH,
    Direction,
    Spot,
    beside,
    opposite,
    views_of,
)

HIGHEST, MIDDLE = 10, 5
TURNS, LESS, MORE = (
    Style.from_meta({"@click": action}) for action in ("turn", "adjust(-1)", "adjust(1)")
)
"""What is done by a click on words beside the figure."""


class BodyMap(BodyFigure, can_focus=True):
    """The figure to choose areas on, in any order, each with a severity of its own if it differs."""

    HELP = (
        "Where it hurts. Arrows move, **space** chooses, a digit (**-** for 10) gives a place its own number, "
        "**backspace** takes that number away, **v** turns the body around, **/** asks for a name."
    )

    BINDINGS = [
        Binding("left", "move('left')", "Left", show=False),
        Binding("right", "move('right')", "Right", show=False),
        Binding("up", "move('up')", "Up", show=False),
        Binding("down", "move('down')", "Down", show=False),
        Binding("space,enter", "choose", "choose place"),
        *(
            Binding(str(severity), f"rate({severity})", str(severity), show=False)
            for severity in range(10)
        ),
        Binding("minus", "rate(10)", "10", show=False),
        Binding("backspace,delete", "unrate", "No number", show=False),
        Binding("v", "turn", "turn around", id="body.turn"),
        Binding("slash", "ask_name", "by name", key_display="/", id="body.name"),
    ]

    cursor: reactive[str] = reactive("lower-back-c")
    """Id of the area under the cursor, which is on the side that `view` names."""

    @dataclass
    class Changed(Message):
        """A person chose or left an area, or gave or took its severity."""

        map: "BodyMap"
        chosen: tuple[str, ...]
        """All chosen areas, in the order of choosing."""
        severities: Mapping[str, int]
        """0 to 10 of the areas that have their own."""

        @property
        def control(self) -> "BodyMap":
            """The map it happened on."""
            return self.map

    @dataclass
    class NameAsked(Message):
        """A person wants to name an area instead of going to it."""

        map: "BodyMap"

        @property
        def control(self) -> "BodyMap":
            """The map it happened on."""
            return self.map

    @property
    def spot(self) -> Spot | None:
        """Where the cursor is, while the map has focus."""
        return Spot(self.view, self.cursor) if self.has_focus else None

    def validate_cursor(self, cursor: str) -> str:
        """Keep it on the body."""
        return cursor if views_of(cursor) else self.cursor

    def watch_cursor(self, cursor: str) -> None:
        """Show the side that the area is on."""
        if self.view not in views_of(cursor):
            self.view = views_of(cursor)[0]

    def on_click(self, event: events.Click) -> None:
        """Choose or leave the area under the pointer; words beside the figure do what they say.

        A double click is meant once: it would leave the area again, and its severity with it.
        """
        if "@click" in event.style.meta or event.chain > 1:
            return
        spot = self.spot_at(event.x, event.y)
        if spot:
            self._go(spot)
            self.action_choose()

    def action_move(self, direction: Direction) -> None:
        """Go to the nearest area in a direction."""
        self._go(beside(Spot(self.view, self.cursor), direction))

    def action_turn(self) -> None:
        """Go to the other side of the body."""
        self._go(opposite(Spot(self.view, self.cursor)))

    def action_choose(self) -> None:
        """Choose the area under the cursor, or leave it with its severity."""
        if self.cursor in self.chosen:
            kept = tuple(one for one in self.chosen if one != self.cursor)
            self._change(kept, _without(self.severities, self.cursor))
        else:
            self._change((*self.chosen, self.cursor), self.severities)

    def action_ask_name(self) -> None:
        """Ask for the name of an area."""
        self.post_message(self.NameAsked(self))

    def name_area(self, area_id: str) -> None:
        """Go to an area, and choose it."""
        self.cursor = area_id
        if area_id not in self.chosen:
            self.action_choose()

    def action_rate(self, severity: int) -> None:
        """Give the area under the cursor a severity of its own, choosing it if need be."""
        chosen = self.chosen if self.cursor in self.chosen else (*self.chosen, self.cursor)
        self._change(chosen, {**self.severities, self.cursor: severity})

    def action_adjust(self, by: Literal[-1, 1]) -> None:
        """Give the area under the cursor one less or one more than it has."""
        held = self.severities.get(self.cursor, self.severity)
        self.action_rate(MIDDLE if held is None else min(max(held + by, 0), HIGHEST))

    def action_unrate(self) -> None:
        """Take the area's own severity away; it stays chosen."""
        self._change(self.chosen, _without(self.severities, self.cursor))

    def _labels(self, view: BodySide, y: int) -> list[FigureLabel]:
        """The figure's own words, and the key that turns it where only one side is shown."""
        labels = super()._labels(view, y)
        if len(self.shown) == 1 and y == HEIGHT - 1:
            turn = "v turns"
            labels.append((WIDTH - len(turn), turn, self._ink("quiet") + TURNS))
        return labels

    def _status(self) -> list[Segment]:
        """Less and more of the place under the cursor stand around its name."""
        segments = super()._status()
        if not self.spot or self.spot.area_id not in self.chosen:
            return segments
        here, rest = segments
        key = self._ink("next")
        return [Segment("- ", key + LESS), here, Segment(" +", key + MORE), rest]

    def _go(self, spot: Spot) -> None:
        self.view = spot.view
        self.cursor = spot.area_id

    def _change(self, chosen: tuple[str, ...], severities: Mapping[str, int]) -> None:
        if (chosen, severities) != (self.chosen, self.severities):
            self.chosen, self.severities = chosen, severities
            self.post_message(self.Changed(self, chosen, severities))


def _without(severities: Mapping[str, int], area_id: str) -> Mapping[str, int]:
    return {one: severity for one, severity in severities.items() if one != area_id}
