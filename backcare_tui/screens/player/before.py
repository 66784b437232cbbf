"""Before a session: what it needs, what is left out for whom, and how it is now."""

import time
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import CHECK_SIGNS, SEEN
from backcare_tui.commands.player import BEFORE_A_SESSION
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.advice.current import stops
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.floor import NEW_TO_FLOOR, WAY_DOWN, is_new_to_floor
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.profile import conditions_to_ask, say_unasked
from backcare_tui.guidance.safety import (
    STOP_RULE,
    Fit,
    against_whole,
    fitted,
    gentler_today,
    say_fit,
    sources_of,
)
from backcare_tui.library.exercises import LEVELS, exercise_name, is_known
from backcare_tui.library.routine_editing import equipment_of
from backcare_tui.library.routines import is_of_library
from backcare_tui.library.routines import routine as routine_of_library
from backcare_tui.library.taxonomy import name_of
from backcare_tui.player.engine import Engine
from backcare_tui.player.session import UnderWay
from backcare_tui.player.timeline import Timeline, timeline
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.player.session_screen import SessionScreen
from backcare_tui.screens.player.sessions import save_interrupted
from backcare_tui.text import clean, say_count, say_minutes
from backcare_tui.widgets.advice_tile import draw_advice, draw_reason
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.keys import Keys
from backcare_tui.wording.routines import say_needs

BEFOREHAND = ("adhere-restart", "ex-half-doses")
"""The rules that speak before a session: the first one after a long break, and one to begin low."""
STATES = Content.assemble(("c", "bold $next"), " says what you have, or none of these")
GENTLE = "flare-up-gentle"
"""The routine that is offered on a day of much pain."""
NOT_NOW = "No routine is started while this stands. Everything else in the diary stays open."
LIGHT_ONLY = (
    "Only walking and resting routines are started while this stands. Everything else stays open."
)
HOW_ON = (
    "W makes the check for warning signs; a mark that is gone, or was a mistake, is taken away there. "
    "Once a professional has looked at it, press p."
)


