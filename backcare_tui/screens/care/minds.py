"""What is to be minded with a course that is open, and with the last visit."""

from backcare_tui.commands.care import SOURCES
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.at_once import said_of_visit
from backcare_tui.guidance.care.cautions import Treatment
from backcare_tui.guidance.care.course import CourseStanding
from backcare_tui.guidance.care.course_start import CareBefore, cares, open_check_up
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.known import known_of
from backcare_tui.screens.frame.desk import Desk


def cares_of_course(desk: Desk, now: CourseStanding) -> tuple[CareBefore, ...]:
    """What to ask first of its treatment, or to leave for now, whole."""
    return _cares(gather(desk.repository, desk.clock), now)


def minds_of_course(desk: Desk, now: CourseStanding) -> tuple[str, ...]:
    """That no check-up is recorded, and that something is to be asked first, in short."""
    facts = gather(desk.repository, desk.clock)
    asks = (
        f"{each.words.partition(':')[0]}; {key_of(SOURCES)} says why. {each.because}"
        for each in _cares(facts, now)
    )
    return tuple(filter(None, (open_check_up(facts, now), *asks)))


def minds_of_last_visit(desk: Desk) -> tuple[str, ...]:
    """What to mind with the last visit, which may be of no course."""
    visits = desk.repository.entries(Visit)
    if not visits:
        return ()
    facts = gather(desk.repository, desk.clock)
    said = said_of_visit(facts, desk.repository.entries(Dismissal), visits[-1])
    return tuple(f"{each.text} {each.because}" for each in said)


def _cares(facts: Facts, now: CourseStanding) -> tuple[CareBefore, ...]:
    return tuple(cares(Treatment(now.course.treatment), known_of(facts)))
