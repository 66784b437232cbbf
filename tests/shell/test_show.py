"""`backcare list`, `today` and `week`: plain lines for a person, JSON for a program."""

import datetime as dt
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.cli import today as todays
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.shell.conftest import Shell


def at(day: str, time: str = "08:00") -> str:
    """A moment one hour east of Greenwich."""
    return f"2024-{day}T{time}:00+01:00"


LISTED: dict[str, list[dict[str, Any]]] = {
    "pain": [
        {
            "id": "aaaaaaaa-1",
            "at": at("05-06"),
            "severity": 4,
            "areas": ["lower-back-l"],
            "qualities": ["stiff"],
            "note": "on\nwaking \x1b[31m\x9b[/]",
        },
        {"id": "aaaaaaaa-2", "at": at("05-08"), "severity": 2},
    ],
    "sleep": [
        {
            "id": "bbbbbbbb-1",
            "night": "2024-05-06",
            "bed": "23:20",
            "up": "06:45",
            "latency_min": 45,
            "awakenings": 2,
            "quality": 4,
        },
        {"id": "bbbbbbbb-2", "night": "2024-05-07", "quality": 1},
    ],
    "visit": [
        {
            "id": "cccccccc-1",
            "at": at("05-06", "17:00"),
            "treatment": "massage",
            "minutes": 60,
            "pain_before": 6,
            "pain_after": 3,
        }
    ],
    "meal": [
        {"id": "dddddddd-1", "at": at("05-07", "13:00"), "meal": "lunch", "text": "Salmon, greens"},
        {"id": "dddddddd-2", "at": at("05-07", "10:00"), "meal": "drink", "coffees": 2},
    ],
}


def test_entries_are_listed_newest_first_with_nothing_that_moves_the_cursor(shell: Shell) -> None:
    shell.write(LISTED)
    assert shell.says("list").splitlines() == [
        "2024-05-08 08:00  aaaaaaaa  Pain  2 mild",
        "2024-05-07 13:00  dddddddd  Lunch  Salmon, greens",
        "2024-05-07 10:00  dddddddd  Coffee  2",
        "2024-05-07        bbbbbbbb  Night  very poor",
        "2024-05-06 17:00  cccccccc  Massage  60 min · 6 → 3",
        (
            "2024-05-06 08:00  aaaaaaaa  Pain  4 moderate · lower back left · stiff"
            "  on waking \ufffd[31m\ufffd[/]"
        ),
        "2024-05-06 06:45  bbbbbbbb  Night  6 h 40 · woke twice · good",
    ]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("pain",), ["aaaaaaaa-2", "aaaaaaaa-1"]),
        (("session",), []),
        (("--from", "2024-05-07"), ["aaaaaaaa-2", "dddddddd-1", "dddddddd-2", "bbbbbbbb-2"]),
        (("--from", "2024-05-07", "--to", "2024-05-07", "meal"), ["dddddddd-1", "dddddddd-2"]),
        (("--find", "WAKING"), ["aaaaaaaa-1"]),
        (("--find", "salmon"), ["dddddddd-1"]),
        (("--to", "2023-01-01"), []),
    ],
)
def test_a_list_can_be_narrowed(shell: Shell, words: tuple[str, ...], ids: list[str]) -> None:
    shell.write(LISTED)
    assert [entry["id"] for entry in json.loads(shell.says("list", *words, "--json"))] == ids


def test_a_list_whose_last_day_lies_before_its_first_is_refused(shell: Shell) -> None:
    done = shell.run("list", "--from", "2024-05-07", "--to", "2024-05-06")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'from: "2024-05-07" is not on or before 2024-05-06.\n'


def test_a_list_for_programs_holds_the_documents_in_ascii(shell: Shell) -> None:
    shell.write(LISTED)
    said = shell.says("list", "pain", "--to", "2024-05-06", "--json")
    assert json.loads(said) == [
        {"table": "pain", "updated": "2024-01-01T00:00:00+01:00", **LISTED["pain"][0]}
    ]
    assert said.isascii()
    assert all(line.isprintable() for line in said.splitlines())


