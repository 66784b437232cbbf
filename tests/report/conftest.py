"""The five diaries with their papers, made once for all tests that reckon them anew."""

from typing import NamedTuple

import pytest

from backcare_tui.diary.repository import Repository
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.paper import Paper
from backcare_tui.report.report import report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.store import open_repository
from tests.conftest import FrozenClock
from tests.report.five_diaries import MADE
from tests.report.recomputed import Recomputed


class Case(NamedTuple):
    """A diary, its papers, and its file as it is reckoned anew for the time of each."""

    repository: Repository
    report: Paper
    page: Paper
    truth: Recomputed
    """For the report."""
    of_page: Recomputed
    """For the hand-over page."""


@pytest.fixture(scope="session", params=MADE, ids=lambda make: make.__name__)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """One of the five diaries, with the report of twelve weeks and the page of six."""
    path, clock = tmp_path_factory.mktemp("diary") / "diary.json", FrozenClock()
    repository = open_repository(path, clock)
    repository.add(*request.param(clock))
    of, page = report_of(repository, clock, usual_span(clock)), hand_over(repository, clock)
    return Case(
        repository,
        report_paper(of),
        hand_over_paper(page),
        Recomputed(path, clock.today(), of.about.days),
        Recomputed(path, clock.today(), page.days),
    )
