"""Visits as rows: what each cell says."""

from textual.content import Content

from backcare_tui.screens.care.visit_rows import VisitRows
from tests.guidance.facts_of import day
from tests.screens.care.made import visit


def test_that_a_massage_is_one_is_said_once() -> None:
    rows = VisitRows((visit(3, kind="therapeutic"),), {}, day(0), is_narrow=False)
    _when, what, _pain, rest = rows[0].cells
    assert what == "Massage"
    assert isinstance(rest, Content)
    assert rest.plain == "60 min · therapeutic back"
