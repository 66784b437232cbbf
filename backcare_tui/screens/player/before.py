"""Before a session: what it needs, what is left out for whom, and how it is now."""

import time
from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import CHECK_SIGNS, SEEN
from backcare_tui.commands.player import ANOTHER, BEFORE_A_SESSION
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.advice.current import before_session, stops
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.floor import WAY_DOWN as ROUTINE_DOWN
from backcare_tui.guidance.floor import is_new_to_floor
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.now import likely_now, pain_just_said, something_now
from backcare_tui.guidance.now_table import Suggestion, is_safe
from backcare_tui.guidance.profile import conditions_to_ask
from backcare_tui.guidance.safety import (
    STOP_RULE,
    Fit,
    against_whole,
    fitted,
    gentler_today,
)
from backcare_tui.library.routines import routine as routine_of_library
from backcare_tui.player.engine import Engine
from backcare_tui.player.pace import paced
from backcare_tui.player.session import UnderWay
from backcare_tui.player.timeline import timeline
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.player.before_text import (
    Beforehand,
    draw_stops,
    say_facts,
    say_steps,
    say_stopped,
    what_to_know,
)
from backcare_tui.screens.player.gentler import gentler_first
from backcare_tui.screens.player.session_screen import SessionScreen
from backcare_tui.screens.player.sessions import save_interrupted
from backcare_tui.text import clean
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.keys import Keys


