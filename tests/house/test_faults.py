"""The small faults of `tests.faults` can all still be made: each finds its expression, once."""

from tests.faults import FAULTS, ROOT, Fault
from tests.for_each import for_each
from tests.house.source import PACKAGE


@for_each("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_finds_its_expression_and_its_tests(fault: Fault) -> None:
    assert (PACKAGE / fault.file).read_text("utf-8").count(fault.before) == 1
    assert all((ROOT / each).exists() for each in fault.tests)
