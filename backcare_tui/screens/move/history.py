"""What was done of a routine, or of all: in figures, as slopes before and after, and as a list."""

import datetime as dt
from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import ADD_SESSION, FIND_IN_LIST, ON_ENTRIES
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.history import history, say_history, sessions_of
from backcare_tui.library.routines import routine_name
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.text import DAY_WIDTH, say_list_day, say_list_time, time_width
from backcare_tui.widgets.charts.slopes import Slope, Slopes
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.entries import say_entry

SLOPES_SHOWN = 12
TEACHES = (
    "Each session will stand here, with how long it took and how pain answered. "
    "Press {add.session} to take one down by hand."
)
TEACHES_SLOPES = "Pain before and after each session will be drawn here, the last twelve of them."


def session_columns(*, is_of_one: bool) -> tuple[ListColumn, ...]:
    """When, which routine, and how it went; without the second where all are of one."""
    when = ListColumn(DAY_WIDTH + time_width() + 1)
    return (when, ListColumn()) if is_of_one else (when, ListColumn(24), ListColumn())


class Sessions:
    """Sessions as rows, each drawn when it comes into view; see `RowSource`."""

    def __init__(self, sessions: Sequence[Session], today: dt.date, *, is_of_one: bool) -> None:
        """Rows of sessions, without the routine's name where all are of one."""
        self._sessions, self._today, self._is_of_one = sessions, today, is_of_one
        self._places = {session.id: place for place, session in enumerate(sessions)}

    def __len__(self) -> int:
        """How many rows."""
        return len(self._sessions)

    def __getitem__(self, index: int, /) -> ListRow:
        """One row: when, which routine, and how it went."""
        session = self._sessions[index]
        when = f"{say_list_day(session.day, self._today)} {say_list_time(session.at)}"
        what, said = say_entry(session)
        return ListRow(session.id, (when, said) if self._is_of_one else (when, what, said))

    def position(self, key: str, /) -> int | None:
        """Where a session is."""
        return self._places.get(key)


class History(OnEntries, Searching):
    """Lies over Move: the sessions of one routine, or of all."""

    TITLE = "History"
    MODE = "move"
    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#sessions"
    BINDINGS = bindings(ADD_SESSION, FIND_IN_LIST, *ON_ENTRIES, CLOSE_PAGE)
    NAMED_LAST = GENERAL
    HELP = (
        "What was done, and how pain answered: each slope goes from pain before a session to pain "
        "after it. Enter changes a session; {add.session} takes one down by hand."
    )

    def __init__(self, desk: Desk, routine_id: str = "") -> None:
        """Show the sessions of a routine by its id; all of them for an empty one."""
        super().__init__(desk)
        self.routine_id = routine_id

    def compose_place(self) -> Iterable[Widget]:
        """Figures and slopes above, the sessions below."""
        self.figures = Static(id="figures", markup=False)
        self.slopes = Slopes(empty=TEACHES_SLOPES, id="slopes", classes="tile")
        self.slopes.border_title = "Pain before and after"
        self.list = Rows(
            columns=session_columns(is_of_one=bool(self.routine_id)),
            empty=keyed(TEACHES),
            id="sessions",
            classes="tile entries",
        )
        search = self.make_search(self.list, "stairs, effort, Mon 12 Oct")
        yield from (self.figures, self.slopes, search, self.list)

    def read_diary(self) -> None:
        """All that was done so far."""
        today = self.desk.clock.today()
        sessions = sessions_of(self.desk.repository.entries(Session), self.routine_id)
        self.figures.update(Content("\n").join(map(Content, say_history(history(sessions, today)))))
        self.figures.display = bool(sessions)
        stated = [
            Slope(each.day, each.pain_before, each.pain_after)
            for each in sessions
            if each.pain_before is not None or each.pain_after is not None
        ]
        self.slopes.slopes = tuple(stated[-SLOPES_SHOWN:])
        self.list.border_title = Content(self._say_name())
        newest_first = tuple(reversed(sessions))
        self.list.columns = session_columns(is_of_one=bool(self.routine_id))
        self.show_rows(Sessions(newest_first, today, is_of_one=bool(self.routine_id)))

    def show_saved(self, id_: str) -> None:
        """Go to the session."""
        self.list.select(id_)

    def _say_name(self) -> str:
        own = self.desk.repository.entries(Routine)
        return routine_name(self.routine_id, own) if self.routine_id else "All sessions"

    def action_add(self, _table: str) -> None:
        """Take a session down by hand."""
        given = {"routine": self.routine_id} if self.routine_id else {}
        self.app.push_screen(screens.EntryForm(self.desk, Session, given=given))
