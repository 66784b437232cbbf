"""A program: its weeks, where one is, what this week asks for, and why it moves on or stays."""

from collections.abc import Collection, Iterable

from msgspec.structs import replace
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.move import ON_PROGRAM
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.programs import (
    WALK,
    ProgramProgress,
    TimesDone,
    has_walk,
    next_up,
    progress,
    say_moves_on,
    say_pace,
    say_part,
    say_week,
    under_way,
)
from backcare_tui.library.exercises import LEVELS
from backcare_tui.library.routines import Program, ProgramWeek, find_routine, program
from backcare_tui.library.taxonomy import name_within
from backcare_tui.player.timeline import say_length
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.place import Place
from backcare_tui.text import clean, say_count, say_minutes, say_near_day, sentence_case
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.sources import say_source

WIDE_COLUMNS = (ListColumn(1), ListColumn(), ListColumn(5), ListColumn(6), ListColumn(10, "right"))
NARROW_COLUMNS = (ListColumn(1), ListColumn(), ListColumn(6))
ROOMY = 54
"""Cells of the list from which on ticks and days have a column."""
AROUND_TITLE = 4
"""Cells of the list's frame beside its title."""
ROOMY_WEEKS = 48
"""Cells of the weeks from which on each says what it asks for."""


class ProgramPage(Place):
    """Lies over Move: begins a program, leads through its week, and ends it."""

    TITLE = "Program"
    MODE = "move"
    CSS_PATH = "program.tcss"
    AUTO_FOCUS = "#week"
    BINDINGS = bindings(*ON_PROGRAM, CLOSE_PAGE)
    NAMED_LAST = GENERAL
    HELP = (
        "A program goes on by what you did and how it felt, never by the date. Enter begins it, or "
        "starts the routine under the cursor; + and - go a week on or back by hand."
    )

    def __init__(self, desk: Desk, program_id: str) -> None:
        """Show a program by its id.

        Raises:
            KeyError: No program has it.
        """
        super().__init__(desk)
        found = program(program_id)
        if found is None:
            raise KeyError(program_id)
        self.program = found
        self._first = 1

    def compose_place(self) -> Iterable[Widget]:
        """The week's list beside the weeks, and what else is to be known."""
        self.head = Static(id="head", markup=False)
        self.list = Rows(columns=WIDE_COLUMNS, id="week", classes="tile")
        self.weeks = Static(id="weeks", classes="tile", markup=False)
        self.weeks.border_title = "Weeks"
        self.words = Static(id="words", markup=False)
        yield self.head
        with Horizontal(id="both"):
            yield self.list
            yield self.weeks
        with VerticalScroll(id="more", can_focus=False):
            yield self.words

    def on_resize(self) -> None:
        """Ticks and days where there is room."""
        self.call_after_refresh(self.read_diary)

    def read_diary(self) -> None:
        """Where one is."""
        plan, at = self._plan(), self._progress()
        own = self.desk.repository.entries(Routine)
        is_roomy = self.list.size.width >= ROOMY
        self.head.update(_head(self.program))
        self.list.columns = WIDE_COLUMNS if is_roomy else NARROW_COLUMNS
        titles = _titles(at, is_begun=plan is not None)
        room = self.list.size.width - AROUND_TITLE
        fitting = (each for each in titles if Content(each).cell_length <= room)
        self.list.border_title = Content(next(fitting, titles[-1]))
        self.list.border_subtitle = hint(_what_enter_does(at, is_begun=plan is not None))
        today = self.desk.clock.today()
        upcoming = {next_up(at, today)} if plan else set()
        if plan and has_walk(at, today):
            upcoming.add(WALK)
        self.list.rows = tuple(
            self._row(part, at, own, is_next=part.routine in upcoming, is_roomy=is_roomy)
            for part in at.parts
        )
        is_told = self.weeks.size.width >= ROOMY_WEEKS
        self.weeks.update(_weeks(self.program, at, is_begun=plan is not None, is_told=is_told))
        stated = self.desk.repository.settings().conditions
        self.words.update(_words(self.program, at, stated))
        self.refresh_bindings()

    def _row(
        self,
        part: TimesDone,
        at: ProgramProgress,
        own: tuple[Routine, ...],
        *,
        is_next: bool,
        is_roomy: bool,
    ) -> ListRow:
        """One part of the week: its state, name, ticks, count, and when it was done last."""
        known = find_routine(part.routine, own)
        length = say_length(known) if known else ""
        if part.routine == WALK:
            length = say_minutes(at.week.walk.minutes)
        name = sentence_case(say_part(part, {each.id: each.name for each in own}))
        words = f"{name} · {length}" if length and is_roomy else name
        sign = ("✓", "$success") if not part.left else ("▸", "$next") if is_next else ("·", "")
        ticks = Content.assemble(("●" * part.done, "$success"), ("○" * part.left, "$quiet"))
        count = f"{part.done} of {part.times}"
        last = say_near_day(part.last, self.desk.clock.today()) if part.last else ""
        cells = (ticks, count, last) if is_roomy else (count,)
        shown = (Content.styled(*sign), words, *cells)
        return ListRow(part.routine, shown, style="next" if is_next else "plain")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is under way can be ended."""
        if action == "end_program":
            return self._plan() is not None
        return super().check_action(action, parameters)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Begin the program, or start a part of its week."""
        if self._plan() is None:
            self._begin()
        elif event.row.key == WALK:
            seconds = self._progress().week.walk.minutes * 60
            given = {"routine": WALK, "done_s": seconds}
            self.app.push_screen(screens.EntryForm(self.desk, Session, given=given))
        elif routine := find_routine(event.row.key, self.desk.repository.entries(Routine)):
            self.app.push_screen(screens.Before(self.desk, routine))

    def action_step_week(self, by: int) -> None:
        """A week on or back by hand; before the program is begun, the week that it begins with."""
        plan, week = self._plan(), self._progress().week.week + by
        if not 1 <= week <= len(self.program.weeks):
            self.desk.say(f"the program has {say_count(len(self.program.weeks), 'week')}")
        elif plan is None:
            self._first = week
            self.read_diary()
        else:
            changed = replace(plan, program_week=week, since=self.desk.clock.today())
            self.desk.change(changed, words=f"{self.program.name}, week {week}")

    def action_end_program(self) -> None:
        """From today on it is not planned any more."""
        if plan := self._plan():
            ended = replace(plan, until=self.desk.clock.today())
            self.desk.change(ended, words=f"ended {self.program.name}")

    def _begin(self) -> None:
        today, repository = self.desk.clock.today(), self.desk.repository
        if other := under_way(repository.entries(Plan), today):
            name = clean(other[0].name)
            self.desk.say(
                name + keyed(" is under way: end it with {program.end} on its page first"),
                "trouble",
            )
            return
        first = self._first if self._first > 1 else None
        plan = Plan(routine=self.program.id, since=today, program_week=first)
        self.desk.add(plan, words=f"began {self.program.name}")

    def _plan(self) -> Plan | None:
        """The plan that says that this program is under way."""
        at = under_way(
            (
                each
                for each in self.desk.repository.entries(Plan)
                if each.routine == self.program.id
            ),
            self.desk.clock.today(),
        )
        return at[1] if at else None

    def _progress(self) -> ProgramProgress:
        plan = self._plan()
        if plan is None:
            return progress(
                self.program, Plan(routine=self.program.id, program_week=self._first), ()
            )
        between = (plan.day, self.desk.clock.today())
        return progress(self.program, plan, self.desk.repository.entries(Session, between))