class Before(SessionScreen):
    """One digit, or enter, and it begins."""

    TITLE = "Before a routine"
    BINDINGS = bindings(*BEFORE_A_SESSION, CHECK_SIGNS, SEEN, ANOTHER)
    HELP = (
        "What the routine needs, and what is done otherwise because of what you stated. "
        "Before your first one on the floor, {session.way-down} leads down to it and up again with a chair. "
        "A digit for how your back is now begins at once; enter begins without one. While a warning "
        "sign stands, it says what to do instead."
    )

    def __init__(
        self,
        desk: Desk,
        routine: Routine,
        severity: int | None = None,
        *,
        offered: Sequence[Suggestion] = (),
        now: Callable[[], float] = time.time,
    ) -> None:
        """Ask before a routine.

        Args:
            desk: What is known, and where the session is kept.
            routine: As the library or the person has it.
            severity: Pain now, where it was said here already; else that of a check-in of the last half hour is it.
            offered: What else fits now, where this is the first of it.
            now: For the player, as there.
        """
        super().__init__(desk)
        if severity is None:
            severity = pain_just_said(desk.repository, desk.clock)
        self._routine, self._severity, self._now = routine, severity, now
        self._offered = tuple(offered)
        self._is_as_it_is = False
        self._stops: tuple[Advice, ...] = ()
        self._beforehand: tuple[Advice, ...] = ()

    def compose(self) -> ComposeResult:
        """What to know, above; the question, below."""
        with VerticalScroll(id="sheet"):
            yield Static(id="title", markup=False)
            yield Static(id="facts", markup=False)
            yield Static(id="steps", markup=False)
            yield Static(id="care", markup=False)
        with VerticalScroll(id="question"):
            yield Static(Content(STOP_RULE), id="rule")
            yield Static(self._asked(), id="asked")
            self.scale = OneKeyScale(self._severity)
            yield self.scale
        yield Keys()

    def on_mount(self) -> None:
        """Ask first what matters to this routine and is not known yet."""
        self._look()
        self.desk.changed.subscribe(self, lambda _: self._look())
        if self._unasked and self.desk.repository.read_only is None:
            self.action_state_conditions()

    def _asked(self) -> Content:
        """The question; of pain that was just said, only whether it is still so."""
        if self._severity is None:
            return Content("How is your back now?")
        begins = ("enter", "bold $next"), " begins; a digit says it anew"
        return Content.assemble(f"Pain {self._severity}, as you just said. ", *begins)

    @property
    def _unasked(self) -> tuple[str, ...]:
        """The conditions that matter here, and of which nothing was said."""
        if self._stops:
            return ()
        return conditions_to_ask(self.desk.repository.settings(), self._routine)

    def _look(self) -> None:
        """Whether anything urgent stands; then this is what is shown, and nothing begins."""
        said = advise(gather(self.desk.repository, self.desk.clock, self._routine))
        self._stops = tuple(each for each in said if stops(each, self._routine))
        self._beforehand = before_session(said)
        self.query_one("#question").display = not self._stops
        (self.query_one("#sheet") if self._stops else self.scale).focus()
        self._show()

    def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """A number begins at once."""
        if event.severity is not None:
            self._severity = event.severity
            self.action_start()

    def action_start(self) -> None:
        """Begin, unless a gentler routine may serve better today; that is asked once."""
        if self._stops:
            return
        advice = gentler_today(self._routine, self._severity)
        if advice is None:
            self._begin()
        else:
            self.app.push_screen(gentler_first(advice, self._gentle()), self._take_answer)

    def action_keep_steps(self) -> None:
        """The routine as it is, or as it fits."""
        self._is_as_it_is = not self._is_as_it_is
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing begins while something urgent stands; steps are kept only where they change."""
        if action in {"start", "keep_steps", "something_now"} and self._stops:
            return False
        if action == "seen" and not self._stops:
            return False
        if action == "state_conditions" and not self._unasked:
            return False
        if action == "way_down" and not self._is_new_to_floor():
            return False
        is_idle = action == "keep_steps" and not self._fitted()[1]
        return not is_idle and super().check_action(action, parameters)

    def action_state_conditions(self) -> None:
        """Ask about the conditions that matter here."""
        asked = screens.Conditions(self.desk, self._unasked)
        self.app.push_screen(asked, lambda _: self._take_conditions())

    def _take_conditions(self) -> None:
        """Show what changes; what was offered and is ruled out now gives way to what fits."""
        stated = self.desk.repository.settings().conditions
        if self._offered and not is_safe(self._routine, stated):
            self._open_first(something_now(self.desk.repository, self.desk.clock).routines)
        else:
            self._show()

    def action_way_down(self) -> None:
        """Down to the floor and up again first."""
        self._ask_instead(routine_of_library(ROUTINE_DOWN))

    def action_something_now(self) -> None:
        """Another one that fits now; the best of them, where this was chosen otherwise."""
        if self._offered:
            self._open_first([*self._offered[1:], self._offered[0]])
        else:
            found = something_now(self.desk.repository, self.desk.clock).routines
            self._open_first([each for each in found if each.routine.id != self._routine.id])

    def _open_first(self, offered: Sequence[Suggestion]) -> None:
        """Ask before the first of these instead."""
        if offered:
            self._ask_instead(offered[0].routine, offered)

    def _ask_instead(self, routine: Routine, offered: Sequence[Suggestion] = ()) -> None:
        before = Before(self.desk, routine, self._severity, offered=offered, now=self._now)
        self.app.switch_screen(before)

    def action_check_signs(self) -> None:
        """Open the check for warning signs."""
        self.app.push_screen(screens.RedFlags(self.desk))

    def action_seen(self) -> None:
        """A professional has looked at it."""
        self.app.push_screen(screens.CheckUpForm(self.desk))

    def say_moved(self, words: str) -> None:
        """After the name."""
        title = Content.assemble(clean(self._routine.name), (f"  {words}", "$here"))
        self.query_one("#title", Static).update(title)

    def action_leave(self) -> None:
        """Nothing is begun."""
        self.dismiss(None)

    def _take_answer(self, answer: str | None) -> None:
        if answer == "gentle" and (gentle := self._gentle()):
            self._ask_instead(gentle)
        elif answer == "begin":
            self._begin()

    def _gentle(self) -> Routine | None:
        """What is offered in place of a harder routine: what fits on a hard day, with the conditions."""
        found = likely_now(self.desk.repository, self.desk.clock, is_hard=True)
        return found.routine if found else None

    def _begin(self) -> None:
        try:
            plan = timeline(self._chosen)
        except BadValue as error:
            self._show(str(error))
            return
        save_interrupted(self.desk)
        under_way = UnderWay(
            routine=self._chosen,
            at=self.desk.clock.now(),
            snapshot=Engine(plan).snapshot(),
            pain_before=self._severity,
        )
        self.app.switch_screen(screens.Player(self.desk, under_way, now=self._now))

    def _fitted(self) -> tuple[Routine, tuple[Fit, ...]]:
        return fitted(self._routine, self.desk.repository.settings().conditions)

    def _is_new_to_floor(self) -> bool:
        repository = self.desk.repository
        conditions = repository.settings().conditions
        sessions = repository.entries(Session)
        return not self._stops and is_new_to_floor(self._routine, sessions, conditions)

    @property
    def _chosen(self) -> Routine:
        chosen = self._routine if self._is_as_it_is else self._fitted()[0]
        return paced(chosen, self.desk.repository.settings().getting_ready)

    def _show(self, trouble: str = "") -> None:
        self.query_one("#title", Static).update(Content(clean(self._routine.name)))
        self.query_one("#steps").display = not self._stops
        if self._stops:
            self.query_one("#facts", Static).update(say_stopped(self._stops))
            self.query_one("#care", Static).update(draw_stops(self._stops, trouble))
        else:
            self._show_steps(trouble)
        self.refresh_bindings()

    def _show_steps(self, trouble: str) -> None:
        plan = None
        try:
            plan = timeline(self._chosen)
        except BadValue as error:
            trouble = trouble or str(error)
        self.query_one("#facts", Static).update(Content(say_facts(self._chosen, plan)))
        self.query_one("#steps", Static).update(Content(say_steps(self._chosen)))
        self.query_one("#care", Static).update(self._care(trouble))

    def _care(self, trouble: str) -> Content:
        """What is done otherwise, why, and which key keeps it."""
        return what_to_know(
            Beforehand(
                trouble=trouble,
                beforehand=self._beforehand,
                offered=self._offered,
                unasked=len(self._unasked),
                is_new_to_floor=self._is_new_to_floor(),
                against=against_whole(self._routine, self.desk.repository.settings().conditions),
                fits=self._fitted()[1],
                is_as_it_is=self._is_as_it_is,
            )
        )
