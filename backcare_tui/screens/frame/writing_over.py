"""The question before a file is written over."""

from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.content import Content

from backcare_tui import screens
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.text import clean

LEAVE_IT = ChoiceAnswer("n", "", "leave it as it is")
OVER = ChoiceAnswer("o", "over", "write over it")
NOT_WRITTEN = "nothing was written"


def ask_to_write_over(
    app: App[Any], sentence: str, write: Callable[[], object], say: Callable[[str], object]
) -> None:
    """Ask, and write only where that was answered.

    Args:
        app: Whose screens they are.
        sentence: Which file is there already.
        write: Writes over it.
        say: Says that nothing was written.
    """

    def take(answer: str | None) -> None:
        if answer == OVER.value:
            write()
        else:
            say(NOT_WRITTEN)

    words = Content(clean(sentence))
    app.push_screen(screens.ChoiceDialog("Write over it?", words, LEAVE_IT, [OVER]), take)
