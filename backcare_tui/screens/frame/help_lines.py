"""What the help lists of a screen: its own keys in groups, then those of everywhere. Pure but for the screen."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from backcare_tui.commands.command import has_key
from backcare_tui.commands.guidance import (
    ADVICE,
    CHECK_SIGNS,
    FLARE_PLAN,
    RATE_ACTIVITIES,
    UNDERSTAND,
)
from backcare_tui.commands.keymap import say_key
from backcare_tui.commands.places import EVERYWHERE, PLACES
from backcare_tui.text import sentence_case
from backcare_tui.widgets.key_table import KeyGroup, KeyLine, KeySection

OF_EVERYWHERE = frozenset(
    each.id for each in (*EVERYWHERE, CHECK_SIGNS, FLARE_PLAN, ADVICE, RATE_ACTIVITIES, UNDERSTAND)
)
"""The ids of what is not of one place alone."""
PLACE = "place."
"""What the ids of the ways to the places begin with."""
FEW = 6
"""So many keys need no names of groups."""
GROUPS: Mapping[str, str] = {
    "add": "Entries",
    "diary": "Days",
    "diet": "Week",
    "drink": "Drinks",
    "entry": "Entries",
    "hand-over": "Page",
    "massage": "Pages, people",
    "meal": "Entries",
    "move": "Routines",
    "page": "Page",
    "question": "Question",
    "report": "Page",
    "routine": "Routines",
    "trends": "Time and pages",
}
"""What a group is called, by the first word of its ids; the others by that word itself."""


def key_said(screen: Screen[Any], binding: Binding) -> str:
    """A key as it is written; empty where there is none."""
    if not has_key(binding.key):
        return ""
    return binding.key_display or say_key(binding.key) or screen.app.get_key_display(binding)


def told(screen: Screen[Any]) -> dict[str, ActiveBinding]:
    """All that can be done now and has a sentence, each once, by its id."""
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            found.setdefault(active.binding.id or active.binding.action, active)
    return found


def is_everywhere(id_: str) -> bool:
    """Whether something is not of this screen alone; what is Textual's own has no dot."""
    return id_ in OF_EVERYWHERE or id_.startswith("app.") or "." not in id_


def sections(screen: Screen[Any]) -> tuple[KeySection, ...]:
    """`Here` first, `Everywhere` after."""
    all_told = told(screen)
    here = {id_: each for id_, each in all_told.items() if not is_everywhere(id_)}
    everywhere = [
        _line(screen, id_, each)
        for id_, each in all_told.items()
        if is_everywhere(id_) and not id_.startswith(PLACE)
    ]
    if any(id_.startswith(PLACE) for id_ in all_told):
        names = ", ".join(place.name for place in PLACES)
        everywhere.insert(0, KeyLine("", f"1-{len(PLACES)}", "places", f"{names}."))
    found = [KeySection("Here", _groups(screen, here))] if here else []
    if everywhere:
        found.append(KeySection("Everywhere", (KeyGroup("", tuple(everywhere)),)))
    return tuple(found)


def _groups(screen: Screen[Any], here: Mapping[str, ActiveBinding]) -> tuple[KeyGroup, ...]:
    named: dict[str, list[KeyLine]] = {}
    for id_, active in here.items():
        first = id_.partition(".")[0]
        name = GROUPS.get(first, sentence_case(first))
        named.setdefault(name, []).append(_line(screen, id_, active))
    if len(here) <= FEW or len(named) == 1:
        return (KeyGroup("", _keyless_last(line for lines in named.values() for line in lines)),)
    return tuple(KeyGroup(name, _keyless_last(lines)) for name, lines in named.items())


def _keyless_last(lines: Iterable[KeyLine]) -> tuple[KeyLine, ...]:
    return tuple(sorted(lines, key=lambda line: not line.key))


def _line(screen: Screen[Any], id_: str, active: ActiveBinding) -> KeyLine:
    binding = active.binding
    words = binding.description.lower() if "." not in id_ else binding.description
    return KeyLine(id_, key_said(screen, binding), words, binding.tooltip)
