"""A wrong word is one sentence that names it and what is allowed; nothing is changed."""

import pytest

from tests.shell.conftest import Shell

ZERO_TO_TEN = "a whole number from 0 to 10."
PAST = "in the past; times to come cannot be recorded."
A_MOMENT = "a moment such as 08:10, yesterday 22:30, 3h ago, mon 8:00 or 2026-11-21 08:10."
A_LENGTH = "a length such as 7h20, 7.5h or 45 min, up to 24 hours."
A_DAY = "a day such as today, yesterday, mon, 3 days ago or 2026-11-21."

WRONG_VALUES = {
    "log pain x": f'severity: "x" is not {ZERO_TO_TEN}',
    "log pain 11": f'severity: "11" is not {ZERO_TO_TEN}',
    "log pain -1": f'severity: "-1" is not {ZERO_TO_TEN}',
    "log pain 4.5": f'severity: "4.5" is not {ZERO_TO_TEN}',
    "log pain ": f"severity: nothing is not {ZERO_TO_TEN}",
    "log pain \x1b[2J": f'severity: "\ufffd[2J" is not {ZERO_TO_TEN}',
    "log pain 4|--mood|6": 'mood: "6" is not a whole number from 1 to 5.',
    "log pain 4|--stiffness|2000": f'stiffness: "2000" is not {A_LENGTH}',
    "log pain 4|--at|soon": f'at: "soon" is not {A_MOMENT}',
    "log pain 4|--at|2399-01-01": f'at: "2399-01-01" is not {PAST}',
    "log pain 4|--at|25:00": f'at: "25:00" is not {A_MOMENT}',
    "log pain 4|--at|0001-01-01": f'at: "0001-01-01" is not {A_MOMENT}',
    "log pain 4|--area|elbow": 'area "elbow" is not a place on the body map; nearest are ',
    "log pain 4|--area|lower back": 'area "lower back" may be any of 3 places, such as ',
    "log sleep 23:10": (
        "up: nothing is not a time of day such as 06:45 (a length alone is typed as 7h20)."
    ),
    "log sleep 24:10|06:45": 'bed: "24:10" is not a time of day such as 08:10 or 22:30.',
    "log sleep 23:10|dawn": 'up: "dawn" is not a time of day such as 08:10 or 22:30.',
    "log sleep 06:00|23:00|--night|2024-05-06": 'up: "23:00" is not within 16 hours of 06:00.',
    "log sleep 23:10|06:45|--awake|700|--night|2024-05-06": (
        "awake: 700 is not within the 455 minutes in bed, with the latency."
    ),
    "log sleep 25h": f'length: "25h" is not {A_LENGTH}',
    "log sleep 7h|--quality|0": 'quality: "0" is not a whole number from 1 to 5.',
    "log sleep 7h|--latency|x": f'latency: "x" is not {A_LENGTH}',
    "log sleep 7h|--night|2399-01-01": f'night: "2399-01-01" is not {PAST}',
    "log massage x": f'minutes: "x" is not {A_LENGTH}',
    "log massage 60|--before|12": f'before: "12" is not {ZERO_TO_TEN}',
    "log massage 60|--after|x": f'after: "x" is not {ZERO_TO_TEN}',
    "log massage 60|--bend-before|11": f'bend-before: "11" is not {ZERO_TO_TEN}',
    "log massage 60|--bend-after|far": f'bend-after: "far" is not {ZERO_TO_TEN}',
    "log massage 60|--mood-before|0": 'mood-before: "0" is not a whole number from 1 to 5.',
    "log massage 60|--mood-after|6": 'mood-after: "6" is not a whole number from 1 to 5.',
    "log massage 60|--sore|1.5": f'sore: "1.5" is not {ZERO_TO_TEN}',
    "log massage 60|--cost|a lot": 'cost: "a lot" is not an amount of 0 or more.',
    "log massage 60|--cost|-1": 'cost: "-1" is not an amount of 0 or more.',
    "log massage 60|--pressure|hard": (
        'pressure: "hard" is not 1 light, 2 medium, 3 firm or 4 deep.'
    ),
    "log massage 60|--response|calm": (
        'response: "calm" is not one of relaxed, unchanged, tensed and painful.'
    ),
    "log sleep 7h|--naps|long": f'naps: "long" is not {A_LENGTH}',
    "log session ": "routine: nothing is not a word or a few words.",
    "log session x|--minutes|-1": f'minutes: "-1" is not {A_LENGTH}',
    "log meal ": "text: nothing is not what was eaten or drunk.",
    "log meal soup|--meal|brunch": (
        'meal: "brunch" is not one of breakfast, lunch, dinner, snack and drink.'
    ),
    "log water 0": 'water: "0" is not milliliters from 1 to 10000.',
    "log water 2": 'water: "2" is not clear without a unit: 300 ml, 2 glasses, 0.5 l or 16 oz.',
    "log visit 30": 'treatment: "30" is not a treatment, such as acupuncture 30.',
    "log session 20": 'routine: "20" is not a routine or a movement, such as walk --minutes 20.',
    "log coffee nan": 'coffee: "nan" is not a number above 0, up to 50.',
    "log alcohol 0": 'alcohol: "0" is not a number above 0, up to 50.',
    "list --from|x": f'from: "x" is not {A_DAY}',
    "list --to|x": f'to: "x" is not {A_DAY}',
    "week x": f'day: "x" is not {A_DAY}',
    "week 0001-01-01": 'day: "0001-01-01" is not in 1900 or later.',
    "change pain-1|severity=12": f'severity: "12" is not {ZERO_TO_TEN}',
    "change pain-1|severity=": f"severity: nothing is not {ZERO_TO_TEN}",
    "change pain-1|severity": (
        'change: "severity" is not of the form FIELD=VALUE, such as severity=5.'
    ),
    "change pain-1|at=soon": f'at: "soon" is not {A_MOMENT}',
    "change pain-1|areas=elbow": 'area "elbow" is not a place on the body map; nearest are ',
    "change pain-1|id=2": 'field: "id" is not one of area_severity, areas, at, ',
    "change pain-1|frob=2": 'field: "frob" is not one of area_severity, areas, at, ',
    "change pain-1|area_severity=lower-back-l:12": (
        'area_severity: "lower-back-l:12" is not an area with a number from 0 to 10, '
    ),
    "export x.csv": 'format: "csv" is not one that can be written; what can is json or ics.',
    "export -": "format: nothing is stated; give a file name that ends in .json or .ics, or --format json or ics.",
    "import x.csv|--format|frob": 'format: "frob" is not one of backcare, daylio, bearable, daily-activity.',
}  # fmt: skip

