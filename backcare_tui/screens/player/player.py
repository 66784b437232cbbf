"""A routine, played: what is shown and heard follows the engine, and the keys lead it."""

import time
from collections.abc import Callable, Iterable
from functools import partial

import msgspec
from textual import work
from textual.app import ComposeResult

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.places import STILL
from backcare_tui.commands.player import PAUSE, PLAYING
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.safety import LEG, RISE, STOP_RULE, rise_stops
from backcare_tui.player.engine import Engine, Event, Finished, MachineSlept
from backcare_tui.player.persistence import HOLD_S, is_worth_keeping, say_done
from backcare_tui.player.session import UnderWay, session_of
from backcare_tui.player.timeline import timeline
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.player.holding import Holding
from backcare_tui.screens.player.notices import Notices
from backcare_tui.screens.player.session_screen import SessionScreen
from backcare_tui.screens.player.sessions import forget_session, save_session
from backcare_tui.screens.player.sound import Sounds
from backcare_tui.screens.player.stage import Stage
from backcare_tui.screens.player.stopping import DONE, PAUSED
from backcare_tui.widgets.desktop import tell_desktop
from backcare_tui.widgets.keys import Keys

FRAMES = 14
"""Looks at the clock in a second: enough for a movement to be smooth."""
GOES_ON = "Space goes on."
SLEPT = f"Paused while the computer slept. {GOES_ON}"


