"""What advice leads to: the routine, the page or the check that its words name."""

from collections.abc import Collection

from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.advice.table import Act, Advice
from backcare_tui.guidance.now_table import is_safe
from backcare_tui.guidance.reading import reading_pages
from backcare_tui.library.regions import region_of
from backcare_tui.library.routines import is_of_library, routine
from backcare_tui.player.timeline import say_length

THE_CHECK = "The check for warning signs"
INSTEAD = ("breathing-calm", "night-waking-reset", "desk-break")
"""What is led to where a condition rules out the routine that is named, the first that fits (our own rule)."""


def act_of(advice: Advice, conditions: Collection[str]) -> Act | None:
    """What advice leads a person of these conditions to; None where it names nothing that there is.

    A routine that a condition rules out as a whole gives way to one that none does.
    """
    act = advice.act
    if act is None or act.kind == "check":
        return act
    if act.kind == "page":
        return act if act.id in reading_pages() else None
    fitting = (
        each
        for each in (act.id, *INSTEAD)
        if is_of_library(each) and is_safe(routine(each), conditions)
    )
    return next((Act("routine", each) for each in fitting), None)


def say_act(act: Act, settings: Settings) -> str:
    """What it is called: `Flare-Up Gentle, 5 min`; a page by its title."""
    if act.kind == "check":
        return THE_CHECK
    if act.kind == "page":
        return reading_pages(region_of(settings))[act.id].title
    known = routine(act.id)
    return f"{known.name}, {say_length(known)}"
