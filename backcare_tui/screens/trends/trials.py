"""One's own trials: the one that runs, and what came of those of before."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec
from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import FIND_IN_LIST
from backcare_tui.commands.guidance import ADVICE, CHECK_SIGNS
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.places import GENERAL
from backcare_tui.commands.trends import ON_TRIALS
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.trials import NEVER
from backcare_tui.insight.trials.effect import Result, read_result
from backcare_tui.insight.trials.schedule import (
    EVENING,
    TrialOn,
    done_by_day,
    going_on,
    is_over,
    kept_to,
    last_day,
    on_day,
)
from backcare_tui.insight.trials.sentences import (
    NO_PEEKING,
    say_design,
    say_kept,
    say_last,
    say_result,
    say_today,
    say_verdict,
)
from backcare_tui.screens.frame.breakpoints import NORMAL
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.screens.trends.pairs import draw_pairs
from backcare_tui.screens.trends.schedule import LEGEND, draw_days
from backcare_tui.text import MONTHS, clean
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows

COLUMNS = (ListColumn(28), ListColumn(17), ListColumn())
"""What was tried, when, and what came of it."""
NARROW_COLUMNS = (ListColumn(20), ListColumn())
TEACHES = (
    "Does it help you? A trial of your own finds out: press {trial.begin}, name one thing, and the program "
    "draws by lot on which days you do it and on which you leave it out. After some weeks it says "
    "what difference it made, and how easily chance alone would make one."
)
TEACHES_PAST = "What came of a trial stands here once it is over."


class TrialsPage(OnEntries, Searching):
    """Lies over Trends: the trial that runs above, those of before beneath."""

    TITLE = "Trials"
    MODE = "trends"
    CSS_PATH = "trials.tcss"
    AUTO_FOCUS = "#past"
    BINDINGS = bindings(*ON_TRIALS, FIND_IN_LIST)
    NAMED_LAST = (*GENERAL, CHECK_SIGNS.action, ADVICE.action)
    HELP = (
        "A trial of your own: something done on some days and left out on others, drawn by lot, and "
        "held against your pain or sleep. {trial.today} answers for today, {trial.yesterday} for yesterday; what came of it is "
        "told at the end, and never before."
    )

    def __init__(self, desk: Desk) -> None:
        """All of them."""
        super().__init__(desk)
        self._now: Trial | None = None
        self._stops: tuple[Advice, ...] = ()
        self._results: dict[str, tuple[Trial, Result]] = {}

    def compose_place(self) -> Iterable[Widget]:
        """The one that runs, a line for each of before, and the chosen one in words."""
        self.now = Static(id="now", markup=False)
        tile = VerticalScroll(self.now, id="running", classes="tile")
        tile.border_title = "Your trial"
        self.list = Rows(columns=COLUMNS, empty=TEACHES_PAST, id="past", classes="tile entries")
        self.list.border_title = "Trials before"
        self.told = Static(id="told", markup=False)
        self.running = tile
        search = self.make_search(self.list, "walk, Oct, lower")
        yield from (tile, search, self.list, VerticalScroll(self.told, id="telling"))

    def on_resize(self, event: events.Resize) -> None:
        """The days take as much room as there is."""
        self.list.columns = COLUMNS if event.size.width >= NORMAL else NARROW_COLUMNS
        self.call_after_refresh(self._show)

    def read_diary(self) -> None:
        """The trial that runs or begins soon; all others newest first."""
        repository, clock = self.desk.repository, self.desk.clock
        trials, today = repository.entries(Trial), clock.today()
        self._now = going_on(trials, today)
        self._results = {
            each.id: (each, read_result(each, repository, clock))
            for each in reversed(trials)
            if is_over(each, today)
        }
        on = self._on(0)
        self._stops = what_stops(repository, clock) if on and on.arm == "with" else ()
        self._show()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name only what can be done now: one trial at a time, and answers for its days."""
        if action == "begin_trial":
            return self._now is None
        if action == "stop_trial":
            return self._now is not None
        if action == "answer" and isinstance(ago := parameters[0], int):
            is_over = ago > 0 or self.desk.clock.now().time() >= EVENING
            return is_over and self._on(ago) is not None
        if action == "remove_entry":
            return bool(self._results)
        if action == "repeat_entry":
            return False
        return super().check_action(action, parameters)

    def on_rows_highlighted(self, _event: Rows.Highlighted) -> None:
        """Tell what came of the trial under the cursor."""
        self._tell()

    def action_begin_trial(self) -> None:
        """Plan a trial."""
        self.app.push_screen(screens.TrialForm(self.desk))

    def action_answer(self, ago: int) -> None:
        """Say what was done on a day some days ago."""
        if self._now and (on := self._on(ago)):
            self.app.push_screen(screens.TrialAnswer(self.desk, self._now, on))

    def action_stop_trial(self) -> None:
        """End the trial today; nothing is asked, as undo takes it up again."""
        if self._now is None:
            return
        today = max(self.desk.clock.today(), self._now.started)
        ended = msgspec.structs.replace(self._now, stopped=today)
        self.desk.change(ended, words=f"ended the trial: {clean(ended.name)}")

    def action_remove_entry(self) -> None:
        """Delete the trial under the cursor with all that was said of its days."""
        trial = self._under_cursor()
        if not isinstance(trial, Trial):
            return
        days = self.desk.repository.entries(TrialDay)
        ids = [trial.id, *(each.id for each in days if each.trial == trial.id)]
        words = f"trial {clean(trial.name)}"
        self.desk.remove(*ids, words=f"deleted {words}", said=f"deleted: {words}")

    def _on(self, ago: int) -> TrialOn | None:
        day = self.desk.clock.today() - dt.timedelta(days=ago)
        return on_day(self._now, day) if self._now else None

    def _show(self) -> None:
        self.now.update(Content("\n").join(self._say_now()))
        self.running.border_subtitle = LEGEND if self._now and self.size.width >= NORMAL else ""
        is_narrow = self.list.columns == NARROW_COLUMNS
        rows = (_row(each, result, is_narrow=is_narrow) for each, result in self._results.values())
        self.show_rows(tuple(rows))
        self._tell()

    def _say_now(self) -> Iterator[Content]:
        trial, today = self._now, self.desk.clock.today()
        if trial is None:
            yield from (Content.styled(keyed(TEACHES), "$quiet"), Content(""), Content(NEVER))
            return
        done = done_by_day(self.desk.repository.entries(TrialDay), trial)
        outcome = f"does it change {trial.outcome}?" if self.size.width >= NORMAL else ""
        yield Content.assemble((clean(trial.name), "bold $here"), (f"  {outcome}", "$quiet"))
        on = on_day(trial, today)
        yield Content.styled(say_today(trial, on, today), "bold")
        if self._stops:
            hold = f"Leave it out for now. {clean(self._stops[0].text)}"
            yield Content.styled(hold, "$text-error")
        gap = [Content("")] if self.has_class("-tall") else []
        yield from (*gap, draw_days(trial, done, today, self.now.size.width), *gap)
        known = say_kept(kept_to(trial, done, today))
        yield Content(f"{known} {say_last(trial, today)}" if on else say_design(trial, today))
        yield Content.styled(NO_PEEKING, "$quiet")

    def _tell(self) -> None:
        row = self.list.row
        if row is None or row.key not in self._results:
            self.told.update(Content(""))
            return
        trial, result = self._results[row.key]
        told = [Content(words) for words in say_result(trial, result)]
        if result.effect is not None and result.verdict != "too-few-days":
            told.append(draw_pairs(result.effect, trial.outcome, self.told.size.width))
        self.told.update(Content("\n").join(told))


def _row(trial: Trial, result: Result, *, is_narrow: bool) -> ListRow:
    name, verdict = clean(trial.name), say_verdict(trial, result)
    is_news = result.verdict in {"lower", "higher"}
    said = Content.styled(verdict, "bold" if is_news else "$quiet")
    return ListRow(trial.id, (name, said) if is_narrow else (name, _span(trial), said))


def _span(trial: Trial) -> str:
    """`2 Oct to 29 Oct`; of one that was over at once its first day twice."""
    first, last = trial.started, max(last_day(trial), trial.started)
    return f"{first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]}"
