"""The recovery sheet: the secret key on paper, for the day on which the passphrase is forgotten."""

import textwrap
from collections.abc import Iterable, Iterator

from backcare_tui.diary.when import Clock
from backcare_tui.store.keys import Key
from backcare_tui.store.locked import LockedPlaces
from backcare_tui.text import clean

PAPER = 92
"""Cells of a line on paper."""


def recovery_sheet(places: LockedPlaces, key: Key, clock: Clock) -> Iterator[str]:
    """The paragraphs of the sheet, with empty lines between; what is set in is to be kept in one line.

    Args:
        places: Of the diary that is locked.
        key: What locks it.
        clock: The day that stands on the sheet.
    """
    diary = clean(places.diary.name)
    yield "backcare recovery sheet"
    yield f"Made {clock.today().isoformat()} for the diary {clean(str(places.diary))}"
    yield ""
    yield "This key opens the diary, its backups and its copies, without the passphrase:"
    yield ""
    yield f"    {key.secret}"
    yield ""
    yield (
        "Whoever has it can read everything. Write it down or print it, keep it with your papers, "
        "and leave no picture or file of it on this machine."
    )
    yield ""
    yield (
        "If the passphrase is forgotten: type the key where backcare asks for the passphrase, then "
        "choose a new one with `backcare encrypt --new-passphrase`."
    )
    yield "Without backcare: save the key in a file key.txt, and with the age tool (https://age-encryption.org)"
    yield f"    age -d -i key.txt {clean(places.locked.name)} > {diary}"
    yield "With the passphrase, the same by"
    yield f"    age -d -i {clean(places.key.name)} {clean(places.locked.name)} > {diary}"


def on_paper(paragraphs: Iterable[str]) -> Iterator[str]:
    """The sheet in lines that fit on paper; a command or a key is not broken."""
    for each in paragraphs:
        is_prose = each and not each.startswith(" ")
        yield from textwrap.wrap(each, PAPER, break_on_hyphens=False) if is_prose else [each]
