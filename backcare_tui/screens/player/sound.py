"""What a session sounds like: the bell of the terminal, the voice of the system, or nothing."""

from typing import TYPE_CHECKING

from backcare_tui.diary.settings import Sound
from backcare_tui.player import introduction
from backcare_tui.player.engine import Engine, Event
from backcare_tui.player.script import rings
from backcare_tui.player.telling import Telling
from backcare_tui.screens.frame.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare_tui.player.voice import Voice


class Sounds:
    """Tells what happens, in the way that a person chose."""

    def __init__(self, desk: Desk, ring: "Callable[[], None]") -> None:
        """Begin as the setting says; a bell where it says nothing.

        Args:
            desk: Where the setting is.
            ring: Rings the bell of the terminal.
        """
        self._ring = ring
        self._telling = Telling(desk.repository.settings().counting)
        self._voice: Voice | None = None
        self._has_looked = False
        self.sound: Sound = desk.repository.settings().sound

    @property
    def words(self) -> str:
        """How it is said: `bell`, `voice`, `silent`; and that there is no voice here."""
        if self.sound == "voice" and self.voice is None:
            return "no voice here"
        return self.sound

    @property
    def voice(self) -> "Voice | None":
        """The system's own speech program; None where there is none."""
        if not self._has_looked:
            from backcare_tui.player.voice import find_voice

            self._voice, self._has_looked = find_voice(), True
        return self._voice

    def change(self) -> None:
        """From the bell to the voice where there is one, to silence, and to the bell again."""
        self.hush()
        if self.sound == "bell":
            self.sound = "voice" if self.voice else "silent"
        else:
            self.sound = "silent" if self.sound == "voice" else "bell"

    def make_room(self, engine: Engine) -> None:
        """Let the time before an exercise be long enough for what the voice says of it."""
        has_words = self.sound == "voice" and self.voice is not None
        if has_words:
            self._telling.join(engine)
        engine.make_room(introduction.room(engine.timeline) if has_words else {})

    def tell(self, event: Event, engine: Engine) -> None:
        """Let an event be heard."""
        if self.sound == "bell" and rings(event):
            self._ring()
        elif self.sound == "voice" and self.voice and (words := self._telling.of(event, engine)):
            self.voice.say(words)
        else:
            self.follow(engine)

    def follow(self, engine: Engine) -> None:
        """Let be heard what came up meanwhile; only a voice has words for it."""
        if self.sound == "voice" and self.voice and (due := self._telling.due(engine)):
            self.voice.say(" ".join(line.words for line in due))

    def pause(self, engine: Engine) -> None:
        """End what is being spoken; as it goes on, it is said where one is."""
        if self.sound == "voice" and self.voice:
            self._telling.break_off(engine)
        self.hush()

    def hush(self) -> None:
        """End what is being spoken."""
        if self._voice:
            self._voice.hush()

    def part(self) -> None:
        """Let the last words be spoken to their end."""
        if self._voice:
            self._voice.part()
