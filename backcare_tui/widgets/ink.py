"""Colors of the theme on a widget's own ground, without a component class for each.

Textual looks at every rule of every sheet for each component class, again whenever a screen is
opened; a word such as `$pain-4` costs one look into a dictionary.
"""

from functools import lru_cache

from rich.style import Style
from textual.style import Style as VisualStyle
from textual.widget import Widget


def ink(widget: Widget, words: str) -> Style:
    """The style that words such as `bold $pain-4` make on the ground of a widget."""
    return _on(widget.visual_style, widget.app.stylesheet.parse_style(words))


@lru_cache(maxsize=512)
def _on(ground: VisualStyle, style: VisualStyle) -> Style:
    return (ground + style).rich_style
