"""The offer to go on with a session that a crash or a closed terminal interrupted."""

import time
from collections.abc import Callable

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.player.persistence import left_behind
from backcare_tui.player.session import UnderWay
from backcare_tui.screens.frame.choice import ChoiceAnswer, ChoiceDialog
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.player.sessions import forget_session, save_session
from backcare_tui.text import clean, say_near_day, say_time
from backcare_tui.wording.routines import say_seconds

KEEP = "keep"
GO_ON = ChoiceAnswer("enter", "go-on", "Go on where it was, when you press space")
ANSWERS = (
    ChoiceAnswer("k", KEEP, "Keep what was done, and leave it at that"),
    ChoiceAnswer("f", "forget", "Forget it"),
)


class GoOn(ChoiceDialog):
    """Lies over the first place, once, when backcare starts."""

    def __init__(
        self, desk: Desk, under_way: UnderWay, *, now: Callable[[], float] = time.time
    ) -> None:
        """Offer this session."""
        self.desk, self._under_way, self._now = desk, under_way, now
        self._session = left_behind(under_way)
        answers = [each for each in ANSWERS if self._session or each.value != KEEP]
        super().__init__(
            "Interrupted", Content(self._story()), GO_ON, answers, "esc: later, it is offered again"
        )

    def on_mount(self) -> None:
        """The day on which it was begun is called what it is by now."""
        self.desk.changed.subscribe(self, self._follow_day)

    def _follow_day(self, _changed: DiaryChanged) -> None:
        self.query_exactly_one("#words", Static).update(Content(self._story()))

    def take(self, value: str) -> None:
        """Go on, keep or forget."""
        if value == "go-on":
            self.app.switch_screen(self._way_on())
            return
        if value == KEEP and self._session:
            save_session(self.desk, self._session)
        else:
            forget_session(self.desk, self._under_way.session)
        self.dismiss(None)

    def _way_on(self) -> Screen[None]:
        """The player where it was; while something urgent stands, the page that says so."""
        if what_stops(self.desk.repository, self.desk.clock, self._under_way.routine):
            return screens.Before(self.desk, self._under_way.routine)
        return screens.Player(self.desk, self._under_way, is_paused=True, now=self._now)

    def _story(self) -> str:
        under_way, clock = self._under_way, self.desk.clock
        at = clock.here(under_way.at)
        day = at.date()
        near = "" if day == clock.today() else f" {say_near_day(day, clock.today())}"
        played_s = under_way.snapshot.played_s
        when = f"after {say_seconds(played_s)}" if played_s >= 1 else "as it began"
        name = clean(under_way.routine.name)
        return f"{name}, begun{near} at {say_time(at)}, was interrupted {when}."
