"""Asks whether a day of a trial was kept to, and keeps the answer."""

from functools import partial

from textual.content import Content

from backcare_tui.diary.records.trial import Trial
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.insight.trials.schedule import TrialOn, keep_answer, length_days
from backcare_tui.screens.frame.choice import ChoiceAnswer, ChoiceDialog
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean, say_near_day

NOT_NOW = ChoiceAnswer("l", "", "Not now")
ANSWERS = (ChoiceAnswer("y", "yes", "Yes"), ChoiceAnswer("n", "no", "No"))


class TrialAnswer(ChoiceDialog):
    """One key answers; an answer for a day that has one takes its place."""

    def __init__(self, desk: Desk, trial: Trial, on: TrialOn) -> None:
        """Ask of a day of a trial."""
        title = f"Day {on.number} of {length_days(trial)}"
        super().__init__(title, _question(desk, trial, on), NOT_NOW, ANSWERS)
        self.desk, self._trial, self._on = desk, trial, on

    def take(self, value: str) -> None:
        """Keep the answer, and close."""
        if value:
            self._keep(value)
        super().take(value)

    def _keep(self, value: str) -> None:
        did = (value == "yes") == (self._on.arm == "with")
        self.desk.keep(partial(keep_answer, self.desk.repository, self._trial, self._on, did=did))


def _question(desk: Desk, trial: Trial, on: TrialOn) -> Content:
    day = say_near_day(on.day, desk.clock.today())
    when = day.capitalize() if day in {"today", "yesterday"} else day
    is_past = "was" if on.day < desk.clock.today() else "is"
    arm = Content.styled(on.arm, "bold")
    asked = Content.assemble(
        f"{when} {is_past} a day ",
        arm,
        ":\n",
        (clean(trial.name), "$here"),
        "\nDid you keep to it?",
    )
    urgent = what_stops(desk.repository, desk.clock) if on.arm == "with" else ()
    if not urgent:
        return asked
    hold = Content.styled(f"Leave it out for now. {clean(urgent[0].text)}", "$text-error")
    return Content("\n").join((hold, asked))
