"""What a routine that is led line by line needs of the world around it; a test plays it in a moment."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from backcare_tui.player.voice import Voice


class KeyInput(Protocol):
    """What a person presses, or types, while a routine is played."""

    @property
    def hint(self) -> tuple[str, ...]:
        """How to use them, a sentence or two a line."""

    @property
    def is_open(self) -> bool:
        """Whether anybody can still press one."""

    def listening(self) -> AbstractContextManager[None]:
        """Keys are heard one by one, and not shown; afterwards all is as it was."""

    def aside(self) -> AbstractContextManager[None]:
        """Meanwhile a question is answered by a whole line."""

    def wait(self, length_s: float) -> str:
        """Wait so long, less where there is a key; gives what it does, empty for none."""


class World(NamedTuple):
    """What a session needs of the world around it."""

    now: Callable[[], float]
    """Seconds of a clock that runs on while the machine sleeps."""
    sleep: Callable[[float], None]
    say: Callable[..., None]
    """Prints lines."""
    ask: Callable[[str], str] | None
    """Asks a question; None where nobody is there to answer."""
    voice: Voice | None
    keys: KeyInput | None = None
    """None where there is nothing that could be pressed."""
