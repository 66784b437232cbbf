"""A form of what happened at a moment: its field, and the day of it that the brackets step."""

import datetime as dt

from textual.content import Content

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import read_when
from backcare_tui.screens.frame.first_key import NOW, marked
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import write_moment
from backcare_tui.widgets.fields.inputs import ParsedField


class MomentForm(Form):
    """A form with a field `when`. A moment that nobody touched stays as it was, to the second."""

    when: ParsedField[dt.datetime]
    """Made by the form with its other fields."""
    record: Pain | Meal | Visit | None

    def start_at(self) -> str:
        """What stands in the field at first."""
        return write_moment(self.record.at) if self.record else NOW

    def read_at(self) -> dt.datetime:
        """The moment that the field states.

        Raises:
            BadValue: If it cannot be read.
        """
        if self.record and self.when.text == self.start_at():
            return self.record.at
        return read_when(self.when.text, self.clock)

    def moment_field(self) -> ParsedField[dt.datetime]:
        """When it was."""
        return self.when

    def say_at(self, name: str) -> Content:
        """A title with its moment, as far as that can be read: `Check-in · today, 08:12`."""
        at = self.when.value
        when = marked(self.when.say(at), at.date(), self.desk.clock.today()) if at else Content("…")
        return Content.assemble(f"{name} · ", when)

    async def shift_day(self, days: int) -> None:
        """The same time of day, a day earlier or later."""
        now = self.desk.clock.now()
        self.when.text = shifted(self.when.value or now, days, now)


def shifted(at: dt.datetime, days: int, now: dt.datetime) -> str:
    """The text for a moment some days on: the same time of day, at the latest now."""
    moved = at + dt.timedelta(days=days)
    return NOW if moved >= now else write_moment(moved)
