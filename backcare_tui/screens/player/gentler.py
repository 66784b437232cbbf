"""The question whether a gentler routine may serve better today; it is asked once before a harder one."""

from textual.content import Content

from backcare_tui import screens
from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.text import clean


def gentler_first(advice: Advice, instead: Routine | None) -> screens.ChoiceDialog:
    """Says once that a gentler routine may serve better."""
    source = Content.styled(clean(advice.source), "$quiet")
    gentle = (
        ChoiceAnswer("g", "gentle", f"Open {instead.name} instead")
        if instead
        else ChoiceAnswer("l", "", "Not today")
    )
    begin = ChoiceAnswer("b", "begin", "Begin all the same")
    words = Content("\n\n").join([Content(clean(advice.text)), source])
    return screens.ChoiceDialog("Before you begin", words, gentle, [begin])
