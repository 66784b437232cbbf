"""A routine on the screen, with seconds that a test steps by hand."""

from typing import Any

import msgspec
from textual.pilot import Pilot

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.player.session import UnderWay, read_under_way
from backcare_tui.screens.player.before import Before
from backcare_tui.screens.player.player import Player
from backcare_tui.store.tiny import TinyRepository
from tests.screens.seen import painted, press
from tests.stored import stored

EASE = Routine(
    id="ease",
    name="Morning Ease [/]",
    steps=(
        RoutineStep("knee-to-chest", dose=DoseChange(hold_s=10, reps=1)),
        RoutineStep("pelvic-tilt", dose=DoseChange(reps=3, rep_s=4)),
        RoutineStep("belly-breathing", dose=DoseChange(hold_s=60)),
    ),
)
"""Both sides of a hold (8+4+10, 6+4+10), three repetitions (8+3x4), a minute of breathing (8+60)."""
WHOLE_S = 42 + 20 + 68


class Seconds:
    """A clock that stands still until it is stepped."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def app_of(pilot: Pilot[Any]) -> BackcareApp:
    assert isinstance(pilot.app, BackcareApp)
    return pilot.app


def player_of(pilot: Pilot[Any]) -> Player:
    assert isinstance(pilot.app.screen, Player)
    return pilot.app.screen


async def open_before(
    pilot: Pilot[Any], seconds: Seconds, routine: Routine = EASE, conditions: tuple[str, ...] = ()
) -> None:
    """Go to what is asked before a routine, with all conditions asked."""
    repository = app_of(pilot).repository
    if repository.read_only is None:
        from backcare_tui.guidance.safety import conditions_that_matter

        repository.set("conditions_asked", list(conditions_that_matter(routine)))
        repository.set("conditions", list(conditions))
    await pilot.app.push_screen(Before(app_of(pilot).desk, routine, now=seconds))
    await painted(pilot)


async def begin(
    pilot: Pilot[Any], seconds: Seconds, key: str = "3", routine: Routine = EASE
) -> Player:
    """Begin to play, after this key for pain before."""
    await open_before(pilot, seconds, routine)
    await press(pilot, key)
    return player_of(pilot)


async def wait(pilot: Pilot[Any], seconds: Seconds, length_s: float) -> None:
    """Let time pass, second by second, as it does."""
    while length_s > 0:
        step = min(length_s, 1.0)
        seconds.now += step
        length_s -= step
        if isinstance(pilot.app.screen, Player):
            pilot.app.screen.look()
    await painted(pilot)


def sessions(repository: TinyRepository) -> tuple[Session, ...]:
    return repository.entries(Session)


def under_way(repository: TinyRepository) -> UnderWay | None:
    held = stored(repository).get("player")
    return None if held is None else read_under_way(held)


def outcomes(session: Session) -> list[tuple[str, str | None, str]]:
    return [(step.exercise, step.side, step.outcome) for step in session.steps]


def with_steps(*steps: RoutineStep) -> Routine:
    return msgspec.structs.replace(EASE, steps=steps)
