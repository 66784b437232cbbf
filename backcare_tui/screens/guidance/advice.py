"""All that the rules say now: what is shown, what rests, what was put away, with why and whence."""

import datetime as dt
from collections.abc import Iterable, Iterator

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import UNDO
from backcare_tui.commands.guidance import CHECK_SIGNS, DO_ACT, ON_ADVICE, PUT_AWAY, SEEN
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.guidance.advice.acts import act_of, say_act
from backcare_tui.guidance.advice.current import CurrentAdvice, advice_now, can_be_put_away
from backcare_tui.guidance.advice.table import ORDER, URGENCY, Act, Advice, say_urgency
from backcare_tui.library.references import named_in
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.now import open_act
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import clean, say_count, say_day, shortened
from backcare_tui.widgets.advice_tile import SIGNS, STYLES, draw_urgency
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Entry, Sheet

WEEK = dt.timedelta(days=7)
QUIET = "Resting or put away"
NOTHING = (
    "There is nothing to say now. Advice comes from what you take down: a few days of pain and "
    "sleep, and what you do for your back. {entry.check-in} takes down pain, {entry.night} a night."
)
STAYS = "This cannot be put away: it stays until it is gone, or a professional has looked at it."
HOW_ON = (
    "{guide.check} makes the check for warning signs. Once a professional has looked at it, press "
    "{guide.seen}."
)
ABOUT_BASELINE = (
    "Changes of pain are measured against your baseline: the middle of the first four weeks with "
    "four days of pain each. After something new began, you can have it counted from today: the "
    "next four such weeks are the new baseline. Nothing else changes."
)
FROM_TODAY, FROM_FIRST = "today", "first"


class Pieces(Rows):
    """The list of advice; enter does what the line names, where it names anything."""

    BINDINGS = bindings(DO_ACT)

    is_leading: reactive[bool] = reactive(default=False)
    """Whether the line under the cursor names something that can be done."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is named only where it does something."""
        if action == "choose" and not self.is_leading:
            return False
        return super().check_action(action, parameters)


class AdvicePage(Page[None]):
    """A list of advice, and the one under the cursor in full."""

    CSS_PATH = ["../frame/page.tcss", "advice.tcss"]
    AUTO_FOCUS = "#pieces"
    BINDINGS = bindings(SEEN, CHECK_SIGNS, *ON_ADVICE, UNDO)
    HELP = (
        "All that the rules say now, each with why it is said and from where. What was shown rests "
        "for some days; what you do not want to hear you can put away. Enter does what a line names."
    )

    def compose_page(self) -> Iterable[Widget]:
        """The list, and beside it the words."""
        self.list = Pieces(
            columns=(ListColumn(1), ListColumn()), empty=keyed(NOTHING), id="pieces", classes="tile"
        )
        self.list.border_title = "Worth knowing"
        self.sheet = Sheet(id="words")
        self.text = VerticalScroll(self.sheet, id="piece", classes="tile")
        self.text.border_title = "Why, and from where"
        self.notice = Notice(id="notice")
        self._pieces: dict[str, CurrentAdvice] = {}
        yield Horizontal(self.list, self.text, id="columns")
        yield self.notice

    def on_mount(self) -> None:
        """Show it, and again when the diary changed."""
        self.sheet.is_loose = True
        self.desk.changed.subscribe(self, lambda _: self._show())
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what waits for an answer can be answered."""
        if action == "seen" and not (self._piece and self._piece.advice.stands):
            return False
        if action in {"put_away", "snooze"} and self.is_mounted and not self._piece:
            return False
        return super().check_action(action, parameters)

    def _show(self) -> None:
        self._pieces = {each.advice.key: each for each in self._said()}
        self.list.rows = tuple(_rows(self._pieces.values()))
        now = sum(each.state == "now" for each in self._pieces.values())
        more = len(self._pieces) - now
        quiet = f", {more} resting or put away" if more else ""
        self.entitle("Advice", f"{say_count(now, 'piece')}{quiet}" if self._pieces else "")
        self.text.display = bool(self._pieces)
        self._show_piece()

    def _said(self) -> tuple[CurrentAdvice, ...]:
        return advice_now(self.desk.repository, self.desk.clock)

    def on_rows_highlighted(self, _event: Rows.Highlighted) -> None:
        """Show the one under the cursor."""
        self._show_piece()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Do what it names."""
        event.stop()
        if act := self._act:
            open_act(self, self.desk, act)

    def _show_piece(self) -> None:
        act = self._act
        self.list.is_leading = act is not None
        if piece := self._piece:
            leads = say_act(act, self.desk.repository.settings()) if act else ""
            self.sheet.entries = tuple(_in_full(piece, self.desk.clock.today(), leads))
            self.text.scroll_home(animate=False)
        self.refresh_bindings()

    @property
    def _piece(self) -> CurrentAdvice | None:
        return self._pieces.get(self.list.row.key) if self.list.row else None

    @property
    def _act(self) -> Act | None:
        """What the one under the cursor leads to."""
        piece = self._piece
        conditions = self.desk.repository.settings().conditions
        return act_of(piece.advice, conditions) if piece else None

    def action_put_away(self) -> None:
        """Put it away for good; bring back what was put away."""
        piece = self._piece
        if piece and piece.dismissals:
            self.desk.remove(*piece.dismissals, words=_named("brought back", piece.advice))
        else:
            self._dismiss_piece(None, "put away")

    def action_snooze(self) -> None:
        """Not for a week."""
        self._dismiss_piece(self.desk.clock.today() + WEEK, "put away for a week")

    def _dismiss_piece(self, until: dt.date | None, done: str) -> None:
        piece = self._piece
        if piece is None:
            return
        if not can_be_put_away(piece.advice):
            self.notice.say(STAYS)
            return
        advice = piece.advice
        away = Dismissal(
            at=self.desk.clock.now(), advice=advice.id, until=until, event=advice.event or None
        )
        self.desk.add(away, words=_named(done, advice))

    def action_seen(self) -> None:
        """Ask when a professional has looked at it, and who."""
        self.app.push_screen(screens.CheckUpForm(self.desk))

    def action_new_baseline(self) -> None:
        """Say what a new baseline is, and ask."""
        held = self.desk.repository.settings().baseline_from
        as_it_is = ChoiceAnswer("l", "", "Leave it as it is")
        answers = [ChoiceAnswer("b", FROM_TODAY, "Begin a new baseline today")]
        words = ABOUT_BASELINE
        if held:
            words += f" Now it counts from {say_day(held, self.desk.clock.today())}."
            answers.append(ChoiceAnswer("f", FROM_FIRST, "Go back to the first weeks of the diary"))
        self.app.push_screen(
            screens.ChoiceDialog("A new baseline", Content(words), as_it_is, answers),
            self._set_baseline,
        )

    def _set_baseline(self, answer: str | None) -> None:
        if answer is None:
            return
        today = self.desk.clock.today()
        day = today.isoformat() if answer == FROM_TODAY else None
        words = f"the baseline counts from {say_day(today)}" if day else "the first weeks count"
        self.desk.set("baseline_from", day, words=words)

    def show_notice(self, words: str, *, is_trouble: bool) -> None:
        """In the line that the page has for it."""
        self.notice.say(words, "trouble" if is_trouble else "saved")