class Player(SessionScreen):
    """Full screen; it begins at once, or stands paused where a session was interrupted."""

    TITLE = "While a routine is played"
    BINDINGS = bindings(*PLAYING)
    is_warned = True
    HELP = (
        "The routine leads you through: what to do, for how long, and what comes next. "
        f"{STOP_RULE} A digit says how it is now."
    )

    def __init__(
        self,
        desk: Desk,
        under_way: UnderWay,
        *,
        is_paused: bool = False,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Play a routine, from its beginning or from where it was left.

        Args:
            desk: Where the session is kept.
            under_way: What is played, and from where.
            is_paused: Whether it waits for a key.
            now: Seconds of a clock that runs on while the machine sleeps.

        Raises:
            BadValue: If the routine cannot be played.
        """
        super().__init__(desk)
        self.plan = timeline(under_way.routine)
        self.engine = Engine(self.plan, under_way.snapshot)
        self.under_way = under_way
        self._now = now
        self._is_paused = is_paused
        self._is_over = False
        self._why = GOES_ON
        self._moved = ""
        self._held_at = now()
        self.holding = Holding(desk, self._say_trouble)
        self.sounds = Sounds(desk, lambda: self.app.bell())  # noqa: PLW0108 - of an app there is none yet
        self.sounds.make_room(self.engine)
        self.notices = Notices(desk, lambda sequence: tell_desktop(self.app, sequence))

    def compose(self) -> ComposeResult:
        """The stage and the keys."""
        self.stage = Stage()
        yield self.stage
        self.keys = Keys(STILL.action, too=(STILL.action,))
        yield self.keys

    def on_mount(self) -> None:
        """Begin."""
        if self.notices.is_wanted:
            self.run_worker(self.notices.find, thread=True, exit_on_error=False)
        self.stage.say_trouble("")
        if not self._is_paused:
            self._take(self.engine.go_on(self._now()))
        self._show()
        self.call_after_refresh(self._hold)
        self.set_interval(1 / FRAMES, self.look)

    async def on_unmount(self) -> None:
        """Closed in the middle: the next start offers to go on."""
        if self.engine.state == "over":
            self.sounds.part()
        else:
            self.sounds.hush()
        await self.keep_state()

    async def keep_state(self) -> bool:
        """Keep how far one is."""
        self._hold()
        await self.holding.settle()
        return True

    def warn(self, key: str) -> None:
        """It never holds up whoever leaves."""

    def say_moved(self, words: str) -> None:
        """Below the scene, until the session is over or another key of before is pressed."""
        self._moved = words
        self._show()

    def on_screen_suspend(self) -> None:
        """Nobody is led while another screen lies over this one."""
        if not self._is_over:
            self._pause()

    def look(self) -> None:
        """Move on to the time that it is."""
        if self._is_over or self.engine.state != "playing":
            return
        now = self._now()
        self._take(self.engine.tick(now))
        self.sounds.follow(self.engine)
        if abs(now - self._held_at) >= HOLD_S:
            self._hold()
        self._show()

    def action_pause(self) -> None:
        """Stand still, or go on."""
        if self.engine.state == "playing":
            self._pause()
        else:
            self._why = GOES_ON
            self._take(self.engine.go_on(self._now()))
        self._show()

    def on_stage_touched(self) -> None:
        """A touch does what space does."""
        self.action_pause()

    def action_back(self) -> None:
        """Back."""
        self._lead(self.engine.back)

    def action_skip(self) -> None:
        """On."""
        self._lead(self.engine.skip)

    def action_begin(self) -> None:
        """At once."""
        self._lead(self.engine.begin)

    def action_longer(self) -> None:
        """More."""
        self._lead(self.engine.longer)

    def action_shorter(self) -> None:
        """Less."""
        self._lead(self.engine.shorter)

    def action_restart(self) -> None:
        """From the beginning."""
        self._lead(self.engine.restart)

    def action_change_sound(self) -> None:
        """The next way to be heard."""
        self.sounds.change()
        keep = partial(self.desk.repository.set, "sound", self.sounds.sound)
        self.desk.saves.quietly(self.holding.keep(keep))
        self.sounds.make_room(self.engine)
        self._show()

    def action_pain_now(self, severity: int) -> None:
        """How it is now; a rise of two points ends the session."""
        said = self.under_way
        first = severity if said.pain_first is None else said.pain_first
        before = first if said.pain_before is None else said.pain_before
        self.under_way = msgspec.structs.replace(said, pain_first=first, pain_now=severity)
        if rise_stops(before, severity):
            self._end(RISE)
        else:
            self._hold()
            self._show()

    def action_ask_pain(self) -> None:
        """For those who use the mouse, and for a 10."""
        go_on = self._pause()

        def take(severity: int | None) -> None:
            if severity is not None:
                self.action_pain_now(severity)
            go_on()

        self.app.push_screen(screens.HowIsIt(), take)

    def action_leg(self) -> None:
        """The stop rule, without a question."""
        self._end(LEG)

    def action_stop(self) -> None:
        """Ask why, then end; or go on after all."""
        go_on = self._pause()

        def take(reason: str | None) -> None:
            if reason is None:
                go_on()
            elif reason != PAUSED:
                self._end(None if reason == DONE else reason)

        self.app.push_screen(screens.Stopping(self.engine.block.exercise), take)

    def _lead(self, do: Callable[[float], tuple[Event, ...]]) -> None:
        self._take(do(self._now()))
        self._show()

    def _pause(self) -> Callable[[], None]:
        """Stand still; gives what brings back how it was."""
        was_playing = self.engine.state == "playing"
        self._take(self.engine.pause(self._now()))
        self.sounds.pause(self.engine)
        if was_playing:
            self._hold()
        self._show()

        def go_on() -> None:
            if was_playing and not self._is_over and self.engine.state == "paused":
                self.action_pause()

        return go_on

    def _take(self, passed: Iterable[Event]) -> None:
        for event in passed:
            self.sounds.tell(event, self.engine)
            self.notices.tell(event, self.engine)
            match event:
                case MachineSlept():
                    self._why = SLEPT
                    self._hold()
                case Finished():
                    self._end(None)
        if self.engine.segment.block != self.under_way.snapshot.block:
            self._hold()

    def _show(self) -> None:
        if self._is_over or not self.is_attached:
            return
        said = self.under_way
        numbers = [str(each) for each in (said.pain_before, said.pain_now) if each is not None]
        pain = f"pain {' → '.join(numbers)}" if numbers else ""
        aside = " · ".join(filter(None, (self.sounds.words, pain, self._moved)))
        self.stage.show(self.engine, why=self._why, aside=aside)
        self.keys.said_now = {} if self.engine.state == "playing" else {PAUSE.action: "go on"}

    def _hold(self) -> None:
        """Hold the state, beside what is played."""
        if self._is_over:
            return
        self._held_at = self._now()
        snapshot = self.engine.snapshot()
        self.under_way = msgspec.structs.replace(self.under_way, snapshot=snapshot)
        self.holding.hold(self.under_way)

    def _say_trouble(self, words: str) -> None:
        if self.is_attached:
            self.stage.say_trouble(words)

    def _end(self, stopped: str | None) -> None:
        """Save what was done at once, then ask how it is."""
        if self._is_over:
            return
        self._take(self.engine.pause(self._now()))
        self._is_over = True
        self.holding.end()
        if self.engine.state != "over":
            self.sounds.hush()
        if not is_worth_keeping(self.engine, stopped):
            forget_session(self.desk, self.under_way.session)
            self.desk.say("nothing was played, so nothing is saved")
            self.dismiss(None)
            return
        after = self.under_way.pain_now if stopped == RISE else None
        self._go_to_after(session_of(self.under_way, self.plan, self.engine, after, stopped))

    @work
    async def _go_to_after(self, session: Session) -> None:
        troubles: list[str] = []
        await save_session(self.desk, session, troubles.append)
        done = say_done(self.plan, self.engine)
        self.app.switch_screen(screens.After(self.desk, session, done, "".join(troubles)))
