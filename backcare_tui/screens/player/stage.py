"""The face of the player: what is done now, how long, how, and what comes next."""

from itertools import groupby

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from backcare_tui.library.figures import Figure, figure_of
from backcare_tui.player.engine import Engine
from backcare_tui.player.motion import RETURN_S, place_at
from backcare_tui.player.script import (
    breath_at,
    cue_at,
    next_words,
    say_side,
    say_work,
    title_of,
)
from backcare_tui.player.timeline import LEAD, Segment
from backcare_tui.screens.frame.breakpoints import is_vast
from backcare_tui.text import clean
from backcare_tui.widgets.player.breath import BreathPacer
from backcare_tui.widgets.player.countdown import Countdown
from backcare_tui.widgets.player.figure_view import FigureView
from backcare_tui.widgets.player.letters import draw_words
from backcare_tui.widgets.player.progress import Progress, Stretch
from backcare_tui.wording.routines import say_seconds

PAUSED = "PAUSED"
LONG_S = 60
"""From this length on a countdown has minutes."""
LARGE = Size(100, 30)
"""From this size on name, side and cue are to be read from two meters."""


class StageLine(Static):
    """Words that are painted only when they change."""

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own word
        """Nothing yet."""
        super().__init__(id=id, markup=False)
        self.words = ""

    def say(self, words: str) -> None:
        """Show other words."""
        if words != self.words:
            self.words = words
            self.update(Content(clean(words)), layout=False)


class LargeLine(StageLine):
    """Words in large letters where there is room for them, else as they are."""

    def render(self) -> Content:
        """As large as they can be."""
        words = clean(self.words)
        is_huge = is_vast(self.app.size)
        return Content("\n".join(draw_words(words, *self.size, is_huge=is_huge)) or words)

    def on_resize(self) -> None:
        """There may be room now, or none any more."""
        self.refresh()


