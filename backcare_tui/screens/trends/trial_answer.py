"""Asks what was done on a day of a trial, and keeps the answer."""

from functools import partial

from textual.content import Content

from backcare_tui.diary.records.trial import Trial
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.insight.trials.schedule import TrialOn, keep_answer, length_days
from backcare_tui.insight.trials.sentences import AS_USUAL, TASKS
from backcare_tui.screens.frame.choice import ChoiceAnswer, ChoiceDialog
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean, say_day

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
        super().__init__(title, _question(desk, trial, on), ANSWERS)
        self.desk, self._trial, self._on = desk, trial, on

    def take(self, value: str) -> None:
        """Keep the answer, and close."""
        keep = partial(keep_answer, self.desk.repository, self._trial, self._on, did=value == "did")
        self.desk.keep(keep, day=self._on.day)
        super().take(value)


def _question(desk: Desk, trial: Trial, on: TrialOn) -> Content:
    usual = f", {AS_USUAL}" if on.arm == "without" else ""
    asked = Content.assemble(
        (clean(trial.name), "$here"),
        f"\n{say_day(on.day)} was a day to ",
        (TASKS[on.arm], "bold"),
        f"{usual}. What did you do?",
    )
    urgent = what_stops(desk.repository, desk.clock) if on.arm == "with" else ()
    if not urgent:
        return asked
    hold = Content.styled(f"Leave it out for now. {clean(urgent[0].text)}", "$text-error")
    return Content("\n").join((hold, asked))
