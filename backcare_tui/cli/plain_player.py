"""Plays a routine line by line, and does what a key asks for."""

from collections.abc import Callable, Iterable
from contextlib import nullcontext

import msgspec

from backcare_tui.cli.plain_questions import ask_pain
from backcare_tui.cli.plain_world import World
from backcare_tui.cli.terminal import complain
from backcare_tui.diary.repository import CannotKeep, Repository
from backcare_tui.guidance.safety import LEG, RISE, rise_stops
from backcare_tui.player.engine import Engine, Event, MachineSlept
from backcare_tui.player.introduction import say_length
from backcare_tui.player.persistence import HOLD_S, hold
from backcare_tui.player.script import say_side, title_of
from backcare_tui.player.session import UnderWay
from backcare_tui.player.telling import Telling
from backcare_tui.text import clean, read_whole, shortened

LONGEST_NAP_S = 1.0
"""Well below the gap from which the engine takes it that the machine slept."""
SHORTEST_NAP_S = 0.01
GOES_ON = "Space or enter goes on."


class PlainPlayer:
    """Plays to the end, and keeps the state on the way against a crash or a closed terminal."""

    def __init__(
        self, under_way: UnderWay, engine: Engine, repository: Repository, world: World
    ) -> None:
        """Stand at the beginning.

        Args:
            under_way: What is played.
            engine: Plays it, second by second.
            repository: Where the state is kept.
            world: The clock, the lines, the voice and the keys.
        """
        self.under_way, self.engine = under_way, engine
        self._repository = repository
        self._world = world
        self._telling = Telling(repository.settings().counting)
        self._held_at = world.now()
        self._is_told = False
        self._is_mute = world.voice is None
        self._stopped: str | None = None

    def play(self) -> str | None:
        """From the first segment to the last; gives the stop rule's reason where it ended before.

        Raises:
            KeyboardInterrupt: If the person stops.
        """
        keys = self._world.keys
        with keys.listening() if keys else nullcontext():
            self._take(self.engine.go_on(self._world.now()))
            while self.engine.state != "over" and self._stopped is None:
                if self._is_paused():
                    self._stand()
                else:
                    self._move_on()
        return self._stopped

    def _move_on(self) -> None:
        """Until something is to be said, or a key is pressed."""
        world = self._world
        length_s = min(max(self._telling.quiet_s(self.engine), SHORTEST_NAP_S), LONGEST_NAP_S)
        command = ""
        if world.keys:
            command = world.keys.wait(length_s)
        else:
            world.sleep(length_s)
        self._take(self.engine.tick(world.now()))
        if abs(world.now() - self._held_at) >= HOLD_S:
            self._hold()
        self._obey(command)

    def _stand(self) -> None:
        """Until somebody goes on; at once where nobody can."""
        world = self._world
        command = "pause"
        if world.keys and world.keys.is_open:
            command = world.keys.wait(LONGEST_NAP_S)
        elif world.ask:
            world.ask("Enter goes on.")
        self._obey("pause" if command == "begin" else command)

    def _obey(self, command: str) -> None:
        """Do what a key asks for; a number is pain now."""
        if not command or self.engine.state == "over":
            return
        if (severity := read_whole(command, 0, 10)) is not None:
            self._take_pain(severity)
        elif do := self._commands().get(command):
            do()
        else:
            words = shortened(clean(command), 20)
            self._world.say(f'"{words}" is no key here; ? names those there are.')

    def _commands(self) -> dict[str, Callable[[], None]]:
        engine = self.engine
        return {
            "pause": self._pause_or_go_on,
            "begin": lambda: self._lead(engine.begin),
            "skip": lambda: self._lead(engine.skip),
            "back": lambda: self._lead(engine.back),
            "restart": lambda: self._lead(engine.restart),
            "longer": lambda: self._change(engine.longer),
            "shorter": lambda: self._change(engine.shorter),
            "change_sound": self._change_sound,
            "ask_pain": self._ask_pain,
            "leg": self._stop_for_the_leg,
            "stop": self._stop,
            "help": self._help,
        }

    def _is_paused(self) -> bool:
        return self.engine.state == "paused"

    def _pause_or_go_on(self) -> None:
        if self._is_paused():
            self._take(self.engine.go_on(self._world.now()))
            return
        self._pause()
        if self._is_paused():
            self._world.say(f"Paused. {GOES_ON}")

    def _pause(self) -> None:
        """Stand still, and be quiet."""
        self._take(self.engine.pause(self._world.now()))
        self._telling.break_off(self.engine)
        self._hush()
        self._hold()

    def _lead(self, do: Callable[[float], tuple[Event, ...]]) -> None:
        """Elsewhere; where it is paused, it is named at least."""
        self._hush()
        self._take(do(self._world.now()))
        if self._is_paused():
            block = self.engine.block
            name = ", ".join(filter(None, (title_of(block), say_side(block.side))))
            self._world.say(f"{name}. {GOES_ON}")

    def _change(self, do: Callable[[float], tuple[Event, ...]]) -> None:
        """More or less of this; how much it is now is said, where it changed."""
        before = self.engine.segments
        self._take(do(self._world.now()))
        if self.engine.state == "over":
            return
        segment = self.engine.segment
        is_rep = segment.kind == "rep"
        much = f"{self.engine.reps} times" if is_rep else say_length(segment.length_s)
        words = f"Now {much}." if self.engine.segments is not before else f"It stays at {much}."
        self._world.say(words)

    def _change_sound(self) -> None:
        if self._world.voice is None:
            self._world.say("It is not spoken; backcare start with --voice is.")
            return
        self._hush()
        self._is_mute = not self._is_mute
        self._world.say(f"The voice is {'off' if self._is_mute else 'on'}.")

    def _ask_pain(self) -> None:
        """A number of two digits has room here."""
        world = self._world
        if world.ask is None or world.keys is None:
            world.say("Type the number, 0 to 10.")
            return
        was_playing = self.engine.state == "playing"
        if was_playing:
            self._pause()
        with world.keys.aside():
            severity = ask_pain(world)
        if severity is not None:
            self._take_pain(severity)
        if was_playing and self._stopped is None:
            self._take(self.engine.go_on(world.now()))

    def _take_pain(self, severity: int) -> None:
        """How it is now; a rise of two points ends the session."""
        said = self.under_way
        first = severity if said.pain_first is None else said.pain_first
        before = first if said.pain_before is None else said.pain_before
        self.under_way = msgspec.structs.replace(said, pain_first=first, pain_now=severity)
        self._world.say(f"Pain now {severity}.")
        if rise_stops(before, severity):
            self._end(RISE)
        else:
            self._hold()

    def _stop_for_the_leg(self) -> None:
        self._end(LEG)

    def _end(self, reason: str) -> None:
        self._take(self.engine.pause(self._world.now()))
        self._hush()
        self._stopped = reason

    def _stop(self) -> None:
        raise KeyboardInterrupt

    def _help(self) -> None:
        if self._world.keys:
            self._world.say(*self._world.keys.hint)

    def _take(self, events: Iterable[Event]) -> None:
        for event in events:
            if words := self._telling.of(event, self.engine):
                self._tell(words)
            if isinstance(event, MachineSlept) and self._world.keys:
                self._world.say(GOES_ON)
        for line in self._telling.due(self.engine):
            self._tell(line.words)
        if self.engine.segment.block != self.under_way.snapshot.block:
            self._hold()

    def _tell(self, words: str) -> None:
        """Say it, and print it."""
        if self._world.voice and not self._is_mute:
            self._world.voice.say(words)
        self._world.say(clean(words))

    def _hush(self) -> None:
        if self._world.voice:
            self._world.voice.hush()

    def _hold(self) -> None:
        """Keep the state; where that fails it is said once, and playing goes on."""
        self._held_at = self._world.now()
        snapshot = self.engine.snapshot()
        self.under_way = msgspec.structs.replace(self.under_way, snapshot=snapshot)
        try:
            hold(self._repository, self.under_way)
        except CannotKeep as error:
            if not self._is_told:
                complain(str(error))
            self._is_told = True
