"""What the help lists of a screen: its own keys in groups, then those of everywhere. Pure but for the screen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from backcare_tui.commands.command import has_key
from backcare_tui.commands.diary import ON_ENTRIES
from backcare_tui.commands.guidance import (
    ADVICE,
    CHECK_SIGNS,
    FLARE_PLAN,
    RATE_ACTIVITIES,
    UNDERSTAND,
)
from backcare_tui.commands.keymap import key_of, say_key
from backcare_tui.commands.pages import HELP, MANUAL, MANUAL_FROM_HELP
from backcare_tui.commands.places import EVERYWHERE, PLACES
from backcare_tui.screens.frame.entry_list import ENTRIES_CLASS
from backcare_tui.text import sentence_case
from backcare_tui.widgets.key_columns import KeyGroup, KeyLine, KeySection

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
    "guide": "Advice",
    "hand-over": "Page",
    "list": "Entries",
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


def key_said(binding: Binding) -> str:
    """A key as it is written, as in the footer; empty where there is none."""
    if not has_key(binding.key):
        return ""
    return binding.key_display or say_key(binding.key).replace("ctrl+", "^")


def told(screen: Screen[Any]) -> dict[str, ActiveBinding]:
    """All that can be done now and has a sentence, each once, by its id; what is Textual's own is of the app."""
    found: dict[str, ActiveBinding] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            found.setdefault(_id_of(active.binding), active)
    return found


def _id_of(binding: Binding) -> str:
    return binding.id or f"app.{binding.action}"


def is_everywhere(id_: str) -> bool:
    """Whether something is not of this screen alone."""
    return id_ in OF_EVERYWHERE or id_.startswith("app.")


def sections(screen: Screen[Any]) -> tuple[KeySection, ...]:
    """`Here` first, `Everywhere` after."""
    all_told = told(screen)
    here = [
        _line(screen, id_, each) for id_, each in all_told.items() if not is_everywhere(id_)
    ] + _on_entries(screen, all_told)
    everywhere = [
        _line(screen, id_, each)
        for id_, each in all_told.items()
        if is_everywhere(id_) and not id_.startswith(PLACE)
    ]
    if any(id_.startswith(PLACE) for id_ in all_told):
        names = ", ".join(place.name for place in PLACES)
        everywhere.insert(0, KeyLine("", f"1-{len(PLACES)}", "places", f"{names}."))
    found = [KeySection("Here", _groups(here))] if here else []
    if everywhere:
        found.append(KeySection("Everywhere", (KeyGroup("", tuple(everywhere)),)))
    return tuple(found)


def _on_entries(screen: Screen[Any], all_told: Mapping[str, ActiveBinding]) -> list[KeyLine]:
    """What can be done with an entry, while the cursor is elsewhere on a screen that lists some."""
    if not screen.query(f".{ENTRIES_CLASS}"):
        return []
    return [
        KeyLine(each.id, key_of(each), each.words, each.tip)
        for each in ON_ENTRIES
        if each.id not in all_told
    ]


def _groups(here: Sequence[KeyLine]) -> tuple[KeyGroup, ...]:
    named: dict[str, list[KeyLine]] = {}
    for line in here:
        first = line.id.partition(".")[0]
        named.setdefault(GROUPS.get(first, sentence_case(first)), []).append(line)
    if len(here) <= FEW or len(named) == 1:
        return (KeyGroup("", _keyless_last(line for lines in named.values() for line in lines)),)
    return tuple(KeyGroup(name, _keyless_last(lines)) for name, lines in named.items())


def _keyless_last(lines: Iterable[KeyLine]) -> tuple[KeyLine, ...]:
    return tuple(sorted(lines, key=lambda line: not line.key))


def _line(screen: Screen[Any], id_: str, active: ActiveBinding) -> KeyLine:
    binding = active.binding
    words = binding.description if binding.id else binding.description.lower()
    return KeyLine(id_, _keys_of(screen, id_) or _way_to(id_), words, binding.tooltip)


def _keys_of(screen: Screen[Any], id_: str) -> str:
    """A key for each binding that does it: `q ^q`."""
    bindings = [each.binding for each in reversed(screen.active_bindings.values())]
    said = {each.id: key_said(each) for each in bindings if _id_of(each) == id_}
    return " ".join(filter(None, reversed(said.values())))


def _way_to(id_: str) -> str:
    """The keys one after the other that lead to what has none of its own: `? ?`."""
    return f"{key_of(HELP)} {key_of(MANUAL_FROM_HELP)}" if id_ == MANUAL.id else ""
