"""One's own lines for a flare-up, written on a good day: three lines, whom to call, what to begin with."""

from collections.abc import Iterable, Mapping
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, Static

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.settings import FLARE_LINES, FlareWords
from backcare_tui.guidance.flare_plan import gentle_routines, say_kept, written_plan
from backcare_tui.screens.frame.desk import Desk, Keeping
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import clean
from backcare_tui.widgets.chips.chips import Chip
from backcare_tui.widgets.chips.single_chip import OneChip
from backcare_tui.widgets.fields.inputs import TextField

ABOUT = (
    "What you would want to hear on the first bad day, in your own words. All of it can stay empty."
)
EXAMPLES = (
    "such as: it has passed every time",
    "such as: walk to the corner, then lie with legs up",
    "such as: cancel the gym, keep the walk with Ada",
)
LINES = tuple(f"line_{number}" for number in range(1, FLARE_LINES + 1))


class FlarePlanForm(Form):
    """It keeps one setting as one change, so that undo takes back all that was written at once."""

    kind = Setting
    NAME = "flare-plan"
    CSS_PATH = ["../frame/form.tcss", "flare_plan.tcss"]
    AUTO_FOCUS = "Input"
    HELP = (
        "Up to three lines that you will read first on a bad day, whom to call, and the gentle routine to begin "
        "with. Enter saves; what is emptied is taken back."
    )

    def __init__(self, desk: Desk) -> None:
        """The plan as it stands, to be changed."""
        super().__init__(desk)
        self._people = desk.repository.entries(Person)
        self._own = desk.repository.entries(Routine)

    def compose_head(self) -> Iterable[Widget]:
        """What it is for."""
        yield Static(ABOUT, id="about", markup=False)

    def compose_fields(self) -> Iterable[Widget]:
        """Three lines, then chips."""
        self.lines = tuple(
            TextField(f"Line {number}", placeholder=example)
            for number, example in enumerate(EXAMPLES, start=1)
        )
        names = sorted(clean(each.name) for each in self._people)
        self.call = OneChip(
            tuple(Chip(name, name) for name in names), label="Call", max_rows=2, id="call"
        )
        self.call.asks = "type a name"
        self.routine = OneChip(
            tuple(Chip(each.id, clean(each.name)) for each in gentle_routines(self._own)),
            label="Begin with",
            max_rows=3,
            id="routine",
        )
        yield from (*self.lines, self.call, self.routine)

    def ready_line(self) -> None:
        """One's own words are gone on with, never typed over."""
        if isinstance(line := self.focused, Input):
            line.call_later(line.action_end)

    def start_values(self) -> Values:
        """What was written before."""
        words = self.desk.repository.settings().flare_plan
        person = next((each for each in self._people if each.id == words.person), None)
        call = clean(person.name) if person else clean(words.call)
        lines = dict(zip(LINES, map(clean, words.lines), strict=False))
        held = {**lines, "call": call, "routine": words.routine}
        return {name: value for name, value in held.items() if value}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        for name, field in zip(LINES, self.lines, strict=True):
            field.text = str(values.get(name, ""))
        self.call.one = values.get("call")
        self.routine.one = values.get("routine")

    def values(self) -> Values:
        """What the fields hold now."""
        lines = {name: field.value for name, field in zip(LINES, self.lines, strict=True)}
        held = {**lines, "call": self.call.one, "routine": self.routine.one}
        return {name: value for name, value in held.items() if value}

    def read_form(self) -> Record:
        """The setting, of today where anything of it is another."""
        held = self.values()
        written = {
            "lines": [held.get(name, "") for name in LINES],
            "call": held.get("call", ""),
            "routine": held.get("routine", ""),
        }
        before = self.desk.repository.settings().flare_plan
        today = self.desk.clock.today()
        return Setting(
            name="flare_plan",
            value=written_plan(before, written, self._people, self._own, today),
        )

    def say_record(self, record: Record) -> str:
        """What undo calls it: `flare plan: 3 lines`."""
        return say_kept(record.value) if isinstance(record, Setting) else ""

    def _keep(self, *records: Record) -> Keeping:
        """As a setting, which has no second one of its name."""
        *_, record = records
        value: FlareWords | None = record.value if isinstance(record, Setting) else None
        words = self.say_record(record)
        return self.desk.set_all({"flare_plan": value}, words=words, complain=self.complain)

    def say_title(self) -> str:
        """What is written."""
        return "For the next flare-up"
