"""A meal: a line of text; the tags that go with it are kept unless they are let go."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import msgspec
from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.diet import TAKE_TAGS
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.habits import most_used
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.values import MealKind
from backcare_tui.insight.diet.meals import meal_at
from backcare_tui.insight.diet.tagging import DAYS_LEARNED_FROM, Learned, learned_from, suggested
from backcare_tui.library.taxonomy import find_word, name_of, words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import parsed, words_held
from backcare_tui.screens.frame.first_key import NOW
from backcare_tui.screens.frame.folding import LongForm
from backcare_tui.screens.frame.moment_form import MomentForm
from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.inputs import TextField
from backcare_tui.widgets.label import LABEL_WIDTH
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.read import water_hint
from backcare_tui.wording.fields.table import field_of
from backcare_tui.wording.form_rows import MEAL

TAKEN, REFUSED = "taken", "refused"
"""What a draft has beside the fields: the tags that were marked by themselves, those let go."""


class MealForm(LongForm, MomentForm):
    """Only what was eaten or drunk is required."""

    kind = Meal
    NAME = "meal"
    ROWS = MEAL
    CSS_PATH = ["../frame/form.tcss", "meal.tcss"]
    AUTO_FOCUS = "#text Input"
    BINDINGS = bindings(TAKE_TAGS)
    HELP = (
        "What you ate, in a line of text, then enter. The tags that go with your words are marked "
        "beneath and kept: {meal.tags} lets them all go or takes them again, tab goes there to choose. "
        "They are learned from your own meals and from the names of food."
    )
    record: Meal | None

    def __init__(self, desk: Desk, record: Meal | None = None) -> None:
        """A new meal, of now, or one to change."""
        super().__init__(desk, record)
        self._usual_meal = ""
        self._suggested: tuple[str, ...] = ()
        """The tags that go with the words."""
        self._taken: frozenset[str] = frozenset()
        """Those of them that are marked only because they were suggested."""
        self._refused: frozenset[str] = frozenset()
        """Those that the person let go; they are not marked again."""

    def compose_fields(self) -> Iterable[Widget]:
        """The line of text, its tags, and what is seldom needed."""
        context = FieldContext(self.desk.clock)
        what = field_of(Meal, "text")
        self.text = TextField(what.label, placeholder=what.hint, id="text")
        self.text.input.has_brackets = False
        self.suggestions = Static(id="suggested", markup=False)
        tags = field_of(Meal, "tags")
        self.tags = Chips(self._chips(()), label=tags.label, max_rows=4, id="tags")
        self.meal = parsed(field_of(Meal, "meal"), context)
        self.when = parsed(field_of(Meal, "at"), context)
        hints = {"water_ml": water_hint()}
        self.drinks = {
            name: parsed(field_of(Meal, name), context, hints.get(name, "")) for name in MEAL.rows
        }
        yield from (self.text, self.suggestions, self.tags, self.meal, self.when)
        yield from self.drinks.values()
        yield self.make_more({name: (field,) for name, field in self.drinks.items()})

    def past_entries(self, days: tuple[dt.date, dt.date]) -> Iterable[Record]:
        """The meals; a drink alone is taken down by its own key."""
        meals = self.desk.repository.entries(Meal, days)
        return (meal for meal in meals if meal.text or meal.tags)

    def start_values(self) -> Values:
        """Those of the entry; a new one is of now, the meal that of the time of day."""
        if self.record is None:
            return {"at": NOW, "meal": meal_at(self.desk.clock.now().time())}
        return {**write_document(self.record), "at": self.start_at()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self._taken = frozenset(values.get(TAKEN, ()))
        self._refused = frozenset(values.get(REFUSED, ()))
        self.text.text = str(values.get("text", ""))
        self.tags.chosen = words_held(values.get("tags"))
        self.when.text = str(values.get("at", NOW))
        self.meal.text = str(values.get("meal", ""))
        for name, field in self.drinks.items():
            field.text = field_of(Meal, name).write(values.get(name), FieldContext())
        self._usual_meal = "" if self.record else self._usual()
        self._suggest()
        self.fold()

    def values(self) -> Values:
        """What the fields hold now."""
        values: Values = {
            "at": self.when.text,
            "text": self.text.value,
            "tags": list(self.tags.chosen),
            "meal": self.meal.kept,
            **{name: self._drink(name) for name in MEAL.rows},
            TAKEN: sorted(self._taken),
            REFUSED: sorted(self._refused),
        }
        return {name: value for name, value in values.items() if value not in (None, "", [])}

    def _drink(self, name: str) -> object:
        """What a line holds; where it stands as it was filled, the amount to the milliliter."""
        line, kept = self.drinks[name], getattr(self.record, name, None)
        is_untouched = kept and line.text == field_of(Meal, name).write(kept, FieldContext())
        return kept if is_untouched else line.kept

    def read_form(self) -> Record:
        """The meal; what the form does not show stays as it was."""
        values = self.values()
        tags = dict.fromkeys(find_word("tags", tag) for tag in values.get("tags", ()))
        document = {
            "id": self.record.id if self.record else new_id(),
            **{name: value for name, value in values.items() if name not in {TAKEN, REFUSED}},
            "at": self.read_at().isoformat(),
            "tags": list(tags),
        }
        made = read_record(Meal, document)
        if self.record is None:
            return made
        kept = {"imported": self.record.imported, "caffeine_mg": self.record.caffeine_mg}
        return msgspec.structs.replace(made, **kept)

    def say_title(self) -> Content:
        """The form and its moment."""
        return self.say_at("Change the meal" if self.record else "New meal")

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
        """A tag that is let go stays so; tags make a meal of a drink."""
        chosen = set(self.tags.chosen)
        self._refused = (self._refused | (self._taken - chosen)) - chosen
        self._taken &= chosen
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
        """Let go all that is suggested; take it again where it is not marked."""
        chosen, offered = set(self.tags.chosen), set(self._suggested)
        if offered <= chosen:
            self._refused |= offered
            self._taken -= offered
            self.tags.chosen = tuple(tag for tag in self.tags.chosen if tag not in offered)
        else:
            self._refused -= offered
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
        has_drink = any(field.value for field in self.drinks.values())
        if has_drink and not self.text.value and not self.tags.chosen:
            return "drink"
        at = self.when.value or self.clock.now()
        return meal_at(at.time())

    @cached_property
    def _past(self) -> tuple[Meal, ...]:
        """What is learned from, but for the meal that is being changed."""
        today = self.desk.clock.today()
        year = (today - dt.timedelta(days=DAYS_LEARNED_FROM), today)
        meals = self.desk.repository.entries(Meal, year)
        return tuple(meal for meal in meals if self.record is None or meal.id != self.record.id)

    @cached_property
    def _learned(self) -> Learned:
        return learned_from(self._past)

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
        self._suggested = suggested(typed, self._learned)
        self.tags.options = self._chips(self._suggested)
        self._mark_suggested()
        self.suggestions.update(_draw_suggested(typed, self._suggested, self.tags.chosen))

    def _mark_suggested(self) -> None:
        """Mark what goes with the words; what went with other words is let go with them.

        An entry that is changed was meant as it stands: there it is only offered.
        """
        if self.record:
            return
        own = [tag for tag in self.tags.chosen if tag not in self._taken]
        marked = [t for t in self._suggested if t not in self._refused and t not in own]
        self._taken = frozenset(marked)
        if self.tags.chosen != (chosen := (*own, *marked)):
            self.tags.chosen = chosen


def _draw_suggested(typed: str, tags: tuple[str, ...], taken: tuple[str, ...]) -> Content:
    """The line between the words and their tags."""
    names = ", ".join(name_of("tags", tag) for tag in tags if tag not in taken)
    before = Content(" " * LABEL_WIDTH)
    key = (key_of(TAKE_TAGS), "$next")
    if names:
        return before + Content.assemble(key, (" takes ", "$quiet"), names)
    if tags:
        kept = ", ".join(name_of("tags", tag) for tag in tags)
        lets_go = (("kept · ", "$quiet"), key, (" lets go of ", "$quiet"))
        return before + Content.assemble(*lets_go, kept)
    words_ = "no tag is known for this; one that you choose is learned" if typed.strip() else ""
    return before + Content.styled(words_ or "tags are suggested as you type", "$quiet")
