"""The check for warning signs: what is asked, and plainly what to do now."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import NOW, ON_CHECK
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.diary.records.check import Check
from backcare_tui.guidance.advice.current import said_after_check
from backcare_tui.guidance.advice.table import SUPPORT, Advice
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.now import something_now
from backcare_tui.guidance.red_flags import ASK_EVERY_DAYS, questions, standing
from backcare_tui.library.regions import Region, region_of
from backcare_tui.library.taxonomy import red_flags, words
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import say_day
from backcare_tui.widgets.advice_tile import draw_advice, draw_reason
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.marks import Marks
from backcare_tui.wording.entries import say_entry

FOOTER = "Self-care diary, not medical advice."
LEAD = (
    "Mark what has begun or is with you now. It is asked because some rare causes of back pain "
    "need help soon."
)
LEFT = "the check was left: nothing recorded; {guide.check} opens it"
AS_SAVED = "the check stays as it was saved"
KEYS = "enter marks · end: none, done · esc closes"
SAW_IT = "When a professional has looked at it, press {guide.seen}."
ANY_BEGINS = "If any of these begins, press {guide.check}."
NONE_MARKED = (
    f"{ANY_BEGINS} It is asked again in {ASK_EVERY_DAYS} days, before a course of massage, and on a day of "
    "severe pain."
)
WAS_SEEN = "What this kept from starting is free again. If any of these begins or comes back, press {guide.check}."


class RedFlags(Page[None]):
    """Questions to look through, two gentle ones, and what follows from the answers."""

    CSS_PATH = ["../frame/page.tcss", "red_flags.tcss"]
    AUTO_FOCUS = "#signs"
    BINDINGS = bindings(*ON_CHECK)
    HELP = (
        "Warning signs are rare, and the reason to look for them is that some need help soon. "
        "Enter marks what you have; the last two lines say that there is none of these, or save "
        "the marks, and what to do now follows. Nothing in the settings can hide that."
    )

    def __init__(self, desk: Desk) -> None:
        """Begin with what stands: what is gone can be taken back."""
        super().__init__(desk)
        held = standing(desk.repository.entries(Check))
        self._begun = held.flags | held.moods
        self._asked = questions(desk.repository.settings().conditions)
        self._check: Check | None = None
        self._is_answered = False

    def compose_page(self) -> Iterable[Widget]:
        """The questions; the answer takes their place."""
        self.lead = Static(id="lead", markup=False)
        self.list = Marks(self._asked, self._begun, id="signs", classes="tile")
        self.list.border_title = "Do you have any of these?"
        self.list.border_subtitle = hint(KEYS)
        self.number = Digits(id="number")
        self.said = Static(id="said", markup=False)
        self.answer = VerticalScroll(self.number, self.said, id="answer", classes="tile")
        yield from (
            self.lead,
            self.list,
            self.answer,
            Static(FOOTER, id="boundary", markup=False),
        )

    def on_mount(self) -> None:
        """Ask."""
        self.answer.display = False
        self._name_day()
        self.lead.update(LEAD)
        self.desk.changed.subscribe(self, self._follow)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Marks belong to the questions, the rest to the answer."""
        if action in {"mark", "done"}:
            return not self._is_answered
        if action in {"change_marks", "close", "something_now"}:
            return self._is_answered
        if action == "check_signs":  # it is open already
            return False
        if action == "seen":
            return self._is_answered and self._stands
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        self.list.action_choose()

    def action_done(self) -> None:
        """Answer with what is marked."""
        self.list.finish()

    def on_marks_changed(self) -> None:
        """What was missing is no longer said."""
        self.lead.update(LEAD)

    def on_marks_unanswered(self, event: Marks.Unanswered) -> None:
        """Say what is missing."""
        self._complain(event.sentence)

    @work
    async def on_marks_answered(self, event: Marks.Answered) -> None:
        """Save, then say what to do."""
        check = self._new_check(event.marked)
        trouble = await self._keep(check)
        facts = (
            Facts(self.desk.clock, [check], self.desk.repository.settings())
            if trouble
            else gather(self.desk.repository, self.desk.clock)
        )
        self._tell(check, said_after_check(facts), trouble)

    def action_seen(self) -> None:
        """Ask when a professional has looked at it, and who."""
        self.app.push_screen(screens.CheckUpForm(self.desk))

    def _follow(self, _changed: DiaryChanged) -> None:
        """The day goes along until there is an answer; a check-up sets free what stood."""
        self._name_day()
        if not self._is_answered or self._check is None or self._stands:
            return
        if not (self._check.red_flags or self._check.mood_flags):
            return
        self._check = None
        self.list.marked = frozenset()
        self.number.display = False
        self.answer.remove_class("-urgent")
        self.lead.update(Content("Saved: seen by a professional."))
        self.said.update(keyed(WAS_SEEN))
        self.refresh_bindings()

    @property
    def _stands(self) -> bool:
        """Whether a sign stands that no professional has looked at."""
        held = standing(self.desk.repository.entries(Check))
        return bool(held.flags or held.moods)

    def action_change_marks(self) -> None:
        """Back to the questions."""
        self._is_answered = False
        self.lead.update(LEAD)
        self._switch()

    def action_close(self) -> None:
        """Close; the check is saved."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Close; a check that was not answered is not recorded, and that is said."""
        if not self._is_answered:
            self.desk.say(AS_SAVED if self._check else keyed(LEFT))
        self.dismiss(None)

    def _new_check(self, marked: frozenset[str]) -> Check:
        flags = tuple(each.id for each in red_flags() if each.id in marked)
        moods = tuple(each.id for each in words("mood_flags") if each.id in marked)
        if self._check:
            return replace(self._check, red_flags=flags, mood_flags=moods)
        return Check(at=self.desk.clock.now(), red_flags=flags, mood_flags=moods)

    async def _keep(self, check: Check) -> str:
        """Save it, or put it in the place of the one before it; gives what was wrong with that."""
        said = " ".join(say_entry(check))
        troubles: list[str] = []
        if not await self.desk.put(check, words=said, complain=troubles.append):
            self.desk.complain(troubles[0])
            return troubles[0]
        self._check = check
        return ""

    def _complain(self, sentence: str) -> None:
        self.lead.update(complaint(sentence, is_bold=True))

    def _tell(self, check: Check, advice: tuple[Advice, ...], trouble: str) -> None:
        """What was saved, and what to do now."""
        self._is_answered = True
        if trouble:
            self.lead.update(complaint(f"Not saved: {trouble}", is_bold=True))
        else:
            self.lead.update(Content(f"Saved {self._say_day()}: {say_entry(check)[1]}."))
        number = _number(advice, region_of(self.desk.repository.settings()))
        self.number.update(number)
        self.number.display = bool(number)
        parts = [Content("\n").join([draw_advice(each), draw_reason(each)]) for each in advice]
        if advice and not (check.red_flags or check.mood_flags):
            parts += self._for_now()
        self.said.update(Content("\n\n").join([*parts, Content(self._close(check))]))
        self.answer.set_class(any(each.severity == "urgent" for each in advice), "-urgent")
        self._switch()

    def _for_now(self) -> Iterator[Content]:
        """What helps with the pain that led here, with its key; nothing where something still stands."""
        if best := something_now(self.desk.repository, self.desk.clock).best:
            yield Content.assemble((key_of(NOW), "bold $next"), f"  {best.words}")

    def _close(self, check: Check) -> str:
        if check.red_flags or check.mood_flags:
            return keyed(f"{SAW_IT} {ANY_BEGINS}")
        return keyed(f"None marked. {NONE_MARKED}")

    def _name_day(self) -> None:
        self.entitle("Warning signs", self._say_day())

    def _say_day(self) -> str:
        """The day of the check, once it is made."""
        today = self.desk.clock.today()
        return say_day(self._check.day if self._check else today, today)

    def _switch(self) -> None:
        self.list.display, self.answer.display = not self._is_answered, self._is_answered
        self.answer.border_title = "What to do now"
        (self.answer if self._is_answered else self.list).focus()
        self.refresh_bindings()


def _number(advice: tuple[Advice, ...], where: Region) -> str:
    """The number to call, in figures alone, where something is an emergency; else nothing."""
    urgent = [each for each in advice if each.level == "emergency"]
    if not urgent:
        return ""
    is_of_mood = all(each.group == SUPPORT for each in urgent)
    call = (where.crisis_number if is_of_mood else "") or where.emergency
    found = re.match(r"\+?[\d ]+", call)
    return found[0].strip() if found else ""
