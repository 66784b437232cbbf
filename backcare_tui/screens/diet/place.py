"""The fifth place: what was eaten and drunk, the week beside a pattern, and today's drinks."""

import datetime as dt
from collections.abc import Iterable

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diet import ON_MEALS
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.repository import Change
from backcare_tui.diary.when import week_of
from backcare_tui.insight.diet.drinks import Drink, changed_by, drink_just_now, drinks_of, one_of
from backcare_tui.insight.diet.late_drinks import DAYS_LOOKED_AT, LATE_H, LateDrinkNights, compared
from backcare_tui.insight.diet.meals import breakfast_again
from backcare_tui.insight.diet.pattern_week import pattern_week
from backcare_tui.library.patterns import chosen_pattern
from backcare_tui.library.taxonomy import name_of
from backcare_tui.screens.diet.drinks_tile import draw_drinks, draw_late
from backcare_tui.screens.diet.eaten import EatenRows, eaten_columns, found
from backcare_tui.screens.diet.week_tile import WeekTile
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.text import clean, within
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine
from backcare_tui.wording.entries import say_entry

TEACHES = (
    "Meals and drinks will be listed here: a line of text is enough, nothing is counted. "
    "Press {add.meal} to take down a meal, {entry.water} for a glass of water, {drink.coffee} for a coffee, {drink.alcohol} for alcohol."
)
TITLE = "Meals and drinks"
DAYS_LISTED = 730
"""How far back the list goes; ten years of meals and drinks are 20,000 entries."""
ROOMY = 50
"""Cells of the list from which on it says which meal or drink each entry is."""


