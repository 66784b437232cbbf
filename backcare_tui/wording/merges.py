"""What a copy from another device brought, and what of it is still to be settled, in sentences."""

import datetime as dt
from collections.abc import Iterable

from backcare_tui.diary.derived import second_nights
from backcare_tui.diary.records.base import ID_SHOWN
from backcare_tui.diary.records.night import Night
from backcare_tui.store.brought import Brought
from backcare_tui.store.copies import Looked
from backcare_tui.text import clean, say_count, say_date, say_day, say_list
from backcare_tui.wording.entries import say_night


def say_brought(
    brought: Brought, today: dt.date, what: str = "a copy from your other device"
) -> str:
    """What merging brought, and what is to be looked at because of it.

    >>> say_brought(Brought(added=12, changed=1, removed=2), dt.date(2026, 11, 23))
    'Merged a copy from your other device: 12 entries added, 1 changed, 2 removed.'

    Args:
        brought: What came.
        today: Of a day in another year the year is said.
        what: What was merged.
    """
    if brought.is_nothing:
        return f"Nothing new in {clean(what)}."
    said = f"Merged {clean(what)}: {say_counts(brought)}."
    return " ".join((said, *say_open(brought, today)))


def say_looked(looked: Looked, today: dt.date) -> str:
    """What became of a file beside the diary, for a notice."""
    if looked.brought is None:
        return clean(looked.sentence)
    if looked.brought.is_nothing:
        said = "A copy from your other device held nothing new; it is in the backups."
    else:
        said = say_brought(looked.brought, today)
    return " ".join(filter(None, (said, clean(looked.sentence))))


def say_briefly(looked: Looked, today: dt.date) -> tuple[str, str]:
    """The same for the one line of a heading, what matters first; and what is asked about, if anything."""
    brought = looked.brought
    if brought is None or brought.is_nothing or looked.sentence:
        return say_looked(looked, today), ""
    asked = ""
    if brought.nights:
        asked = f"two nights on {say_list([say_day(day, today) for day in brought.nights[:2]])}"
    elif brought.ahead:
        asked = f"dated {say_date(brought.ahead.date())}: check the clocks"
    return f"Merged: {say_counts(brought)} on your other device", asked


def say_counts(brought: Brought) -> str:
    """How many entries came, were changed and were removed: `1 entry added, 2 changed`."""
    pairs = (
        (brought.added, "added"),
        (brought.changed, "changed"),
        (brought.removed, "removed"),
    )
    said = [(count, verb) for count, verb in pairs if count]
    if not said:
        return "settings and marks, no entries"
    (count, verb), *others = said
    first = f"{say_count(count, 'entry', 'entries')} {verb}"
    return ", ".join((first, *(f"{count} {verb}" for count, verb in others)))


def say_open(brought: Brought, today: dt.date) -> Iterable[str]:
    """What a person is asked to look at after merging, a sentence each."""
    if brought.nights:
        days = say_list([say_day(day, today) for day in brought.nights])
        verb = "has" if len(brought.nights) == 1 else "have"
        yield f"{days} {verb} two nights now: delete the wrong one in the diary."
    if brought.is_doubtful:
        yield (
            "The copy is not as backcare wrote it, by an edit or a fault; "
            "where it differs with the same date, what stands here was kept."
        )
    if brought.ahead:
        yield say_ahead(brought.ahead.date())


def say_ahead(day: dt.date) -> str:
    """That something was changed by a clock that is ahead."""
    return f"A change is dated {say_date(day)}, ahead of the clock here: check the clock of each device."


def say_second_nights(nights: Iterable[Night], today: dt.date) -> Iterable[str]:
    """A line for each day with more than one night: what they say, and which counts."""
    for day, several in second_nights(nights).items():
        told = (f"{night.id[:ID_SHOWN]} {say_night(night)}" for night in several)
        last = several[-1].id[:ID_SHOWN]
        yield (
            f"{say_day(day, today)} has {len(several)} nights: {', '.join(told)}. "
            f"{last} counts, as it was changed last; remove what is wrong."
        )
