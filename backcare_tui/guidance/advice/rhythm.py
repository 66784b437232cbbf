"""The rhythm of advice: what was shown rests, and twice as long each time that nothing has changed.

What comes back each week in the same words is not read any more. So a piece that was shown rests for its
cooldown, then for twice as long, and so on. It begins anew once its figure changed by what counts for it, or
once it had nothing to say for four weeks, and for as long again as it rested: then what it asks for was done.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from backcare_tui.diary.settings import Settings, Showing
from backcare_tui.guidance.advice.table import Advice, Subject, Urgency

REMEMBERED_DAYS = 400
"""For how long it is known that something was shown."""
LONGEST_REST: Mapping[Urgency, int] = {"urgent": 0, "caution": 28, "info": 112}
"""Days up to which a rest grows (our own rule); a cooldown that is longer stays as it is."""
FIXED: tuple[Subject, ...] = ("signs", "check-up")
"""Subjects whose rests do not grow, as they ask for what keeps one safe (our own rule)."""
SILENT_DAYS = 28
"""Days without a showing from which on a piece may begin anew (our own rule): less is the swing of a week."""
MOST_DOUBLED = 10
"""How often at most a rest doubles: a file may say anything."""
ONCE = Showing()


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of what was shown, by the key of each piece."""

    advice_shown: Mapping[str, dt.date]
    """The day on which it was last shown."""
    advice_times: Mapping[str, Showing]
    """How often, while nothing changed."""


def rest_days(advice: Advice, showing: Showing) -> int:
    """For how many days a piece rests that was shown so often: its cooldown, doubled each time.

    What asks for the check for warning signs, or for a check-up, comes back as its row says.
    """
    rest = advice.cooldown_days
    if advice.subject in FIXED:
        return rest
    longest = max(rest, LONGEST_REST[advice.severity])
    return min(rest << min(showing.times - 1, MOST_DOUBLED), longest)


def is_news(advice: Advice, showing: Showing) -> bool:
    """Whether its figure is another than when it was shown last, by what counts for it."""
    if advice.figure is None or showing.figure is None or advice.step is None:
        return False
    return abs(advice.figure - showing.figure) >= advice.step


def days_of_rest(advice: Advice, showing: Showing) -> int:
    """For how many days it rests by now; what is news rests no longer than its cooldown."""
    return rest_days(advice, ONCE if is_news(advice, showing) else showing)


def after_showing(
    settings: Settings, advice: Iterable[Advice], today: dt.date
) -> Remembered | None:
    """What is known of what was shown, once this advice is on the screen; None where nothing changes."""
    shown, times = settings.advice_shown, settings.advice_times
    new = [each for each in advice if shown.get(each.key) != today]
    if not new:
        return None
    oldest = today - dt.timedelta(days=REMEMBERED_DAYS)
    kept = {key: day for key, day in shown.items() if day >= oldest}
    counted = {key: each for key, each in times.items() if key in kept}
    return Remembered(
        advice_shown=kept | {each.key: today for each in new},
        advice_times=counted | {each.key: _once_more(each, settings, today) for each in new},
    )


def _once_more(advice: Advice, settings: Settings, today: dt.date) -> Showing:
    last = settings.advice_shown.get(advice.key)
    if last is None or last > today:
        return Showing(1, advice.figure)
    showing = settings.advice_times.get(advice.key, ONCE)
    rest = rest_days(advice, showing)
    was_silent = bool(rest) and (today - last).days >= max(2 * rest, SILENT_DAYS)
    times = 1 if was_silent or is_news(advice, showing) else showing.times + 1
    return Showing(times, advice.figure)
