"""Since when something stands in a form: its time goes along until the first key, then it stands."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any

from textual.content import Content

from backcare_tui.diary.held_clock import HeldClock
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.when import Clock, iso_day
from backcare_tui.text import say_moment, write_moment
from backcare_tui.widgets.fields.inputs import ParsedField
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import field_of

NOW = "now"
"""What a field of a moment says of the moment at which the form was begun."""
KEPT_ON = "kept_on"
"""What a draft has beside the fields: the day on which it was typed."""
ANOTHER_DAY = "bold $background on $next"
"""How the day of a form stands in its title where that is not today."""


class FirstKey:
    """Knows what stood in a form before anything was typed, and holds the clock from then on."""

    def __init__(self, clock: Clock) -> None:
        """Go along with a clock."""
        self._now = clock
        self.clock = HeldClock(clock)
        """When what stands in the form was typed."""
        self._untouched: Mapping[str, Any] = {}
        self._is_typed = False

    def begin(self, values: Mapping[str, Any], *, is_typed: bool) -> None:
        """These values stand there now; `is_typed` where a person typed them before."""
        self._untouched, self._is_typed = values, is_typed

    def take(self, values: Mapping[str, Any]) -> bool:
        """Whether these are the first to be typed; from this moment they stand."""
        if self._is_typed or values == self._untouched:
            return False
        self._is_typed = True
        self.clock.hold()
        return True

    def go_along(self, values: Mapping[str, Any]) -> bool:
        """Go on to this moment while nothing is typed; whether that is so."""
        self._is_typed = self._is_typed or values != self._untouched
        if not self._is_typed:
            self.clock.hold()
        return not self._is_typed

    def attach(self, at: ParsedField[dt.datetime], kind: type[Record]) -> None:
        """Read a field of a moment as of the first key, and say it as seen from today."""
        at.read = partial(field_of(kind, "at").read, context=FieldContext(self.clock))
        at.say = lambda moment: say_moment(moment, self._now.today())

    def settle(self, at: ParsedField[dt.datetime]) -> None:
        """The field of the moment names it, once that is another one than now."""
        held = write_moment(self.clock.now())
        if at.text == NOW and held != write_moment(self._now.now()):
            at.text = held
        at.refresh()


def marked(words: str, day: dt.date, today: dt.date) -> Content:
    """The day or the moment of a form, for its title: not to be overlooked where not today."""
    return Content(words) if day == today else Content.styled(words, ANOTHER_DAY)


def dated(values: Mapping[str, Any], at: dt.datetime | None, typed: dt.date) -> dict[str, Any]:
    """What a draft keeps: what was meant stays of its moment, however late it is gone on with."""
    moment = {"at": write_moment(at)} if at else {}
    return {**values, KEPT_ON: typed.isoformat(), **moment}


def written_days(fields: Mapping[str, ParsedField[dt.date]]) -> dict[str, str]:
    """Days that were typed, such as `today`, as days of the calendar."""
    days = {name: field.value for name, field in fields.items()}
    return {name: day.isoformat() for name, day in days.items() if day}


def day_of_draft(draft: Mapping[str, Any]) -> dt.date | None:
    """The day of its moment; where that cannot be read, the day on which it was typed."""
    return iso_day(str(draft.get("at", ""))[:10]) or iso_day(draft.get(KEPT_ON))


def other_day_of_draft(draft: Mapping[str, Any], today: dt.date) -> dt.date | None:
    """The day on which a draft was typed, if it was not today; the first of all days where that is not known."""
    day = day_of_draft(draft) or dt.date.min
    return day if day != today else None