def test_an_empty_list_has_no_lines(shell: Shell) -> None:
    done = shell.run("list")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "There are no such entries.\n"


def test_entries_of_one_minute_are_listed_newest_first_as_they_were_made(shell: Shell) -> None:
    for severity in "12453":
        shell.says("log", "pain", severity, "--at", "2024-05-06 08:10")
    shell.says("log", "water", "300", "--at", "2024-05-06 08:10")
    made = [line.split()[-2] for line in shell.says("list").splitlines()]
    assert made == ["300", "3", "5", "4", "2", "1"]
    assert [each["severity"] for each in json.loads(shell.says("list", "pain", "--json"))] == [
        3, 5, 4, 2, 1,
    ]  # fmt: skip


def test_the_hour_that_comes_twice_is_listed_newest_first(shell: Shell) -> None:
    first, second = "2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00"
    shell.write({"pain": [{"at": second, "severity": 2}, {"at": first, "severity": 1}]})
    assert [line.split()[-2] for line in shell.says("list").splitlines()] == ["2", "1"]


def test_what_was_made_in_the_east_today_is_listed_with_today(shell: Shell) -> None:
    hour_ago = dt.datetime.now(dt.UTC).replace(microsecond=0) - dt.timedelta(hours=1)
    east = hour_ago.astimezone(dt.timezone(dt.timedelta(hours=14)))
    west = "Etc/GMT+12"  # the clock is 26 hours back there: the entry has a day to come
    shell.write({"pain": [{"at": east.isoformat(), "severity": 7}]})
    listed = shell.run("list", "--from", "today", "--to", "today", TZ=west)
    assert "7 severe" in listed.stdout
    assert "pain 7 severe" in shell.run("today", "--short", TZ=west).stdout


WEEK: dict[str, list[dict[str, Any]]] = {
    "pain": [
        {"at": at("05-01"), "severity": 5},
        {"at": at("05-02"), "severity": 4},
        {"at": at("05-02", "20:00"), "severity": 6},
        {"at": at("05-05", "23:59"), "severity": 5},
        {"at": at("05-06"), "severity": 4, "areas": ["lower-back-l"]},
        {"at": at("05-06", "20:00"), "severity": 6, "areas": ["neck-back", "lower-back-l"]},
        {"at": at("05-07"), "severity": 3, "areas": ["lower-back-l"]},
        {"at": at("05-09"), "severity": 2},
        {"at": at("05-13"), "severity": 10, "areas": ["groin"]},
    ],
    "sleep": [
        {"night": "2024-05-03", "asleep_min": 400},
        {
            "night": "2024-05-06",
            "bed": "23:00",
            "up": "07:00",
            "latency_min": 20,
            "awake_min": 10,
            "quality": 4,
        },
        {"night": "2024-05-07", "bed": "22:30", "up": "06:30"},
        {"night": "2024-05-08", "asleep_min": 390, "quality": 2},
        {"night": "2024-05-13", "asleep_min": 60, "quality": 1},
    ],
    "session": [
        {"at": at("05-06"), "routine": "morning", "done_s": 360},
        {"at": at("05-08"), "routine": "morning", "done_s": 90},
        {"at": at("05-12"), "routine": "morning"},
        {"at": at("05-13"), "routine": "morning", "done_s": 60},
    ],
    "plan": [
        {"routine": "morning", "days": ["mon", "tue", "wed", "thu", "fri"], "since": "2024-05-07"},
        {"routine": "bedtime", "days": ["mon"], "until": "2024-05-06"},
        {"treatment": "massage", "days": ["sun"]},
        {"routine": "later", "days": ["mon"], "since": "2024-05-13"},
    ],
    "visit": [
        {"at": at("05-06"), "treatment": "massage", "pain_before": 6, "pain_after": 3},
        {"at": at("05-07"), "treatment": "acupuncture", "pain_before": 4, "pain_after": 4},
        {"at": at("05-08"), "treatment": "acupuncture", "pain_before": 9},
    ],
    "meal": [
        {"at": at("05-06"), "meal": "lunch", "text": "fish", "tags": ["oily-fish", "vegetables"]},
        {"at": at("05-07"), "meal": "dinner", "text": "fish", "tags": ["oily-fish"]},
        {"at": at("05-07"), "meal": "drink", "water_ml": 300},
        {"at": at("05-08"), "meal": "drink", "water_ml": 500},
        {"at": at("05-08"), "meal": "drink", "coffees": 2},
        {"at": at("05-12", "23:59"), "meal": "drink", "alcohol_units": 1.5},
    ],
}

