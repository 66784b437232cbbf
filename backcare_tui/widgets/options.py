"""What any widget can be given besides its own: how style sheets and queries find it."""

from typing import TypedDict


class Named(TypedDict, total=False):
    """Keyword arguments that go to Textual's `Widget` as they are."""

    id: str | None
    """Its name, one on a screen."""
    classes: str | None
    """Its classes, with spaces between."""
