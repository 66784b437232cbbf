"""A table of steps or active minutes by day: what it says is taken, what it does not say is not made up."""

from pathlib import Path

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import read
from backcare_tui.exchange.bring_in import bring_in
from backcare_tui.insight.movement.active_days import ActiveFigures, active_days
from tests.conftest import MONDAY
from tests.exchange.reading import FILES, in_memory, read_text, told
from tests.for_each import for_each


def test_the_daily_table_of_a_phone_is_taken_with_its_minutes_and_steps(clock: Clock) -> None:
    batch = read(FILES / "daily-activity.csv", None, clock)
    assert told(batch, ActiveDay) == [
        {"day": "2024-05-01", "active_min": 42, "steps": 6210},
        {"day": "2024-05-03", "active_min": 65, "steps": 9120},
        {"day": "2024-05-05", "steps": 300},
    ]
    assert batch.refused == (
        'Line 5: date: "2024-05-03" is not a day that comes only once.',
        'Line 6: move minutes count: "many" is not a whole number such as 6200.',
    )


TABLES = {
    "day,steps": "2024-05-01,6200",
    "Date;Steps": "1 May 2024;6 200",
    "date\tactive_min\tsteps": "2024-05-01\t\t6,200",
    "Date,Total Steps,Floors": '2024-05-01,"6,200",3',
}


@for_each(("head", "row"), TABLES.items())
def test_a_table_that_one_typed_oneself_is_understood(
    head: str, row: str, tmp_path: Path, clock: Clock
) -> None:
    batch = read_text(tmp_path, f"{head}\n{row}", clock)
    assert told(batch, ActiveDay) == [{"day": "2024-05-01", "steps": 6200}]


NOT_UNDERSTOOD = {
    "floors": 'column "floors".',
    "floors,mood": 'columns "floors" and "mood".',
    ",".join(f"c{number}" for number in range(10)): '"c7" and 2 more.',
}


@for_each(("columns", "said"), NOT_UNDERSTOOD.items())
def test_columns_that_are_not_understood_are_named_once_each(
    columns: str, said: str, tmp_path: Path, clock: Clock
) -> None:
    batch = read_text(tmp_path, f"date,steps,{columns}\n2024-05-01,6200", clock)
    note = next(each for each in batch.notes if "understood" in each)
    assert note.startswith("Not understood and left out: column")
    assert note.endswith(said)


@for_each("number", ["9" * 5000, "1" + ",000" * 2000, "1e9", "²"])
def test_what_nobody_can_have_walked_is_refused_in_a_sentence(
    number: str, tmp_path: Path, clock: Clock
) -> None:
    batch = read_text(tmp_path, f'date,steps\n2024-05-01,"{number}"', clock)
    assert not batch.records
    assert batch.refused[0].startswith("Line 2: steps: ")


def test_a_day_without_a_number_is_unknown_and_today_is_not_over(
    tmp_path: Path, clock: Clock
) -> None:
    text = f"date,steps\n2024-05-01,0\n2024-05-02,\n{MONDAY.date()},4000"
    batch = read_text(tmp_path, text, clock)
    assert not batch.records
    assert "2 days without a number, or with 0, left out" in " ".join(batch.notes)
    assert "Today is not over" in " ".join(batch.notes)


def test_what_a_device_counted_stands_beside_what_was_typed_and_never_takes_its_place(
    tmp_path: Path, clock: Clock
) -> None:
    day = MONDAY.date().replace(day=20)
    diary = in_memory(clock)
    diary.add(ActiveDay(day=day, active_min=25), summary="")
    batch = read_text(tmp_path, f"date,active minutes,steps\n{day},70,9000", clock)
    for _ in range(2):
        bring_in(diary, batch, dry_run=False)
    entries = diary.entries(ActiveDay)
    assert len(entries) == 2
    assert active_days(entries, ()) == {day: ActiveFigures(25, "typed", 9000, "device")}
