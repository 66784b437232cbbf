"""The check for warning signs: what is marked is kept at once, and what to do is said plainly."""

from typing import Any, NoReturn

import pytest
from textual.widgets import Digits

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.library.taxonomy import red_flags, words
from backcare_tui.screens.guidance.red_flags import RedFlags
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import click, flowing, lines, press, seen


def checks(repository: TinyRepository) -> tuple[Check, ...]:
    return repository.entries(Check)


def told(pilot: Any) -> str:
    """What stands on the screen, without the frame of what is urgent."""
    return " ".join(flowing(pilot).replace("┃", " ").split())


async def mark(pilot: Any, *ids: str) -> None:
    """Mark these signs, wherever the cursor stands."""
    screen = pilot.app.screen
    assert isinstance(screen, RedFlags)
    for id_ in ids:
        assert screen.list.select(id_)
        await press(pilot, "space")


@pytest.mark.thorough
async def test_one_key_opens_it_on_every_place(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        for place in "123456":
            await press(pilot, f"{place} W")
            assert "Do you have any of these?" in seen(pilot), place
            await press(pilot, "escape")
            assert "Do you have any of these?" not in seen(pilot), place


@pytest.mark.thorough
async def test_every_question_can_be_read_whole(app_at: AppAt, repository: TinyRepository) -> None:
    repository.set("conditions", ["pregnancy"])
    async with app_at((50, 20)) as pilot:
        await press(pilot, "W")
        for size in ((50, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await press(pilot, "home")
            read = ""
            for _ in range(len(red_flags()) + len(words("mood_flags"))):
                read += flowing(pilot)
                await press(pilot, "down")
            for flag in red_flags():
                question = " ".join(flag.question.split())
                assert question in read.replace("[ ] ", ""), (size, question)
            assert "Thoughts of self-harm" in read, size
            assert "…" not in read, size


async def test_what_is_marked_is_kept_by_done_and_says_what_to_do(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W enter ctrl+s")
        assert "Saved Mon 23 Nov: 1 marked." in seen(pilot)
        assert "Call your emergency number (112, 911, 999…), or go to" in told(pilot)
        assert "Why: Marked on Mon 23 Nov: Numb or tingling" in told(pilot)
        assert "Source: NHS Back pain 2022; Finucane 2020" in flowing(pilot)
        assert not pilot.app.screen.query_one(Digits).display
        assert "fine" not in seen(pilot)
    (check,) = checks(repository)
    assert (check.red_flags, check.mood_flags) == (("saddle_numbness",), ())
    assert (check.at, check.is_check_up) == (MONDAY, False)


async def test_the_emergency_comes_before_what_can_wait_until_the_evening(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "W")
        await mark(pilot, "weight_loss_unexplained", "fever_unwell", "chest_pain")
        assert "Done: 3 marked" in seen(pilot)
        await press(pilot, "end enter")
        text = flowing(pilot)
        order = ("Emergency", "Urgent, today", "Urgent, within days")
        assert sorted(order, key=text.index) == list(order)


@pytest.mark.parametrize("way", ["enter", "space"])
async def test_enter_and_space_mark_the_line_and_take_its_mark_away(
    app_at: AppAt, repository: TinyRepository, way: str
) -> None:
    async with app_at() as pilot:
        await press(pilot, f"W {way}")
        assert "[x] Numb" in seen(pilot)
        await press(pilot, way)
        assert "[x]" not in seen(pilot)
        assert "Do you have any of these?" in seen(pilot)
    assert checks(repository) == ()


async def test_a_list_nobody_touched_is_no_answer(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W")
        for keys in ("end enter", "ctrl+s", "n escape"):
            await press(pilot, keys)
            assert "Do you have any of these?" in seen(pilot), keys
            assert checks(repository) == (), keys
        assert "! Mark what fits, or choose None of these." in flowing(pilot)
        await press(pilot, "home enter")
        assert "! Mark what fits" not in flowing(pilot)
        await press(pilot, "escape")
        assert "the check was left: nothing recorded" in lines(pilot)[0]
    assert checks(repository) == ()


async def test_none_of_these_is_a_line_of_its_own_and_is_recorded(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W end up enter")
        assert "Saved Mon 23 Nov: none marked." in seen(pilot)
        assert "None marked. If any of these begins, press W." in flowing(pilot)
        assert not pilot.app.screen.query_one(Digits).display
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, RedFlags)
    (check,) = checks(repository)
    assert check.red_flags == check.mood_flags == ()


async def test_no_mark_goes_by_one_wrong_key(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "W space end up enter")
        assert "All marks are taken away" in seen(pilot)
        assert checks(repository) == ()
        await press(pilot, "enter")
    assert [each.red_flags for each in checks(repository)] == [()]


async def test_leaving_half_way_records_nothing_and_says_so(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W space escape")
        assert "the check was left: nothing recorded" in lines(pilot)[0]
        await press(pilot, "W")
        assert "[x]" not in seen(pilot)
        await press(pilot, "escape")
    assert checks(repository) == ()


async def test_marks_can_be_changed_afterward_in_the_same_check(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W space ctrl+s e")
        assert "[x] Numb" in seen(pilot)
        await press(pilot, "space down space ctrl+s")
        assert "urine?" in flowing(pilot)
    assert [each.red_flags for each in checks(repository)] == [("bladder_change",)]


@pytest.mark.thorough
async def test_what_stands_is_marked_when_it_is_opened_again(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Check(at=MONDAY, red_flags=("saddle_numbness",)))
    clock.move(hours=3)
    async with app_at() as pilot:
        await press(pilot, "W")
        assert "[x] Numb" in seen(pilot)
        await press(pilot, "space end up enter")
        assert "None marked." in seen(pilot)
    assert [each.red_flags for each in checks(repository)] == [("saddle_numbness",), ()]


async def test_seen_by_a_professional_lifts_it(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "W space ctrl+s D enter ctrl+s")
        assert "Saved: seen by a professional." in seen(pilot)
        assert "Call your emergency number" not in told(pilot)
        await press(pilot, "enter W")
        assert "[x]" not in seen(pilot)
    assert [
        each.is_check_up for each in sorted(checks(repository), key=lambda c: c.is_check_up)
    ] == [
        False,
        True,
    ]


async def test_the_gentle_questions_lead_to_somebody_to_call(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for region, call, number in (
            ("", "call your local crisis line (988 in the US and Canada,", ""),
            ("us", "call or text 988, or call 911, right now", "988"),
            ("ie", "call Samaritans on 116 123, or call 112 or 999,", "116 123"),
            ("europe", "call your local crisis line (116 123 in many countries)", "112"),
        ):
            repository.set("region", region or None)
            await press(pilot, "W end up up space end enter")
            assert "You are not alone." in flowing(pilot)
            assert call in told(pilot), region
            assert pilot.app.screen.query_one(Digits).value == number, region
            await press(pilot, "enter u")
        await press(pilot, "W end up up space end enter")
    assert [each.mood_flags for each in checks(repository)] == [("self_harm",)]


async def test_a_number_of_ones_own_is_the_one_to_call(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("emergency_number", "112")
    async with app_at() as pilot:
        for keys in ("space", "end up up space"):
            await press(pilot, f"W {keys} ctrl+s")
            assert pilot.app.screen.query_one(Digits).value == "112", keys
            assert "112" in flowing(pilot), keys
            await press(pilot, "enter u")
            assert checks(repository) == (), keys


async def test_what_cannot_be_kept_is_said_and_so_is_what_to_do(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise CannotKeep("The disk is full.")

    async with app_at() as pilot:
        monkeypatch.setattr(repository, "put", full)
        await press(pilot, "W space ctrl+s")
        assert "! Not saved: The disk is full." in seen(pilot)
        assert "Call your emergency number" in told(pilot)


@pytest.mark.thorough
async def test_a_second_click_marks_too(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "W")
        await click(pilot, "New chest pain")
        assert "[x] New chest pain" not in seen(pilot)
        await click(pilot, "New chest pain")
        assert "[x] New chest pain" in seen(pilot)


@pytest.mark.thorough
async def test_a_click_on_a_box_marks_at_once(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "W")
        await click(pilot, "[ ] New chest pain", right=1)
        assert "[x] New chest pain" in seen(pilot)
        await press(pilot, "end")
        await click(pilot, "Done: 1 marked", right=8)
    assert [each.red_flags for each in checks(repository)] == [("chest_pain",)]
