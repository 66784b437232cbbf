"""Routines for the mat: one's own, a therapist's, one of a hostile file; and what the player shows of each moment."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from backcare_tui.diary.records.routine import DoseChange, OwnExercise, Routine, RoutineStep
from backcare_tui.player.engine import Engine
from backcare_tui.player.script import cue_at, next_words, say_side, say_work, title_of
from backcare_tui.text import clean
from backcare_tui.wording.routines import say_seconds

HEBREW = "גשר איטי"
LIKE = OwnExercise(id="deep", name="Deep Step", like="mini-squat", sides="each", cue="knee out")
UNLIKE = OwnExercise(
    id="wobble", name=HEBREW, dose=DoseChange(mode="time", hold_s=65), cue="לאט, בלי כאב"
)
OWN = Routine(
    id="cd613e30-d8f1-4adf-91b7-584a2265b1f5",
    name="תרגילים של אן",
    steps=(
        RoutineStep("bird-dog", DoseChange(hold_s=5, reps=3, sets=2), note="slow"),
        RoutineStep("quad-stretch"),
        RoutineStep("deep", DoseChange(reps=5), own=LIKE),
        RoutineStep("wobble", own=UNLIKE),
        RoutineStep("box-breathing", DoseChange(hold_s=64)),
        RoutineStep("of-tomorrow"),
    ),
)
HOSTILE = '</script><img src="https://example.org/x" onerror="window.harmed=1"><b>$name'
ATTACK = Routine(
    id="a; rm -rf ~",
    name=HOSTILE,
    purpose="</title><script>window.harmed=1</script>",
    steps=(
        RoutineStep("cat-cow", note="<!--<script>" + HOSTILE),
        RoutineStep("x", own=OwnExercise(id="x", name=HOSTILE, cue=HOSTILE, like="bridge")),
    ),
)


class Seen(NamedTuple):
    """What stands on the screen at a moment."""

    name: str
    side: str
    work: str
    cue: str
    next: str
    counted: str
    status: str


def seen(engine: Engine) -> Seen:
    """What the player shows."""
    block, segment = engine.block, engine.segment
    minutes, seconds = divmod(engine.seconds_shown, 60)
    length = f"{minutes}:{seconds:02}" if segment.length_s >= 60 else str(engine.seconds_shown)
    where = f"exercise {block.step + 1} of {engine.timeline.steps}"
    return Seen(
        name=title_of(block),
        side=say_side(block.side),
        work="" if segment.kind == "turn" else say_work(engine),
        cue=clean(cue_at(block, segment, engine.elapsed_s)),
        next=clean(next_words(engine)),
        counted=str(segment.rep) if segment.kind == "rep" else length,
        status=f"{say_seconds(engine.whole_left_s)} left · {where}",
    )


def moments(engine: Engine, step_s: float) -> Iterator[Engine]:
    """The engine at each so many seconds, until it is over."""
    number = 0
    engine.go_on(0.0)
    while True:
        number += 1
        engine.tick(number * step_s)
        if engine.state == "over":
            return
        yield engine


def state_of(engine: Engine) -> list[Any]:
    """All that an engine knows, to be compared with the page's."""
    return [
        engine.state,
        engine.at,
        round(engine.elapsed_s, 3),
        round(engine.played_s, 3),
        [[each.kind, each.block, each.length_s, each.rep] for each in engine.segments],
        list(engine.outcomes),
        [round(each, 3) for each in engine.spent_s],
    ]