# Worked out by hand. The days' means are 5, 3 and 2, those of the week before 5, 5 and 5.
REVIEW: dict[str, Any] = {
    "from": "2024-05-06",
    "to": "2024-05-12",
    "pain": {
        "days": 3,
        "entries": 4,
        "mean": pytest.approx(10 / 3, abs=1e-12),
        "worst": 6,
        "best": 2,
        "previous_mean": 5.0,
        "change": pytest.approx(-5 / 3, abs=1e-12),
        "meaningful": True,
        "by_day": {"2024-05-06": 5.0, "2024-05-07": 3.0, "2024-05-09": 2.0},
        "areas": {"lower-back-l": 3, "neck-back": 1},
        "usual_swing": None,
        "beyond_usual": None,
        "verdict": "too-few-days",
    },
    "sleep": {
        "nights": 3,
        "mean_min": 440.0,
        "efficiency": 0.9375,
        "mean_quality": 3.0,
        "previous_mean_min": 400.0,
    },
    "movement": {"sessions": 3, "minutes": 7.5, "planned": 5},
    "care": {"visits": 3, "massages": 1, "mean_change": -1.5},
    "diet": {
        "entries": 6,
        "tags": {"oily-fish": 2, "vegetables": 1},
        "water_ml": 800,
        "coffees": 2,
        "alcohol_units": 1.5,
    },
    "advice": [],
}


@pytest.mark.parametrize("day", ["2024-05-06", "2024-05-09", "2024-05-12"])
def test_the_weekly_review_for_programs_is_as_worked_out_by_hand(shell: Shell, day: str) -> None:
    shell.write(WEEK)
    review = json.loads(shell.says("week", day, "--json"))
    assert review == REVIEW
    assert list(review) == list(REVIEW)
    for part in ("pain", "sleep", "movement", "care", "diet"):
        assert list(review[part]) == list(REVIEW[part])


def test_the_weekly_review_in_words(shell: Shell) -> None:
    shell.write(WEEK)
    assert shell.says("week", "2024-05-09").splitlines() == [
        "Week from Mon 6 May 2024 to Sun 12 May 2024",
        "Pain 3.3 on average on 3 days; you slept 40 min longer a night and moved on 3 days.",
        "Pain was 3.3 on average on 3 days, from 2 to 6.",
        "Too few days to compare: the week has 3 noted, and it takes 4.",
        "Where it hurt: lower back left 3 times, back of neck once.",
        "You slept 7 h 20 a night, 40 min more than the week before; 3 nights noted.",
        "You were asleep for 94% of the time in bed, as far as is known: 1 night.",
        "You rated your sleep 3 of 5.",
        "Stretching and exercise: 3 of 5 planned, 8 min in 2 of them.",
        "Care: 1 massage, 2 other visits; pain afterward 1.5 less than before, on average.",
        "Drinks: 0.8 l of water, 2 coffees, 1.5 drinks of alcohol.",
        "Food: oily fish twice, vegetables once.",
        "Mon 6 May: Massage · 6 → 3",
        "Tue 7 May: Acupuncture · 4 → 4",
        "Wed 8 May: Acupuncture · pain 9 before",
    ]