class Before(SessionScreen):
    """One digit, or enter, and it begins."""

    BINDINGS = bindings(*BEFORE_A_SESSION, CHECK_SIGNS, SEEN)
    HELP = (
        "What the routine needs, and what is done otherwise because of what you stated. "
        "Before your first one on the floor, d leads down to it and up again with a chair. "
        "A digit for how your back is now begins at once; enter begins without one. While a warning "
        "sign stands, it says what to do instead."
    )

    def __init__(
        self,
        desk: Desk,
        routine: Routine,
        severity: int | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Ask before a routine.

        Args:
            desk: What is known, and where the session is kept.
            routine: As the library or the person has it.
            severity: Pain now, where it was said already.
            now: For the player, as there.
        """
        super().__init__(desk)
        self._routine, self._severity, self._now = routine, severity, now
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
            yield Static(Content("How is your back now?"), id="asked")
            self.scale = OneKeyScale(self._severity)
            yield self.scale
        yield Keys()

    def on_mount(self) -> None:
        """Ask first what matters to this routine and is not known yet."""
        self._look()
        self.desk.changed.subscribe(self, lambda _: self._look())
        if self._unasked and self.desk.repository.read_only is None:
            self.action_state_conditions()

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
        self._beforehand = tuple(each for each in said if each.id in BEFOREHAND or each.stands)
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
            self.app.push_screen(_gentler(advice), self._take_answer)

    def action_keep_steps(self) -> None:
        """The routine as it is, or as it fits."""
        self._is_as_it_is = not self._is_as_it_is
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing begins while something urgent stands; steps are kept only where they change."""
        if action in {"start", "keep_steps"} and self._stops:
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
        self.app.push_screen(screens.Conditions(self.desk, self._unasked), lambda _: self._show())

    def action_way_down(self) -> None:
        """Down to the floor and up again first."""
        way = routine_of_library(WAY_DOWN)
        self.app.switch_screen(Before(self.desk, way, self._severity, now=self._now))

    def action_check_signs(self) -> None:
        """Open the check for warning signs."""
        self.app.push_screen(screens.RedFlags(self.desk))

    def action_seen(self) -> None:
        """A professional has looked at it."""
        self.app.push_screen(screens.CheckUpForm(self.desk))

    def action_leave(self) -> None:
        """Nothing is begun."""
        self.dismiss(None)

    def _take_answer(self, answer: str | None) -> None:
        if answer == "gentle":
            gentle = routine_of_library(GENTLE)
            self.app.switch_screen(Before(self.desk, gentle, self._severity, now=self._now))
        elif answer == "begin":
            self._begin()

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
        return self._routine if self._is_as_it_is else self._fitted()[0]

    def _show(self, trouble: str = "") -> None:
        self.query_one("#steps").display = not self._stops
        if self._stops:
            self.query_one("#title", Static).update(Content(clean(self._routine.name)))
            is_any = any(each.blocks == "all" for each in self._stops)
            self.query_one("#facts", Static).update(Content(NOT_NOW if is_any else LIGHT_ONLY))
            self.query_one("#care", Static).update(_draw_stops(self._stops, trouble))
            self.refresh_bindings()
            return
        plan = None
        try:
            plan = timeline(self._chosen)
        except BadValue as error:
            trouble = trouble or str(error)
        self.query_one("#title", Static).update(Content(clean(self._routine.name)))
        self.query_one("#facts", Static).update(Content(_facts(self._chosen, plan)))
        self.query_one("#steps", Static).update(Content(_steps(self._chosen)))
        self.query_one("#care", Static).update(self._care(trouble))
        self.refresh_bindings()

    def _care(self, trouble: str) -> Content:
        """What is done otherwise, why, and which key keeps it."""
        _, fits = self._fitted()
        stated = self.desk.repository.settings().conditions
        lines = [Content.styled(f"! {clean(trouble)}", "bold $text-error")] if trouble else []
        lines += [draw_advice(each) for each in self._beforehand]
        if unasked := self._unasked:
            said = say_unasked(len(unasked))
            lines += [Content.assemble(("! ", "bold $next"), (said, "bold")), STATES]
        if self._is_new_to_floor():
            words = f" {routine_of_library(WAY_DOWN).name} first, with a chair"
            lines.append(Content.assemble(f"{NEW_TO_FLOOR} ", ("d", "bold $next"), words))
        for condition in against_whole(self._routine, stated):
            words = f"! Not advised as a whole with: {name_of('conditions', condition)}."
            lines.append(Content.styled(words, "bold"))
        for fit in fits:
            lines += _fit_lines(fit, is_as_it_is=self._is_as_it_is)
        if fits:
            way = "with what fits you" if self._is_as_it_is else "as it is"
            lines += [Content(""), Content.assemble(("k", "bold $next"), f" does it {way}")]
            found = map(clean, sources_of(fits))
            lines += [Content.styled(f"Source: {source}", "$quiet") for source in found]
        return Content("\n").join(lines)


def _draw_stops(stops: tuple[Advice, ...], trouble: str) -> Content:
    """What to do instead of beginning, and what makes the way free."""
    said = [Content("\n").join([draw_advice(each), draw_reason(each)]) for each in stops]
    if trouble:
        said.insert(0, Content.styled(f"! {clean(trouble)}", "bold $text-error"))
    return Content("\n\n").join([*said, Content(HOW_ON)])


def _gentler(advice: Advice) -> screens.ChoiceDialog:
    """Says once that a gentler routine may serve better."""
    source = Content.styled(clean(advice.source), "$quiet")
    gentle = (
        ChoiceAnswer("g", "gentle", f"Open {routine_of_library(GENTLE).name} instead")
        if is_of_library(GENTLE)
        else ChoiceAnswer("l", "", "Not today")
    )
    begin = ChoiceAnswer("b", "begin", "Begin all the same")
    words = Content("\n\n").join([Content(clean(advice.text)), source])
    return screens.ChoiceDialog("Before you begin", words, gentle, [begin])


def _facts(routine: Routine, plan: Timeline | None) -> str:
    """`6 min · 7 exercises · gentle · needs mat`."""
    known = sum(is_known(step.exercise) for step in routine.steps)
    return " · ".join(
        filter(
            None,
            (
                say_minutes(plan.length_s / 60) if plan else "",
                say_count(known, "exercise"),
                LEVELS[routine.level],
                f"needs {say_needs(equipment_of(routine.steps))}",
            ),
        )
    )


def _steps(routine: Routine) -> str:
    return " · ".join(exercise_name(step.exercise) for step in routine.steps)


def _fit_lines(fit: Fit, *, is_as_it_is: bool) -> list[Content]:
    """What is done in place of a step, and the conditions that ask for it."""
    words = f"{exercise_name(fit.exercise)}, as it is" if is_as_it_is else say_fit(fit)
    lines = [Content.assemble(("! ", "bold $next"), (words, "bold"))]
    return lines + [Content.styled(f"  {clean(each.words)}", "$quiet") for each in fit.cautions]