class Diet(OnEntries):
    """The fifth place."""

    MODE = "diet"
    CSS_PATH = "place.tcss"
    AUTO_FOCUS = "#meals"
    BINDINGS = bindings(*ON_MEALS)
    NAMED_LAST = GENERAL
    HELP = (
        "Notes, not calories: meals in a line of text, drinks by one key each. Beside them the "
        "week, a mark for each day that had a food of your pattern. What is older than two years is "
        "found by its words."
    )

    def __init__(self, desk: Desk) -> None:
        """This week, and what was eaten last, at first."""
        super().__init__(desk)
        self._day: dt.date | None = None
        """A day of the week that was gone back to; None for the present one, which is followed."""

    def compose_place(self) -> Iterable[Widget]:
        """The list, and beside it drinks and week."""
        self.meals = Rows(
            columns=eaten_columns(is_wide=False),
            empty=keyed(TEACHES),
            id="meals",
            classes="entries",
        )
        self.search = SearchLine(self.meals, "search: salmon, oily fish, coffee, …", id="search")
        self.listed = Vertical(self.search, self.meals, id="listed", classes="tile")
        self.drinks = Static(id="drinks", markup=False)
        self.late = Static(id="late", markup=False)
        self.drunk = Vertical(self.drinks, self.late, id="drunk", classes="tile")
        self.drunk.border_title = "Drinks today"
        self.week = WeekTile(id="week", classes="tile")
        yield Horizontal(self.listed, Vertical(self.drunk, self.week, id="beside"), id="columns")

    def on_mount(self) -> None:
        """Nothing is searched for yet."""
        self.search.display = False

    def on_resize(self, _event: events.Resize) -> None:
        """Other columns fit another width."""
        self.call_after_refresh(self._show_list)

    def read_diary(self) -> None:
        """The list, the drinks of today, the week."""
        self._show_list()
        self._show_drinks()
        self._show_week()

    def show_saved(self, id_: str) -> None:
        """Go to the meal or drink."""
        self.meals.select(id_)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name only what can be done now."""
        if action in {"find", "show_all"}:
            if not self.is_mounted or action == "show_all" or self.search.display:
                return self.is_mounted and self.search.display is (action == "show_all")
            return self.meals.row is not None
        if action == "change_drink":
            return self.is_mounted and not self.search.has_focus
        if action == "step":
            return self.is_mounted and bool(self.week.size)
        return super().check_action(action, parameters)

    @on(SearchLine.Typed)
    def search_meals(self) -> None:
        """Search as one types; the cursor is on the newest."""
        self._show_list()
        self.meals.cursor = 0

    @on(Rows.Chosen, "#grid")
    def list_meals_of_food(self, event: Rows.Chosen) -> None:
        """A food of the week lists its meals."""
        event.stop()
        self.action_find()
        self.search.value = name_of("tags", event.row.key)

    def action_add(self, _table: str) -> None:
        """Take down a meal."""
        self.app.push_screen(screens.MealForm(self.desk))

    def action_drink(self, drink: Drink) -> None:
        """One of a drink, now."""
        self._add(one_of(drink, self.desk.clock.now()))

    def action_change_drink(self, steps: int) -> None:
        """A step more or less of the drink of just now."""
        now = self.desk.clock.now()
        recent = (now.date() - dt.timedelta(days=1), now.date())
        last = drink_just_now(self.desk.repository.entries(Meal, recent), now)
        if last is None:
            self.desk.say("no drink in the last 15 minutes; enter changes one in the list")
            return

        def change() -> Change:
            changed = changed_by(last, steps)
            return self.desk.repository.change(changed, summary=_named(changed))

        self.desk.keep(change, day=last.day)

    def action_breakfast(self) -> None:
        """The last breakfast, again."""
        again = breakfast_again(self.desk.repository.entries(Meal), self.desk.clock.now())
        if again is None:
            self.desk.say(keyed("no breakfast before today yet; {add.meal} takes one down"))
        else:
            self._add(again)

    def action_pattern(self) -> None:
        """Choose a pattern; the grid follows when the dialog closes."""
        self.app.push_screen(screens.Patterns(self.desk), lambda _: self._show_week())

    def action_late_drinks(self) -> None:
        """Late drinks and sleep, with where it comes from."""
        self.app.push_screen(screens.LatePage(self.desk, self._late()))

    def action_step(self, weeks: int) -> None:
        """An earlier or a later week, up to this one."""
        today = self.desk.clock.today()
        day = (self._day or today) + dt.timedelta(weeks=weeks)
        self._day = (
            day if day < week_of(today, self.desk.repository.settings().first_weekday)[0] else None
        )
        self._show_week()

    def action_find(self) -> None:
        """Search as one types."""
        self.search.appear()

    def action_show_all(self) -> None:
        """No search any more."""
        self.search.vanish()

    def _add(self, meal: Meal) -> None:
        self.desk.add(meal, words=_named(meal))

    def _show_list(self) -> None:
        entries = self.desk.repository.entries
        recent = (self.desk.clock.today() - dt.timedelta(days=DAYS_LISTED), dt.date.max)
        meals: Iterable[Meal] = entries(Meal, recent) or entries(Meal)
        title, self.meals.empty = Content(TITLE), keyed(TEACHES)
        if typed := self.search.value.strip():
            meals = found(typed, entries(Meal))
            title = Content(f"{TITLE} with “{clean(typed)}” · {len(meals)}")
            self.meals.empty = "No meal has these words. Press esc to see all of them."
        is_wide = self.listed.size.width >= ROOMY
        self.listed.border_title = title
        self.meals.columns = eaten_columns(is_wide=is_wide)
        self.meals.rows = EatenRows(tuple(meals), self.desk.clock.today(), is_wide=is_wide)

    def _show_drinks(self) -> None:
        drunk = drinks_of(entries_of_today(self.desk.repository, Meal, self.desk.clock))
        self.drinks.update(draw_drinks(drunk))
        said = draw_late(self._late())
        self.late.update(said)
        self.late.set_class(not said.plain, "-empty")
        self.drunk.border_subtitle = hint("{drink.late} with sleep") if said.plain else ""

    def _late(self) -> tuple[LateDrinkNights, ...]:
        """Coffee and alcohol beside the nights of the last months."""
        entries, today = self.desk.repository.entries, self.desk.clock.today()
        first = today - dt.timedelta(days=DAYS_LOOKED_AT)
        meals = entries(Meal, (first - dt.timedelta(days=1), today))
        nights = entries(Night, (first, today))
        return tuple(compared(drink, meals, nights, self.desk.clock) for drink in LATE_H)

    def _show_week(self) -> None:
        repository, today = self.desk.repository, self.desk.clock.today()
        settings = repository.settings()
        week = week_of(self._day or today, settings.first_weekday)
        pattern = chosen_pattern(settings)
        self.week.show(
            pattern_week(repository.entries(Meal, week), pattern, week[0]), pattern, today
        )


def _named(meal: Meal) -> str:
    """An entry within a line: `coffee 1`."""
    what, words = say_entry(meal)
    return f"{within(what)} {words}"
