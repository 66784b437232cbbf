"""The next week, with each change and its reason, before it is kept."""

from collections.abc import Iterable

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.move import KEEP_WEEK
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.guidance.my_week import say_amount
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.guidance.week_questions import DRAFT
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.week_words import draw_changes, draw_week, what_enter_does
from backcare_tui.text import clean, say_day

SAME = "Nothing changes: the same again, as it is."
WHOLE = "The whole week"
LEFT = "the next week is not kept yet; it is offered again"


class NextWeek(Page[None]):
    """Enter keeps it, as one change with what was said of the week before."""

    CSS_PATH = ["../frame/page.tcss", "../today/new_week.tcss"]
    AUTO_FOCUS = "#week"
    BINDINGS = bindings(KEEP_WEEK)
    HELP = "What is new in the next week, and why; then all of it. Enter keeps it, esc does not."

    def __init__(self, desk: Desk, answer: WeekAnswer) -> None:
        """Make it from what was said of the week before."""
        super().__init__(desk)
        self._answer = answer
        self._plan: WeekPlan = renewed_week(desk.repository, desk.clock, answer)

    def compose_page(self) -> Iterable[Widget]:
        """What changes, the lines, and what enter does."""
        self.lines = Static(id="lines", markup=False)
        yield VerticalScroll(self.lines, id="week", classes="tile")
        self.first = Static(id="first", markup=False)
        yield self.first

    def on_mount(self) -> None:
        """Show it."""
        self.query_exactly_one("#week").border_title = "What changes, and why"
        self.entitle("Next week", f"from {say_day(self._plan.week)} · {say_amount(self._plan)}")
        changes = draw_changes(self._plan) or [Content.styled(SAME, "$quiet")]
        own = self.desk.repository.entries(Routine)
        whole = Content.styled(WHOLE, "bold $here")
        self.lines.update(Content("\n\n").join([*changes, whole, *draw_week(self._plan, own)]))
        self.first.update(what_enter_does("Keep this week"))

    @work
    async def action_keep_week(self) -> None:
        """Keep it and the answer as one change."""
        words = f"my week from {say_day(self._plan.week)}"
        if await self.desk.put(self._answer, self._plan, words=words, complain=self._complain):
            self.desk.saves.quietly(self._forget())
            self.dismiss(None)

    async def _forget(self) -> None:
        await self.desk.saves.make(lambda: self.desk.repository.keep_draft(DRAFT, None))

    def action_leave(self) -> None:
        """Back; nothing was kept, and that is said."""
        self.desk.say(LEFT)
        self.dismiss(None)

    def _complain(self, sentence: str) -> None:
        self.first.update(Content.styled(f"! {clean(sentence)}", "bold $text-error"))
