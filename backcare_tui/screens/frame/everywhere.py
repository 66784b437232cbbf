"""What can be done from every place and from every page that lies over one."""

from typing import TypeVar

from backcare_tui import screens
from backcare_tui.diary.records.meal import Meal
from backcare_tui.library.measures import glass_ml, say_water
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.leading_back import LeadsBack
from backcare_tui.screens.frame.now import open_something_now
from backcare_tui.screens.frame.old_keys import SaysMoved

T = TypeVar("T")


class Everywhere(SaysMoved, LeadsBack[T]):
    """The actions behind the keys that mean the same on all of them."""

    desk: Desk

    def say_moved(self, words: str) -> None:
        """At the top, where it is said what was saved, too."""
        self.desk.say(words)

    def action_check_in(self) -> None:
        """Open the check-in."""
        self.app.push_screen(screens.CheckIn(self.desk))

    def action_night(self) -> None:
        """Open last night."""
        self.app.push_screen(screens.NightForm(self.desk))

    def action_catch_up(self) -> None:
        """Walk through the days without a check-in."""
        self.app.push_screen(screens.CatchUp(self.desk))

    def action_something_now(self) -> None:
        """Open what fits now."""
        open_something_now(self, self.desk)

    def action_check_signs(self) -> None:
        """Open the check for warning signs."""
        self.app.push_screen(screens.RedFlags(self.desk))

    def action_flare_plan(self) -> None:
        """Open the person's flare plan."""
        self.app.push_screen(screens.FlarePlanPage(self.desk))

    def action_understand(self) -> None:
        """Open the pages to read."""
        self.app.push_screen(screens.Understand(self.desk))

    def action_water(self) -> None:
        """One glass, now."""
        glass = Meal(at=self.desk.clock.now(), meal="drink", water_ml=glass_ml())
        self.desk.add(glass, words=f"water {say_water(glass_ml())}")

    def action_undo(self) -> None:
        """Take the last change back."""
        from backcare_tui.screens.frame.steps import take_back

        take_back(self, self.desk)

    def action_redo(self) -> None:
        """Make again what was taken back last."""
        from backcare_tui.screens.frame.steps import make_again

        make_again(self, self.desk)

    def action_manual(self) -> None:
        """Open the pages of the manual."""
        self.app.push_screen(screens.Manual())

    def action_help(self) -> None:
        """Say what this screen is for, and its keys."""
        self.app.push_screen(screens.Help(self, self.desk.repository.settings()))
