"""What waits for an answer on Today: its card, how it is answered, and that it goes then."""

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.guidance.advice.table import rules
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.guidance.facts_of import pains
from tests.guidance.test_cases import FALL, STANDING
from tests.screens.seen import flowing, inside, press, seen


async def test_a_fall_is_answered_from_its_card(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*FALL)
    async with app_at() as pilot:
        assert "You took down a fall, and pain since." in flowing(pilot)
        assert "flare-up" not in flowing(pilot)
        assert "i why · W check" in seen(pilot)
        await press(pilot, "i")
        assert "A fall or slip on Sat 21 Nov, and pain of up to 8 since." in flowing(pilot)
        assert "Once a professional has looked at it, press D." in flowing(pilot)
        await press(pilot, "W end up enter")
        assert "None marked." in flowing(pilot)
        await press(pilot, "enter escape")
        assert "You took down a fall" not in flowing(pilot)
    (check,) = repository.entries(Check)
    assert not check.is_check_up
    assert check.at == clock.now()


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_whatever_stands_has_its_card_and_p_lifts_it(
    app_at: AppAt, repository: TinyRepository, size: tuple[int, int]
) -> None:
    for rule, (entries, settings) in STANDING.items():
        repository.add(*entries)
        repository.set("conditions", settings.get("conditions", []))
        async with app_at(size) as pilot:
            begin = rules()[rule].text.partition(".")[0][:25]
            assert begin in inside(pilot, "Worth knowing"), rule
            await press(pilot, "i")
            assert "press D." in flowing(pilot), rule
            await press(pilot, "D enter ctrl+s escape")
            assert begin not in flowing(pilot), rule
        (answer,) = repository.entries(Check)
        assert answer.is_check_up
        repository.remove(answer.id, *(each.id for each in entries))


@pytest.mark.thorough
async def test_what_is_asked_about_is_only_to_be_answered_where_it_stands(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*pains(7, 7, 7, 7), Check(at=MONDAY))
    async with app_at() as pilot:
        await press(pilot, "i D")
        assert "press D." not in flowing(pilot)
    assert len(repository.entries(Check)) == 1
