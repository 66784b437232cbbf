"""The flare plan on pages for others: off until it is asked for, and without what another part or a private person tells."""

from collections.abc import Collection

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.settings import FlareWords
from backcare_tui.guidance.flare_plan import flare_plan
from backcare_tui.guidance.past_flares import past_flares
from backcare_tui.report.flare_paper import PEN, flare_paper
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.on_it import say_on_hand_over, say_on_report
from backcare_tui.report.paper import Paper
from backcare_tui.report.parts import HAND_OVER_PARTS, REPORT_PARTS
from backcare_tui.report.report import report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.guidance.facts_of import TODAY, ago
from tests.guidance.flares_of import two_flares
from tests.report.full_diary import KIM
from tests.report.page_of import MARCUS, said

LINES = ("It has passed every time.", "Walk to the corner.")
FLARE = "Flare plan"


@pytest.fixture
def with_plan(repository: TinyRepository) -> TinyRepository:
    """Two flares in the last twelve weeks, and a plan that names Marcus."""
    repository.add(MARCUS, KIM, *two_flares())
    plan = FlareWords(lines=LINES, call="Marcus Bell", person="marcus", written=TODAY)
    repository.set("flare_plan", plan)
    return repository


def report(
    repository: TinyRepository, clock: FrozenClock, parts: Collection[str], days_ago: int = 0
) -> Paper:
    span = (usual_span(clock)[0], ago(days_ago).date())
    return report_paper(report_of(repository, clock, span, (), parts), parts)


def page(repository: TinyRepository, clock: FrozenClock, parts: Collection[str]) -> Paper:
    return hand_over_paper(hand_over(repository, clock, None, None, "none", parts), parts)


def test_it_is_on_no_page_until_it_is_asked_for(
    with_plan: TinyRepository, clock: FrozenClock
) -> None:
    of = hand_over(with_plan, clock)
    paper = hand_over_paper(of)
    assert not said(paper, FLARE)
    assert "sleep, flare plan, mind" in say_on_hand_over(paper, of, ("care",))
    whole = report_of(with_plan, clock, usual_span(clock))
    assert not said(report_paper(whole), FLARE)
    assert "Not on it: flare plan, mind" in say_on_report(
        report_paper(whole), whole.about, tuple(REPORT_PARTS)
    )


def test_asked_for_it_has_own_lines_and_the_figures_on_both_pages(
    with_plan: TinyRepository, clock: FrozenClock
) -> None:
    for paper in (
        report(with_plan, clock, (*REPORT_PARTS, "flare")),
        page(with_plan, clock, (*HAND_OVER_PARTS, "flare")),
    ):
        words = said(paper, FLARE)
        assert "Written for a bad day: It has passed every time. / Walk to the corner." in words
        assert "Whom to call: Marcus Bell, physical therapist." in words
        assert "They took 4.5 days in the middle (median), from 3 to 6." in words
        assert "Heat: helped on 2 days and a little on 1, in 2 flare-ups" in words
        assert "Flare-Up Gentle: 3 times; pain 7.5 before and 5.5 after (mean of 2)" in words
        assert "Whitney 1992" in " ".join(paper.sources)


def test_it_tells_nothing_of_a_part_that_is_left_out(
    with_plan: TinyRepository, clock: FrozenClock
) -> None:
    parts = [each for each in (*REPORT_PARTS, "flare") if each not in {"movement", "pain"}]
    words = said(report(with_plan, clock, parts), FLARE)
    assert words.splitlines() == [
        "Written for a bad day: It has passed every time. / Walk to the corner.",
        "Whom to call: Marcus Bell, physical therapist.",
    ]
    words = said(report(with_plan, clock, ["pain", "flare"]), FLARE)
    assert "Heat" in words
    assert "Gentle" not in words


def test_words_of_ones_own_and_medicines_among_what_helped_are_not_told(
    with_plan: TinyRepository, clock: FrozenClock
) -> None:
    helped = Pain(
        at=ago(12, hour=6),
        severity=7,
        relievers=("sertraline", "my secret tea", "medicine", "massage"),
        relief={"sertraline": "yes"},
    )
    with_plan.add(helped)
    words = said(report(with_plan, clock, (*REPORT_PARTS, "private", "flare")), FLARE)
    assert "edicine: helped on 1 day" in words
    assert "Massage: helped" in words
    assert "sertraline" not in words.lower()
    assert "secret" not in words
    without = [each for each in (*REPORT_PARTS, "flare") if each not in {"medicines", "care"}]
    words = said(report(with_plan, clock, without), FLARE)
    assert "Heat" in words
    assert "edicine" not in words
    assert "assage" not in words


@pytest.mark.parametrize(("call", "person"), [("Kim Sorel", "kim"), ("ask kim sorel", "")])
def test_whom_one_sees_in_private_is_named_only_where_that_is_ticked(
    with_plan: TinyRepository, clock: FrozenClock, call: str, person: str
) -> None:
    with_plan.set("flare_plan", FlareWords(lines=LINES, call=call, person=person))
    assert "Whom to call" not in said(report(with_plan, clock, ("pain", "flare")), FLARE)
    told = said(report(with_plan, clock, ("pain", "flare", "private")), FLARE)
    assert "im sorel" in told.lower()


def test_a_report_of_an_earlier_time_knows_only_what_was_over_by_then(
    with_plan: TinyRepository, clock: FrozenClock
) -> None:
    words = said(report(with_plan, clock, ("pain", "flare"), days_ago=10), FLARE)
    assert "One flare-up stands in this diary from beginning to end; it took 3 days." in words
    assert "4.5" not in words


def test_own_words_on_it_are_said_to_stand_as_they_were_written(
    with_plan: TinyRepository, clock: FrozenClock
) -> None:
    parts = ("pain", "flare")
    of = hand_over(with_plan, clock, None, None, "none", parts)
    line = say_on_hand_over(hand_over_paper(of, parts), of, parts, "none")
    assert "flare plan. Not on it:" in line
    assert line.endswith("Your own words stand on it as you wrote them, whoever they name.")


def test_on_paper_what_was_not_written_is_left_to_the_pen(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Person(name="Ada"))
    paper = flare_paper(flare_plan(repository, clock, past_flares(repository, clock)), TODAY, "us")
    assert said(paper, "In your own words").splitlines() == [PEN] * 3
    assert said(paper, "Whom to call") == PEN
    assert paper.sheet == "Letter"
    assert {each.split(":")[0] for each in paper.sources} >= {"NHS Back pain 2022", "Costa 2019"}


def test_on_paper_nothing_is_said_of_the_day_on_which_it_was_printed(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*(Pain(at=ago(back), severity=6, is_flare=True) for back in (1, 0)))
    plan = flare_plan(repository, clock, past_flares(repository, clock))
    assert plan.past
    assert plan.past.now
    assert "today" not in said(flare_paper(plan, TODAY), "Your own flare-ups")
