"""Where the diary is kept, and by which devices; the facts that a person may look up."""

import datetime as dt

import msgspec


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
