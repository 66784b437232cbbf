"""What goes along with pain and sleep: a list by verdict, and the chosen one in words and pictures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import FIND_IN_LIST
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.trends import ON_FINDINGS
from backcare_tui.insight.findings.factor_sentences import say_factor, tells_overdoing
from backcare_tui.insight.findings.factors import gather_factors
from backcare_tui.insight.findings.method import METHOD, NEEDED
from backcare_tui.insight.findings.results import Finding, FindingVerdict
from backcare_tui.insight.findings.sentences import (
    AS_THEY_WERE,
    GROUPS,
    MAY_BE_SMALLER,
    NO_CAUSE,
    NO_PROOF,
    NOTHING_YET,
    ONE_BY_ONE,
    TAKES,
    days_needed,
    in_order,
    say_axis,
    say_caution,
    say_days_known,
    say_finding,
    say_outcome,
    say_outcomes,
    say_short_effect,
    say_sides,
)
from backcare_tui.screens.frame.breakpoints import WIDE
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.screens.frame.page import Page
from backcare_tui.widgets.charts.distributions import Distributions, Sample, hours_axis, pain_axis
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows

COLUMNS = (ListColumn(), ListColumn(14), ListColumn(9, "right"))
"""The factor, what it is held against, and how much or how many days."""
NORMAL_COLUMNS = (ListColumn(), ListColumn(11, "right"))
MOST_PAIRS = 3
"""A factor is held against pain on its day and the next, and against sleep."""
LOOKING_AFTER_S = 0.5
"""How long the test may take before it is said that it runs."""
HOW, HOW_NAME = "how", "How this is tested"
TRY_IT = "To find out, try it: {finding.try} is for trials of your own. {finding.how} tells how this is tested."
CLOSING: dict[FindingVerdict, tuple[str, ...]] = {
    "goes-along": (AS_THEY_WERE, f"{NO_CAUSE} {MAY_BE_SMALLER}", TRY_IT),
    "same-day": (AS_THEY_WERE, TRY_IT),
    "follows": (AS_THEY_WERE, TRY_IT),
    "gone": (AS_THEY_WERE, TRY_IT),
    "no-sign": (NO_PROOF, AS_THEY_WERE),
    "too-few-days": ("Until then nothing is said of it.",),
}
"""What is said below the pairs."""
TEACHES = (
    "What goes along with your pain and sleep will be listed here: nights, routines, massage, food and "
    f"drink, and the triggers that you tick. {TAKES} {{entry.check-in}} takes down pain, {{entry.night}} a night."
)
LOOKING = "Looking at the days of your diary…"
FAILED = "This could not be worked out. The diary itself is as it was."
FindingGroup = tuple[Finding, ...]


class FindingPair(Vertical):
    """One factor beside one outcome: a sentence, and two distributions."""

    def compose(self) -> ComposeResult:
        """Words above the picture."""
        self.words = Static(markup=False)
        self.picture = Distributions()
        yield from (self.words, self.picture)

    def show(self, finding: Finding, caution: str) -> None:
        """Say and draw it; what was not looked at is not drawn either."""
        said = [Content(say_finding(finding)), Content.styled(caution, "$quiet")]
        self.words.update(Content("\n").join(said[: 1 + bool(caution)]))
        self.picture.display = finding.verdict != "too-few-days"
        is_sleep = finding.outcome == "sleep"
        samples = tuple(
            Sample(name, tuple(value / 60 for value in values) if is_sleep else values)
            for name, values in zip(
                say_sides(finding), (finding.values_with, finding.values_without), strict=True
            )
        )
        every = [value for sample in samples for value in sample.values]
        name = say_axis(finding)
        self.picture.axis = hours_axis(every, name) if is_sleep else pain_axis(name)
        self.picture.samples = samples


class FindingsPage(Page[None], Searching):
    """Lies over Trends."""

    CSS_PATH = ["../frame/page.tcss", "findings.tcss"]
    AUTO_FOCUS = "#list"
    BINDINGS = bindings(*ON_FINDINGS, FIND_IN_LIST)
    HELP = (
        "What goes along with your pain and sleep, and what only seems to: each factor's size, how "
        "sure it is, and on how many days it rests. What goes along need not be the cause; a trial "
        "of your own can tell."
    )

    @dataclass
    class FactorsTested(Message):
        """The test is done."""

        findings: tuple[Finding, ...]

    def __init__(self, desk: Desk) -> None:
        """Nothing is known yet."""
        super().__init__(desk)
        self._groups: dict[str, FindingGroup] = {}
        self._by_verdict: dict[FindingVerdict, tuple[FindingGroup, ...]] = {}
        self._looking: Timer | None = None
        """Says that it is looking, where it takes long."""

    def compose_page(self) -> Iterable[Widget]:
        """The list, and beside it what the chosen row says."""
        self.list = Rows(columns=NORMAL_COLUMNS, empty=keyed(TEACHES), id="list", classes="tile")
        self.told = VerticalScroll(id="told", classes="tile")
        self.status = Static(id="status", markup=False)
        yield self.status
        yield self.make_search(self.list, "coffee, sleep, sitting")
        with Horizontal(id="findings"):
            yield self.list
            with self.told:
                self.pairs = tuple(FindingPair() for _ in range(MOST_PAIRS))
                yield from self.pairs
                self.closing = Static(id="closing", markup=False)
                yield self.closing

    def on_mount(self) -> None:
        """Look, once the page is there to be seen."""
        self.entitle("What goes along with what")
        self.add_class("-looking")
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Read the diary and test it in a thread; where that takes a while, say so."""
        looking = partial(self.status.update, LOOKING)
        self._looking = self.set_timer(LOOKING_AFTER_S, looking)
        self._test()

    @work(thread=True, exclusive=True, group="findings", exit_on_error=False)
    def _test(self) -> None:
        from backcare_tui.insight.findings.permutation import findings_of

        gathered = gather_factors(self.desk.repository, self.desk.clock)
        self.post_message(self.FactorsTested(findings_of(gathered)))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so where the test broke, rather than to look forever."""
        if event.state == WorkerState.ERROR:
            if self._looking:
                self._looking.stop()
            self.status.update(FAILED)

    def on_findings_page_factors_tested(self, event: FactorsTested) -> None:
        """List them."""
        event.stop()
        self.remove_class("-looking")
        self.set_class(not event.findings, "-unknown")
        self._by_verdict = in_order(event.findings)
        self._note_overdoing(event.findings)
        self._show()
        self.refresh_bindings()
        self.list.focus()

    def _note_overdoing(self, found: Iterable[Finding]) -> None:
        """Keep that they tell of very active days, for the advice that is given after one; or that they do no longer."""
        repository, today = self.desk.repository, self.desk.clock.today()
        told, before = (
            today if tells_overdoing(found) else None,
            repository.settings().overdoing_told,
        )
        if told != before and repository.read_only is None:
            self.desk.note("overdoing_told", told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """How it is tested is a row of the list, so there has to be one."""
        if action == "how_tested":
            return bool(self._groups)
        return super().check_action(action, parameters)

    def on_resize(self, event: events.Resize) -> None:
        """More columns where there is room for them."""
        columns = COLUMNS if event.size.width >= WIDE else NORMAL_COLUMNS
        if columns != self.list.columns:
            self.list.columns = columns
            self._show()

    def _show(self) -> None:
        self._groups = {
            _key(group): group for groups in self._by_verdict.values() for group in groups
        }
        self.show_rows(tuple(self._rows()) if self._groups else ())

    def _rows(self) -> Iterator[ListRow]:
        for verdict, name in GROUPS.items():
            groups = self._by_verdict[verdict]
            if groups or verdict == "goes-along":
                yield ListRow(verdict, (name,), enabled=False, style="heading")
                yield from (self._row(group) for group in groups)
                if not groups:
                    yield ListRow("nothing", (NOTHING_YET,), enabled=False, style="quiet")
                yield ListRow(f"after-{verdict}", ("",), enabled=False)
        yield ListRow(HOW, (HOW_NAME,), style="next")

    def _row(self, group: FindingGroup) -> ListRow:
        name, is_wide = say_factor(group[0].factor), self.list.columns == COLUMNS
        cells = (name, *(_wide_cells(group) if is_wide else _cells(group)))
        is_found = group[0].verdict == "goes-along"
        return ListRow(_key(group), cells, style="plain" if is_found else "quiet")

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Tell of the row under the cursor."""
        group = self._groups.get(event.row.key, ())
        for number, pair in enumerate(self.pairs):
            pair.display = number < len(group)
            if pair.display:
                caution = say_caution(group[number])
                is_new = caution not in map(say_caution, group[:number])
                pair.show(group[number], caution if is_new else "")
        said = CLOSING[group[0].verdict] if group else (*METHOD, NEEDED)
        self.closing.set_class(not group, "-method")
        self.closing.update(
            Content("\n" if group else "\n\n").join(Content(keyed(each)) for each in said)
        )
        self.told.border_title = say_factor(group[0].factor) if group else HOW_NAME
        self.told.scroll_home(animate=False)

    def on_rows_chosen(self, _event: Rows.Chosen) -> None:
        """Go to what it says, which may be longer than there is room for."""
        self.told.focus()

    def action_how_tested(self) -> None:
        """Say how it is tested."""
        self.list.select(HOW)

    def action_try_it(self) -> None:
        """Open one's own trials."""
        self.app.push_screen(screens.TrialsPage(self.desk))


def _key(group: FindingGroup) -> str:
    """What a row stands for: a factor, and where it stood out also the outcome and the day."""
    first = group[0]
    pair = (first.outcome, str(first.lag_days)) if first.verdict in ONE_BY_ONE else ()
    return " ".join((first.verdict, first.factor, *pair))


def _wide_cells(group: FindingGroup) -> tuple[str, str]:
    """What it is held against, and its size, its days, or how many are missing."""
    finding = group[0]
    if finding.verdict in ONE_BY_ONE:
        return say_outcome(finding), say_short_effect(finding)
    is_known = finding.verdict == "no-sign"
    return say_outcomes(group), say_days_known(group) if is_known else _needs(group)


def _cells(group: FindingGroup) -> tuple[str]:
    """The same in one cell, as far as there is room."""
    finding = group[0]
    if finding.verdict in ONE_BY_ONE:
        return (f"{finding.outcome} {say_short_effect(finding)}",)
    return (say_outcomes(group) if finding.verdict == "no-sign" else _needs(group),)


def _needs(group: FindingGroup) -> str:
    return f"needs {min(map(days_needed, group))}"
