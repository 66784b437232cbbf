"""What is said while a routine is played: what happens and, in a long time, each new cue."""

from backcare_tui.player.engine import Began, Engine, Event
from backcare_tui.player.script import cue_at, cue_to_say, speech_s, spoken


class Telling:
    """Finds the words of one session; a cue waits until the sentence before it is over."""

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._cue = ""
        self._quiet_at_s = 0.0
        """When the last sentence is over, in seconds played."""

    def of(self, event: Event, engine: Engine) -> str | None:
        """What is said to an event, at once; None to be quiet."""
        words = spoken(event, engine)
        if words:
            self._begin(words, engine)
            if isinstance(event, Began) and event.segment.kind == "time":
                self._cue = cue_at(engine.timeline.blocks[event.segment.block], event.segment, 0)
        return words

    def cue(self, engine: Engine) -> str | None:
        """The cue that came up since the last one was said; asked at each look at the clock."""
        if engine.played_s < self._quiet_at_s:
            return None
        cue = cue_to_say(engine, self._cue)
        if cue is None:
            return None
        self._cue = cue
        words = f"{cue.rstrip('.')}."
        self._begin(words, engine)
        return words

    def _begin(self, words: str, engine: Engine) -> None:
        self._quiet_at_s = engine.played_s + speech_s(words)