def _head(of: Program) -> Content:
    about = f"{LEVELS[of.level]} · {say_count(len(of.weeks), 'week')}"
    name = Content.styled(clean(of.name), "bold $here")
    return Content("\n").join(
        [
            Content.assemble(name, (f"  {about}", "$quiet")),
            Content(clean(of.purpose)),
            Content.styled(clean(of.when), "$quiet"),
        ]
    )


def _titles(at: ProgramProgress, *, is_begun: bool) -> tuple[str, ...]:
    """What stands over the week's list, the longest first."""
    if at.is_over:
        return ("Done",)
    week = say_week(at) if is_begun else f"Begins with {say_week(at).lower()}"
    return f"{week} · {at.week.title}", week


def _what_enter_does(at: ProgramProgress, *, is_begun: bool) -> str:
    if not is_begun:
        return "enter begins it"
    return "{program.end} ends it" if at.is_over else "enter starts"


def _say_conditions(ids: Iterable[str]) -> str:
    return ", ".join(name_within("conditions", each) for each in ids)


def _weeks(of: Program, at: ProgramProgress, *, is_begun: bool, is_told: bool) -> Content:
    """A line for each week; where it `is_told`, with what the week asks for."""
    lines = []
    for week in of.weeks:
        is_here = week.week == at.week.week and not at.is_over
        is_past = is_begun and (week.week < at.week.week or at.is_over)
        sign = "▸" if is_here else "✓" if is_past else "·"
        style = "bold" if is_here else "" if is_past else "$quiet"
        ink = "$next" if is_here else "$success" if is_past else "$quiet"
        lines.append(
            Content.assemble((f"{sign} ", ink), (f"{week.week}  {clean(week.title)}", style))
            + Content.styled(f"  {_asks(week)}" if is_told else "", "$quiet")
        )
    return Content("\n").join(lines)


def _asks(week: ProgramWeek) -> str:
    """`8 sessions, 3 walks of 10 min`."""
    sessions = say_count(sum(each.times for each in week.sessions), "session")
    walks = f"{say_count(week.walk.days, 'walk')} of {week.walk.minutes} min"
    return f"{sessions}, {walks}" if week.walk.days else sessions


def _words(of: Program, at: ProgramProgress, stated: Collection[str]) -> Content:
    """The goal, why it goes on or stays, for whom it is not, and where it is from."""
    yours = _say_conditions(each for each in of.avoid_if if each in stated)
    avoid = _say_conditions(each for each in of.avoid_if if each not in stated)
    parts = [
        ("! Ask first with: ", f"{yours}, which you stated" if yours else ""),
        ("", at.why),
        ("Pace: ", "" if at.is_over else say_pace(at.week)),
        (f"Week {at.week.week}: ", "" if at.is_over else at.week.goal),
        ("Moves on: ", "" if at.is_over else say_moves_on(at)),
        ("After it: ", of.progression),
        ("Ask first with: ", avoid),
        ("From: ", "; ".join(map(say_source, of.source))),
    ]
    return Content("\n").join(
        Content.assemble((label, "bold $next" if label.startswith("!") else "$quiet"), clean(words))
        for label, words in parts
        if words
    )