def _rows(pieces: Iterable[CurrentAdvice]) -> Iterator[ListRow]:
    """The pieces under headings: by urgency, then those that are not shown."""
    known = tuple(pieces)
    for urgency in ORDER:
        shown = [p for p in known if p.state == "now" and p.advice.severity == urgency]
        yield from _section(URGENCY[urgency], shown)
    yield from _section(QUIET, [p for p in known if p.state != "now"])


def _section(title: str, pieces: list[CurrentAdvice]) -> Iterator[ListRow]:
    if pieces:
        yield ListRow(f"#{title}", (title,), enabled=False, style="heading")
    for piece in pieces:
        sign = Content.styled(SIGNS[piece.advice.severity], STYLES[piece.advice.severity])
        cells = sign, clean(piece.advice.text)
        yield ListRow(piece.advice.key, cells, style="plain" if piece.state == "now" else "quiet")


def _in_full(piece: CurrentAdvice, today: dt.date, leads: str) -> Iterator[Entry]:
    """A piece with its reason, its source, and the source spelled out."""
    advice = piece.advice
    yield Entry("", (draw_urgency(advice), Content.styled(clean(advice.text), "bold")))
    if leads:
        yield Entry("Do it", (Content.assemble(("enter", "bold $next"), f"  {leads}"),))
    if said := _say_state(piece, today):
        yield Entry("Now", (Content(said),))
    yield Entry("Why", (Content(clean(advice.because)),))
    if advice.stands:
        yield Entry("Answer", (Content(keyed(HOW_ON)),))
    yield Entry("Source", (Content(clean(advice.source)),))
    if found := named_in(advice.source):
        spelled = tuple(Content.styled(str(each), "$quiet") for each in found)
        yield Entry("In full", spelled, hang=2)
    if not can_be_put_away(advice):
        yield Entry("", (Content.styled(STAYS, "$quiet"),))


def _say_state(piece: CurrentAdvice, today: dt.date) -> str:
    until = f" until {say_day(piece.until, today)}" if piece.until else ""
    if piece.state == "away":
        return f"Put away{until or ' for good'}; {key_of(PUT_AWAY)} brings it back."
    if piece.state == "rests":
        return f"It was shown, and rests{until or '; what it is about was said once'}."
    return ""


def _named(done: str, advice: Advice) -> str:
    return f"{done}: {say_urgency(advice).lower()}, {shortened(advice.text, 40)}"
