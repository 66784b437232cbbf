"""The fields of what is meant to happen: plans, trials, and routines of one's own."""

from functools import partial

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.text import say_count
from backcare_tui.wording.fields import read
from backcare_tui.wording.fields.common import clock_time, elsewhere, near_day, note, plain_day
from backcare_tui.wording.fields.field import FieldTable, RecordField
from backcare_tui.wording.fields.session import write_routine

_plan = partial(RecordField, Plan)
PLAN = (
    _plan(
        "routine",
        "Routine",
        "or its name",
        reads=read.routine,
        tells=elsewhere,
        writes=write_routine,
    ),
    _plan("treatment", "or treatment", "massage", words="treatments", tells=elsewhere),
    _plan("days", "On", "mon, wed, fri", shape="set", tells=elsewhere),
    _plan(
        "time",
        "At",
        "07:30",
        reads=read.time_of_day,
        says=clock_time,
        writes=clock_time,
        tells=elsewhere,
    ),
    _plan("since", "From", "2026-11-21", reads=read.any_day, says=plain_day),
    _plan("until", "Until", "if it ends", reads=read.any_day, says=plain_day),
    _plan("program_week", "Week of the program", is_asked=False),
)
_trial = partial(RecordField, Trial)
TRIAL = (
    _trial("name", "Try", tells=elsewhere, is_asked=False),
    _trial("outcome", "To see in", tells=elsewhere, is_asked=False),
    _trial(
        "period_days",
        "Days at a time",
        says=lambda days, _context: say_count(days, "day"),
        is_asked=False,
    ),
    _trial("schedule", "Pairs", shape="list", tells=elsewhere, is_asked=False),
    _trial(
        "started",
        "From",
        "today, tomorrow, in 3 days",
        reads=read.start,
        says=near_day,
        tells=elsewhere,
        is_asked=False,
    ),
    _trial("stopped", "Ended early on", "when it was", reads=read.past_day, says=near_day),
    note(Trial),
)
TRIAL_DAY = (
    RecordField(TrialDay, "on", "Day", reads=read.past_day, says=near_day, tells=elsewhere),
    RecordField(TrialDay, "did", "Done", shape="switch", tells=elsewhere),
)
_routine = partial(RecordField, Routine)
ROUTINE = (_routine("name", "Name", tells=elsewhere), note(Routine))
_exercise = partial(RecordField, OwnExercise)
OWN_EXERCISE = (
    _exercise("name", "Name", tells=elsewhere),
    _exercise("cue", "Cue", "such as: slow, knee over toes"),
)
FIELDS: FieldTable = {
    Plan: PLAN,
    Trial: TRIAL,
    TrialDay: TRIAL_DAY,
    Routine: ROUTINE,
    OwnExercise: OWN_EXERCISE,
}