def test_a_week_without_entries_says_so(shell: Shell) -> None:
    assert shell.says("week", "2024-05-09").splitlines() == [
        "Week from Mon 6 May 2024 to Sun 12 May 2024",
        "Nothing was recorded in this week.",
    ]


def test_weeks_begin_on_sunday_where_that_is_set(shell: Shell) -> None:
    shell.write({**WEEK, "setting": [{"name": "week_start", "value": "sun"}]})
    review = json.loads(shell.says("week", "2024-05-09", "--json"))
    assert (review["from"], review["to"]) == ("2024-05-05", "2024-05-11")
    assert review["pain"]["entries"] == 5


def today(
    path: Path, clock: FrozenClock, capsys: pytest.CaptureFixture[str], *, short: bool
) -> list[str]:
    """What `backcare today` says on the morning of the tests."""
    assert todays.today(Namespace(short=short, json=False), path, clock) == 0
    return capsys.readouterr().out.splitlines()


def test_today_says_what_is_due_and_what_was_logged(
    repository: TinyRepository,
    diary_path: Path,
    clock: FrozenClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    repository.add(
        Pain(id="aaaaaaaa-1", at=clock.now(), severity=4, note="not here"),
        Night(id="bbbbbbbb-1", night=clock.today(), bed="23:20", up="06:45", latency_min=45),
        Meal(id="cccccccc-1", at=clock.now(), meal="drink", water_ml=300),
        Plan(routine="morning-loosen-up", days=("mon",), time="07:30"),
    )
    assert today(diary_path, clock, capsys, short=False) == [
        "Mon 23 Nov",
        "done  Check-in           4 moderate  08:12",
        "done  Last night         6 h 40      06:45",
        "due   Morning Loosen-Up  6 min       07:30",
        "open  Water              300 ml",
        "For now: backcare start morning-loosen-up (Morning Loosen-Up, 6 min)",
        "",
        "Logged today",
        "06:45  bbbbbbbb  Night  6 h 40",
        "08:12  aaaaaaaa  Pain   4 moderate",
        "08:12  cccccccc  Water  300 ml",
    ]
    assert today(diary_path, clock, capsys, short=True) == [
        "pain 4 moderate · slept 6 h 40 · Morning Loosen-Up due · water 300 ml"
    ]


def test_what_is_urgent_and_stands_leads_the_short_line_until_it_is_answered(
    repository: TinyRepository,
    diary_path: Path,
    clock: FrozenClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    long_ago = clock.now() - dt.timedelta(days=400)
    repository.add(Pain(at=long_ago, severity=5, triggers=("fever",)))
    assert today(diary_path, clock, capsys, short=True) == ["no check-in yet"]
    for flag, soon in (("foot_drop", "Urgent, today"), ("saddle_numbness", "Emergency")):
        repository.add(Check(at=clock.now(), red_flags=(flag,)))
        said = f"{soon}: see backcare advice · no check-in yet"
        assert today(diary_path, clock, capsys, short=True) == [said]
    clock.move(hours=1)
    repository.add(Check(at=clock.now(), is_check_up=True))
    assert today(diary_path, clock, capsys, short=True) == ["no check-in yet"]


def test_today_of_a_new_diary_is_open(shell: Shell) -> None:
    assert shell.says("today", "--short") == ""
    assert shell.says("today").splitlines()[1:] == [
        "open  Check-in",
        "open  Last night",
        "open  Water",
    ]
    assert not shell.diary.exists()


def test_the_short_line_is_one_line_whatever_a_persons_own_words_are(
    repository: TinyRepository,
    diary_path: Path,
    clock: FrozenClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    routine = Routine(name="Mine\n\x1b[2J\u202eevil\r", steps=())
    repository.add(routine, Plan(routine=routine.id, days=("mon",), time="07:30"))
    (line,) = today(diary_path, clock, capsys, short=True)
    assert "Mine" in line
    assert line.isprintable()
