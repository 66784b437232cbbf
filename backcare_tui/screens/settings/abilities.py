"""My activities: up to three of one's own, and how well each goes."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.content import Content
from textual.widget import Widget

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.values import BadValue
from backcare_tui.library.measures import PSFS_ACTIVITIES
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.first_key import marked
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import say_moment
from backcare_tui.widgets.fields.inputs import TextField
from backcare_tui.widgets.fields.scale import ScaleField


class Abilities(Form):
    """Names stand as they were rated last; only the numbers are new."""

    kind = Ability
    NAME = "abilities"
    HELP = (
        "Up to three activities that your back makes hard, and how well each goes now: 0 not at all, "
        "10 as before. Every two weeks is enough; a rise of 2 points on average matters "
        "(after Stratford 1995)."
    )
    record: Ability | None

    def compose_fields(self) -> Iterable[Widget]:
        """A name and its number, three times."""
        ideas = [word.name for word in words("activity_ideas")]
        self.names = [
            TextField(f"Activity {number}", placeholder=f"such as: {ideas[number]}")
            for number in range(1, PSFS_ACTIVITIES + 1)
        ]
        self.scales = [ScaleField("  how well", _say_ability) for _ in self.names]
        for pair in zip(self.names, self.scales, strict=True):
            yield from pair

    def begin(self) -> None:
        """The first number that is to be given has the focus, or the first name."""
        super().begin()
        (self.scales if self.names[0].value else self.names)[0].focus()

    def start_values(self) -> Values:
        """Those of the entry; a new one has the names of the last."""
        if self.record:
            return write_document(self.record)
        rated = self.desk.repository.entries(Ability)
        return {"ratings": dict.fromkeys(rated[-1].ratings)} if rated else {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        held = [*values.get("ratings", {}).items(), *([("", None)] * PSFS_ACTIVITIES)]
        fields = zip(self.names, self.scales, strict=True)
        for (name, scale), (text, number) in zip(fields, held, strict=False):
            name.text, scale.number = text, number

    def values(self) -> Values:
        """What the fields hold now; a name without a number too, for the draft."""
        pairs = zip(self.names, self.scales, strict=True)
        ratings = {name.value: scale.number for name, scale in pairs if name.value}
        return {"ratings": ratings} if ratings else {}

    def read_form(self) -> Record:
        """The entry: every activity that has a number."""
        ratings = self.values().get("ratings", {})
        rated = {name: number for name, number in ratings.items() if number is not None}
        if not rated:
            raise BadValue("ratings", None, "an activity with a number from 0 to 10")
        at = self.record.at if self.record else self.clock.now()
        id_ = self.record.id if self.record else new_id()
        return read_record(Ability, {"id": id_, "at": at.isoformat(), "ratings": rated})

    def on_scale_field_typed(self, event: ScaleField.Typed) -> None:
        """On to the next number that is to be given."""
        place = self.scales.index(event.field) + 1
        if place < PSFS_ACTIVITIES and self.names[place].value:
            self.scales[place].focus()

    def is_of_now(self) -> bool:
        """Numbers of another day are not how well it goes now."""
        return self.record is None

    def say_title(self) -> Content:
        """The form, and of when the numbers are where that is not today."""
        at, today = self.record.at if self.record else self.clock.now(), self.desk.clock.today()
        if at.date() == today:
            return Content("My activities · how well they go now")
        when = marked(say_moment(at, today), at.date(), today)
        return Content("My activities · how well they went ") + when


def _say_ability(number: int) -> str:
    return {0: "not at all", 10: "as before"}.get(number, "")
