"""The trial that runs, as a line of the day."""

import datetime as dt
from collections.abc import Iterator

from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.repository import Repository
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.insight.trials.schedule import (
    done_by_day,
    going_on,
    length_days,
    on_day,
    to_ask,
)
from backcare_tui.insight.trials.sentences import TASKS, say_thing, say_when
from backcare_tui.text import clean

LONGEST_PERIOD_DAYS = 14
"""Of a trial: one answer may be for all its days."""


def trial_items(repository: Repository, now: dt.datetime) -> Iterator[AgendaItem]:
    """What to do today in the trial that runs, and the question about a day that is over."""
    today, trials = now.date(), repository.entries(Trial)
    days = repository.entries(TrialDay, (today - dt.timedelta(days=LONGEST_PERIOD_DAYS), today))
    asked, trial = to_ask(trials, days, now), going_on(trials, today)
    on = on_day(trial, today) if trial else None
    question = ""
    if asked:
        is_today = asked[1].day == today
        question = "done?" if is_today else f"{say_when(asked[0], is_before=True)}?"
    if trial is None or on is None:
        if asked:
            of, on = asked
            number = f"day {on.number} of {length_days(of)}"
            yield AgendaItem(
                "trial", "due", "Trial", question, f"{clean(of.name)} · {number}", of.id
            )
        return
    did = done_by_day(days, trial).get(today)
    task = TASKS[on.arm] if did is None else "done" if did else "left out"
    task = f"{say_when(trial)} {task}"
    value = " · ".join(filter(None, (task, question)))
    more = f"{say_thing(trial, on.arm)} · day {on.number} of {length_days(trial)}"
    is_done = did is not None and not asked
    yield AgendaItem("trial", "done" if is_done else "due", "Trial", value, more, trial.id)
