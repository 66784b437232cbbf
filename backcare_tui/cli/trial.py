"""`log trial`: what was done on a day of the trial that runs."""

from argparse import Namespace

from backcare_tui.cli.terminal import WrongWords
from backcare_tui.cli.values import day
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.trials.schedule import asked_of, going_on, keep_answer, on_day, say_answer
from backcare_tui.text import clean, say_day

DONE = ("did", "left-out")
"""What was done, as words of the shell; yes and no say whether the day was kept to."""


def answer(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Keep the answer for a day, today if none is named.

    Raises:
        WrongWords: No trial runs, or the day is of none.
    """
    of, today = day(args.day, clock, "day"), clock.today()
    trials = repository.entries(Trial)
    trial = asked_of(trials, of) or going_on(trials, today)
    if trial is None:
        raise WrongWords("No trial runs now; one is begun in Trends, with t.")
    if (on := on_day(trial, of)) is None:
        begun = say_day(trial.started, today)
        raise WrongWords(f"{say_day(of, today)} is no day of the trial, which begins {begun}.")
    did = args.kept == "did" if args.kept in DONE else (args.kept == "yes") == (on.arm == "with")
    keep_answer(repository, trial, on, did=did)
    return f"Saved {say_answer(on, did=did)} ({clean(trial.name)})."
