"""Asks what was done on a day of a trial, and keeps the answer."""

from functools import partial

from textual.content import Content

from backcare_tui.diary.records.trial import Trial
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.insight.trials.schedule import TrialOn, keep_answer, length_days
from backcare_tui.insight.trials.sentences import TASKS, say_asked
from backcare_tui.screens.frame.choice import ChoiceAnswer, ChoiceDialog
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean, say_day

NOT_NOW = ChoiceAnswer("n", "", "Not now")
ANSWERS = (
    ChoiceAnswer("d", "did", "I did it"),
    ChoiceAnswer("l", "left-out", "I left it out"),
)
"""What was done, not whether that was kept to: on a day to leave it out, yes would be no."""


class TrialAnswer(ChoiceDialog):
    """One key answers; an answer for a day that has one takes its place."""

    def __init__(self, desk: Desk, trial: Trial, on: TrialOn) -> None:
        """Ask of a day of a trial."""
        title = f"{say_day(on.day)} · day {on.number} of {length_days(trial)}"
        super().__init__(title, _question(desk, trial, on), NOT_NOW, ANSWERS)
        self.desk, self._trial, self._on = desk, trial, on

    def take(self, value: str) -> None:
        """Keep the answer, and close."""
        if value:
            self._keep(value)
        super().take(value)

    def _keep(self, value: str) -> None:
        keep = partial(keep_answer, self.desk.repository, self._trial, self._on, did=value == "did")
        self.desk.keep(keep, day=self._on.day)


def _question(desk: Desk, trial: Trial, on: TrialOn) -> Content:
    before, after = say_asked(trial, on)
    asked = Content.assemble(
        (clean(trial.name), "$here"), f"\n{before}", (TASKS[on.arm], "bold"), after
    )
    urgent = what_stops(desk.repository, desk.clock) if on.arm == "with" else ()
    if not urgent:
        return asked
    hold = Content.styled(f"Leave it out for now. {clean(urgent[0].text)}", "$text-error")
    return Content("\n").join((hold, asked))
