"""A session that was interrupted: it is offered once more at every start, until it is settled."""

from pathlib import Path

import msgspec
import pytest

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.check import Check
from backcare_tui.player.persistence import interrupted as find_interrupted
from backcare_tui.player.session import UnderWay
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.player.playing import Playing as ByHand
from tests.screens.player.conftest import Playing
from tests.screens.player.playing import (
    EASE,
    Seconds,
    begin,
    outcomes,
    player_of,
    sessions,
    under_way,
    wait,
)
from tests.screens.seen import click, flowing, press, seen
from tests.stored import stored

OFFER = "Morning Ease [/], begun at 08:12, was interrupted after 30 s."


def left_after(length_s: float) -> UnderWay:
    """What is kept of a session that was left after so many seconds; 30 are in the second side."""
    playing = ByHand(EASE).go_on()
    playing.wait(length_s)
    return UnderWay(routine=EASE, at=MONDAY, pain_before=3, snapshot=playing.engine.snapshot())


@pytest.fixture
def interrupted(repository: TinyRepository) -> UnderWay:
    """A session that was interrupted after 30 seconds."""
    middle = left_after(30)
    repository.set("player", middle)
    return middle


async def test_closing_the_app_in_the_middle_keeps_where_it_was(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30):
        pass
    held = under_way(repository)
    assert held is not None
    assert held == msgspec.structs.replace(left_after(30), session=held.session)
    assert sessions(repository) == ()


async def test_while_a_warning_sign_stands_it_does_not_go_on_and_is_offered_again(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay, clock: FrozenClock
) -> None:
    repository.add(Check(at=clock.now(), red_flags=("saddle_numbness",)))
    async with app_at() as pilot:
        await press(pilot, "enter")
        assert "No routine is started while this stands." in flowing(pilot)
        await press(pilot, "escape")
    assert under_way(repository) is not None


async def test_a_crash_keeps_all_but_the_last_seconds(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock, tmp_path: Path
) -> None:
    seconds = Seconds()
    async with app_at() as pilot:
        await begin(pilot, seconds)
        await wait(pilot, seconds, 30)
        left_behind = tmp_path / "left-behind.json"
        left_behind.write_bytes(diary_path.read_bytes())
    after = open_repository(left_behind, clock)
    async with app_at(diary=after) as pilot:
        assert "was interrupted after 27 s" in flowing(pilot)
        await press(pilot, "enter")
        player = player_of(pilot)
        assert player.engine.state == "paused"
        assert player.engine.segment.block == 1
        assert "right side" in seen(pilot)


async def test_it_goes_on_in_the_block_it_was_in_and_is_saved_once(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    async with app_at() as pilot:
        assert OFFER in flowing(pilot)
        await press(pilot, "enter space")
        assert player_of(pilot).engine.state == "playing"
        await press(pilot, "l")
    (saved,) = sessions(repository)
    assert saved.pain_before == 3
    assert outcomes(saved)[0] == ("knee-to-chest", "left", "done")
    assert under_way(repository) is None
    async with app_at() as pilot:
        assert "interrupted" not in seen(pilot)


async def test_k_keeps_what_was_done_as_an_entry(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    async with app_at() as pilot:
        await press(pilot, "k")
        assert "saved 08:12 · Morning Ease" in seen(pilot)
    (saved,) = sessions(repository)
    assert (saved.done_s, saved.stopped) == (30, None)
    assert under_way(repository) is None


@pytest.mark.thorough
async def test_f_or_a_click_forgets_it(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    for way in ("key", "mouse"):
        repository.set("player", interrupted)
        async with app_at() as pilot:
            assert OFFER in flowing(pilot), way
            if way == "key":
                await press(pilot, "f")
            else:
                await click(pilot, "Forget it")
            assert "interrupted" not in seen(pilot), way
        assert sessions(repository) == (), way
        assert under_way(repository) is None, way


@pytest.mark.thorough
async def test_later_offers_it_again_at_the_next_start(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    for _ in range(2):
        async with app_at() as pilot:
            assert OFFER in flowing(pilot)
            await press(pilot, "escape")
            assert "interrupted" not in seen(pilot)


@pytest.mark.thorough
async def test_another_session_does_not_take_what_was_done(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    seconds = Seconds()
    async with app_at() as pilot:
        await press(pilot, "escape")
        await begin(pilot, seconds)
    (saved,) = sessions(repository)
    assert (saved.done_s, len(saved.steps)) == (30, 2)
    held = under_way(repository)
    assert held is not None
    assert held.session != saved.id


@pytest.mark.thorough
async def test_where_nothing_was_done_there_is_nothing_to_keep(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("player", left_after(0))
    async with app_at() as pilot:
        assert "was interrupted as it began." in flowing(pilot)
        assert "Keep what was done" not in seen(pilot)
        await press(pilot, "k")
        assert "interrupted" in seen(pilot)
    assert sessions(repository) == ()


async def test_a_session_that_another_backcare_plays_is_not_forgotten(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(12) as pilot:
        player = player_of(pilot)
        other = msgspec.structs.replace(player.under_way, session=new_id())
        repository.set("player", other)
        await press(pilot, "l enter")
    held = under_way(repository)
    assert held is not None
    assert held.session == other.session


async def test_what_is_in_the_diary_already_is_not_offered(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    held = stored(repository)["player"]
    async with app_at() as pilot:
        await press(pilot, "k")
    repository.set("player", held)
    async with app_at() as pilot:
        assert "interrupted" not in seen(pilot)
    assert len(sessions(repository)) == 1


def test_a_damaged_value_is_ignored(repository: TinyRepository) -> None:
    values: tuple[object, ...] = ("no", 4, [], {}, {"routine": {"name": "x"}, "at": "soon"})
    for value in values:
        repository.set("player", value)
        assert find_interrupted(repository) is None, value


def test_exercises_that_are_gone_are_not_offered(
    repository: TinyRepository, interrupted: UnderWay
) -> None:
    assert find_interrupted(repository) == interrupted
    held = stored(repository)["player"]
    held["routine"]["steps"] = [{"exercise": "of-tomorrow"}]
    repository.set("player", held)
    assert find_interrupted(repository) is None


@pytest.mark.thorough
async def test_a_state_that_does_not_fit_the_routine_begins_it_anew(
    app_at: AppAt, repository: TinyRepository, interrupted: UnderWay
) -> None:
    held = stored(repository)["player"]
    for snapshot in (
        {"block": 1, "played_s": 9.0, "spent_s": [], "outcomes": ["open"] * 4},
        {"block": 9, "played_s": 9.0, "spent_s": [0], "outcomes": ["open"]},
    ):
        repository.set("player", held | {"snapshot": snapshot})
        async with app_at() as pilot:
            await press(pilot, "enter")
            assert player_of(pilot).engine.segment.block == 0, snapshot


@pytest.mark.thorough
async def test_another_backcare_that_kept_it_meanwhile_is_added_to(
    app_at: AppAt,
    repository: TinyRepository,
    interrupted: UnderWay,
    diary_path: Path,
    clock: FrozenClock,
) -> None:
    async with app_at() as pilot:
        await press(pilot, "enter space")
        other = open_repository(diary_path, clock)
        async with app_at(diary=other) as beside:
            await press(beside, "k")
        await press(pilot, "l")
    assert [each.stopped for each in sessions(repository)] == ["leg-symptoms"]
