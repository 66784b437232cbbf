"""What Today has to say: the pieces of advice, the check, a page to read, and what one key does of it."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.guidance.advice.acts import act_of, say_act
from backcare_tui.guidance.advice.current import current_advice, foremost
from backcare_tui.guidance.advice.offer import CheckOffer, offers_check
from backcare_tui.guidance.advice.rhythm import after_showing
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.learning import ReadingOffer, after_offering, quiet_offer

ROOM_FOR_READING = 1
"""Pieces of advice beside which a page to read may still be named (our own rule)."""


class TodaysAdvice(msgspec.Struct, frozen=True):
    """What stands on Today."""

    said: tuple[Advice, ...] = ()
    """The pieces, foremost first."""
    check: CheckOffer | None = None
    """The check for warning signs, where it is offered in words."""
    is_check_due: bool = False
    """Whether a quiet word says that it is due."""
    reading: ReadingOffer | None = None
    """What is offered in one quiet line."""
    act: str = ""
    """What a key does of what the first piece names: `Flare-Up Gentle, 5 min`; the check has a key of its own."""

    @property
    def is_urgent(self) -> bool:
        """Whether any of it is urgent, which stands above all else."""
        return any(each.severity == "urgent" for each in self.said)

    @property
    def stands(self) -> bool:
        """Whether any of it waits for an answer."""
        return any(each.stands for each in self.said)

    def remembered(self, settings: Settings, today: dt.date) -> dict[SettingName, object]:
        """The settings that keep that it was shown, with their new values; only those that change."""
        shown = (*self.said, self.check.shown) if self.check else self.said
        found: dict[SettingName, object] = {}
        if held := after_showing(settings, shown, today):
            found |= {"advice_shown": held.advice_shown, "advice_times": held.advice_times}
        if self.reading is None:
            return found
        if pages := after_offering(settings, self.reading, today):
            found["pages_offered"] = pages
        elif not self.reading.page and settings.beliefs_offered != today:
            found["beliefs_offered"] = today
        return found


def todays_advice(facts: Facts, dismissals: Iterable[Dismissal], most: int) -> TodaysAdvice:
    """What is said today.

    Args:
        facts: The diary.
        dismissals: What was put away.
        most: How many pieces there is room for; what is urgent is said whole.
    """
    known = current_advice(facts, dismissals)
    found = foremost(known)
    is_urgent = any(each.severity == "urgent" for each in found)
    said = found if is_urgent else found[:most]
    offer = None if is_urgent else offers_check(facts)
    told = offer if offer and offer.is_told(said) else None
    is_quiet = not is_urgent and offer is None and len(said) <= ROOM_FOR_READING
    all_said = tuple(each.advice for each in known)
    act = act_of(said[0], facts.settings.conditions) if said else None
    return TodaysAdvice(
        said=said,
        check=told,
        is_check_due=offer is not None and told is None,
        reading=quiet_offer(facts, facts.settings, all_said) if is_quiet else None,
        act=say_act(act, facts.settings) if act and act.kind != "check" else "",
    )
