"""What can be done with the course that is shown: begun anew, changed, put off, ended, answered, handed over."""

from msgspec.structs import replace

from backcare_tui import screens
from backcare_tui.diary.records.course import Course
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding
from backcare_tui.guidance.care.course_sentences import CourseVerdict, course_name
from backcare_tui.screens.care.course_asks import did_it_help, say_helped, still_signs
from backcare_tui.screens.frame.entry_list import OnEntries


class OnCourse(OnEntries):
    """A place with a course in full."""

    verdict: CourseVerdict | None = None
    """What is said of the course that is shown."""

    @property
    def shown(self) -> CourseStanding | None:
        """The course that is shown; None where none is open."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name only what can be done with the course that is shown."""
        can = self._can().get(action)
        return super().check_action(action, parameters) if can is None else can

    def _can(self) -> dict[str, bool]:
        """Which actions the shown course allows."""
        now = self.shown
        is_open, status = now is not None, now.status if now else ""
        return {
            "change_course": is_open,
            "end_course": is_open,
            "sources": is_open,
            "put_off_course": status in {"active", "postponed"},
            "say_helped": now is not None and now.done >= VISITS_TO_JUDGE,
            "look_for_signs": status == "postponed",
        }

    def action_begin_course(self) -> None:
        """A new one."""
        self.app.push_screen(screens.CourseForm(self.desk))

    def action_change_course(self) -> None:
        """Its visits, days, goal."""
        if self.shown:
            self.app.push_screen(screens.CourseForm(self.desk, self.shown.course))

    def action_end_course(self) -> None:
        """Say how it went; a planned one is taken back."""
        now = self.shown
        if now is None:
            return
        if now.course.started > self.desk.clock.today():
            words = f"took back the planned {course_name(now.course).lower()}"
            self.desk.remove(now.course.id, words=words)
        else:
            self.app.push_screen(screens.CourseEnd(self.desk, now.course))

    def action_put_off_course(self) -> None:
        """Put it off, or take it up again; with a sign of inflammation that is asked twice."""
        now = self.shown
        if now is None:
            return
        if now.postponed is None:
            words = f"put off: {course_name(now.course).lower()}"
            self.desk.change(replace(now.course, postponed=self.desk.clock.now()), words=words)
        elif asks := still_signs(self.desk):
            self.app.push_screen(asks, lambda answer: self._take_up(now) if answer else None)
        else:
            self._take_up(now)

    def _take_up(self, now: CourseStanding) -> None:
        words = f"taken up again: {course_name(now.course).lower()}"
        self.desk.change(replace(now.course, resumed=self.desk.clock.now()), words=words)

    def action_say_helped(self) -> None:
        """Ask whether it helps, and keep the answer."""
        if now := self.shown:
            course = now.course
            self.app.push_screen(
                did_it_help(course), lambda answer: self._keep_helped(course, answer)
            )

    def _keep_helped(self, course: Course, answer: str | None) -> None:
        if found := say_helped(course, answer):
            answered, words = found
            self.desk.change(answered, words=words)

    def action_look_for_signs(self) -> None:
        """Ask for signs of inflammation."""
        self.app.push_screen(screens.SignsOfInflammation(self.desk))

    def action_sources(self) -> None:
        """What the words of the course rest on."""
        if self.shown and self.verdict:
            self.app.push_screen(screens.CourseSources(self.desk, self.shown, self.verdict))

    def action_hand_over(self) -> None:
        """The page for the next appointment."""
        person = self.shown.course.person if self.shown else None
        self.app.push_screen(screens.HandOver(self.desk, person or ""))