WRONG_COMMANDS = {
    "frob": '"frob" is not one of log, list, today, week, trends, advice, routines, exercises, ',
    "rescue": '"rescue" is not one of log, list, today, week, trends, advice, routines, exercises, ',
    "log": "Missing: KIND. See backcare log --help.",
    "log frob": '"frob" is not one of pain, sleep, massage, visit, session, meal, water, ',
    "log pain": "Missing: SEVERITY. See backcare log pain --help.",
    "log pain 4|5": '"5" is not understood here. See backcare log pain --help.',
    "log pain 4|--mood": "--mood needs a value (as --mood=VALUE if it begins with a dash).",
    "log pain 4|--moo|3": '"--moo 3" is not understood here. Did you mean --mood? See backcare log pain --help.',
    "log massage 60|--technique": "--technique needs a value (as --technique=VALUE if it begins",
    "change": "Missing: ID, FIELD=VALUE. See backcare change --help.",
    "demo --days|x": '--days: "x" is not a whole number from 14 to 3650. See backcare demo --help.',
    "demo --days|13": '--days: "13" is not a whole number from 14 to 3650.',
}


def split(words: str) -> list[str]:
    """`log pain 4|--mood|6`: the command's words up to the first value, then parts at bars."""
    first, *rest = words.split("|")
    count = 2 if first.startswith("log ") else 1
    return [*first.split(" ", count), *rest]


@pytest.mark.parametrize(("words", "sentence"), (WRONG_VALUES | WRONG_COMMANDS).items())
def test_a_wrong_word_is_a_sentence_and_changes_nothing(
    shell: Shell, words: str, sentence: str
) -> None:
    before = shell.write({"pain": [{"at": "2024-05-06T08:00:00+01:00", "severity": 4}]})
    done = shell.run(*split(words))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert shell.diary.read_bytes() == before


def test_a_wrong_value_does_not_begin_a_diary(shell: Shell) -> None:
    assert shell.run("log", "pain", "11").returncode == 2
    assert not shell.diary.exists()


def test_an_unknown_person_is_not_kept_with_a_wrong_value(shell: Shell) -> None:
    assert shell.run("log", "massage", "60", "--by", "Ann", "--before", "11").returncode == 2
    assert not shell.diary.exists()


def test_bytes_that_are_no_text_are_refused(shell: Shell) -> None:
    done = shell.run("log", "pain", "4", "--note", "\udcff")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "A word of the command is not text in UTF-8.\n"
    assert not shell.diary.exists()
