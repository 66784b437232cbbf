"""Rows to choose from: a sign, and what it is."""

from textual.content import Content

from backcare_tui.widgets.columns import ListRow

ROUND = "●○"
"""The signs of one of several; else it is a box for any of them."""
BOX = "x "


def heading(key: str, words: str) -> ListRow:
    """A line that only names those below."""
    return ListRow(key, ("", words), enabled=False, style="heading")


def choice(key: str, words: str, signs: str, *, is_in: bool) -> ListRow:
    """A sign, and what it is: round for one of several, square for any of them."""
    sign = signs[not is_in]
    box = f" {sign} " if signs == ROUND else f"[{sign}]"
    style = "bold $here" if is_in else "$quiet"
    return ListRow(key, (Content.styled(box, style), words))
