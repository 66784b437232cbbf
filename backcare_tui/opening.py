"""Before the app: the way back where a diary is damaged, and the keys that a person gave anew."""

from pathlib import Path

from msgspec.structs import replace

from backcare_tui import screens
from backcare_tui.commands.keymap import FILE_NAME, LARGEST, NO_KEYS, GivenKeys, read_keys
from backcare_tui.diary.custody import Custody
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.safekeeping import CannotBackUp, Safekeeping
from backcare_tui.diary.when import Clock
from backcare_tui.files import read_regular, why
from backcare_tui.looks import LookedApp
from backcare_tui.store import Key, open_repository, safekeeping
from backcare_tui.store.reading import WAY_BACK
from backcare_tui.store.tiny import TinyRepository


class RescueApp(LookedApp[bool]):
    """One screen, which gives whether the diary was put in place."""

    TITLE = "backcare"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, safe: Safekeeping, clock: Clock, sentence: str) -> None:
        """Offer what can be brought back of a diary that is damaged as a sentence says."""
        super().__init__()
        self._safe, self._clock, self._sentence = safe, clock, sentence

    def on_mount(self) -> None:
        """Ask."""
        self.push_screen(screens.Rescue(self._safe, self._clock, self._sentence), self.exit)


def look_at(path: Path, clock: Clock, key: Key | None, *, closely: bool = False) -> Custody:
    """Where the diary of a file is kept, and its backups; see `LooksAtCustody`."""
    from backcare_tui.store.custody import custody_of, looked_closely  # noqa: PLC0415 - of its pages alone

    found = custody_of(path, safekeeping(path, clock, key))
    if closely:
        found = looked_closely(found, path, clock, key)
    keys = path.with_name(FILE_NAME)
    return replace(found, parts=(*found.parts, *([str(keys)] if keys.is_file() else [])))


def open_or_rescue(path: Path, clock: Clock, key: Key | None = None) -> TinyRepository:
    """The diary in a file; one that is damaged is recovered first, if the person wants that.

    Raises:
        CannotOpen: If it cannot be read as a diary, and stays as it is.
    """
    try:
        return open_repository(path, clock, key)
    except CannotOpen as error:
        safe, sentence = safekeeping(path, clock, key), str(error).replace(WAY_BACK, "").strip()
        if not _can_help(safe) or not RescueApp(safe, clock, sentence).run():
            raise
    return open_repository(path, clock, key)


def keys_beside(path: Path) -> GivenKeys:
    """What the file of keys beside a diary says; one that cannot be read is a complaint, and no more."""
    try:
        found, _ = read_regular(path.with_name(FILE_NAME), LARGEST)
        return read_keys(found.decode("utf-8-sig"))
    except FileNotFoundError:
        return NO_KEYS
    except OSError as error:
        return GivenKeys(complaints=(f"{FILE_NAME} cannot be read: {why(error)}.",))
    except UnicodeDecodeError:
        return GivenKeys(complaints=(f"{FILE_NAME} is no text: allowed is UTF-8.",))


def _can_help(safe: Safekeeping) -> bool:
    """Whether the file is damaged or gone, and not only out of reach."""
    try:
        return safe.is_damaged()
    except (CannotBackUp, CannotOpen):
        return False
