"""Last night: usual times stand there, time asleep and efficiency as they change."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.derived import nights_by_day, sleep_efficiency, time_asleep, time_in_bed
from backcare_tui.diary.habits import NIGHTS_LOOKED_AT, guessed_night, until_now, usual_night
from backcare_tui.diary.night_ends import night_ends, with_offsets
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.night import TIMES, Night, times_or_length
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import PAST
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import fill, held, line_of
from backcare_tui.screens.frame.first_key import marked
from backcare_tui.screens.frame.folding import LongForm
from backcare_tui.text import say_minutes, say_near_day
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import fields_of, labeled
from backcare_tui.wording.form_rows import NIGHT

ASKED = {"bed": "go to bed", "up": "get up"}
"""What a night needs, as it is asked for."""
OR_LENGTH = "Or give only the length, such as 7h20."
DAYS_FOR_USUAL = NIGHTS_LOOKED_AT * 3
"""How far back usual times are looked for, with nights missed between."""


class NotSaid(BadValue):
    """What a night needs and does not have; its sentence asks for it."""

    def __init__(self, sentence: str) -> None:
        super().__init__("bed", None, sentence)

    def __str__(self) -> str:
        """The sentence, which names no field: it asks as the form does."""
        return self.allowed

    def named(self, name: str) -> BadValue:  # noqa: ARG002 - the sentence has no name in it
        """The same complaint."""
        return self


class NightForm(LongForm):
    """One night, named by the day of waking. A night that is there already is changed."""

    kind = Night
    NAME = "night"
    ROWS = NIGHT
    AUTO_FOCUS = "#bed Input"
    HELP = (
        "Last night, named by the morning you woke. Your usual times stand there, so enter alone is "
        "often enough; or give just how long you slept. The line above shows what comes of it."
    )
    record: Night | None
    guess: Night | None = None
    """What stands there at first of who has stated no night yet: nobody's times, but common ones."""
    _stood: Values = {}
    """What stood there before anything was typed."""

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
        rows = {name: (line,) for name, line in self.lines.items() if name in NIGHT.rows}
        more = self.make_more(rows)
        for name, line in self.lines.items():
            if name == "note":
                yield more
            yield line

    def start_values(self) -> Values:
        """Those of the night, or the usual times."""
        night = self.record or self._usual()
        self._stood = write_document(night) if night else {}
        return self._stood

    def _usual(self) -> Night | None:
        """The usual times; a guess for who has stated no night, nothing for who states lengths.

        A guess that is not over is none: nobody said that they will sleep until then.
        """
        entries = self.desk.repository.entries
        since = self.day - dt.timedelta(days=DAYS_FOR_USUAL)
        nights = entries(Night, (since, self.desk.clock.today())) or entries(Night)
        held = self.desk.repository.settings()
        guess = guessed_night(self.day, held.usual_bed, held.usual_up)
        usual = usual_night(nights, self.day) if nights else guess
        usual = usual and until_now(usual, self.desk.clock.now())
        if usual and not nights and self._is_to_come(usual):
            usual = None
        self.guess = None if nights else usual
        return usual

    def _is_to_come(self, night: Night) -> bool:
        ends = night_ends(night, self.desk.clock)
        return ends is not None and ends.up > self.desk.clock.now()

    def _is_guessed(self, night: Night) -> bool:
        """Whether a time of it is one that nobody has typed."""
        guess = None if self.record else self.guess
        return guess is not None and (night.bed == guess.bed or night.up == guess.up)

    def say_record(self, record: Record) -> str:
        """The night in a few words; times that were guessed are called so."""
        words = super().say_record(record)
        is_guessed = isinstance(record, Night) and self._is_guessed(record)
        return f"{words}, as guessed" if is_guessed else words

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        for field in fields_of(Night):
            if line := self.lines.get(field.name):
                value = values.get(field.name)
                is_time = field.name in TIMES and value is not None
                fill(line, field.write(value, FieldContext()) if is_time else value)
        self.fold()

    def values(self) -> Values:
        """What the fields hold now."""
        values = {name: held(line) for name, line in self.lines.items()}
        return {name: value for name, value in values.items() if value is not None}

    def read_form(self) -> Record:
        """The night; a length typed in takes the place of the times, and times that of a length."""
        values = self._typed_over()
        if sentence := self._missing(values):
            raise NotSaid(sentence)
        id_ = self.record.id if self.record else new_id()
        made = read_record(Night, {"id": id_, "night": self.day.isoformat(), **values})
        if self.record:
            made = msgspec.structs.replace(made, imported=self.record.imported)
        made = with_offsets(made, self.desk.clock, self.record)
        if self._is_to_come(made):
            raise BadValue("up", made.up, PAST)
        return made

    def _typed_over(self) -> Values:
        values = self.values()
        typed = {name for name in self.lines if values.get(name) != self._stood.get(name)}
        values = times_or_length(values, typed)
        if self.record is None and values.get("asleep_min") is not None:
            # What is usual for lying awake is of the times that are usual.
            values = {name: value for name, value in values.items() if name in typed}
        return {name: value for name, value in values.items() if value is not None}

    def _missing(self, values: Values) -> str:
        """What is still to be asked, in the words of the form; empty where there is a length."""
        if "asleep_min" in values or {"bed", "up"} <= values.keys():
            return ""
        asked = [words for name, words in ASKED.items() if name not in values]
        return f"When did you {' and '.join(asked)}? {OR_LENGTH}"

    def complain(self, sentence: str) -> None:
        """Say what is wrong, once: the line above is empty until something is typed."""
        super().complain(sentence)
        self.query_exactly_one("#asleep", Static).update(Content(""))

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

    async def shift_day(self, days: int) -> None:
        """Go to another night; what was typed goes along unless that night is there already."""
        day = min(self.day + dt.timedelta(days=days), self.desk.clock.today())
        is_new = not self.record and (self.draft.is_kept or self.values() != self.draft.held)
        if is_new and not self._is_begun(day):
            await self.forget_draft()
            self._go_to(day)
            self.draft.held = {}
        else:
            if not await self.keep_state():
                return
            self._go_to(day)
            self.begin()

    def _go_to(self, day: dt.date) -> None:
        """Each night has a draft of its own, so that none lands on another."""
        self.day, self.record = day, self._night_of(day)
        self._stood = write_document(self.record) if self.record else {}
        self.draft.name = self._draft_of(day)

    def _draft_of(self, day: dt.date) -> str:
        return f"{self.NAME}.{day.isoformat()}"

    def _is_begun(self, day: dt.date) -> bool:
        has_draft = self.desk.repository.draft(self._draft_of(day)) is not None
        return has_draft or self._night_of(day) is not None

    def _night_of(self, day: dt.date) -> Night | None:
        return nights_by_day(self.desk.repository.entries(Night, (day, day))).get(day)

    def show_title(self) -> None:
        """The title, and what the times come to so far."""
        super().show_title()
        self.query_exactly_one("#asleep", Static).update(self._say_asleep())

    def _say_asleep(self) -> Content:
        try:
            night = self.read_form()
        except BadValue as error:
            return Content.styled(str(labeled(error, Night)), "$quiet")
        if not isinstance(night, Night):
            return Content("")
        asleep, in_bed = time_asleep(night, self.desk.clock), time_in_bed(night, self.desk.clock)
        efficiency = sleep_efficiency(night, self.desk.clock)
        parts = [(f"{say_minutes(asleep or 0)} asleep", "bold $foreground")]
        if in_bed is not None:
            parts.append((f" · {say_minutes(in_bed)} in bed", "$quiet"))
        if efficiency is not None:
            parts.append((f" · {efficiency:.0%} sleep efficiency", "$quiet"))
        if self._is_guessed(night):
            parts.append((" · a guess: type over what was not so", "$next"))
        return Content.assemble(*parts)

    def on_rating_field_changed(self) -> None:
        """The draft has changed."""
        self.show_title()
