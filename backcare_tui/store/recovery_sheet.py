"""The recovery sheet: the secret key on paper, for the day on which the passphrase is forgotten."""

from collections.abc import Iterator

from backcare_tui.diary.when import Clock
from backcare_tui.store.keys import Key
from backcare_tui.store.locked import LockedPlaces
from backcare_tui.text import clean


def recovery_sheet(places: LockedPlaces, key: Key, clock: Clock) -> Iterator[str]:
    """The lines of the sheet.

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
    yield "Whoever has it can read everything. Write it down or print it, keep it with your papers,"
    yield "and leave no picture or file of it on this machine."
    yield ""
    yield "If the passphrase is forgotten: type the key where backcare asks for the passphrase, then"
    yield "choose a new one with `backcare encrypt --new-passphrase`."
    yield "Without backcare: save the key in a file key.txt, and with the age tool"
    yield "(https://age-encryption.org)"
    yield f"    age -d -i key.txt {clean(places.locked.name)} > {diary}"
    yield "With the passphrase, the same by"
    yield f"    age -d -i {clean(places.key.name)} {clean(places.locked.name)} > {diary}"
