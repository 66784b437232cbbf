"""What is said of massage and of a course, what it rests on, and what one's own diary shows."""

from collections.abc import Iterable, Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui.diary.derived import nights_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.benefits import EVIDENCE, Benefit, Given, benefits, own_figures
from backcare_tui.guidance.care.course import CourseStanding
from backcare_tui.guidance.care.course_sentences import CourseVerdict, course_name, sources_of
from backcare_tui.guidance.care.response_sentences import WHAT_COUNTS, say_counted
from backcare_tui.screens.care.minds import cares_of_course
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.widgets.sheet import Entry, Sheet


class Claims(Page[None]):
    """A page to read."""

    CSS_PATH = ["../frame/page.tcss", "claims.tcss"]
    AUTO_FOCUS = "#text"

    def compose_page(self) -> Iterable[Widget]:
        """The words in a tile that scrolls."""
        self.sheet = Sheet(id="sheet")
        yield VerticalScroll(self.sheet, id="text", classes="tile")

    def on_mount(self) -> None:
        """Write it."""
        self.sheet.is_loose = True
        self.sheet.entries = tuple(self.entries())

    def entries(self) -> Iterator[Entry]:
        """What stands there."""
        raise NotImplementedError


class Benefits(Claims):
    """What massage is said to do."""

    HELP = (
        "What massage is said to do: how good the evidence is, and what your own diary shows of it. "
        "What the diary shows is not proof: other things change between such days too."
    )

    def entries(self) -> Iterator[Entry]:
        """Each benefit with one's own figures."""
        self.entitle("What massage may do", "what is claimed, and what your diary shows")
        own = own_figures(self._given())
        for benefit in benefits().values():
            yield _said(benefit, own.get(benefit.id, ""))

    def _given(self) -> Given:
        repository, clock = self.desk.repository, self.desk.clock
        nights = nights_by_day(repository.entries(Night))
        lengths = {day: time_asleep(night, clock) for day, night in nights.items()}
        return Given(
            visits=repository.entries(Visit),
            nights=nights,
            asleep={day: minutes for day, minutes in lengths.items() if minutes is not None},
            sessions=repository.entries(Session),
            today=clock.today(),
        )


class CourseSources(Claims):
    """What the words of a course rest on."""

    HELP = (
        "Why the course says what it says: the figures of your diary, the rule they are held "
        "against, and where the rule is from."
    )

    def __init__(self, desk: Desk, now: CourseStanding, verdict: CourseVerdict) -> None:
        """Of a course as it stands."""
        super().__init__(desk)
        self._now, self._verdict = now, verdict

    def entries(self) -> Iterator[Entry]:
        """The figures, then each rule with its source."""
        self.entitle(course_name(self._now.course), "what its words rest on")
        found = self._verdict
        said = (found.because, say_counted(found.found), found.relief, found.own)
        yield Entry("Your diary", tuple(Content(words) for words in said if words))
        for care in cares_of_course(self.desk, self._now):
            yield _rule(f"{care.words} {care.because}", care.source)
        for text, source in (*sources_of(self._now, self._verdict), *WHAT_COUNTS):
            yield _rule(text, source)
        course = benefits()["course"]
        yield _rule(f"{course.says} {course.why}", course.source)


def _said(benefit: Benefit, own: str) -> Entry:
    head = Content.assemble((benefit.title, "bold"), (f"  {EVIDENCE[benefit.evidence]}", "$next"))
    yours = [Content.assemble(("Your diary: ", "$here"), own)] if own else []
    quiet = [Content.styled(words, "$quiet") for words in (benefit.why, f"From: {benefit.source}")]
    return Entry("", (head, Content(benefit.says), *yours, *quiet))


def _rule(text: str, source: str) -> Entry:
    return Entry("", (Content(text), Content.styled(f"From: {source}", "$quiet")))
