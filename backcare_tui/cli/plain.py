"""A routine led line by line: for a screen reader, a pipe, or a terminal that only prints lines."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from backcare_tui.cli.entry_line import said
from backcare_tui.cli.plain_pages import care, routine_head
from backcare_tui.cli.terminal import CannotDo, complain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import CannotKeep, Repository
from backcare_tui.diary.values import BadValue, read_value
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.floor import NEW_TO_FLOOR, WAY_DOWN, is_new_to_floor
from backcare_tui.guidance.profile import conditions_to_ask
from backcare_tui.guidance.safety import (
    RISE,
    STOP_RULE,
    fitted,
    gentler_today,
    reasons_to_stop,
    rise_stops,
    stop_advice,
)
from backcare_tui.library.taxonomy import name_of
from backcare_tui.player.cues import Telling
from backcare_tui.player.engine import Began, Counted, Engine, Event
from backcare_tui.player.persistence import (
    HOLD_S,
    hold,
    is_worth_keeping,
    keep_interrupted,
    keep_session,
    let_go,
)
from backcare_tui.player.session import UnderWay, session_of
from backcare_tui.player.timeline import Timeline, timeline
from backcare_tui.player.voice import Voice
from backcare_tui.text import clean, sentence_case, shortened
from backcare_tui.wording.routines import say_dose

LONGEST_NAP_S = 1.0
"""Well below the gap from which the engine takes it that the machine slept."""
SHORTEST_NAP_S = 0.01
ASKED_IN = (
    "State in the settings of the full screen what you have, and a routine fits itself to it."
)
PAIN_NOW = "Pain now, 0 to 10 (enter leaves it out)?"


class World(NamedTuple):
    """What a session needs of the world around it; a test plays it in a moment."""

    now: Callable[[], float]
    """Seconds of a clock that runs on while the machine sleeps."""
    sleep: Callable[[float], None]
    say: Callable[..., None]
    """Prints lines."""
    ask: Callable[[str], str] | None
    """Asks a question; None where nobody is there to answer."""
    voice: Voice | None


def lead(routine: Routine, repository: Repository, clock: Clock, world: World) -> Session | None:
    """Play a routine, keep it, and say what was kept; gives its entry, None where nothing was done.

    Ctrl+C ends it kindly, and keeps what was done.

    Raises:
        CannotDo: If no step of it fits with the conditions that were stated.
        CannotKeep: If what was done could not be made durable.
    """
    _settle_interrupted(repository, clock, world)
    settings = repository.settings()
    conditions = settings.conditions
    fit, _ = fitted(routine, conditions)
    plan = _plan(fit)
    head = routine_head(msgspec.structs.replace(fit, minutes=None))  # as long as it is now
    world.say(*map(clean, (*head, *care(routine, conditions))))
    if unknown := conditions_to_ask(settings, routine):
        names = ", ".join(name_of("conditions", each) for each in unknown)
        world.say(f"Parts of it are left out or done otherwise with: {names}.", ASKED_IN)
    if is_new_to_floor(routine, repository.entries(Session), conditions):
        world.say(f"{NEW_TO_FLOOR} `backcare start {WAY_DOWN}` leads down to it and up again.")
    world.say(STOP_RULE, "Ctrl+C stops, and keeps what was done.")
    before = _pain(PAIN_NOW, world)
    if advice := gentler_today(routine, before):
        _say_advice(advice, world)
        if world.ask:
            world.ask("Enter begins all the same; Ctrl+C leaves it for today.")
    snapshot = Engine(plan).snapshot()
    under_way = UnderWay(routine=fit, at=clock.now(), snapshot=snapshot, pain_before=before)
    player = _Player(under_way, plan, repository, world)
    patient = world._replace(ask=_patient(world.ask))
    return _kept(player, _played(player, patient), clock, patient)


def _plan(routine: Routine) -> Timeline:
    try:
        return timeline(routine)
    except BadValue as error:
        raise CannotDo("No exercise of it is advised with what you stated.") from error


class _Player:
    """Plays to the end, and keeps the state on the way against a crash or a closed terminal."""

    def __init__(
        self, under_way: UnderWay, plan: Timeline, repository: Repository, world: World
    ) -> None:
        self.under_way, self.plan = under_way, plan
        self.engine = Engine(plan)
        self.repository = repository
        self._world = world
        self._telling = Telling()
        self._held_at = world.now()
        self._is_told = False

    def play(self) -> None:
        """From the first segment to the last."""
        world, engine = self._world, self.engine
        self._take(engine.go_on(world.now()))
        while engine.state != "over":
            if engine.state == "paused":  # the machine slept
                if world.ask:
                    world.ask("Enter goes on.")
                self._take(engine.go_on(world.now()))
            world.sleep(min(max(engine.left_s, SHORTEST_NAP_S), LONGEST_NAP_S))
            now = world.now()
            self._take(engine.tick(now))
            if cue := self._telling.cue(engine):
                self._tell(cue)
            if abs(now - self._held_at) >= HOLD_S:
                self._hold()

    def session(self, stopped: str | None, after: int | None = None) -> Session:
        """The entry of what was done."""
        return session_of(self.under_way, self.plan, self.engine, after, stopped)

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            words = self._telling.of(event, self.engine)
            if words and isinstance(event, Counted):
                self._speak(words)
            elif words:
                self._tell(words, self._dose(event))
            if isinstance(event, Began) and event.segment.block != self.under_way.snapshot.block:
                self._hold()

    def _tell(self, words: str, more: str = "") -> None:
        """Say it, and print it with what is not worth saying."""
        self._speak(words)
        self._world.say(clean(f"{words} {more}").rstrip())

    def _speak(self, words: str) -> None:
        if self._world.voice:
            self._world.voice.say(words)

    def _dose(self, event: Event) -> str:
        """How much of an exercise there is to do, as it comes up: here nobody sees a count."""
        if not isinstance(event, Began) or event.segment.kind != "ready":
            return ""
        blocks = self.plan.blocks
        here = blocks[event.segment.block]
        sides = dict.fromkeys(each.side for each in blocks if each.step == here.step)
        return f"{sentence_case(say_dose(here.dose, tuple(sides)))}."

    def _hold(self) -> None:
        """Keep the state; where that fails it is said once, and playing goes on."""
        self._held_at = self._world.now()
        snapshot = self.engine.snapshot()
        self.under_way = msgspec.structs.replace(self.under_way, snapshot=snapshot)
        try:
            hold(self.repository, self.under_way)
        except CannotKeep as error:
            if not self._is_told:
                complain(str(error))
            self._is_told = True


def _played(player: _Player, world: World) -> str | None:
    """Play; gives the reason for which it was stopped, None for none."""
    try:
        player.play()
    except KeyboardInterrupt:
        player.engine.pause(world.now())
        if world.voice:
            world.voice.hush()
        world.say("Stopped.")
        return _reason(player, world)
    except BrokenPipeError:  # nobody reads any more
        player.engine.pause(world.now())
        if is_worth_keeping(player.engine, None):
            keep_session(player.repository, player.session(None))
        raise
    return None


def _reason(player: _Player, world: World) -> str | None:
    """Why a person stops, with what to heed; None for done for now, or where they do not say."""
    if world.ask is None:
        return None
    found = reasons_to_stop(player.engine.block.exercise)
    reasons = {str(n): each for n, each in enumerate(found, start=1)}
    world.say(*(f"{n} {name_of('stop_reasons', each)}" for n, each in reasons.items()))
    question = f"Why, 1 to {len(reasons)} (enter for done for now)?"
    while (typed := world.ask(question)) and typed not in reasons:
        world.say(f'"{shortened(typed, 40)}" is not a whole number from 1 to {len(reasons)}.')
    if typed:
        _say_advice(stop_advice(reasons[typed], player.repository.settings()), world)
    return reasons.get(typed)


def _kept(player: _Player, stopped: str | None, clock: Clock, world: World) -> Session | None:
    """Save what was done at once, then ask how it is."""
    repository = player.repository
    if not is_worth_keeping(player.engine, stopped):
        let_go(repository, player.under_way.session)
        world.say("Nothing was done yet, so nothing is kept.")
        return None
    session = player.session(stopped)
    keep_session(repository, session)
    after = _pain(PAIN_NOW, world)
    if after is not None:
        if stopped is None and rise_stops(session.pain_before, after):
            stopped = RISE
            _say_advice(stop_advice(RISE, repository.settings()), world)
        session = player.session(stopped, after)
        keep_session(repository, session)
    world.say(said("Saved", session, clock))
    return session


def _settle_interrupted(repository: Repository, clock: Clock, world: World) -> None:
    """Say what became of a session that a crash or a closed terminal left behind."""
    if session := keep_interrupted(repository):
        world.say("A session was interrupted; what was done of it is kept.")
        world.say(said("Saved", session, clock))


def _pain(question: str, world: World) -> int | None:
    """A severity; None where it is left out, or nobody is there to say."""
    while world.ask and (typed := world.ask(question)):
        try:
            severity: int = read_value(Session, "pain_before", typed)
        except BadValue as error:
            world.say(f"{error.value} is not {error.allowed}.")
        else:
            return severity
    return None


def _patient(ask: Callable[[str], str] | None) -> Callable[[str], str] | None:
    """The same questions, where Ctrl+C is no answer: what was done has yet to be kept."""
    if ask is None:
        return None

    def patiently(question: str) -> str:
        try:
            return ask(question)
        except KeyboardInterrupt:
            return ""

    return patiently


def _say_advice(advice: Advice, world: World) -> None:
    world.say(advice.text, f"Source: {advice.source}")