class Stage(Vertical):
    """Shows an engine as it stands; it is told whenever that may have changed."""

    class Touched(Message):
        """The figure or the countdown was clicked."""

    def __init__(self) -> None:
        """Empty until `show`."""
        super().__init__()
        self._exercise = ""
        self._figure: Figure | None = None
        self._shown: tuple[object, ...] = ()
        self._here: Segment | None = None
        self._past: Segment | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom, as CSS lays it out for the room."""
        self.name_line, self.side = LargeLine("name"), LargeLine("side")
        self.work = StageLine("work")
        self.picture, self.breath = FigureView(), BreathPacer()
        self.countdown = Countdown()
        self.cue, self.next, self.status = LargeLine("cue"), StageLine("next"), StageLine("status")
        self.trouble = StageLine("trouble")
        self.progress = Progress()
        self._take_size()
        with Container(id="head"):
            with Container(id="called"):
                yield self.name_line
                yield self.side
            yield self.work
        with Container(id="scene"):
            with Container(id="picture"):
                yield self.picture
                yield self.breath
            yield self.countdown
        yield self.cue
        yield self.next
        yield self.progress
        yield self.status
        yield self.trouble

    def on_resize(self) -> None:
        """Words are large where there is room."""
        self._take_size()

    def _take_size(self) -> None:
        width, height = self.app.size
        self.set_class(width >= LARGE.width and height >= LARGE.height, "-large")

    def on_click(self, event: events.Click) -> None:
        """A touch of the scene is the largest button there is."""
        if event.widget in {self.picture, self.breath, self.countdown}:
            self.post_message(self.Touched())

    def show(self, engine: Engine, *, why: str, aside: str) -> None:
        """Show this moment.

        Args:
            engine: How the session stands.
            why: Why it is paused, or how to go on; it is shown while it is.
            aside: What else is worth knowing, such as how it sounds.
        """
        self._show_movement(engine)
        here = (engine.segments, engine.segment, engine.seconds_shown, engine.state, why, aside)
        if here != self._shown:
            self._shown = here
            self._show_words(engine, why, aside)

    def say_trouble(self, words: str) -> None:
        """Say what went wrong; nothing is empty."""
        self.trouble.say(f"! {words}" if words else "")
        self.trouble.display = bool(words)

    def _show_movement(self, engine: Engine) -> None:
        block, segment = engine.block, engine.segment
        breath = block.exercise.breath if segment.kind == "time" else None
        self.set_class(breath is not None, "-breathing")
        if breath is not None:
            now = breath_at(breath, engine.elapsed_s)
            self.breath.is_still = self.app.animation_level == "none"
            self.breath.fill, self.breath.left_s = now.fill, now.left_s
            self.breath.word = {"in": "breathe in", "out": "breathe out"}.get(now.phase, now.phase)
            return
        if block.exercise.id != self._exercise:
            self._exercise, self._figure = block.exercise.id, figure_of(block.exercise)
            self.picture.figure = self._figure
        if self._figure is None:
            return
        before = self._before(engine)
        is_let_go = before is not None and before.kind == "hold" and segment.kind != "ready"
        is_leaving = is_let_go and segment.kind == "turn" and engine.elapsed_s < RETURN_S
        side = engine.timeline.blocks[before.block].side if before and is_leaving else block.side
        dose = block.dose
        self.picture.side = side
        self.picture.is_marked = segment.kind == "hold"
        self.picture.at = place_at(
            self._figure,
            segment.kind,
            engine.fraction,
            min(dose.hold_s / dose.rep_s, 1.0) if dose.rep_s else 0.0,
            length_s=segment.length_s,
            follows_hold=is_let_go,
        )

    def _before(self, engine: Engine) -> Segment | None:
        """The segment before this one; looked for once."""
        if engine.segment is not self._here:
            self._here = engine.segment
            place = engine.segments.index(self._here)
            self._past = engine.segments[place - 1] if place else None
        return self._past

    def _show_words(self, engine: Engine, why: str, aside: str) -> None:
        block, segment = engine.block, engine.segment
        is_paused = engine.state == "paused"
        side, work = say_side(block.side), say_work(engine)
        self.name_line.say(title_of(block))
        self.side.say(side)
        self.set_class(bool(side), "-sided")
        self.work.say(" · ".join(filter(None, (side, "" if segment.kind == "turn" else work))))
        self.cue.say(cue_at(block, segment, engine.elapsed_s))
        self.set_class(is_paused, "-paused")
        self.next.say(why if is_paused else next_words(engine))
        self._show_count(engine, is_paused=is_paused)
        self.progress.stretches = stretches(engine)
        left = f"{say_seconds(engine.whole_left_s)} left"
        where = f"exercise {block.step + 1} of {engine.timeline.steps}"
        self.status.say(" · ".join(filter(None, (left, where, aside))))

    def _show_count(self, engine: Engine, *, is_paused: bool) -> None:
        segment, count = engine.segment, self.countdown
        is_long = segment.length_s >= LONG_S
        count.template = "0:00" if is_long else "00"
        count.set_class(segment.kind in LEAD, "-lead")
        count.set_class(is_paused, "-still")
        if is_paused:
            count.text = PAUSED
        elif segment.kind == "rep":
            count.text = str(segment.rep)
        else:
            minutes, seconds = divmod(engine.seconds_shown, 60)
            count.text = f"{minutes}:{seconds:02}" if is_long else str(engine.seconds_shown)


def stretches(engine: Engine) -> tuple[Stretch, ...]:
    """The exercises of a session, as the bar shows them."""
    found = []
    lengths = [0.0] * len(engine.timeline.blocks)
    for segment in engine.segments:
        lengths[segment.block] += segment.length_s
    numbers = range(len(lengths))
    for _, group in groupby(numbers, key=lambda n: engine.timeline.blocks[n].step):
        own = tuple(group)
        whole = sum(lengths[n] for n in own)
        over = sum(lengths[n] for n in own if engine.outcomes[n] == "done")
        here = engine.segment.block
        if here in own and engine.outcomes[here] == "open" and engine.state != "over":
            over += lengths[here] - (engine.whole_left_s - sum(lengths[here + 1 :]))
        is_skipped = all(engine.outcomes[n] == "skipped" for n in own)
        found.append(Stretch(whole, min(over / whole, 1.0) if whole else 0.0, is_skipped))
    return tuple(found)
