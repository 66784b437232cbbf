"""The same twelve weeks on real screens, at the points that matter: Today says what was reckoned, and nothing against it."""

import pytest
from textual import constants

from backcare_tui.app import BackcareApp
from tests.lived.days import LivedDiary
from tests.lived.people import PEOPLE
from tests.screens.seen import flowing, line_with, painted

P1, P2, P3 = PEOPLE
PRAISE = ("Your average pain fell", "Pain is a little lower", "Six steady weeks")


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("person", "days", "says", "never"),
    [
        # The third day of a flare, the evening that it eases, and a harder week
        (P1, 39, "take a minute for the warning-sign check", ("flare is easing", *PRAISE)),
        (P1, 43, "The flare is easing.", ("This looks like a flare-up", *PRAISE)),
        (P1, 28, "Pain was 4 on average", PRAISE),
        # The first evening of a program, once the routine was done: what is left stands beside the walk
        (P2, 1, "Morning Loosen-Up", ("this week",)),
        # A bad day of somebody who takes down no other
        (P3, 68, "Severe pain right now", ("needs 2 more days", "A few days are missing")),
        (P3, 84, "8 bad days in 4 weeks, 8 in the 4 before", ("needs 2 more days",)),
    ],
)
async def test_today_says_it_at_the_points_that_matter(
    person: object,
    days: int,
    says: str,
    never: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    assert person in PEOPLE
    diary = LivedDiary(PEOPLE[PEOPLE.index(person)])
    diary.live(days)
    diary.repository.set("boundaries_seen", diary.clock.today().isoformat())
    async with BackcareApp(diary.repository, diary.clock).run_test(size=(159, 50)) as pilot:
        await painted(pilot)
        text = flowing(pilot)
        assert says in text
        for advice in diary.seen[-1].advice:
            assert advice.text[:40] in text
        assert [words for words in never if words in text] == []


@pytest.mark.thorough
async def test_the_walk_of_a_program_stands_beside_its_routine_on_the_first_morning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
    diary = LivedDiary(P2)
    diary.live(1)
    diary.clock.move(hours=10)
    diary.repository.set("boundaries_seen", diary.clock.today().isoformat())
    async with BackcareApp(diary.repository, diary.clock).run_test(size=(120, 40)) as pilot:
        await painted(pilot)
        assert "▸ Morning Loosen-Up 6 min · week 1" in line_with(pilot, "Morning").replace(
            "   ", " "
        )
        assert "A walk 10 min · week 1" in line_with(pilot, "A walk")
