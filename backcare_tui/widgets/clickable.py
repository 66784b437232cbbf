"""Words that do something when they are clicked."""

from textual.content import Content
from textual.style import Style


def clickable(words: str, action: str) -> Content:
    """Words with an action of Textual: of the widget that draws them, or as `app.quit` of another."""
    return Content.styled(words, Style.from_meta({"@click": action}))
