"""The page of one exercise: how it looks, how it is done, and for whom it is not."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.move import EARLIER_EXERCISE, GIVEN_TO_ME, LATER_EXERCISE, TRY_EXERCISE
from backcare_tui.diary.records.routine import OwnExercise
from backcare_tui.guidance.safety import is_unchecked
from backcare_tui.library.exercises import Exercise, find_exercise
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.move.exercise_text import alone, figure_of, in_full
from backcare_tui.text import clean, say_count
from backcare_tui.widgets.player.figure_view import FigureView
from backcare_tui.widgets.sheet import Sheet


class ExercisePage(Page[None]):
    """One exercise, and its neighbors in the list that it was opened from."""

    CSS_PATH = ["../frame/page.tcss", "exercise.tcss"]
    AUTO_FOCUS = "#text"
    BINDINGS = bindings(TRY_EXERCISE, GIVEN_TO_ME, EARLIER_EXERCISE, LATER_EXERCISE)
    HELP = (
        "One exercise: how it is done, when to stop, and when to leave it. "
        "What your own conditions say stands first."
    )

    def __init__(self, desk: Desk, exercise_id: str, among: Sequence[str] = ()) -> None:
        """Show an exercise of the library.

        Args:
            desk: What is known of the person.
            exercise_id: Which one.
            among: The ids of the list that it was opened from, in its order.
        """
        super().__init__(desk)
        self._among = tuple(among)
        self._exercise = self._found(exercise_id)

    def compose_page(self) -> Iterable[Widget]:
        """The figure, and beside it the words."""
        self.figure = FigureView(is_looping=True, id="figure")
        self.sheet = Sheet(id="sheet")
        self.text = VerticalScroll(self.sheet, id="text", classes="tile")
        yield Horizontal(Vertical(self.figure, id="stage", classes="tile"), self.text, id="columns")

    def on_mount(self) -> None:
        """Show it; conditions may be stated elsewhere."""
        self.sheet.is_loose = True
        self.desk.changed.subscribe(self, lambda _: self._show())
        self._show()

    def _show(self) -> None:
        of = self._exercise = self._found(self._exercise.id)
        conditions = self.desk.repository.settings().conditions
        self.figure.figure, self.figure.side = figure_of(of)
        self.sheet.entries = in_full(of, conditions)
        self.entitle(of.name, self._say_place())
        self.refresh_bindings()

    def _found(self, exercise_id: str) -> Exercise:
        """One of the library, or one's own as it is now; one that is gone stays as it was shown."""
        found = find_exercise(exercise_id, self.desk.repository.entries(OwnExercise))
        return found or self._exercise

    def _say_place(self) -> str:
        """`3 of 12 exercises`."""
        if self._exercise.id not in self._among:
            return ""
        place = self._among.index(self._exercise.id) + 1
        return f"{place} of {say_count(len(self._among), 'exercise')}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Neighbors can only be gone to where there are any."""
        if action == "given_to_me":
            conditions = self.desk.repository.settings().conditions
            return is_unchecked(self._exercise, conditions)
        if action == "step":
            return len(self._among) > 1
        return super().check_action(action, parameters)

    def action_try(self) -> None:
        """Do it now, as a routine of one step."""
        self.app.push_screen(screens.Before(self.desk, alone(self._exercise)))

    def action_given_to_me(self) -> None:
        """It is checked for the conditions that are stated now; another one asks again."""
        own = self._exercise.own
        if own is None:
            return
        conditions = tuple(sorted(self.desk.repository.settings().conditions))
        checked = replace(own, is_checked=True, checked_for=conditions)
        self.desk.put(checked, words=f"{clean(own.name)} was given to you")

    def action_step(self, step: int) -> None:
        """Go to a neighbor, round and round."""
        place = self._among.index(self._exercise.id) if self._exercise.id in self._among else 0
        self._exercise = self._found(self._among[(place + step) % len(self._among)])
        self._show()
        self.text.scroll_home(animate=False)
