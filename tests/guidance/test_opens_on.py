"""Where Move opens: on what is planned for about now, on a hard day on what is gentle."""

from typing import Any

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.guidance.opens_on import opens_on
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.test_agenda import diary


def planned(time: str | None) -> Plan:
    return Plan(routine="core-basics", days=("mon",), time=time)


def mild(severity: int = 2) -> Pain:
    return Pain(at=MONDAY, severity=severity)


@for_each(
    ("records", "expected"),
    [
        ((mild(),), ("morning-loosen-up", "Pain was 2 at 08:12. It is morning")),
        ((mild(), planned(None)), ("core-basics", "Planned for today.")),
        ((mild(), planned("07:30")), ("core-basics", "Planned for today, 07:30.")),
        ((mild(), planned("18:00")), ("morning-loosen-up", "Pain was 2")),
        ((mild(9), planned(None)), ("flare-up-gentle", "Pain was 9 at 08:12. Small, easy moves")),
    ],
)
def test_the_plan_comes_first_unless_the_day_or_the_hour_is_another(
    records: tuple[Record, ...], expected: tuple[str, str]
) -> None:
    found: Any = opens_on(diary(*records), FrozenClock())
    assert (found.id, found.why.startswith(expected[1])) == (expected[0], True)


def test_while_a_warning_sign_is_marked_nothing_is_pointed_at() -> None:
    assert opens_on(diary(Check(at=MONDAY, red_flags=("foot_drop",))), FrozenClock()) is None
