"""Words that do something when they are clicked."""

from textual.content import Content
from textual.style import Style


def clickable(words: str | Content, action: str) -> Content:
    """Words with an action of Textual: of the widget that draws them, or as `app.quit` of another."""
    said = Content(words) if isinstance(words, str) else words
    return said.stylize(Style.from_meta({"@click": action}))
