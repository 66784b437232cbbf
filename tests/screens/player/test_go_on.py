"""A session that was interrupted: it is offered once more at every start, until it is settled."""

from pathlib import Path

import msgspec
import pytest

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.check import Check
from backcare_tui.screens.player.player import Player
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt, FrozenClock
from tests.screens.player.playing import (
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


async def leave_in_the_middle(app_at: AppAt, repository: TinyRepository) -> None:
    """Close the app after 30 seconds, in the second side."""
    seconds = Seconds()
    async with app_at() as pilot:
        await begin(pilot, seconds)
        await wait(pilot, seconds, 30)


async def test_closing_the_app_in_the_middle_keeps_where_it_was(
    app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
    held = under_way(repository)
    assert held is not None
    assert (held.snapshot.block, held.snapshot.played_s) == (1, 30)
    assert sessions(repository) == ()


async def test_while_a_warning_sign_stands_it_does_not_go_on_and_is_offered_again(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    await leave_in_the_middle(app_at, repository)
    repository.add(Check(at=clock.now(), red_flags=("saddle_numbness",)))
    async with app_at() as pilot:
        await press(pilot, "enter")
        assert "No routine is started while this stands." in flowing(pilot)
        await press(pilot, "escape")
    assert under_way(repository) is not None


async def test_a_crash_keeps_the_beginning_of_the_block(
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
        assert "was interrupted after 22 s" in flowing(pilot)
        await press(pilot, "enter")
        player = player_of(pilot)
        assert player.engine.state == "paused"
        assert player.engine.segment.block == 1
        assert "right side" in seen(pilot)


async def test_it_goes_on_in_the_block_it_was_in_and_is_saved_once(
    app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
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


async def test_k_keeps_what_was_done_as_an_entry(app_at: AppAt, repository: TinyRepository) -> None:
    await leave_in_the_middle(app_at, repository)
    async with app_at() as pilot:
        await press(pilot, "k")
        assert "saved 08:12 · Morning Ease" in seen(pilot)
    (saved,) = sessions(repository)
    assert (saved.done_s, saved.stopped) == (30, None)
    assert under_way(repository) is None


@pytest.mark.parametrize("way", ["key", "mouse"])
async def test_f_forgets_it(way: str, app_at: AppAt, repository: TinyRepository) -> None:
    await leave_in_the_middle(app_at, repository)
    async with app_at() as pilot:
        if way == "key":
            await press(pilot, "f")
        else:
            await click(pilot, "Forget it")
        assert "interrupted" not in seen(pilot)
    assert sessions(repository) == ()
    assert under_way(repository) is None


async def test_later_offers_it_again_at_the_next_start(
    app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
    for _ in range(2):
        async with app_at() as pilot:
            assert OFFER in flowing(pilot)
            await press(pilot, "escape")
            assert "interrupted" not in seen(pilot)


async def test_another_session_does_not_take_what_was_done(
    app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
    seconds = Seconds()
    async with app_at() as pilot:
        await press(pilot, "escape")
        await begin(pilot, seconds)
    (saved,) = sessions(repository)
    assert (saved.done_s, len(saved.steps)) == (30, 2)
    held = under_way(repository)
    assert held is not None
    assert held.session != saved.id


async def test_where_nothing_was_done_there_is_nothing_to_keep(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await begin(pilot, Seconds())
    async with app_at() as pilot:
        assert "was interrupted as it began." in flowing(pilot)
        assert "Keep what was done" not in seen(pilot)
        await press(pilot, "k")
        assert "interrupted" in seen(pilot)
    assert sessions(repository) == ()


async def test_a_session_that_another_backcare_plays_is_not_forgotten(
    app_at: AppAt, repository: TinyRepository
) -> None:
    seconds = Seconds()
    async with app_at() as pilot:
        player = await begin(pilot, seconds)
        await wait(pilot, seconds, 12)
        other = msgspec.structs.replace(player.under_way, session=new_id())
        repository.set("player", other)
        await press(pilot, "l enter")
    held = under_way(repository)
    assert held is not None
    assert held.session == other.session


async def test_what_is_in_the_diary_already_is_not_offered(
    app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
    held = stored(repository)["player"]
    async with app_at() as pilot:
        await press(pilot, "k")
    repository.set("player", held)
    async with app_at() as pilot:
        assert "interrupted" not in seen(pilot)
    assert len(sessions(repository)) == 1


@pytest.mark.parametrize("value", ["no", 4, [], {}, {"routine": {"name": "x"}, "at": "soon"}])
async def test_a_damaged_value_is_ignored(
    value: object, app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("player", value)
    async with app_at() as pilot:
        assert "interrupted" not in seen(pilot)


async def test_exercises_that_are_gone_are_not_offered(
    app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
    held = stored(repository)["player"]
    held["routine"]["steps"] = [{"exercise": "of-tomorrow"}]
    repository.set("player", held)
    async with app_at() as pilot:
        assert not isinstance(pilot.app.screen, Player)
        assert "interrupted" not in seen(pilot)


@pytest.mark.parametrize(
    "snapshot",
    [
        {"block": 1, "played_s": 9.0, "spent_s": [], "outcomes": ["open"] * 4},
        {"block": 9, "played_s": 9.0, "spent_s": [0], "outcomes": ["open"]},
    ],
)
async def test_a_state_that_does_not_fit_the_routine_begins_it_anew(
    snapshot: dict[str, object], app_at: AppAt, repository: TinyRepository
) -> None:
    await leave_in_the_middle(app_at, repository)
    held = stored(repository)["player"]
    repository.set("player", held | {"snapshot": snapshot})
    async with app_at() as pilot:
        await press(pilot, "enter")
        assert player_of(pilot).engine.segment.block == 0


async def test_another_backcare_that_kept_it_meanwhile_is_added_to(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    await leave_in_the_middle(app_at, repository)
    async with app_at() as pilot:
        await press(pilot, "enter space")
        other = open_repository(diary_path, clock)
        async with app_at(diary=other) as beside:
            await press(beside, "k")
        await press(pilot, "l")
    assert [each.stopped for each in sessions(repository)] == ["leg-symptoms"]
