"""The fields of a night."""

from collections.abc import Iterable
from functools import partial

from backcare_tui.diary.derived import sleep_efficiency, time_in_bed
from backcare_tui.diary.records.night import Night
from backcare_tui.library.scales import sleep_quality_word
from backcare_tui.text import say_minutes, say_time, say_times
from backcare_tui.wording.fields.common import (
    clock_time,
    elsewhere,
    length,
    line,
    note,
    plain_day,
)
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption
from backcare_tui.wording.fields.read import bedtime, minutes, past_day, scaled, time_of_day

MINUTES = "minutes, or 1h10"


def _in_bed(night: Night, _context: FieldContext) -> Iterable[tuple[str, str]]:
    if night.bed and night.up:
        yield "In bed", f"{say_time(night.bed)} to {say_time(night.up)}"
        yield "Time in bed", say_minutes(time_in_bed(night) or 0)


def _efficiency(night: Night) -> str:
    efficiency = sleep_efficiency(night)
    return "" if efficiency is None else f"{efficiency:.0%}"


_night = partial(RecordField, Night)
NIGHT = (
    _night(
        "night",
        "Night",
        reads=past_day,
        says=plain_day,
        option=ShellOption("--night", "DAY", "the day of waking, today if not stated"),
        tells=elsewhere,
        is_asked=False,
    ),
    _night(
        "bed",
        "To bed",
        "such as 23:10",
        reads=bedtime,
        says=clock_time,
        writes=clock_time,
        option=ShellOption("bed", "BED", "to bed, such as 23:10; or the length, as 7h20"),
        tells=_in_bed,
    ),
    _night(
        "latency_min",
        "Asleep after",
        MINUTES,
        reads=minutes,
        says=length,
        option=ShellOption("--latency", "MIN", "minutes until asleep"),
    ),
    _night(
        "awakenings",
        "Woke up",
        "how many times",
        says=lambda count, _context: say_times(count),
        option=ShellOption("--awakenings", "N", "how often awake"),
    ),
    _night(
        "awake_min",
        "Awake for",
        f"{MINUTES}, all together",
        reads=minutes,
        says=length,
        option=ShellOption("--awake", "MIN", "minutes awake in the night"),
    ),
    _night(
        "up",
        "Got up",
        "such as 06:45",
        reads=time_of_day,
        says=clock_time,
        writes=clock_time,
        option=ShellOption("up", "UP", "up again, such as 06:45", is_optional=True),
        tells=line("Sleep efficiency", _efficiency),
    ),
    _night(
        "quality",
        "Slept",
        "1 to 5",
        reads=scaled("sleep_qualities", Night, "quality"),
        says=lambda quality, _context: sleep_quality_word(quality),
        option=ShellOption("--quality", "1-5", "1 very poor to 5 very good"),
        tells=elsewhere,
    ),
    _night(
        "lights_out",
        "Lights out",
        "where later than to bed",
        reads=bedtime,
        says=clock_time,
        writes=clock_time,
        option=ShellOption("--lights-out", "HH:MM", "when you began to try to sleep"),
    ),
    _night(
        "woke",
        "Woke for good",
        "where earlier than up",
        reads=time_of_day,
        says=clock_time,
        writes=clock_time,
        option=ShellOption("--woke", "HH:MM", "when you woke for the last time"),
    ),
    _night(
        "naps_min",
        "Naps that day",
        MINUTES,
        reads=minutes,
        says=length,
        option=ShellOption("--naps", "MIN", "minutes of naps that day"),
    ),
    _night(
        "asleep_min",
        "Or the length",
        "7h20, where the times are not known",
        reads=minutes,
        says=length,
        tells=elsewhere,
    ),
    note(Night),
)
FIELDS: FieldTable = {Night: NIGHT}
