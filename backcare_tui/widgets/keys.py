"""The footer: the keys that fit whole, and where all others end always the help."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.keys import _character_to_key
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

HELP = "help"
"""The action of the key that names all of them: named last, it is named however little room is."""
ROOMY = 116
"""Columns of the screen from which on two cells stand between keys."""
LEADS_BACK = "escape"
"""The key of the way back, which is named however little room is: a pointer has no other."""
ARROWS = {"←": "left", "→": "right", "↑": "up", "↓": "down"}


class NamedKey(msgspec.Struct, frozen=True):
    """A key, as the footer names it."""

    key: str
    """What Textual calls it: `question_mark`."""
    shown: str
    words: str
    tip: str
    """A sentence that a pointer at rest brings up."""
    action: str
    is_enabled: bool
    is_kept: bool = False
    """Whether it is named however little room is."""

    @property
    def width(self) -> int:
        """Cells of the key and its words."""
        return Content(f"{self.shown} {self.words}").cell_length

    def under(self, x: int) -> str:
        """The key that is meant by a cell of it, from 0: of `[ ] day` the first or the second."""
        for shown, key in reversed(parts_of(self.shown, self.key)):
            if x >= self.shown.rindex(shown):
                return key if x < len(self.shown) else self.key
        return self.key


def parts_of(shown: str, key: str) -> tuple[tuple[str, str], ...]:
    """The keys of what is shown, each with what Textual calls it; `key` where it is one.

    >>> parts_of("[ ]", "left_square_bracket")
    (('[', 'left_square_bracket'), (']', 'right_square_bracket'))
    >>> parts_of("esc", "escape")
    (('esc', 'escape'),)
    """
    parts = shown.split()
    if len(parts) == 1:
        return ((shown, key),)
    return tuple((part, ARROWS.get(part) or _character_to_key(part)) for part in parts)


class Keys(Widget):
    """Names what can be done here in the order of the bindings, as far as there is room.

    All keys are drawn by one widget. Textual's own footer mounts one for each, anew whenever the
    focus moves, and its old ones are never let go of: their parent goes on watching them.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Keys {
        dock: bottom; height: 1; background: $background; color: $footer-foreground;
        &.-on-key { pointer: pointer; }
    }
    """

    pointed_at: reactive[NamedKey | None] = reactive[NamedKey | None](None)
    """The key under the pointer."""

    left_out: reactive[frozenset[str]] = reactive[frozenset[str]](frozenset())
    """Actions that are not named for now, as a frame names them or they are of no use; their keys hold."""

    said_now: reactive[Mapping[str, str]] = reactive[Mapping[str, str]](MappingProxyType({}))
    """What an action is called for now, where that is other than by its own words."""

    def __init__(self, *last: str, too: tuple[str, ...] = ()) -> None:
        """The actions in `last` are named after all others, in this order; those in `too` though others hide them.

        As many keys are named as fit; with `help` in `last`, it always is.
        """
        super().__init__()
        self._ranks = {action: rank for rank, action in enumerate(last, start=1)}
        self._too = too
        self._named: tuple[NamedKey, ...] = ()

    def on_mount(self) -> None:
        """Other things can be done when the focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._look_again)

    def _look_again(self, screen: Screen[object]) -> None:
        if screen.app.app_focus and self._all() != self._named:
            self.refresh()

    def render(self) -> Content:
        """The keys that fit."""
        self._named = self._all()
        line = Content("")
        for at, key in self._placed():
            line = line.pad_right(at - line.cell_length) + self._draw(key)
        return line

    def _draw(self, key: NamedKey) -> Content:
        ground = " on $block-hover-background" if key == self.pointed_at else ""
        faint = "" if key.is_enabled else " dim"
        return Content.assemble(
            (key.shown, f"bold{faint} $footer-key-foreground{ground}"),
            (f" {key.words}", f"$footer-description-foreground{faint}{ground}"),
        )

    def _all(self) -> tuple[NamedKey, ...]:
        """Every action that is to be named, by the first of its keys."""
        named: dict[str, NamedKey] = {}
        back = self.screen.active_bindings.get(LEADS_BACK)
        kept = {back.binding.action if back else "", *({HELP} & self._ranks.keys())}
        for active in self.screen.active_bindings.values():
            is_named = active.binding.show or active.binding.action in self._too
            if is_named and active.binding.action not in self.left_out:
                named.setdefault(active.binding.action, self._key_of(active, kept))
        return tuple(sorted(named.values(), key=lambda key: self._ranks.get(key.action, 0)))

    def _key_of(self, active: ActiveBinding, kept: set[str]) -> NamedKey:
        binding = active.binding
        shown = self.app.get_key_display(binding)
        return NamedKey(
            binding.key,
            shown,
            self.said_now.get(binding.action, binding.description),
            active.tooltip,
            binding.action,
            active.enabled,
            binding.action in kept,
        )

    def _placed(self) -> list[tuple[int, NamedKey]]:
        """What fits, each with the column that it begins in."""
        gap = 2 if self.app.size.width >= ROOMY else 1
        kept = [key.width + gap for key in self._named if key.is_kept]
        room = self.size.width - sum(kept) - (gap if kept else 0)
        placed, at, is_full = [], 0, False
        for key in self._named:
            if key.is_kept:
                room += key.width + gap
            elif is_full or at + key.width > room:
                is_full = True  # no shorter ones after it: the order says what matters
                continue
            placed.append((at, key))
            at += key.width + gap
        return placed

    def _key_at(self, x: int) -> NamedKey | None:
        return next((key for at, key in self._placed() if at <= x < at + key.width), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the key under the pointer."""
        self.pointed_at = self._key_at(event.x)

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self.pointed_at = None

    def watch_pointed_at(self, key: NamedKey | None) -> None:
        """Its sentence comes up where the pointer rests."""
        self.tooltip = key.tip or None if key else None
        self.set_class(key is not None, "-on-key")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """As if the key was pressed."""
        for at, key in self._placed():
            if not at <= event.x < at + key.width:
                continue
            if key.is_enabled:
                self.app.simulate_key(key.under(event.x - at))
            else:
                self.app.bell()
