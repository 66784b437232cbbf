"""Settings as they are read from the file, whatever it holds."""

import datetime as dt
from typing import Any, get_args

from backcare_tui.diary.reading_settings import read_settings, stored_value
from backcare_tui.diary.settings import DietTags, FlareWords, SettingName, Settings, Showing

DAY = dt.date(2026, 11, 23)
EXAMPLES: dict[SettingName, tuple[Any, Any]] = {
    "advice_shown": ({"a": "2026-11-23", "b": "soon", "c": None}, {"a": DAY}),
    "advice_times": (
        {"a": {"times": 2, "figure": 6.5}, "b": {"times": 0}, "c": 3, "d": {}},
        {"a": Showing(2, 6.5), "d": Showing()},
    ),
    "baseline_from": ("2026-11-23", DAY),
    "beliefs_offered": ("2026-11-23", DAY),
    "birth_year": (1968, 1968),
    "boundaries_seen": ("2026-11-23", True),
    "calm": ("yes", True),
    "clock": ("12", "12"),
    "conditions": (["reflux", 3, "own word"], {"reflux", "own word"}),
    "conditions_asked": (["reflux"], {"reflux"}),
    "course_wish": ("massage", "massage"),
    "days_are": ("sitting", "sitting"),
    "device_names": ({"d1": "laptop", "d2": " ", "d3": 4}, {"d1": "laptop"}),
    "diet_pattern": ("dash", "dash"),
    "emergency_number": ("112", "112"),
    "equipment": (["mat"], {"mat"}),
    "fields_off": (["pain.relievers", 3], {"pain.relievers"}),
    "flare_plan": (
        {
            "lines": ["It passes.", " ", 4, "Walk.", "Heat.", "A fourth"],
            "call": "Ada",
            "written": "soon",
        },
        FlareWords(lines=("It passes.", "Walk.", "Heat."), call="Ada"),
    ),
    "fluid_limit": (True, True),
    "goal": ("to garden", "to garden"),
    "inflammatory_signs": (["psoriasis"], {"psoriasis"}),
    "introduced": ("2026-11-23", DAY),
    "medicines": (["opioid"], {"opioid"}),
    "minutes_a_day": (10, 10),
    "getting_ready": ("twice", "twice"),
    "counting": ("ends", "ends"),
    "notices": ("yes", True),
    "pages_offered": ({"scans": "2026-11-23", "sex": 3}, {"scans": DAY}),
    "keys_told": (["Today a", 3], frozenset({"Today a"})),
    "pages_read": ({"scans": "2026-11-23"}, {"scans": DAY}),
    "overdoing_told": ("2026-11-23", DAY),
    "pain_lasts": ("over-12-weeks", "over-12-weeks"),
    "pain_since": (2019, 2019),
    "player": ({"routine": {}}, {"routine": {}}),
    "region": ("nz", "nz"),
    "sound": ("silent", "silent"),
    "theme": ("backcare-day", "backcare-day"),
    "usual_bed": ("23:00", "23:00"),
    "usual_up": ("07:00", "07:00"),
    "week_looked": ("2026-11-23", DAY),
    "units": ("us", "us"),
    "week_start": ("sun", "sun"),
    "worry": ("that it tears", "that it tears"),
}
"""What the file may hold of each setting, and how that is read."""
WRONG: tuple[Any, ...] = (None, "", "  ", [], {}, [None, 3], -0.5, float("nan"), ["a"], {"a": 1})


def test_each_setting_is_read_under_its_name() -> None:
    names = set(get_args(SettingName))
    assert set(Settings.__struct_fields__) == names == set(EXAMPLES)
    for name, (held, read) in EXAMPLES.items():
        assert getattr(read_settings({name: held}), name) == read, name
        assert getattr(Settings(), name) != read, name


def test_a_value_of_another_kind_never_fails() -> None:
    for value in WRONG:
        read_settings(dict.fromkeys(EXAMPLES, value))


def test_what_cannot_be_read_counts_as_absent() -> None:
    wrong = {
        "baseline_from": "soon",
        "birth_year": True,
        "conditions": "reflux",
        "diet_pattern": 3,
        "emergency_number": "  ",
        "equipment": "mat",
        "fluid_limit": "yes",
        "region": "atlantis",
        "sound": ["voice"],
        "theme": 7,
        "week_start": 6,
        "of-a-later-version": 1,
    }
    assert read_settings(wrong) == Settings()


def test_of_an_own_pattern_each_word_counts_once() -> None:
    held = {"favor": ["fruit", 3, "", "fruit"], "limit": None}
    assert read_settings({"diet_pattern": held}).diet_pattern == DietTags(favor=("fruit",))
    assert read_settings({"diet_pattern": {}}).diet_pattern == DietTags()


def test_what_was_read_is_written_as_it_was() -> None:
    for name, held in {
        "conditions": ["asthma", "reflux"],
        "advice_shown": {"a": "2026-11-23"},
        "advice_times": {"a": {"times": 2, "figure": 6.5}, "b": {}},
        "week_looked": "2026-11-23",
        "birth_year": 1968,
        "diet_pattern": {"favor": ["fruit"], "limit": []},
    }.items():
        assert stored_value(getattr(read_settings({name: held}), name)) == held, name


def test_a_week_begins_on_monday_or_sunday() -> None:
    assert [Settings().first_weekday, Settings(week_start="sun").first_weekday] == [0, 6]
