"""The weeks of twelve people stand as they were read; `python -m tests.guidance.plan.people` prints them anew."""

import pytest

from tests.guidance.plan.people import LIVES, PAGE, Life, page_of

EVENTFUL = ("Cora", "Hana")
"""Those with a warning sign and a flare-up, who are walked every day."""


@pytest.mark.parametrize(
    "life",
    [
        pytest.param(each, marks=() if each.name in EVENTFUL else pytest.mark.thorough)
        for each in LIVES
    ],
    ids=lambda life: life.name,
)
def test_the_weeks_of_a_person_are_those_that_were_read(life: Life) -> None:
    assert "\n".join((*page_of(life), "")) in PAGE.read_text("utf-8")
