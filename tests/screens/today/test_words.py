"""Few words on Today: counted in the morning, at noon and in the evening, in diaries of several kinds."""

import datetime as dt
import re
from typing import Any

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import seen, settle

MOST_WORDS = 90
"""Of two letters and more, on a terminal of 80 columns and 24 rows."""
SIZES = ((80, 24), (120, 40), (200, 60))
HOURS = {"morning": 8, "noon": 13, "evening": 20}
HARD = (Pain(at=MONDAY, severity=8, is_flare=True),)
FLAGS = (Check(at=MONDAY, red_flags=("chest_pain",)),)
WEEK = tuple(
    each
    for ago in range(1, 8)
    for each in (
        Pain(at=MONDAY - dt.timedelta(days=ago), severity=8 - ago, areas=("lower-back-l",)),
        Night(night=MONDAY.date() - dt.timedelta(days=ago), bed="23:00", up="06:30"),
    )
)
DIARIES: dict[str, tuple[bool, tuple[Record, ...]]] = {
    "new": (False, ()),
    "week-old": (False, WEEK),
    "week-old, hard day": (False, (*WEEK, *HARD)),
    "week-old, red flags": (False, (*WEEK, *FLAGS)),
    "demo": (True, ()),
    "demo, hard day": (True, HARD),
    "demo, red flags": (True, FLAGS),
}
"""Whether it begins with the four months of the demo, and what is in it besides."""


def words_of(text: str) -> int:
    return len(re.findall(r"[A-Za-z][\w-]+", text))


@pytest.mark.thorough
async def test_a_small_terminal_has_few_words_at_any_hour_of_any_diary(
    app_at: AppAt, clock: FrozenClock, story: bytes, tmp_path: Any
) -> None:
    counted: dict[tuple[str, str], list[int]] = {}
    before = MONDAY
    for name, (has_story, records) in DIARIES.items():
        for moment, hour in HOURS.items():
            now = MONDAY.replace(hour=hour)
            clock.move(seconds=(now - before).total_seconds())
            before = now
            for size in SIZES:
                diary = diary_of(tmp_path / f"{len(counted)}-{size[0]}", clock, has_story, story)
                diary.add(*records)
                async with app_at(size, diary) as pilot:
                    await settle(pilot)
                    counted.setdefault((name, moment), []).append(words_of(seen(pilot)))
    table = [f"{name}, {moment}: {counts}" for (name, moment), counts in counted.items()]
    print("\n".join(["", f"words at {SIZES}", *table]))
    assert not [
        row for row, counts in zip(table, counted.values(), strict=True) if counts[0] > MOST_WORDS
    ]


def diary_of(folder: Any, clock: FrozenClock, has_story: bool, story: bytes) -> TinyRepository:  # noqa: FBT001
    folder.mkdir()
    path = folder / "diary.json"
    if has_story:
        path.write_bytes(story)
    return open_repository(path, clock)
