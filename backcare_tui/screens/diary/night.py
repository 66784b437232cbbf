"""Last night: usual times stand there, time asleep and efficiency as they change."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.derived import sleep_efficiency, time_asleep, time_in_bed
from backcare_tui.diary.habits import NIGHTS_LOOKED_AT, usual_night
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.values import BadValue
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.field_lines import fill, held, line_of
from backcare_tui.screens.frame.first_key import marked
from backcare_tui.screens.frame.form import Form, Values
from backcare_tui.text import say_minutes, say_near_day
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import fields_of, labeled

DAYS_FOR_USUAL = NIGHTS_LOOKED_AT * 3
"""How far back usual times are looked for, with nights missed between."""


class NightForm(Form):
    """One night, named by the day of waking. A night that is there already is changed."""

    kind = Night
    NAME = "night"
    AUTO_FOCUS = "#bed Input"
    HELP = (
        "Last night, named by the morning you woke. Your usual times stand there, so enter alone is "
        "often enough; or give just how long you slept. The line above shows what comes of it."
    )
    record: Night | None

    def __init__(self, desk: Desk, record: Night | None = None, day: dt.date | None = None) -> None:
        """The night of a day of waking, by default of today."""
        super().__init__(desk, record)
        self._go_to(record.night if record else day or desk.clock.today())

    def compose_head(self) -> Iterable[Widget]:
        """What the times come to."""
        yield Static(id="asleep", markup=False)

    def compose_fields(self) -> Iterable[Widget]:
        """In the order of the night."""
        context = FieldContext(self.desk.clock)
        asked = (field for field in fields_of(Night) if field.is_asked)
        self.lines = {field.name: line_of(field, context) for field in asked}
        yield from self.lines.values()

    def start_values(self) -> Values:
        """Those of the night, or the usual times."""
        if self.record:
            return write_document(self.record)
        since = self.day - dt.timedelta(days=DAYS_FOR_USUAL)
        nights = self.desk.repository.entries(Night, (since, self.desk.clock.today()))
        usual = usual_night(nights, self.day)
        return write_document(usual) if usual else {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        for name, line in self.lines.items():
            fill(line, values.get(name))

    def values(self) -> Values:
        """What the fields hold now."""
        values = {name: held(line) for name, line in self.lines.items()}
        return {name: value for name, value in values.items() if value is not None}

    def read_form(self) -> Record:
        """The night; a length typed in takes the place of the times."""
        values = self.values()
        if "asleep_min" in values and not (self.record and self.record.bed):
            for name in ("bed", "up", "latency_min", "awake_min"):
                values.pop(name, None)
        if "bed" not in values and "asleep_min" not in values:
            raise BadValue("bed", None, "a time of day such as 23:10 (or give only the length)")
        id_ = self.record.id if self.record else new_id()
        made = read_record(Night, {"id": id_, "night": self.day.isoformat(), **values})
        return msgspec.structs.replace(made, imported=self.record.imported) if self.record else made

    def say_title(self) -> Content:
        """The form and its day of waking."""
        day, today = self.day, self.desk.clock.today()
        near = marked(say_near_day(day, today), day, today)
        which = Content("Last night") if day == today else Content.assemble("The night to ", near)
        return which + (" · already taken down, change it here" if self.record else "")

    def follow_day(self, before: dt.date) -> None:
        """Last night is another night."""
        if self.day == before:
            self._go_to(self.desk.clock.today())
            self.begin()

    def shift_day(self, days: int) -> None:
        """Go to another night; what was typed goes along unless that night is there already."""
        day = min(self.day + dt.timedelta(days=days), self.desk.clock.today())
        is_new = not self.record and (self._has_draft or self.values() != self._kept)
        if is_new and not self._is_begun(day):
            self.forget_draft()
            self._go_to(day)
            self._kept = {}
        else:
            self.keep_draft()
            self._go_to(day)
            self.begin()

    def _go_to(self, day: dt.date) -> None:
        """Each night has a draft of its own, so that none lands on another."""
        self.day, self.record = day, self._night_of(day)
        self._draft_name = self._draft_of(day)

    def _draft_of(self, day: dt.date) -> str:
        return f"{self.NAME}.{day.isoformat()}"

    def _is_begun(self, day: dt.date) -> bool:
        has_draft = self.desk.repository.draft(self._draft_of(day)) is not None
        return has_draft or self._night_of(day) is not None

    def _night_of(self, day: dt.date) -> Night | None:
        nights = self.desk.repository.entries(Night, (day, day))
        return nights[-1] if nights else None

    def show_title(self) -> None:
        """The title, and what the times come to so far."""
        super().show_title()
        self.query_exactly_one("#asleep", Static).update(self._say_asleep())

    def _say_asleep(self) -> Content:
        if not {"bed", "up", "asleep_min"} & self.values().keys():
            return Content.styled("When did you go to bed, and when did you get up?", "$quiet")
        try:
            night = self.read_form()
        except BadValue as error:
            return Content.styled(str(labeled(error, Night)), "$quiet")
        if not isinstance(night, Night):
            return Content("")
        asleep, in_bed = time_asleep(night, self.desk.clock), time_in_bed(night, self.desk.clock)
        efficiency = sleep_efficiency(night, self.desk.clock)
        parts = [(f"{say_minutes(asleep or 0)} asleep", "bold $foreground")]
        if in_bed is not None and efficiency is not None:
            parts.append((f" · {say_minutes(in_bed)} in bed", "$quiet"))
            parts.append((f" · {efficiency:.0%} sleep efficiency", "$quiet"))
        return Content.assemble(*parts)

    def on_rating_field_changed(self) -> None:
        """The draft has changed."""
        self.show_title()
