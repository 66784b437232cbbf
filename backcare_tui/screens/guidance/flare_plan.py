"""The flare plan: on a bad day what to do now in one's own words, then whom to call, when to worry, and the figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.care import WRITE_HTML, WRITE_PDF
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import UNDO
from backcare_tui.commands.guidance import CHECK_SIGNS, ON_FLARE_PLAN
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.paper import as_written_here
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.repository import Repository
from backcare_tui.guidance.flare_plan import flare_plan
from backcare_tui.guidance.flare_plan_pieces import PieceKind, PlanPiece, plan_pieces, say_written
from backcare_tui.guidance.past_flares import PastFlares, past_flares
from backcare_tui.guidance.reading import UNCITED, ReadingPoint
from backcare_tui.library.routines import find_routine
from backcare_tui.report.flare_paper import ON_IT, TITLE, flare_paper
from backcare_tui.report.writing import PAGE
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.written_page import WritingPage
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.sheet import Entry, Sheet

NOT_WRITTEN: dict[PieceKind, str] = {
    "own": "No lines of your own yet: {flare.write} writes up to three. A good day is the day for it.",
    "call": "Nobody yet: {flare.write} names them.",
}
READING = "Your own flare-ups are being read …"
CHECK_HINT = "{guide.check} asks for every warning sign, one by one."


class FlarePlanPage(WritingPage):
    """What to do first is read first; the figures follow once the whole diary was read, in a thread."""

    CSS_PATH = ["../frame/page.tcss", "flare_plan.tcss"]
    AUTO_FOCUS = "#plan"
    BINDINGS = bindings(*ON_FLARE_PLAN, CHECK_SIGNS, UNDO, *as_written_here(WRITE_PDF), WRITE_HTML)
    HELP = (
        "What you wrote on a good day for a bad one, what to begin with, whom to call and when to worry, then how "
        "your own flare-ups went. {flare.write} writes your lines; {hand-over.pdf} puts all of it on paper."
    )
    FILE_NAME = "flare-plan"
    ENDINGS = PAGE
    on_it = ON_IT

    @dataclass
    class FlaresRead(Message):
        """The person's own flares were read."""

        past: PastFlares

    def __init__(self, desk: Desk) -> None:
        """The plan as it is now."""
        super().__init__(desk)
        self._past: PastFlares | None = None
        self._routine_id = ""
        """Of what it begins with; empty where nothing may."""

    def compose_page(self) -> Iterable[Widget]:
        """The words in a tile that scrolls, and a line for what was kept or written."""
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        yield VerticalScroll(self.sheet, id="plan", classes="tile")
        self.notice = Notice(id="notice")
        yield self.notice

    def on_mount(self) -> None:
        """Show it, and again when the diary changed."""
        self.desk.changed.subscribe(self, lambda _: self._read_anew())
        self._read_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing begins while a warning sign stands; nothing is written before all of it was read."""
        if action == "begin" and not self._routine_id:
            return False
        if action == "write" and self._past is None:
            return None
        return super().check_action(action, parameters)

    def _read_anew(self) -> None:
        self._show()
        self._read_flares(self.desk.repository.snapshot())

    @work(thread=True, exclusive=True, group="flares")
    def _read_flares(self, diary: Repository) -> None:
        self.post_message(self.FlaresRead(past_flares(diary, self.desk.clock)))

    def on_flare_plan_page_flares_read(self, event: FlaresRead) -> None:
        """Show the figures."""
        event.stop()
        self._past = event.past
        self._show()

    def _show(self) -> None:
        repository, clock = self.desk.repository, self.desk.clock
        plan = flare_plan(repository, clock, self._past)
        self._routine_id = plan.routine.id if plan.routine else ""
        pieces = tuple(plan_pieces(plan, clock.today()))
        self.entitle(TITLE, say_written(plan))
        waits = () if self._past else (Entry("", (Content.styled(READING, "$quiet"),)),)
        end = Entry("", (Content.styled(UNCITED, "$quiet"),))
        self.sheet.entries = (*map(_entry, pieces), *waits, end)
        if self._past:
            self.paper = flare_paper(plan, clock.today(), repository.settings().region)
        self.refresh_bindings()

    def show_notice(self, words: str, *, is_trouble: bool) -> None:
        """In the line that the page has for it."""
        self.notice.say(words, "trouble" if is_trouble else "saved")

    def action_begin(self) -> None:
        """Begin with the routine of the plan; what is asked before a session is asked there."""
        own = self.desk.repository.entries(Routine)
        if routine := find_routine(self._routine_id, own):
            self.app.push_screen(screens.Before(self.desk, routine))

    def action_write_plan(self) -> None:
        """Write one's own lines."""
        self.app.push_screen(screens.FlarePlanForm(self.desk))

    def action_flare_plan(self) -> None:
        """The key that opened it closes it."""
        self.action_leave()


def _entry(piece: PlanPiece) -> Entry:
    mark, ink = ("▲ ", "bold $text-error") if piece.is_urgent else ("", "bold $here")
    title = Content.styled(f"{mark}{piece.title}", ink)
    return Entry("", (title, *_lines(piece)), hang=2)


def _lines(piece: PlanPiece) -> Iterator[Content]:
    """The points as they look: one's own words plain, what begins with its key, all else after a dot."""
    if not piece.points:
        yield Content.styled(keyed(f"  {NOT_WRITTEN[piece.kind]}"), "$quiet")
    for point in piece.points:
        if piece.kind == "begin":
            yield Content.assemble("  ", ("enter", "bold $next"), f"  {point.says}")
        elif piece.kind in {"own", "call"}:
            yield Content(f"  {point.says}")
        else:
            yield Content.assemble(("· ", "$quiet"), point.says, *_source(point))
    if piece.kind in {"stands", "worry"} and piece.is_urgent:
        yield Content.styled(keyed(f"  {CHECK_HINT}"), "$quiet")


def _source(point: ReadingPoint) -> Iterator[tuple[str, str]]:
    if point.cited:
        yield f"  {point.cited}", "$quiet"
