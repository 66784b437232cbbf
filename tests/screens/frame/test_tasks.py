"""The commonest tasks, each by keys and by clicks alone, with what each takes; fewer is better."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.safety import conditions_that_matter
from backcare_tui.library.routines import routines
from backcare_tui.screens.frame.place import Place
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.care.made import course, visit
from tests.screens.frame.test_clicks import step
from tests.screens.frame.test_untouched import A_DAY
from tests.screens.player.playing import Seconds, wait
from tests.screens.seen import press, seen, settle, write

TYPED = "salmon and greens"
PLAYED = "played"
"""Stands for the time that a routine takes."""


class Task(msgspec.Struct, frozen=True):
    """A task, and what leads to it: `TYPED` and `PLAYED` are not counted."""

    name: str
    keys: str
    clicks: str
    of: type[Record] | None = None
    """What the diary has one more of then; nothing for what is only looked at."""
    more: int = 1


TASKS = (
    Task("pain now", "n 4 enter", "n check-in > PainScale 4 > enter save", Pain),
    Task("last night, usual times", "s enter", "s night > enter save", Night),
    Task("water", "w", "w Water", Meal),
    Task("undo", "u", "u undoes", Meal, -1),
    Task("a forgotten day", "c 4", "? help > catch up > PainScale 4", Pain),
    Task(
        "a routine, begun and finished",
        f"m enter {PLAYED} 3",
        f"m ease > enter start > {PLAYED} > PainScale 3",
        Session,
    ),
    Task(
        "a massage like the last",
        "4 a 6 3 r enter",
        "4 Massage > a visit >  6  >  3  > relaxed > enter save",
        Visit,
    ),
    Task("a meal", f"5 a {TYPED} enter", f"5 Diet > a meal   > {TYPED} > enter save", Meal),
    Task("this week", "6", "6 Trends"),
    Task("a report as PDF", "6 P P enter", "6 Trends > P report > P write PDF > enter"),
)
COUNTS = {
    "pain now": (3, 3),
    "last night, usual times": (2, 2),
    "water": (1, 1),
    "undo": (1, 1),
    "a forgotten day": (2, 3),
    "a routine, begun and finished": (3, 3),
    "a massage like the last": (6, 6),
    "a meal": (3, 3),
    "this week": (1, 1),
    "a report as PDF": (4, 4),
}
"""How many keys, and how many clicks; the text of a meal and the time of a routine beside them."""


def counted(steps: Sequence[str]) -> int:
    return sum(step not in {TYPED, PLAYED} for step in steps)


def steps_of(task: Task, way: str) -> list[str]:
    if way == "clicks":
        return task.clicks.split(" > ")
    return task.keys.replace(TYPED, "TYPED").split()


async def do(pilot: Pilot[Any], each: str, way: str) -> None:
    """One step of a task."""
    if each in {TYPED, "TYPED"}:
        await write(pilot, TYPED)
    elif each == PLAYED:
        player: Any = pilot.app.screen
        seconds = Seconds()
        seconds.now = player._now()
        player._now = seconds
        await wait(pilot, seconds, 600)
        assert type(pilot.app.screen).__name__ == "After", seen(pilot)
    elif way == "clicks":
        await step(pilot, each)
    else:
        await press(pilot, each)
        await settle(pilot)


def test_what_each_takes_is_counted() -> None:
    counts = {
        task.name: tuple(
            counted([TYPED if each == "TYPED" else each for each in steps_of(task, way)])
            for way in ("keys", "clicks")
        )
        for task in TASKS
    }
    assert counts == COUNTS


@pytest.mark.thorough
@pytest.mark.parametrize("way", ["keys", "clicks"])
async def test_every_task_is_done_and_stands_in_the_file(
    app_at: AppAt,
    repository: TinyRepository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    days = [MONDAY - A_DAY * ago for ago in range(2, 9)]
    nights = [Night(night=at.date(), bed="23:00", up="06:30") for at in days]
    repository.add(course(), visit(6), *nights, *(Pain(at=at, severity=4) for at in days))
    asked = {each for of in routines() for each in conditions_that_matter(of)}
    repository.set("conditions_asked", sorted(asked))
    failed = []
    async with app_at((120, 40)) as pilot:
        app: Any = pilot.app
        for task in TASKS:
            before = len(repository.entries(task.of)) if task.of else 0
            try:
                for each in steps_of(task, way):
                    await do(pilot, each, way)
                await settle(pilot)
                after = len(repository.entries(task.of)) if task.of else task.more
                assert after - before == task.more, seen(pilot)
            except AssertionError as error:
                failed.append((task.name, str(error)))
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await app.switch_mode("today")
            await settle(pilot)
            assert isinstance(app.screen, Place)
    assert not failed, "\n".join(f"{name}: {error}" for name, error in failed)
    assert list(tmp_path.rglob("*.pdf"))
