"""A week that is over: two questions by single keys, what pain cost if wanted, and the next week."""

from backcare_tui import screens
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.plan.current import plan_to_renew
from backcare_tui.guidance.plan.weeks_kept import answer_of
from backcare_tui.guidance.week_questions import DRAFT, answer_of_week, week_questions
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.questions import Questions


class RenewWeek(Questions):
    """Asks about the week that is over; the next one is shown before it is kept."""

    TITLE_WORDS = "Your week"
    DRAFT = DRAFT
    HELP = (
        "A digit answers, enter goes on, esc leaves a question open. "
        "Then the next week stands there with what changes and why; nothing is kept before that."
    )

    def __init__(self, desk: Desk) -> None:
        """Ask about the week that is to be renewed."""
        super().__init__(desk, week_questions(), {})
        self._over: WeekPlan | None = plan_to_renew(desk.repository, desk.clock)

    async def finish(self) -> None:
        """Show the next week, made from what was said."""
        if self._over is None:
            self.dismiss(None)
            return
        said = answer_of(self.desk.repository, self._over.week)
        answer = answer_of_week(self.answers, self._over, said.id if said else new_id())
        self.app.switch_screen(screens.NextWeek(self.desk, answer))
