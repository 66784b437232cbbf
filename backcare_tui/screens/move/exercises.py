"""The exercise library: every exercise, found by words and by what is asked of it."""

from collections.abc import Iterable, Mapping
from functools import cache

from textual import events, on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import UNDO
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import FIND_EXERCISE, REMOVE_EXERCISE, SHOW_ALL
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.guidance.about import stated
from backcare_tui.guidance.safety import cautions
from backcare_tui.library.areas import area_groups
from backcare_tui.library.exercises import (
    KINDS,
    LEVELS,
    NO_FLOOR,
    POSITIONS,
    Exercise,
    exercises,
    own_exercise,
)
from backcare_tui.library.search import Wanted, found
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.move.exercise_text import figure_of, in_short, say_position, work_s
from backcare_tui.text import clean, say_count, say_list, say_minutes
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.filters import Filter, Filters
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.player.figure_view import FigureView
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine
from backcare_tui.widgets.sheet import Sheet

NO_EQUIPMENT, MINE, SAY_MINE = "none", "mine", "say"
"""What the filter of equipment can ask for; the last one asks the person first."""
LONGEST_S = {"60": "up to 1 min", "120": "up to 2 min", "300": "up to 5 min"}
COLUMNS = (
    ListColumn(1),
    ListColumn(),
    ListColumn(6),
    ListColumn(12),
    ListColumn(18),
    ListColumn(9),
)
"""Mark, name, length; and the wider the screen is the kind, the position, the level."""
SHOWN_FROM = ((150, 6), (132, 5), (100, 4), (0, 3))
"""How many of them from how many columns of the screen on: names come first."""


class Exercises(Page[str | None]):
    """All exercises; where it picks, enter gives the id of one, else it opens its page."""

    CSS_PATH = ["../frame/page.tcss", "exercises.tcss"]
    AUTO_FOCUS = "#search"
    BINDINGS = bindings(FIND_EXERCISE, REMOVE_EXERCISE, SHOW_ALL, UNDO)
    HELP = (
        "All exercises. Type words such as hip, stretch or sitting, and misspell them if you like; "
        "tab goes to the filters and to the list, enter opens the exercise under the cursor. "
        "In the list, {exercise.remove} deletes one of your own."
    )

    def __init__(self, desk: Desk, *, picks: bool = False, is_of_library: bool = False) -> None:
        """Look through all exercises, or pick one.

        Args:
            desk: What the app hands down.
            picks: Whether enter gives the one under the cursor.
            is_of_library: Whether one's own are left out.
        """
        super().__init__(desk)
        self._is_of_library = is_of_library
        self.picks = picks
        self._listed: tuple[str, ...] = ()

    def compose_page(self) -> Iterable[Widget]:
        """Search and filters over the list, the figure at the side."""
        self.list = Rows(
            columns=COLUMNS[:4],
            empty=keyed("No exercise is like that. Press {exercise.all} to see all of them."),
            id="exercises",
            classes="tile",
        )
        self.search = SearchLine(self.list, "search: hip, stretch, sitting, …", id="search")
        self.filters = Filters(_filters(), id="filters")
        self.figure = FigureView(is_looping=True, id="figure")
        self.sheet = Sheet(id="sheet")
        self.side = Vertical(self.figure, self.sheet, id="side", classes="tile")
        yield self.search
        yield self.filters
        self.notice = Notice(id="notice")
        yield Horizontal(self.list, self.side, id="columns")
        yield self.notice

    def on_mount(self) -> None:
        """All of them."""
        self.entitle("Pick an exercise" if self.picks else "Exercises")
        self.list.border_subtitle = hint("enter takes it" if self.picks else "enter opens it")
        self.desk.changed.subscribe(self, lambda _: self._show())
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """More columns where there is room."""
        shown = next(count for width, count in SHOWN_FROM if event.size.width >= width)
        self.list.columns = COLUMNS[:shown]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the way to the search only elsewhere, and what removes only on one of one's own."""
        if action == "find":
            return self.is_mounted and not self.search.has_focus
        if action == "remove_exercise":
            return self.is_mounted and self.list.has_focus and self._own() is not None
        return super().check_action(action, parameters)

    @on(SearchLine.Typed)
    def search_exercises(self) -> None:
        """Search as one types; the cursor is on the best."""
        self._show()
        self.list.cursor = 0

    def on_filters_changed(self, event: Filters.Changed) -> None:
        """Filter; what a person has is asked once."""
        event.stop()
        asked = event.values.get("equipment")
        is_said = self.desk.repository.settings().equipment is not None
        if asked == SAY_MINE or (asked == MINE and not is_said):
            self.app.push_screen(
                screens.Checklist(self.desk, stated("equipment")), self._filter_by_belongings
            )
        else:
            self._show()

    def on_rows_highlighted(self) -> None:
        """Show how it looks."""
        self._show_one()
        self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        """The footer names other keys in the list."""
        self.refresh_bindings()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Give it, or open its page."""
        event.stop()
        if self.picks:
            self.dismiss(event.row.key)
            return
        self.app.push_screen(screens.ExercisePage(self.desk, event.row.key, self._listed))

    def action_find(self) -> None:
        """Go to the search."""
        self.search.focus()

    def action_show_all(self) -> None:
        """Search for nothing, and ask for nothing."""
        self.search.value = ""
        self.filters.clear()
        self.search.focus()

    def action_remove_exercise(self) -> None:
        """Delete one's own, and say which routines go on without it."""
        if (own := self._own()) is None:
            return
        named = f"deleted {clean(own.name)}"
        routines = self.desk.repository.entries(Routine)
        without = [
            clean(each.name)
            for each in routines
            if any(step.exercise == own.id for step in each.steps)
        ]
        more = f"{named}, which is left out of {say_list(without)} now" if without else ""
        self.desk.remove(own.id, words=named, said=more)

    def _own(self) -> OwnExercise | None:
        """The exercise under the cursor, if it is one's own, in a list that does not pick."""
        row = self.list.row
        own = () if self.picks or row is None else self.desk.repository.entries(OwnExercise)
        return next((each for each in own if row and each.id == row.key), None)

    def show_notice(self, words: str, *, is_trouble: bool) -> None:
        """In the line that the page has for it."""
        self.notice.say(words, "trouble" if is_trouble else "saved")

    def _filter_by_belongings(self, _closed: object) -> None:
        is_said = self.desk.repository.settings().equipment is not None
        self.filters.choose("equipment", MINE if is_said else None)
        self._show()

    def _show(self) -> None:
        settings = self.desk.repository.settings()
        values = self.filters.values
        wanted = _wanted(values, settings.equipment)
        listed = found(self.search.value, wanted, self._all(), _length_s)
        self._listed = tuple(each.id for each in listed)
        conditions = settings.conditions
        self.list.rows = tuple(
            _row(each, is_ruled_out=bool(cautions(each, conditions))) for each in listed
        )
        self.list.border_title = _say_count(
            len(listed), len(self._all()), is_narrowed=bool(values) or bool(self.search.value)
        )
        self._show_one()

    def _all(self) -> tuple[Exercise, ...]:
        """One's own first."""
        own = () if self._is_of_library else self.desk.repository.entries(OwnExercise)
        return (*map(own_exercise, own), *exercises())

    def _show_one(self) -> None:
        row = self.list.row
        self.side.visible = row is not None
        if row is not None:
            of = next(each for each in self._all() if each.id == row.key)
            self.figure.figure, self.figure.side = figure_of(of)
            conditions = self.desk.repository.settings().conditions
            self.sheet.entries = in_short(of, conditions)


