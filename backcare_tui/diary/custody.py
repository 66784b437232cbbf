"""Where the diary is kept, and by which devices; the facts that a person may look up."""

import datetime as dt
from pathlib import Path
from typing import Protocol

import msgspec


class DeviceSaved(msgspec.Struct, frozen=True):
    """A device that has saved the diary."""

    device: str
    """Its id."""
    day: dt.date | None
    """The day on which it last did; None where it does not say."""


class Custody(msgspec.Struct, frozen=True):
    """What is known of the diary's file."""

    file: str
    """Its path, with the home folder as `~`."""
    is_locked: bool
    device: str
    """The id of this device."""
    beside: int
    """How many files beside the diary may be another device's copies that are not merged."""
    backups: int
    """How many backups there are."""
    last_backup: dt.date | None = None
    """The day of the diary in the newest one; None where there is none."""
    trouble: str = ""
    """Why the backups cannot be looked at; empty where they can."""
    path: str = ""
    """The path in full."""
    size: int = 0
    """Bytes of the file; 0 where it is not there yet."""
    parts: tuple[str, ...] = ()
    """The paths in full of the file and of what belongs to it: key, public key, inbox."""
    backups_folder: str = ""
    """Where the backups are."""
    devices: tuple[DeviceSaved, ...] = ()
    """Every device that saved the diary, the latest first."""
    waiting: tuple[str, ...] = ()
    """For each copy beside it why it is not merged, or what merges it, as a sentence."""
    merged: tuple[dt.date, ...] = ()
    """The days on which something was merged, the latest first, as far as backups tell."""


class LooksAtCustody(Protocol):
    """Looks at where a diary is kept, which takes a moment."""

    def __call__(self, *, closely: bool = False) -> Custody:
        """What is found.

        Args:
            closely: Read the diary and the copies beside it as well: who saved it, and what waits.
        """


class MovesDiary(Protocol):
    """Moves the diary that is open, which has to be opened anew after that."""

    def __call__(self, folder: Path, /) -> tuple[str, ...]:
        """Move it to a folder; gives sentences that say where it is now, and what there is to do.

        Raises:
            CannotKeep: If it cannot be moved; it stays where it is.
        """
