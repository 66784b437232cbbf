"""What leads on at once: something for now, and what advice names."""

from typing import Any

from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.commands.guidance import NOW
from backcare_tui.commands.hints import button
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.table import Act
from backcare_tui.guidance.levels import OFFERED_FROM
from backcare_tui.guidance.now import JUST_SAID, pain_within, something_now
from backcare_tui.library.routines import routine
from backcare_tui.screens.frame.desk import Desk, Said
from backcare_tui.screens.frame.turns import give_way

THE_CHECK, WHAT_TO_DO = "the warning-sign check", "what to do first"
"""What is offered in place of a routine while something stands."""


def open_something_now(screen: Screen[Any], desk: Desk) -> None:
    """Open the routine that fits best now; while something stands in its way, the check or what is said of it."""
    found = something_now(desk.repository, desk.clock)
    if found.routines:
        best = found.routines[0].routine
        screen.app.push_screen(screens.Before(desk, best, offered=found.routines))
    elif found.asks_check:
        screen.app.push_screen(screens.RedFlags(desk))
    elif found.stops:
        screen.app.push_screen(screens.AdvicePage(desk))
    else:
        desk.say("with what you stated, no short routine fits now")


def open_act(screen: Screen[Any], desk: Desk, act: Act) -> None:
    """Open what advice names."""
    if act.kind == "check":
        screen.app.push_screen(screens.RedFlags(desk))
    elif act.kind == "page":
        screen.app.push_screen(screens.PageToRead(desk, act.id))
    else:
        screen.app.push_screen(screens.Before(desk, routine(act.id)))


async def offer_something_now(desk: Desk, pain: Pain, said: Said) -> None:
    """Say after a check-in of this moment what something for now opens, where pain is moderate or more.

    Args:
        desk: Where it is said.
        pain: What was saved.
        said: The notice of that, to which it is added while it still stands.
    """
    is_of_now = pain_within((pain,), desk.clock.now(), JUST_SAID) is not None
    if desk.said is not said or not is_of_now or pain.severity < OFFERED_FROM:
        return
    from backcare_tui.guidance.advice.evaluation import holding_up
    from backcare_tui.guidance.gathering import gather

    facts = gather(desk.repository, desk.clock)
    await give_way()
    holding_up(facts)  # half of the rules, with which something for now begins; they are asked once
    await give_way()
    if desk.said is not said:
        return
    found = something_now(desk.repository, desk.clock, facts)
    words = found.routines[0].words if found.routines else ""
    if found.stops:
        words = THE_CHECK if found.asks_check else WHAT_TO_DO
    if words:
        saved = said.text.partition(" · ")[0]
        desk.say(f"{saved} · Pain {pain.severity}", "saved", button(NOW, words))
