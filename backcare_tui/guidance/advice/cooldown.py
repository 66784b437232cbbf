"""Which advice is shown now: not what rests, and not what was put away."""

import datetime as dt
from collections.abc import Iterable, Mapping

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.guidance.advice.table import RED_FLAGS, Advice

MOST_URGENT, MOST_OTHERS = 3, 2
REMEMBERED_DAYS = 400
"""For how long it is known that something was shown."""


def showable(
    advice: Iterable[Advice],
    shown: Mapping[str, dt.date],
    dismissals: Iterable[Dismissal],
    today: dt.date,
) -> tuple[Advice, ...]:
    """What may be shown today of what the rules say; the order stays.

    Shown is what was not shown before, or first today, or so long ago that its cooldown is over.
    What is urgent is always shown: it can neither be put away nor rest.
    """
    away = tuple(dismissals)
    return tuple(
        each
        for each in advice
        if each.severity == "urgent"
        or (not _rests(each, shown.get(each.key), today) and not _is_away(each, away, today))
    )


def foremost(advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """What is shown without being asked for: what is urgent, up to three, else two others."""
    said = tuple(advice)
    is_urgent = any(each.severity == "urgent" for each in said)
    return said[: MOST_URGENT if is_urgent else MOST_OTHERS]


def after_showing(
    shown: Mapping[str, dt.date], advice: Iterable[Advice], today: dt.date
) -> dict[str, dt.date] | None:
    """What was shown when once this advice is on the screen; None where nothing changes."""
    new = [each.key for each in advice if shown.get(each.key) != today]
    if not new:
        return None
    oldest = today - dt.timedelta(days=REMEMBERED_DAYS)
    kept = {key: day for key, day in shown.items() if day >= oldest}
    return {**kept, **dict.fromkeys(new, today)}


def _rests(advice: Advice, shown: dt.date | None, today: dt.date) -> bool:
    if shown is None or shown >= today:
        return False
    if not advice.cooldown_days:
        return bool(advice.event)
    return (today - shown).days < advice.cooldown_days


def _is_away(advice: Advice, dismissals: Iterable[Dismissal], today: dt.date) -> bool:
    if advice.group == RED_FLAGS:
        return False  # also where the diary says so, from elsewhere
    return any(
        each.advice == advice.id
        and each.event in {None, advice.event}
        and (each.until is None or today < each.until)
        for each in dismissals
    )