@cache
def _filters() -> tuple[Filter, ...]:
    """What can be asked for; only areas that an exercise is for."""
    targets = {target for each in exercises() for target in each.targets}
    areas = ((group.id, group.name) for group in area_groups() if group.id in targets)
    levels = ((str(level), words) for level, words in LEVELS.items())
    equipment = (
        (NO_EQUIPMENT, "needs nothing"),
        (MINE, "what I have"),
        (SAY_MINE, "say what I have …"),
    )
    return (
        Filter("area", "Where", tuple(areas)),
        Filter("position", "Position", (*POSITIONS.items(), (NO_FLOOR, "Not on the floor"))),
        Filter("kind", "Kind", tuple(KINDS.items())),
        Filter("level", "Level", tuple(levels)),
        Filter("longest_s", "Length", tuple(LONGEST_S.items())),
        Filter("equipment", "Equipment", equipment),
    )


def _wanted(values: Mapping[str, str], mine: frozenset[str] | None) -> Wanted:
    equipment = {NO_EQUIPMENT: frozenset[str](), MINE: mine}
    return Wanted(
        area=values.get("area", ""),
        position=values.get("position", ""),
        kind=values.get("kind", ""),
        level=int(values.get("level", 0)),
        longest_s=int(values.get("longest_s", 0)),
        equipment=equipment.get(values.get("equipment", "")),
    )


@cache
def _seconds() -> dict[str, int]:
    return {each.id: work_s(each) for each in exercises()}


def _length_s(of: Exercise) -> int:
    return work_s(of) if of.own else _seconds()[of.id]


def _row(of: Exercise, *, is_ruled_out: bool) -> ListRow:
    mark = Content.styled("!" if is_ruled_out else "", "bold $next")
    rest = (KINDS.get(of.kind, "Your own"), say_position(of), LEVELS[of.level])
    return ListRow(of.id, (mark, clean(of.name), _say_length(of), *rest))


def _say_length(of: Exercise) -> str:
    """About how long, as in a list: `50 s`, `2 min`."""
    seconds = _length_s(of)
    return f"{seconds} s" if seconds < 60 else say_minutes(seconds / 60)


def _say_count(count: int, of: int, *, is_narrowed: bool) -> str:
    found_ = say_count(count, "exercise")
    return f"{found_} of {of}" if is_narrowed else found_
