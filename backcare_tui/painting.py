"""An app that sends to the terminal only what is different."""

from typing import Any, TypeVar

from textual._compositor import CompositorUpdate
from textual._styles_cache import StylesCache
from textual.screen import Screen

from backcare_tui.looks import LookedApp
from backcare_tui.widgets.painted import Changes, Painted

T = TypeVar("T")


class PaintedApp(LookedApp[T]):
    """An app that knows what is painted."""

    def __init__(self, wanted: str = "") -> None:
        """Begin with nothing painted, in a look; one that is not known is the first."""
        super().__init__(wanted)
        self._painted = Painted()
        self._shown: Screen[Any] | None = None

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Send only what is different; of a screen that comes to the front, all.

        So whatever another program wrote over the screen is gone with the next form or place.
        """
        if isinstance(renderable, CompositorUpdate) and not self.is_headless:
            if self._shown is not screen:
                # Textual keeps what a thousand widgets drew, of closed screens too: 40 MiB.
                StylesCache.get_inner_outer.cache_clear()
                self._painted.forget()
                self._shown = screen
            renderable = Changes(self._painted, renderable)
        super()._display(screen, renderable)

    def paint_anew(self, _: object = None) -> None:
        """Send the whole screen, as another program may have written over it."""
        self._painted.forget()
        self.screen.refresh()
