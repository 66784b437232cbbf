"""A routine led line by line: for a screen reader, a pipe, or a terminal that only prints lines."""

from backcare_tui.cli.entry_line import said
from backcare_tui.cli.plain_conditions import ask_conditions, caution
from backcare_tui.cli.plain_pages import care, routine_head
from backcare_tui.cli.plain_player import PlainPlayer
from backcare_tui.cli.plain_questions import ask_pain, ask_reason, patient, say_advice
from backcare_tui.cli.plain_world import World
from backcare_tui.cli.terminal import CannotDo
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.floor import NEW_TO_FLOOR, WAY_DOWN, is_new_to_floor
from backcare_tui.guidance.now import pain_just_said
from backcare_tui.guidance.safety import (
    RISE,
    STOP_RULE,
    fitted,
    gentler_today,
    rise_stops,
    stop_advice,
)
from backcare_tui.player.engine import Engine
from backcare_tui.player.introduction import room
from backcare_tui.player.pace import paced
from backcare_tui.player.persistence import (
    is_worth_keeping,
    keep_interrupted,
    keep_session,
    let_go,
)
from backcare_tui.player.session import UnderWay, session_of
from backcare_tui.player.timeline import Timeline, timeline
from backcare_tui.text import clean

STOPS = "Ctrl+C stops, and keeps what was done."


def lead(routine: Routine, repository: Repository, clock: Clock, world: World) -> Session | None:
    """Play a routine, keep it, and say what was kept; gives its entry, None where nothing was done.

    Ctrl+C ends it kindly, and keeps what was done.

    Raises:
        CannotDo: If no step of it fits with the conditions that were stated.
        CannotKeep: If what was done could not be made durable.
    """
    _settle_interrupted(repository, clock, world)
    was_asked = ask_conditions(routine, repository, world.say, world.ask) if world.ask else False
    settings = repository.settings()
    conditions = settings.conditions
    fit = paced(fitted(routine, conditions)[0], settings.getting_ready)
    plan = _plan(fit)
    engine = Engine(plan)
    engine.make_room(room(plan))
    head = routine_head(fit, engine.planned_s / 60)
    world.say(*map(clean, (*head, *care(routine, conditions))))
    world.say(*caution(routine, settings, was_asked=was_asked))
    if is_new_to_floor(routine, repository.entries(Session), conditions):
        world.say(f"{NEW_TO_FLOOR} `backcare start {WAY_DOWN}` leads down to it and up again.")
    world.say(STOP_RULE, STOPS, *(world.keys.hint if world.keys else ()))
    before = pain_just_said(repository, clock)
    if before is None:
        before = ask_pain(world)
    else:
        world.say(f"Pain before it is {before}, as you just took down.")
    if advice := gentler_today(routine, before):
        say_advice(advice, world)
        if world.ask:
            world.ask("Enter begins all the same; Ctrl+C leaves it for today.")
    snapshot = engine.snapshot()
    under_way = UnderWay(routine=fit, at=clock.now(), snapshot=snapshot, pain_before=before)
    player = PlainPlayer(under_way, engine, repository, world)
    after = world._replace(ask=patient(world.ask))
    stopped = _played(player, repository, after)
    return _kept(player, repository, stopped, clock, after)


def _plan(routine: Routine) -> Timeline:
    try:
        return timeline(routine)
    except BadValue as error:
        raise CannotDo("No exercise of it is advised with what you stated.") from error


def _played(player: PlainPlayer, repository: Repository, world: World) -> str | None:
    """Play; gives the reason for which it was stopped, None for none."""
    engine = player.engine
    try:
        stopped = player.play()
        if stopped is None:
            return None
        world.say("Stopped.")
    except KeyboardInterrupt:
        engine.pause(world.now())
        if world.voice:
            world.voice.hush()
        world.say("Stopped.")
        stopped = ask_reason(engine.block.exercise, world)
    except (BrokenPipeError, CannotDo, SystemExit):  # nobody reads any more, or it is ended
        engine.pause(world.now())
        if is_worth_keeping(engine, None):
            keep_session(repository, _session(player, None))
        raise
    if stopped:
        say_advice(stop_advice(stopped, repository.settings()), world)
    return stopped


def _kept(
    player: PlainPlayer, repository: Repository, stopped: str | None, clock: Clock, world: World
) -> Session | None:
    """Save what was done at once, then ask how it is."""
    if not is_worth_keeping(player.engine, stopped):
        let_go(repository, player.under_way.session)
        world.say("Nothing was done yet, so nothing is kept.")
        return None
    risen = player.under_way.pain_now if stopped == RISE else None
    session = _session(player, stopped, risen)
    keep_session(repository, session)
    after = ask_pain(world) if risen is None else None
    if after is not None:
        if stopped is None and rise_stops(session.pain_before, after):
            stopped = RISE
            say_advice(stop_advice(RISE, repository.settings()), world)
        session = _session(player, stopped, after)
        keep_session(repository, session)
    world.say(said("Saved", session, clock))
    return session


def _session(player: PlainPlayer, stopped: str | None, after: int | None = None) -> Session:
    """The entry of what was done."""
    engine = player.engine
    return session_of(player.under_way, engine.timeline, engine, after, stopped)


def _settle_interrupted(repository: Repository, clock: Clock, world: World) -> None:
    """Say what became of a session that a crash or a closed terminal left behind."""
    if session := keep_interrupted(repository):
        world.say("A session was interrupted; what was done of it is kept.")
        world.say(said("Saved", session, clock))
