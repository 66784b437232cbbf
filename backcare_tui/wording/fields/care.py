"""The fields of what stands around the entries of care: courses, people, plans, questions, signs."""

from collections.abc import Iterable
from functools import partial

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.library.taxonomy import red_flags, words
from backcare_tui.wording.fields import read
from backcare_tui.wording.fields.common import (
    DAYS_HINT,
    at,
    elsewhere,
    near_day,
    near_moment,
    note,
    of_ten,
)
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption
from backcare_tui.wording.fields.visit import tell_person, write_person


def warning_signs() -> dict[str, tuple[str, ...]]:
    """The ids of the warning signs, under the fields of a check that hold them."""
    return {
        "red_flags": tuple(flag.id for flag in red_flags()),
        "mood_flags": tuple(flag.id for flag in words("mood_flags")),
    }


def _say_signs(signs: Iterable[str], _context: FieldContext) -> str:
    return ", ".join(sign.replace("_", " ") for sign in signs)


def _say_ratings(ratings: dict[str, int], _context: FieldContext) -> str:
    return ", ".join(f"{name} {number}" for name, number in ratings.items())


def _tell_seen_by(check: Check, _context: FieldContext) -> Iterable[tuple[str, str]]:
    """No line of its own where the entry's one line says it."""
    return [] if check.is_check_up or not check.seen_by else [("Seen by", check.seen_by)]


_course = partial(RecordField, Course)
COURSE = (
    _course("treatment", "Treatment", "massage", words="treatments", tells=elsewhere),
    _course(
        "started",
        "Started",
        "today, tomorrow, in 3 days, 2026-12-01",
        reads=read.start,
        says=near_day,
        tells=elsewhere,
    ),
    _course("planned_visits", "Visits planned", "such as 4", tells=elsewhere),
    _course("days", "Within days", "such as 42", tells=elsewhere),
    _course("baseline", "Pain at start", "0 to 10", tells=of_ten("Pain at start", "baseline")),
    _course("goal", "Goal", "sit through a film"),
    _course(
        "person",
        "With",
        "a name",
        reads=read.person,
        tells=tell_person("With"),
        writes=write_person,
    ),
    _course(
        "ended", "Ended", "when it is over", reads=read.past_day, says=near_day, tells=elsewhere
    ),
    _course("outcome", "Outcome", "in your words"),
    _course("helped", "Did it help", is_asked=False),
    _course("postponed", "Put off", reads=read.moment, says=near_moment, is_asked=False),
    _course("resumed", "Taken up again", reads=read.moment, says=near_moment, is_asked=False),
)
_person = partial(RecordField, Person)
PERSON = (
    _person("name", "Name", tells=elsewhere),
    _person("contact", "Contact", "phone or mail", tells=elsewhere),
    _person("role", "Role", words="roles", tells=elsewhere),
    note(Person),
)
_agreement = partial(RecordField, Agreement)
AGREEMENT = (
    _agreement("goals", "Goals", "one on each line", shape="set", tells=elsewhere),
    _agreement(
        "agreed", "Agreed on", DAYS_HINT, reads=read.past_day, says=near_day, tells=elsewhere
    ),
    note(Agreement),
)
_question = partial(RecordField, Question)
QUESTION = (
    at(Question, is_asked=False),
    _question("text", "Question", tells=elsewhere),
    _question("person", "For", reads=read.person, tells=tell_person("For"), writes=write_person),
    _question("answer", "Answer"),
    _question("answered", "Answered on", DAYS_HINT, reads=read.past_day, says=near_day),
)
ABILITY = (
    at(Ability, is_asked=False),
    RecordField(
        Ability,
        "ratings",
        "Activity",
        shape="pairs",
        reads=read.pair(read.own_words, read.severity),
        says=_say_ratings,
        tells=elsewhere,
    ),
)
_belief = partial(RecordField, Belief, hint="0 to 10")
BELIEF = (
    at(Belief, is_asked=False),
    _belief(
        "bending",
        "Afraid to bend",
        option=ShellOption("--bending", "0-10", "how afraid you are to bend"),
        tells=of_ten("Afraid to bend", "bending"),
    ),
    _belief(
        "harm",
        "Moving harms",
        option=ShellOption("--harm", "0-10", "how much you believe that moving harms your back"),
        tells=of_ten("Believes that moving harms", "harm"),
    ),
)
_check = partial(RecordField, Check, shape="set", says=_say_signs)
CHECK = (
    at(Check),
    _check(
        "red_flags",
        "Warning signs",
        reads=read.sign(lambda: warning_signs()["red_flags"]),
        option=ShellOption("flags", "FLAG", "a warning sign"),
    ),
    _check("mood_flags", "Mood signs", reads=read.sign(lambda: warning_signs()["mood_flags"])),
    RecordField(Check, "is_check_up", "Check-up", shape="switch", tells=elsewhere, is_asked=False),
    RecordField(
        Check,
        "seen_by",
        "Seen by",
        "a name",
        option=ShellOption("--by", "NAME", "who looked at it"),
        tells=_tell_seen_by,
        is_asked=False,
    ),
    note(Check),
)
SIGNS = (
    at(Signs, is_asked=False),
    RecordField(
        Signs,
        "inflammation",
        "Signs of inflammation",
        words="inflammation_signs",
        shape="set",
        tells=elsewhere,
    ),
    note(Signs),
)
FIELDS: FieldTable = {
    Course: COURSE,
    Person: PERSON,
    Agreement: AGREEMENT,
    Question: QUESTION,
    Ability: ABILITY,
    Belief: BELIEF,
    Check: CHECK,
    Signs: SIGNS,
}
