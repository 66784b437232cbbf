"""Two questions, once a month: how afraid one is to bend, and how much one believes that moving harms."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.belief import Belief
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import say_moment
from backcare_tui.widgets.fields.scale import ScaleField
from backcare_tui.wording.fields.table import field_of

ASKED = {
    "bending": "How afraid are you to bend?",
    "harm": "How much do you believe that moving harms your back?",
}
ENDS = {
    "bending": {0: "not at all", 10: "as much as can be"},
    "harm": {0: "not at all", 10: "for sure"},
}


class Beliefs(Form):
    """A question and its number, twice; one answer is enough."""

    kind = Belief
    CSS_PATH = ["../frame/form.tcss", "beliefs.tcss"]
    NAME = "beliefs"
    HELP = (
        "Two questions in our own words, 0 to 10, about what is called fear-avoidance beliefs "
        "(Waddell 1993); they are no test. Once a month is enough, and to leave them out is fine. "
        "Where fear is high, small steps of bending are offered."
    )
    record: Belief | None

    def compose_fields(self) -> Iterable[Widget]:
        """Each question over its scale."""
        self.scales = {
            name: ScaleField(field_of(Belief, name).label, lambda n, of=name: ENDS[of].get(n, ""))  # type: ignore[misc]  # a lambda states no types
            for name in ASKED
        }
        for name, scale in self.scales.items():
            yield Static(Content(ASKED[name]), classes="asked")
            yield scale

    def begin(self) -> None:
        """The first number has the focus."""
        super().begin()
        self.scales["bending"].focus()

    def start_values(self) -> Values:
        """Those of the entry."""
        return write_document(self.record) if self.record else {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        for name, scale in self.scales.items():
            scale.number = values.get(name)

    def values(self) -> Values:
        """What the fields hold now."""
        held = {name: scale.number for name, scale in self.scales.items()}
        return {name: number for name, number in held.items() if number is not None}

    def read_form(self) -> Record:
        """The entry."""
        at = self.record.at if self.record else self.clock.now()
        id_ = self.record.id if self.record else new_id()
        return read_record(Belief, {"id": id_, "at": at.isoformat(), **self.values()})

    def on_scale_field_typed(self, event: ScaleField.Typed) -> None:
        """On to the other one."""
        if event.field is self.scales["bending"]:
            self.scales["harm"].focus()

    def is_of_now(self) -> bool:
        """Numbers of another day are not how it is now."""
        return self.record is None

    def say_title(self) -> Content:
        """The form, and when it was where that is not today."""
        at, today = self.record.at if self.record else self.clock.now(), self.desk.clock.today()
        when = "" if at.date() == today else f" · {say_moment(at, today)}"
        return Content(f"Bending and moving{when}")
