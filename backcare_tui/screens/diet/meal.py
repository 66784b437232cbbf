"""A meal: a line of text; tags are suggested as one types, and only taken when one says so."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from typing import Any

import msgspec
from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.diet import TAKE_TAGS
from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.habits import most_used
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import BadValue, MealKind, allowed_in, read_value
from backcare_tui.insight.diet.meals import meal_at
from backcare_tui.insight.diet.tagging import Learnt, learnt_from, suggested
from backcare_tui.library.measures import GLASS_ML
from backcare_tui.library.taxonomy import find_word, name_of, words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.form import NOW, Values
from backcare_tui.screens.frame.moment_form import MomentForm, when_field
from backcare_tui.text import say_number
from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import ParsedField, TextField
from backcare_tui.widgets.label import LABEL_WIDTH
from backcare_tui.wording.entries import say_units

DAYS_LEARNT_FROM = 365
"""Meals of the last year are learnt from; older habits fade."""
KINDS = tuple(word.id for word in words("meals"))


class MealForm(MomentForm):
    """Only what was eaten or drunk is required."""

    NAME = "meal"
    CSS_PATH = ["../frame/form.tcss", "meal.tcss"]  # type: ignore[assignment]  # Textual takes both
    AUTO_FOCUS = "#text Input"
    BINDINGS = bindings(TAKE_TAGS)
    HELP = (
        "What you ate, in a line of text, then enter. Tags that go with your words stand beneath as "
        "suggestions: ctrl+t takes them all, tab goes there to choose; without that none is kept. "
        "They are learnt from your own meals and from the names of food."
    )
    record: Meal | None

    def __init__(self, desk: Desk, record: Meal | None = None) -> None:
        """A new meal, of now, or one to change."""
        super().__init__(desk, record)
        self._usual_meal = ""
        self._suggested: tuple[str, ...] = ()

    def compose_fields(self) -> Iterable[Widget]:
        """The line of text, its tags, and what is seldom needed."""
        self.text = TextField("What", placeholder="salmon, lentils, greens", id="text")
        self.text.input.has_brackets = False
        self.suggestions = Static(id="suggested", markup=False)
        self.tags = Chips(self._chips(()), label="Tags", max_rows=4, id="tags")
        self.meal = ParsedField("Meal", read_meal, str, hint=", ".join(KINDS))
        self.when = when_field(self.desk.clock)
        self.water = ParsedField("Water", read_water, _say_water, hint="ml, or 2 glasses")
        self.coffees = ParsedField(
            "Coffees", partial(read_value, Meal, "coffees"), _say_cups, hint="how many"
        )
        self.alcohol = ParsedField(
            "Alcohol",
            partial(read_value, Meal, "alcohol_units"),
            say_units,
            hint="standard drinks: 1 is a beer",
        )
        yield from (self.text, self.suggestions, self.tags, self.meal, self.when)
        yield from (self.water, self.coffees, self.alcohol)

    def start_values(self) -> Values:
        """Those of the entry; a new one is of now, the meal that of the time of day."""
        if self.record is None:
            return {"at": NOW, "meal": meal_at(self.desk.clock.now().time())}
        return {**write_document(self.record), "at": self.start_at()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.text.text = str(values.get("text", ""))
        self.tags.chosen = _tags(values.get("tags", ()))
        self.when.text = str(values.get("at", NOW))
        self.meal.text = str(values.get("meal", ""))
        for name, field in self._drinks().items():
            amount = values.get(name, "")
            field.text = f"{amount:g}" if isinstance(amount, float) else str(amount)
        self._usual_meal = "" if self.record else self._usual()
        self._suggest()

    def values(self) -> Values:
        """What the fields hold now."""
        values: Values = {
            "at": self.when.text,
            "text": self.text.value,
            "tags": list(self.tags.chosen),
            "meal": self.meal.kept,
            **{name: field.kept for name, field in self._drinks().items()},
        }
        return {name: value for name, value in values.items() if value not in (None, "", [])}

    def read_form(self) -> Record:
        """The meal; what the form does not show stays as it was."""
        values = self.values()
        tags = dict.fromkeys(find_word("tags", tag) for tag in values.get("tags", ()))
        document = {
            "id": self.record.id if self.record else new_id(),
            **values,
            "at": self.read_at().isoformat(),
            "tags": list(tags),
        }
        made = read_record(Meal, document)
        if self.record is None:
            return made
        kept = {"imported": self.record.imported, "caffeine_mg": self.record.caffeine_mg}
        return msgspec.structs.replace(made, **kept)

    def say_title(self) -> str:
        """The form and its moment."""
        return f"{'Change the meal' if self.record else 'New meal'} · {self.say_at()}"

    @on(Field.Changed, "#text")
    def suggest_tags(self) -> None:
        """Tags follow the words."""
        self._suggest()

    @on(Field.Changed)
    def follow_fields(self) -> None:
        """The meal follows the time, unless it was typed."""
        self._follow()

    @on(Chips.Changed)
    def follow_tags(self) -> None:
        """Tags make a meal of a drink."""
        self._suggest()
        self._follow()

    def action_step_day(self, days: int) -> None:
        """Before the first word brackets step the day, as everywhere; in the line they are text then."""
        if self.text.input.has_focus:
            # Behind the keys that the line has not taken in yet.
            self.text.input.call_later(self._take_bracket, days)
        else:
            super().action_step_day(days)

    def _take_bracket(self, days: int) -> None:
        if self.text.text:
            self.text.input.insert_text_at_cursor("[" if days < 0 else "]")
        else:
            super().action_step_day(days)

    def action_take_tags(self) -> None:
        """Take what is suggested."""
        self.tags.chosen = tuple(dict.fromkeys((*self.tags.chosen, *self._suggested)))
        self._suggest()
        self._follow()

    def _follow(self) -> None:
        usual = self._usual()
        if self.record is None and self.meal.text == self._usual_meal != usual:
            self._usual_meal = usual
            self.meal.text = usual

    def _usual(self) -> MealKind:
        """The meal of the time of day; a drink where nothing is eaten with it."""
        has_drink = any(field.value for field in self._drinks().values())
        if has_drink and not self.text.value and not self.tags.chosen:
            return "drink"
        at = self.when.value or self.desk.clock.now()
        return meal_at(at.time())

    def _drinks(self) -> dict[str, ParsedField[Any]]:
        return {
            "water_ml": self.water,
            "coffees": self.coffees,
            "alcohol_units": self.alcohol,
        }

    @cached_property
    def _past(self) -> tuple[Meal, ...]:
        """What is learnt from, but for the meal that is being changed."""
        today = self.desk.clock.today()
        year = (today - dt.timedelta(days=DAYS_LEARNT_FROM), today)
        meals = self.desk.repository.entries(Meal, year)
        return tuple(meal for meal in meals if self.record is None or meal.id != self.record.id)

    @cached_property
    def _learnt(self) -> Learnt:
        return learnt_from(self._past)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        """All tags, those used most first."""
        return most_used((meal.tags for meal in self._past), [word.id for word in words("tags")])

    def _chips(self, first: tuple[str, ...]) -> tuple[Chip, ...]:
        ids = dict.fromkeys((*first, *self._known))
        return tuple(Chip(tag, name_of("tags", tag)) for tag in ids)

    def _suggest(self) -> None:
        """Say which tags go with the words, and put them first among the chips."""
        typed = self.text.text
        self._suggested = suggested(typed, self._learnt)
        self.tags.options = self._chips(self._suggested)
        self.suggestions.update(_draw_suggested(typed, self._suggested, self.tags.chosen))


def _draw_suggested(typed: str, tags: tuple[str, ...], taken: tuple[str, ...]) -> Content:
    """The line between the words and their tags."""
    names = ", ".join(name_of("tags", tag) for tag in tags if tag not in taken)
    before = Content(" " * LABEL_WIDTH)
    if names:
        return before + Content.assemble(("^t", "$next"), (" takes ", "$quiet"), names)
    if tags:
        return before + Content.styled("the tags for this are taken", "$quiet")
    words_ = "no tag is known for this; one that you choose is learnt" if typed.strip() else ""
    return before + Content.styled(words_ or "tags are suggested as you type", "$quiet")


def read_meal(text: str) -> str:
    """The meal that a text names, or begins to name: `lunch`, `l`.

    Raises:
        BadValue: It names none; `d` may be dinner or drink.
    """
    begun = [kind for kind in KINDS if kind.startswith(text.strip().casefold())]
    if len(begun) != 1:
        raise BadValue("meal", text, allowed_in(MealKind))
    return begun[0]


def read_water(text: str) -> int:
    """Water in ml, from `300`, `300 ml`, `0.5 l` or `2 glasses` of 250 ml.

    Raises:
        BadValue: It is no amount of water.
    """
    found = re.fullmatch(r"(\d{1,5}(?:[.,]\d+)?)\s*(ml|l|glass|glasses)?", text.strip().casefold())
    if not found:
        raise BadValue(
            "water_ml", text, "milliliters from 1 to 10000, or glasses such as 2 glasses"
        )
    times = {"l": 1000, "glass": GLASS_ML, "glasses": GLASS_ML}.get(found[2], 1)
    amount: int = read_value(
        Meal, "water_ml", str(round(float(found[1].replace(",", ".")) * times))
    )
    return amount


def _say_water(water_ml: int) -> str:
    return f"{water_ml} ml"


def _say_cups(cups: float) -> str:
    return "1 cup" if cups == 1 else f"{say_number(cups)} cups"


def _tags(value: object) -> tuple[str, ...]:
    """The tags of a document, or of a draft that has them as one text."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(part.strip() for part in map(str, parts) if part.strip()))
