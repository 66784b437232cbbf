"""The doors that others build on teach: what comes out, in which units, what is refused, an example."""

import doctest
import importlib
import inspect
from typing import Any

from tests.for_each import for_each

DOORS = (
    "backcare_tui.diary.repository:Repository",
    "backcare_tui.diary.when:Clock",
    "backcare_tui.diary.when:read_when",
    "backcare_tui.diary.values:BadValue",
    "backcare_tui.diary.values:read_value",
    "backcare_tui.diary.codec:read_record",
    "backcare_tui.diary.codec:write_document",
    "backcare_tui.diary.codec:merged",
    "backcare_tui.diary.settings:Settings",
    "backcare_tui.diary.derived:time_asleep",
    "backcare_tui.diary.derived:pain_by_day",
    "backcare_tui.store:open_repository",
    "backcare_tui.store:safekeeping",
    "backcare_tui.store.backups:Backups",
    "backcare_tui.store.due:DueBackups",
    "backcare_tui.store.salvage:readable",
    "backcare_tui.store.recover:recovered",
    "backcare_tui.store.compare:restoring_to",
    "backcare_tui.store.rotation:surplus",
    "backcare_tui.store.tally:tally",
    "backcare_tui.diary.safekeeping:Safekeeping",
    "backcare_tui.store.tiny:TinyRepository",
    "backcare_tui.store.storage:FileStorage",
    "backcare_tui.store.lock:FileLock",
    "backcare_tui.store.cipher:Cipher",
    "backcare_tui.store.keys:passphrase",
    "backcare_tui.store.locked:places_of",
    "backcare_tui.inbox:settle",
    "backcare_tui.store.view:DiaryView",
    "backcare_tui.library.areas:find_area",
    "backcare_tui.library.taxonomy:find_word",
    "backcare_tui.library.exercises:Exercise",
    "backcare_tui.library.routines:find_routine",
    "backcare_tui.wording.fields.field:RecordField",
    "backcare_tui.insight.days:days_of",
    "backcare_tui.insight.week.figures:weekly_review",
    "backcare_tui.insight.longer.bins:gather_times",
    "backcare_tui.insight.findings.results:Finding",
    "backcare_tui.insight.findings.permutation:findings_of",
    "backcare_tui.insight.findings.step:step_of",
    "backcare_tui.insight.findings.trend:trend_of",
    "backcare_tui.insight.trials.schedule:drawn",
    "backcare_tui.guidance.facts:Facts",
    "backcare_tui.guidance.gathering:gather",
    "backcare_tui.guidance.advice.evaluation:advise",
    "backcare_tui.guidance.care.course:standing",
    "backcare_tui.guidance.care.response:response",
    "backcare_tui.player.timeline:timeline",
    "backcare_tui.player.engine:Engine",
    "backcare_tui.player.notices:sequence_for",
    "backcare_tui.reminders.reminding:Reminding",
    "backcare_tui.reminders.times:day_to_remind_of",
    "backcare_tui.exchange:read",
    "backcare_tui.exchange:bring_in",
    "backcare_tui.exchange.formats.base:ImportFormat",
    "backcare_tui.report.paper:Paper",
    "backcare_tui.report.report:report_of",
)
LEAST_LINES = 4


def opened(door: str) -> Any:
    module, _, name = door.partition(":")
    return getattr(importlib.import_module(module), name)


@for_each("door", DOORS)
def test_a_door_says_more_than_its_name(door: str) -> None:
    assert len((inspect.getdoc(opened(door)) or "").splitlines()) >= LEAST_LINES


@for_each("module", sorted({door.partition(":")[0] for door in DOORS}))
def test_the_examples_are_true(module: str) -> None:
    assert not doctest.testmod(importlib.import_module(module)).failed
