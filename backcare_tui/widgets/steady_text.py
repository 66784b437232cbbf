"""A text that keeps its height while it says now one thing, now another."""

from collections.abc import Iterable
from typing import Unpack

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from backcare_tui.widgets.options import Named


class SteadyText(Static):
    """As high as the longest of what it may say, so that nothing moves under the mouse."""

    def __init__(self, texts: Iterable[Content], **named: Unpack[Named]) -> None:
        """Says the first of its texts.

        Args:
            texts: All that it may say; what else it says may be longer, and then it grows.
            named: `id` and `classes`.
        """
        self._texts = tuple(texts)
        super().__init__(next(iter(self._texts), ""), markup=False, **named)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """That of the longest text."""
        heights = (text.get_height({}, width) for text in self._texts)
        return max(super().get_content_height(container, viewport, width), *heights, 0)
