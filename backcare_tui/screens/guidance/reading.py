"""A page to read, with where each of it is from; one that helps to understand asks a question at its end."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import BEGIN_ROUTINE, ON_READING
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.learning import after_reading
from backcare_tui.guidance.reading import (
    UNCITED,
    ReadingPage,
    ReadingPoint,
    ReadingQuestion,
    ReadingSection,
    citations,
    reading_pages,
    say_answer,
)
from backcare_tui.library.references import named_in
from backcare_tui.library.regions import region_of
from backcare_tui.library.routines import find_routine
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.widgets.sheet import Entry, Sheet

SMALL_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class PageToRead(Page[None]):
    """One of the pages; brackets turn to the others."""

    CSS_PATH = ["../frame/page.tcss", "reading.tcss"]
    AUTO_FOCUS = "#text"
    BINDINGS = bindings(*ON_READING)
    HELP = (
        "A page to read, with the source of each thing that it says. What is backcare's own rule is "
        "called that. Brackets turn to the other pages; a digit answers the question, where there is one."
    )

    def __init__(self, desk: Desk, page_id: str) -> None:
        """A page by its id."""
        super().__init__(desk)
        self._pages = reading_pages(region_of(desk.repository.settings()))
        self._shown = page_id
        self._answer: int | None = None

    def compose_page(self) -> ComposeResult:
        """The words in a tile that scrolls."""
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.scroll = VerticalScroll(self.sheet, id="text", classes="tile")
        yield self.scroll

    def on_mount(self) -> None:
        """Write it."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A question that is asked can be answered, and a routine that is named begun."""
        page = self._pages[self._shown]
        if action == "answer":
            return page.question is not None
        if action == "begin_routine":
            return page.routine is not None
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """To the next page, or the one before, from its top."""
        order = list(self._pages)
        self._shown = order[(order.index(self._shown) + by) % len(order)]
        self._answer = None
        self._show()
        self.scroll.scroll_home(animate=False)

    def action_answer(self, number: int) -> None:
        """Say which answer holds, and why."""
        self._answer = number
        self._write()

    def action_begin_routine(self) -> None:
        """Begin the routine that goes with the page, by its own first page."""
        own = self.desk.repository.entries(Routine)
        if routine := find_routine(self._pages[self._shown].routine or "", own):
            self.app.push_screen(screens.Before(self.desk, routine))

    def action_understand(self) -> None:
        """To the list of all pages, where one came from it back to it."""
        self.dismiss(None)
        if not isinstance(self.app.screen_stack[-2], screens.Understand):
            super().action_understand()

    def _show(self) -> None:
        page, order = self._pages[self._shown], list(self._pages)
        self.entitle(page.title, f"page {order.index(page.id) + 1} of {len(order)}")
        self._write()
        self.refresh_bindings()
        repository = self.desk.repository
        if repository.read_only is None and (
            read := after_reading(repository.settings(), page.id, self.desk.clock.today())
        ):
            self.desk.note("pages_read", read)

    def _write(self) -> None:
        page = self._pages[self._shown]
        if page.question:
            self.sheet.entries = tuple(_lesson(page, page.question, self._answer))
            return
        lead = Entry("", (Content(page.lead),))
        end = Entry("", (Content.styled(UNCITED, "$quiet"),))
        self.sheet.entries = (lead, *map(_section, page.sections), end)


def _lesson(page: ReadingPage, question: ReadingQuestion, answer: int | None) -> Iterator[Entry]:
    """The sentences, the question with what holds once it was answered, the sources in full."""
    cited = citations(page)
    yield Entry("", tuple(_sentence(point, cited) for point in page.points), hang=2)
    yield Entry("", tuple(_asked(question, answer)))
    if page.routine and (routine := find_routine(page.routine, ())):
        yield Entry(
            "",
            (Content.assemble((f"{key_of(BEGIN_ROUTINE)} ", "$next"), f"begins {routine.name}"),),
        )
    spelled = (_cited(number, source) for number, source in enumerate(cited, 1))
    yield Entry("", (*spelled, Content.styled(UNCITED, "$quiet")), hang=2)


def _sentence(point: ReadingPoint, cited: tuple[str, ...]) -> Content:
    mark = str(cited.index(point.cited) + 1).translate(SMALL_DIGITS) if point.cited else ""
    return Content.assemble(("· ", "$quiet"), point.says, (f" {mark}" if mark else "", "$quiet"))


def _asked(question: ReadingQuestion, answer: int | None) -> Iterator[Content]:
    """The question with its answers; once it was answered, the one given, the one that fits, and why."""
    yield Content.styled(question.asks, "bold $here")
    for number, choice in enumerate(question.choices, 1):
        if answer is None or number in {answer, question.right}:
            is_right = answer is not None and number == question.right
            ink = "bold $success" if is_right else "" if answer is None else "$quiet"
            said = f"{choice} ✓" if is_right else choice
            yield Content.assemble((f"{number} ", "$next"), (said, ink))
    if answer is not None:
        yield Content.assemble(("▸ ", "$next"), say_answer(question, answer))


def _cited(number: int, source: str) -> Content:
    """A source in full; what stands beside it, such as our own part of it, as it is named."""
    spelled = "; ".join(map(str, named_in(source))) or source
    return Content.styled(f"{str(number).translate(SMALL_DIGITS)} {spelled}", "$quiet")


def _section(section: ReadingSection) -> Entry:
    mark, ink = ("▲ ", "bold $text-error") if section.is_urgent else ("", "bold $here")
    title = Content.styled(f"{mark}{section.title}", ink)
    points = (line for point in section.points for line in _point(point))
    return Entry("", (title, *points), hang=2)


def _point(point: ReadingPoint) -> Iterator[Content]:
    yield Content.assemble(("· ", "$quiet"), point.says)
    if point.cited:
        yield Content.styled(f"  From: {point.cited}", "$quiet")
