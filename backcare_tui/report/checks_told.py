"""What a page tells of the checks for warning signs: what stands, what no longer does, who looked at it last."""

import datetime as dt
from collections.abc import Iterator, Sequence

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Entries, Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.concerns import open_concerns
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.red_flags import standing as standing_flags
from backcare_tui.library.taxonomy import name_within
from backcare_tui.report.hand_over import (
    Lifted,
    without_treatments,
)
from backcare_tui.report.person import PRIVATE_CONDITIONS
from backcare_tui.report.told import Told


def open_signs(repository: Repository, clock: Clock, told: Told) -> Iterator[str]:
    """What asks for the check, without the name of a treatment or of a condition that is not told."""
    treatments = {each.treatment for each in repository.entries(Visit)}
    shown = {each.treatment for each in told.entries(Visit)}
    hidden = {
        f": {name_within('conditions', each)}.": ": a condition." for each in PRIVATE_CONDITIONS
    }
    for each in open_concerns(gather(repository, clock)):
        because = without_treatments(each.because, treatments - shown)
        for name, instead in hidden.items():
            because = because.replace(name, instead)
        yield because


def lifted_since(checks: Sequence[Check], last: dt.date) -> Lifted | None:
    """What stood on the last day of the time and no longer does."""
    then = standing_flags(each for each in checks if each.at.date() <= last)
    if not then.flags or not then.at or standing_flags(checks).flags:
        return None
    since = sorted((each for each in checks if each.at.date() > last), key=lambda each: each.order)
    answer = next(each for each in since if each.is_check_up or not each.red_flags)
    seen_by = (answer.seen_by or "") if answer.is_check_up else None
    return Lifted(then.at.date(), answer.day, seen_by)


def last_check_up(told: Entries, clock: Clock) -> Check | None:
    """When a professional looked at it last; None where that was not told, or never."""
    check_ups = [
        each for each in told.entries(Check) if each.is_check_up and each.at <= clock.now()
    ]
    return max(check_ups, key=lambda each: each.order, default=None)
