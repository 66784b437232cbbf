"""How active days are, in the shell: taken down, listed, changed, brought from a table, and what to aim at."""

import datetime as dt
import json
from pathlib import Path

from tests.shell.conftest import Shell
from tests.shell.test_log import without_id

DAY = "2024-05-06"


def test_minutes_and_steps_of_a_day_are_one_entry(shell: Shell) -> None:
    said = shell.says("log", "active", "1h10", "--day", DAY, "--note", "garden")
    assert without_id(said) == "Saved active 1 h 10, Mon 6 May 2024"
    said = shell.says("log", "steps", "6.2k", "--day", DAY)
    assert without_id(said) == "Changed active 1 h 10 · 6,200 steps, Mon 6 May 2024"
    shell.says("log", "active", "40", "--day", DAY)
    assert shell.entry("activity") == {
        "day": DAY, "active_min": 40, "steps": 6200, "note": "garden",
    }  # fmt: skip
    shell.says("undo", "--yes")
    assert shell.entry("activity")["active_min"] == 70


def test_what_is_no_amount_is_refused_and_nothing_is_kept(shell: Shell) -> None:
    for words, sentence in {
        ("active", "2000"): 'active: "2000" is not a length',
        ("steps", "many"): 'steps: "many" is not a whole number from 0 to 200000.',
        ("steps", "900000"): 'steps: "900000" is not a whole number from 0 to 200000.',
    }.items():
        done = shell.run("log", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(sentence)
    assert not shell.diary.exists()


def test_it_is_listed_changed_exported_and_taken_in_again(shell: Shell, tmp_path: Path) -> None:
    shell.says("log", "steps", "6200", "--day", DAY)
    (listed,) = json.loads(shell.says("list", "activity", "--json"))
    shell.says("change", listed["id"][:8], "Active minutes=45")
    assert "45 min · 6,200 steps" in shell.says("list")
    shell.says("export", str(tmp_path / "all.json"))
    shell.says("remove", listed["id"][:8])
    assert "There are no such entries." in shell.run("list", "activity").stderr
    shell.says("import", str(tmp_path / "all.json"), "--with-removed")
    assert shell.entry("activity")["active_min"] == 45


def test_a_table_of_a_step_counter_is_taken_in_once_beside_what_was_typed(
    shell: Shell, tmp_path: Path
) -> None:
    shell.says("log", "active", "25", "--day", DAY)
    table = tmp_path / "steps.csv"
    table.write_text(f"Date,Step count\n{DAY},9000\n2024-05-07,4100\n")
    assert shell.says("import", str(table)).startswith("2 added")
    assert shell.says("import", str(table)).startswith("0 added, 2 known")
    assert "25 min\n" in shell.says("list", "activity")
    assert "4,100 steps · from a device" in shell.says("list", "activity")


def test_today_and_the_week_say_what_to_aim_at(shell: Shell) -> None:
    today = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)).date()
    for back in range(1, 20):
        shell.says("log", "active", "20", "--day", (today - dt.timedelta(days=back)).isoformat())
    shell.says("log", "active", "15")
    assert "active: today 15 of about 22 active minutes" in shell.says("today")
    week = json.loads(shell.says("week", "--json"))["movement"]["active"]
    assert (week["unit"], week["median"], week["target"]) == ("min", 20.0, 22)
    assert week["held_by"] is None
    said = shell.says("week")
    assert "How active: your usual day has 20 min." in said
