"""When a night's ends were: the same moments wherever the night is read."""

import datetime as dt

import msgspec

from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.when import Clock


class NightEnds(msgspec.Struct, frozen=True):
    """The two ends of a night as moments."""

    bed: dt.datetime
    up: dt.datetime

    @property
    def minutes(self) -> int:
        """Minutes that passed between them, never below 0."""
        # A time in the hour that spring leaves out is read as an hour later.
        return max(round((self.up - self.bed).total_seconds() / 60), 0)


def night_ends(night: Night, clock: Clock) -> NightEnds | None:
    """The moments of going to bed and of getting up; None where the times are not known.

    Args:
        night: One night. An end without an offset is read in the zone where the person is now.
        clock: Where the person is.
    """
    walls = _walls(night)
    if walls is None:
        return None
    bed, up = walls
    return NightEnds(_moment(bed, night.bed_offset, clock), _moment(up, night.up_offset, clock))


def with_offsets(night: Night, clock: Clock, before: Night | None = None) -> Night:
    """The night with the offsets of its ends, so that it stays as long as it was on any journey.

    Args:
        night: As it is to be kept.
        clock: Where the person is.
        before: The night that it takes the place of. Its offsets stay where its times do, and also
            where they show that it was another zone than this one.
    """
    stated = (before.bed_offset, before.up_offset) if before else (None, None)
    is_same = before is not None and _times(before) == _times(night)
    if not is_same and not (before and _was_elsewhere(before, night, clock)):
        stated = _offsets(night, clock)
    return msgspec.structs.replace(night, bed_offset=stated[0], up_offset=stated[1])


def _times(night: Night) -> tuple[dt.date, str | None, str | None]:
    return night.night, night.bed, night.up


def _was_elsewhere(before: Night, night: Night, clock: Clock) -> bool:
    """Whether a night that is only corrected was slept in another zone."""
    stated = before.bed_offset, before.up_offset
    is_corrected = before.night == night.night and _walls(night) is not None
    return is_corrected and None not in stated and stated != _offsets(before, clock)


def _offsets(night: Night, clock: Clock) -> tuple[str | None, str | None]:
    walls = _walls(night)
    return (_offset(walls[0], clock), _offset(walls[1], clock)) if walls else (None, None)


def _walls(night: Night) -> tuple[dt.datetime, dt.datetime] | None:
    """What the clock on the wall showed at both ends."""
    if night.bed is None or night.up is None:
        return None
    up = dt.datetime.combine(night.night, dt.time.fromisoformat(night.up))
    return up - dt.timedelta(minutes=minutes_between(night.bed, night.up)), up


def _moment(wall: dt.datetime, offset: str | None, clock: Clock) -> dt.datetime:
    return clock.local(wall) if offset is None else dt.datetime.fromisoformat(f"{wall}{offset}")


def _offset(wall: dt.datetime, clock: Clock) -> str:
    """The offset with which a time on the wall is the moment that it is here."""
    utc = clock.local(wall).astimezone(dt.UTC).replace(tzinfo=None)
    ahead = dt.timedelta(minutes=round((wall - utc).total_seconds() / 60))
    return wall.replace(tzinfo=dt.timezone(ahead)).isoformat()[-6:]
