"""The first minutes: what backcare is and when to get help, pain now, six questions, a week from them."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.when import iso_moment
from backcare_tui.guidance.first_minutes import (
    PAIN,
    WELCOME,
    WHERE,
    answers_of,
    first_questions,
    needs_check,
    pain_of,
    say_answers,
    settings_of,
)
from backcare_tui.guidance.questions import FIRST_MINUTES, OneQuestion
from backcare_tui.library.boundaries import boundary_text, urgent_text
from backcare_tui.library.regions import region_of
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.questions import Questions
from backcare_tui.wording.entries import say_entry

URGENT = "When to get help right away"
LEAD = (
    "Now pain, then six short questions, and a week made for you: two minutes. "
    "Each question can be skipped, and changed later in the settings."
)
ENTRY, FELT_AT, IS_CHECKED = "entry", "felt_at", "is_checked"
"""What stands beside the answers in a draft: the id and the moment of the pain, and that the check was shown."""


class FirstMinutes(Questions):
    """Leads a new person to a week of their own; done again, it begins with what was answered."""

    TITLE_WORDS = "Your first minutes"
    HAS_COVER = True
    DRAFT = FIRST_MINUTES
    HELP = (
        "A digit or a word answers, enter goes on, esc leaves a question open. In a list enter marks, "
        "and its last two lines answer. "
        "What you answer makes your week, and you can change all of it in the settings."
    )

    def __init__(self, desk: Desk) -> None:
        """Ask with what was answered before."""
        super().__init__(desk, first_questions(), answers_of(desk.repository.settings()))

    def compose_more(self) -> Iterable[Widget]:
        """When to get help, above all else."""
        self.urgent = Static(id="urgent", markup=False)
        self.urgent.border_title = URGENT
        yield self.urgent

    def about(self, question: OneQuestion) -> Content:
        """Of the first page what backcare is, else what the question is for."""
        self.urgent.display = question.id == WELCOME
        if question.id != WELCOME:
            return super().about(question)
        where = region_of(self.desk.repository.settings())
        urgent = urgent_text(where)
        self.urgent.update(Content(urgent))
        what, *others = (words for words in boundary_text(where) if words != urgent)
        said = [f"{what} {others[0]}", *others[1:]]
        return Content("\n\n").join([Content.styled(LEAD, "$foreground"), *map(Content, said)])

    async def left(self, question: OneQuestion) -> bool:
        """What was read is remembered, the pain is kept, and severe pain leads to the check."""
        if question.id == WELCOME and self.desk.repository.read_only is None:
            self.desk.note("boundaries_seen", self.desk.clock.today())
        if question.id == PAIN and self.answers.get("severity") is not None:
            self.answers.setdefault(FELT_AT, self.desk.clock.now().isoformat())
        if question.id == WHERE and not await self._keep_pain():
            return False
        is_later = question.id not in {WELCOME, PAIN}
        if is_later and needs_check(self.answers) and not self.answers.get(IS_CHECKED):
            self.answers[IS_CHECKED] = True
            self.app.push_screen(screens.RedFlags(self.desk))
        return True

    async def _keep_pain(self) -> bool:
        """Keep pain as an entry of the moment at which it was said; once more, in its place."""
        self.answers.setdefault(ENTRY, new_id())
        at = iso_moment(self.answers.get(FELT_AT)) or self.desk.clock.now()
        pain = pain_of(self.answers, at, self.answers[ENTRY])
        if pain is None:
            return True
        words = " ".join(say_entry(pain))
        return await self.desk.put(pain, words=words, complain=self.complain)

    async def finish(self) -> None:
        """Keep the answers as one change, and show the week that they make."""
        settings = self.desk.repository.settings()
        kept = settings_of(self.answers, settings, self.desk.clock.today())
        if not await self.desk.set_all(kept, words=say_answers(kept), complain=self.complain):
            return
        await self.forget_draft()
        self.app.switch_screen(screens.NewWeek(self.desk, is_made_anew=True))
