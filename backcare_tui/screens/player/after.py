"""After a session: what was done, what to heed, and how it is now."""

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.player import AFTER_A_SESSION
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.after_session import place_in_week
from backcare_tui.guidance.safety import RISE, rise_stops, stop_advice
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.player.session_screen import SessionScreen
from backcare_tui.screens.player.sessions import save_session
from backcare_tui.text import clean, sentence_case
from backcare_tui.widgets.charts.slopes import Slope, Slopes
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.fields.scale import HINT, ScaleField
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.marked import complaint
from backcare_tui.wording.fields.table import field_of

LOW = 16
"""Lines of a screen that has no room for advice and a question at once."""
SKIPS = "A digit, or enter to leave it open."
EFFORT_SKIPS = "How hard it was: a digit, or enter to close."
EFFORTS = {0: "no effort", 1: "easy", 4: "some effort", 6: "hard", 9: "as hard as I can"}
"""What the numbers of effort mean, from each on."""
NOW, THEN = "How is your back now?", "How was your back right after it?"


class After(SessionScreen):
    """The entry is there already; a digit completes it."""

    TITLE = "After a routine"
    BINDINGS = bindings(*AFTER_A_SESSION)
    HELP = (
        "What you did is saved. "
        "How your back is now shows over the weeks what does it good; enter leaves it open. Then you see before and after, where you are in the week, "
        "and what comes next; how hard it was is asked last, and enter closes."
    )

    def __init__(self, desk: Desk, session: Session, done: str, trouble: str = "") -> None:
        """Show a session that ended.

        Args:
            desk: Where it is kept.
            session: Its entry.
            done: How much was done, in words.
            trouble: Why it could not be saved; empty where it was.
        """
        super().__init__(desk)
        self._session, self._done, self._trouble = session, done, trouble
        self._given = session.stopped
        """Why it was stopped, before a number was said here."""
        self._is_read = False
        self._is_answered = False
        """Whether it was said here how the back is now."""

    def compose(self) -> ComposeResult:
        """Advice first, where it is urgent with nothing else."""
        with VerticalScroll(id="sheet"):
            yield Static(Content(clean(self._session.name or "")), id="title")
            yield Static(Content(f"{sentence_case(self._done)}."), id="done")
            yield Static(id="advice", classes="tile", markup=False)
            yield Static(id="saved", markup=False)
        with VerticalScroll(id="question"):
            self.asked = Static(Content(NOW), id="asked")
            yield self.asked
            self.scale = OneKeyScale(self._session.pain_after)
            yield self.scale
            with Horizontal(id="outcome"):
                self.slope = Slopes()
                yield self.slope
                yield Static(id="week", markup=False)
            self.skips = Static(Content(SKIPS), id="skips")
            yield self.skips
            self.effort = ScaleField(
                field_of(Session, "effort").label, _say_effort, hint=f"tab, {HINT}"
            )
            yield self.effort
        yield Keys()

    def on_mount(self) -> None:
        """Show what is known."""
        self.effort.number = self._session.effort
        self._show()
        self.scale.focus()
        self.desk.changed.subscribe(self, self._follow_day)

    def _follow_day(self, changed: DiaryChanged) -> None:
        """On another day it is no longer asked of now, as the number is of the session."""
        if changed.reason == "new day":
            self.asked.update(Content(THEN))

    @work
    async def on_scale_field_typed(self, event: ScaleField.Typed) -> None:
        """How hard it was goes into the entry; then comes how it is now, or it was the last thing that is asked."""
        self._session = msgspec.structs.replace(self._session, effort=event.field.number)
        await self._keep()
        if self._is_answered and not self._trouble:
            self.dismiss(None)
            return
        self._show()
        self.scale.focus()

    @work
    async def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """Complete the entry; a rise is answered with advice, unless that was given already, all else with the outcome."""
        before, after = self._session.pain_before, event.severity
        if after is None:
            return
        rose = rise_stops(before, after)
        stopped = self._given or (RISE if rose else None)
        self._session = msgspec.structs.replace(self._session, pain_after=after, stopped=stopped)
        await self._keep()
        if self._trouble or (rose and not self._given):
            self._is_read = True
            self._show()
        elif self._session.stopped:
            self.dismiss(None)
        else:
            self._is_answered = True
            self._show()
            self.effort.focus()

    @work
    async def action_close(self) -> None:
        """What stands alone is read first; then the question; then back to where one came from."""
        advice = self._advice
        if advice and self._stands_alone(advice):
            self._is_read = True
            self._show()
            self.scale.focus()
            return
        if self._trouble:
            await self._keep()
        if self._trouble:
            self.desk.complain(self._trouble)
        self.dismiss(None)

    async def _keep(self) -> None:
        """Put what is known into the entry; why it could not be saved is said here."""
        troubles: list[str] = []
        await save_session(self.desk, self._session, troubles.append)
        self._trouble = "".join(troubles)

    @property
    def _advice(self) -> Advice | None:
        if not self._session.stopped:
            return None
        return stop_advice(self._session.stopped, self.desk.repository.settings())

    def _stands_alone(self, advice: Advice) -> bool:
        """Whether advice is read before anything is asked: what is urgent, or needs the room."""
        is_low = self.app.size.height < LOW
        return not self._is_read and (advice.severity == "urgent" or is_low)

    def _show(self) -> None:
        advice = self._advice
        is_urgent = advice is not None and advice.severity == "urgent"
        self.set_class(is_urgent, "-urgent")
        self.query_one("#question").display = not (advice and self._stands_alone(advice))
        box = self.query_one("#advice", Static)
        box.display = advice is not None
        if advice is not None:
            mark = "! " if is_urgent else ""
            box.border_title = "Now" if is_urgent else "Stop rule"
            source = Content.styled(clean(advice.source), "$quiet")
            words = Content.styled(f"{mark}{clean(advice.text)}", "bold")
            box.update(Content("\n\n").join([words, source]))
        self.query_one("#saved", Static).update(self._saved())
        self._show_outcome()

    def _show_outcome(self) -> None:
        """Before and after, where one is in the week, and what comes next, once the back was asked about."""
        answered, session = self._is_answered, self._session
        self.asked.display = self.scale.display = not answered
        self.query_one("#outcome").display = answered
        self.effort.hint = HINT if answered else f"tab, {HINT}"
        self.skips.update(Content(EFFORT_SKIPS if answered else SKIPS))
        if not answered:
            return
        self.slope.slopes = (Slope(session.day, session.pain_before, session.pain_after),)
        place = place_in_week(self.desk.repository, self.desk.clock, session)
        said = (
            Content.styled(_say_pain(session), "bold"),
            Content(place.done),
            Content.styled(f"Next: {place.next}", "$quiet") if place.next else Content(""),
        )
        self.query_one("#week", Static).update(Content("\n").join(line for line in said if line))

    def _saved(self) -> Content:
        if self._trouble:
            return complaint(self._trouble, is_bold=True)
        return Content.styled(keyed("Saved. Once you are back, {entry.undo} undoes it."), "$quiet")


def _say_pain(session: Session) -> str:
    """Pain before and after in words, as the slope shows them."""
    after = f"{session.pain_after} now"
    return (
        f"Pain {session.pain_before} before, {after}"
        if session.pain_before is not None
        else f"Pain {after}"
    )


def _say_effort(effort: int) -> str:
    return EFFORTS[max(least for least in EFFORTS if least <= effort)]
