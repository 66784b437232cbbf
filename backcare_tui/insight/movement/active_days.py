"""How active each day was, from whatever says it: typed, brought from a device, or the sessions of the day."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.session import Session

ActivitySource = Literal["typed", "device", "sessions"]
"""What says it, the foremost first: what a person typed stands before what a device counted."""


class ActiveFigures(msgspec.Struct, frozen=True):
    """How active one day was, as far as that is known."""

    minutes: float | None = None
    """Active minutes of the whole day, or of its sessions where nothing else says them."""
    minutes_from: ActivitySource | None = None
    steps: int | None = None
    steps_from: ActivitySource | None = None


def active_days(
    entries: Iterable[ActiveDay], sessions: Iterable[Session]
) -> dict[dt.date, ActiveFigures]:
    """Each day of which anything is known; minutes and steps each from the foremost that says them.

    A length of the sessions is of them alone, not of all that was done in a day, so it counts only where neither the
    person nor a device says minutes. A session without a length says nothing.
    """
    found: dict[dt.date, ActiveFigures] = {}
    for session in sessions:
        if session.done_s:
            before = found.get(session.day, ActiveFigures()).minutes or 0.0
            minutes = before + session.done_s / 60
            found[session.day] = ActiveFigures(minutes, "sessions")
    # The foremost comes last, and of those alike the one that was changed last.
    for entry in sorted(entries, key=_foremost_last):
        source: ActivitySource = "device" if entry.imported else "typed"
        figures = found.get(entry.day, ActiveFigures())
        if entry.active_min is not None:
            figures = msgspec.structs.replace(
                figures, minutes=float(entry.active_min), minutes_from=source
            )
        if entry.steps is not None:
            figures = msgspec.structs.replace(figures, steps=entry.steps, steps_from=source)
        found[entry.day] = figures
    return dict(sorted(found.items()))


def typed_day(entries: Iterable[ActiveDay]) -> ActiveDay | None:
    """The one that a person typed, of the entries of a day; of several the one changed last."""
    typed = [entry for entry in entries if entry.imported is None]
    return max(typed, key=_foremost_last, default=None)


def _foremost_last(entry: ActiveDay) -> tuple[bool, float, str]:
    changed = entry.updated.timestamp() if entry.updated else float("inf")
    return entry.imported is None, changed, entry.id
