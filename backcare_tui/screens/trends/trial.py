"""The form in which a trial is begun: what is tried, for what, and how many days."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import partial
from random import Random, SystemRandom
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.trial import MAX_PAIRS, Trial, TrialOutcomeWord
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.trials import (
    IDEAS,
    NEVER,
    care_before,
    idea_of,
    own_medicines,
    refuse_medicine,
)
from backcare_tui.insight.trials.effect import outcomes
from backcare_tui.insight.trials.reach import (
    LOOKED_BACK_DAYS,
    PastDays,
    found_mostly,
    offered_pairs,
    offered_period_days,
    outlook_of,
    past_of,
)
from backcare_tui.insight.trials.schedule import LEAST_PAIRS, PERIODS, drawn, going_on
from backcare_tui.insight.trials.sentences import is_negative, say_design, say_reach
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import clean, read_whole, say_count, say_day, say_soon
from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.chips.single_chip import OneChip
from backcare_tui.widgets.fields.choice import Pick, PickField
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import NoteField, ParsedField
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import field_of, fields_of, labeled

SAY_WHAT_YOU_DO = "Better name what you do, such as “Screens off an hour before bed”: then “leave it out” is clear."
OUTCOMES: tuple[TrialOutcomeWord, ...] = ("pain", "sleep")
AHEAD = {0: "today", 1: "tomorrow"}


class TrialForm(Form):
    """Says what the numbers mean while they are chosen; saving draws the order."""

    kind = Trial
    NAME = "trial"
    CSS_PATH = ["../frame/form.tcss", "trial.tcss"]
    AUTO_FOCUS = "OneChip"
    HELP = (
        "Name one thing to try, and what it is for. Its days with and without are drawn by lot, so "
        "that only the thing itself can make the difference; saving draws them."
    )

    def __init__(self, desk: Desk, chance: Random | None = None) -> None:
        """A new trial, drawn by the system's own chance unless another is given."""
        super().__init__(desk)
        self._chance = chance or SystemRandom()
        self._care: dict[str, tuple[str, ...]] = {}
        self._offered = ""
        """The number of pairs that was offered last; another one is the person's own."""

    def compose_head(self) -> Iterable[Widget]:
        """What is never tried, before anything can be typed."""
        yield Static(Content(NEVER), id="never")

    def compose_fields(self) -> Iterable[Widget]:
        """What, for what, how long, from when; and what that means."""
        labels = {field.name: field.label for field in fields_of(Trial)}
        ideas = tuple(Chip(idea, idea) for idea in IDEAS)
        self.what = OneChip(ideas, label=labels["name"], max_rows=4)
        self.outcome = PickField(
            labels["outcome"], tuple(Pick(each[0], each, each) for each in OUTCOMES)
        )
        self.period = PickField(
            labels["period_days"], tuple(Pick(str(n), n, say_count(n, "day")) for n in PERIODS)
        )
        self.pairs = ParsedField[int](
            labels["schedule"],
            _read_pairs,
            lambda n: f"{n} times with, {n} times without",
            hint="such as 7",
        )
        self.started = ParsedField[dt.date](
            labels["started"],
            partial(_read_start, clock=self.clock),
            lambda day: say_soon(day, self.desk.clock.today()),
            hint=field_of(Trial, "started").hint,
        )
        self.note = NoteField(labels["note"])
        self.meaning = Static(id="meaning", markup=False)
        yield from (self.what, self.outcome, self.period, self.pairs, self.started)
        yield self.meaning
        yield self.note

    def day_fields(self) -> Mapping[str, ParsedField[Any]]:
        """Its first day."""
        return {"started": self.started}

    def start_values(self) -> Values:
        """Such as four weeks from tomorrow: today may be half over."""
        past = self._past("pain")
        days = offered_period_days(past)
        self._offered = str(offered_pairs(past, days))
        return {
            "outcome": "pain",
            "period_days": days,
            "pairs": self._offered,
            "started": "tomorrow",
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.what.one = values.get("name")
        self.outcome.picked = values.get("outcome")
        self.period.picked = values.get("period_days")
        self.pairs.text = str(values.get("pairs", ""))
        self.started.text = str(values.get("started", ""))
        self.note.text = str(values.get("note", ""))
        self._tell()

    def values(self) -> Values:
        """What the fields hold now."""
        held = {
            "name": self.what.one,
            "outcome": self.outcome.value,
            "period_days": self.period.value,
            "pairs": self.pairs.text.strip(),
            "started": self.started.text.strip(),
            "note": self.note.value,
        }
        return {field: value for field, value in held.items() if value}

    def on_chips_changed(self, event: Chips.Changed) -> None:
        """One of the ideas says what it is mostly tried for, and how many days at a time it takes."""
        if event.chosen and (idea := idea_of(event.chosen[0])):
            self.outcome.picked = idea.outcome
            self.period.picked = idea.period_days or offered_period_days(self._past(idea.outcome))
        self._offer_pairs()
        self._tell()

    def on_field_changed(self, event: Field.Changed) -> None:
        """Say what the trial would be now."""
        if event.field in {self.outcome, self.period}:
            self._offer_pairs()
        self._tell()

    def _offer_pairs(self) -> None:
        """As many pairs as these periods need, unless another number was typed."""
        outcome, days = self.outcome.value, self.period.value
        if outcome and days and self.pairs.text.strip() == self._offered:
            self._offered = str(offered_pairs(self._past(outcome), days))
            self.pairs.text = self._offered

    def _past(self, outcome: TrialOutcomeWord) -> PastDays:
        today = self.desk.clock.today()
        before = today - dt.timedelta(days=LOOKED_BACK_DAYS), today - dt.timedelta(days=1)
        return past_of(outcomes(outcome, before, self.desk.repository, self.desk.clock), today)

    def _tell(self) -> None:
        """What the trial would be, or what is missing."""
        care = (Content.styled(clean(each), "$text-warning") for each in self._care_before())
        self.meaning.update(Content("\n").join((*care, *map(Content, self._said()))))

    def _said(self) -> list[str]:
        today = self.desk.clock.today()
        try:
            trial = self._drafted()
        except BadValue as error:
            return [clean(str(labeled(error, Trial)))]
        if trial is None:
            return ["What the trial would be stands here once the lines above are filled in."]
        past = self._past(trial.outcome)
        reach = say_reach(trial, found_mostly(trial, past), outlook_of(trial, past))
        positive = (SAY_WHAT_YOU_DO,) if is_negative(trial.name) else ()
        idea = idea_of(trial.name)
        why = (idea.why,) if idea and idea.why else ()
        return [*positive, say_design(trial, today), *why, " ".join(reach)]

    def _care_before(self) -> tuple[str, ...]:
        """What to ask first, looked up once for each thing that is named."""
        name = self.what.one
        if name is None:
            return ()
        if name not in self._care:
            facts = gather(self.desk.repository, self.desk.clock)
            self._care = {name: care_before(name, facts)}
        return self._care[name]

    def _drafted(self) -> Trial | None:
        """The trial as it stands in the fields, drawn anew; None where a line is not filled in."""
        outcome, days = self.outcome.value, self.period.value
        pairs, started = self.pairs.value, self.started.value
        if not (outcome and days and pairs and started):
            return None
        document = {
            "id": new_id(),
            "name": self.what.one or "it",
            "outcome": outcome,
            "started": started,
            "period_days": days,
            "schedule": drawn(pairs, self._chance, days),
            "note": self.note.value,
        }
        return read_record(Trial, document)

    def read_form(self) -> Record:
        """The trial, if it may begin."""
        if self.what.one is None:
            raise BadValue("name", None, "one thing to try, such as a walk at lunch")
        refuse_medicine(self.what.one, own_medicines(self.desk.repository))
        trial = self._drafted()
        if trial is None:
            raise BadValue("trial", None, "a plan: say what to see it in, how long, and from when")
        today = self.desk.clock.today()
        if now := going_on(self.desk.repository.entries(Trial), today):
            raise BadValue(
                "name", trial.name, f'possible yet: one at a time, and "{now.name}" runs'
            )
        if urgent := what_stops(self.desk.repository, self.desk.clock):
            raise BadValue(
                "name", trial.name, f"for now. First of all: {urgent[0].text.rstrip('.')}"
            )
        return trial

    def say_record(self, record: Record) -> str:
        """What is tried, and from when."""
        if not isinstance(record, Trial):
            return ""
        today = self.desk.clock.today()
        return f"trial: {clean(record.name)}, from {say_soon(record.started, today)}"

    def say_title(self) -> str:
        """What the form is."""
        return "A trial of your own"

    async def shift_day(self, days: int) -> None:
        """Begin a day earlier or later, at the earliest today."""
        today = self.desk.clock.today()
        day = max((self.started.value or today) + dt.timedelta(days=days), today)
        self.started.text = AHEAD.get((day - today).days) or day.isoformat()


def _read_pairs(text: str) -> int:
    """A number of pairs; whether it is enough is said where the numbers are explained."""
    if (pairs := read_whole(text, 1, MAX_PAIRS)) is None:
        raise BadValue(
            field_of(Trial, "schedule").label,
            text,
            f"a whole number from {LEAST_PAIRS} to {MAX_PAIRS}",
        )
    return pairs


def _read_start(text: str, clock: Clock) -> dt.date:
    """Today or a day to come: of days gone by nothing can be drawn."""
    started, today = field_of(Trial, "started"), clock.today()
    day: dt.date = started.read(text, FieldContext(clock))
    if day < today:
        raise BadValue(started.label, say_day(day, today), "today or a day to come")
    return day
