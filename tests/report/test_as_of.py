"""A page of a past time says what one made on its last day would have said, but for warning signs."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between
from backcare_tui.diary.when import Clock
from backcare_tui.report.hand_over_data import of_span
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.notes import notes_of
from backcare_tui.report.paper import Paper, Section
from backcare_tui.report.parts import HAND_OVER_PARTS, REPORT_PARTS
from backcare_tui.report.report import report_of, told_of
from backcare_tui.report.report_paper import report_paper
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.report.page_of import DANA, MARCUS, ago, pain, said, visit

TODAY = MONDAY.date()
DAYS = 150
"""How many days random diaries have."""
PEOPLE = (DANA, MARCUS)


def diary(records: Iterable[Record], clock: Clock) -> TinyRepository:
    repository = TinyRepository(MemoryStorage(), clock)  # type: ignore[no-untyped-call] # as TinyDB has it
    repository.add(*records)
    return repository


def evening(day: dt.date) -> FrozenClock:
    """The last second of a day."""
    clock = FrozenClock()
    late = clock.local(dt.datetime.combine(day, dt.time(23, 59, 59)))
    return FrozenClock(late)


def kept_by(records: Iterable[Record], last: dt.date) -> Iterator[Record]:
    """What a diary held on an evening: what was kept later, and what was said later, is not in it."""
    seen = [each for each in records if isinstance(each, Visit) and each.day <= last]
    for record in records:
        if isinstance(record, Person):
            yield record
        elif record.day > last:
            continue
        elif isinstance(record, Course):
            yield _course(record, seen, last)
        elif isinstance(record, Question) and record.answered and record.answered > last:
            yield replace(record, answered=None, answer=None)
        elif isinstance(record, Trial) and record.stopped and record.stopped > last:
            yield replace(record, stopped=None)
        elif isinstance(record, Plan) and record.until and record.until > last:
            yield replace(record, until=None)
        elif isinstance(record, Visit) and record.day == last:
            yield replace(record, sore_next_day=None)
        else:
            yield record


def _course(course: Course, visits: list[Visit], last: dt.date) -> Course:
    held: dict[str, Any] = {}
    if course.ended and course.ended > last:
        held |= {"ended": None, "outcome": None}
    if course.postponed and course.postponed.date() > last:
        held["postponed"] = None
    if course.resumed and course.resumed.date() > last:
        held["resumed"] = None
    ended = course.ended or last
    if sum(course.started <= each.day <= ended for each in visits) < 2:
        held["helped"] = None  # that is asked after two visits
    return replace(course, **held)


def report(repository: TinyRepository, clock: Clock, span: Between) -> Paper:
    parts = (*REPORT_PARTS, "private")
    notes = {note.id for note in notes_of(told_of(repository, span, parts), span)}
    return report_paper(report_of(repository, clock, span, notes, parts), parts)


def hand_over(repository: TinyRepository, clock: Clock, span: Between, who: Person | None) -> Paper:
    of = of_span(repository, clock, span, "day", who, "all", tuple(HAND_OVER_PARTS))
    return hand_over_paper(of)


def without_signs(paper: Paper) -> tuple[object, ...]:
    """A page without its warning signs, and without the day on which it was made."""
    about = tuple(words for words in paper.about if "made on" not in words.lower())
    sections = (each for each in paper.sections if each.title != "Warning signs")
    return about, tuple(map(_without_asked, sections))


def _without_asked(section: Section) -> Section:
    lines = (words for words in section.lines if not words.startswith("Warning signs: "))
    return replace(section, lines=tuple(lines))


def assert_true_of_its_day(records: tuple[Record, ...], last: dt.date, days: int) -> None:
    span = (last - dt.timedelta(days=days - 1), last)
    now, then = FrozenClock(), evening(last)
    today, that_day = diary(records, now), diary(kept_by(records, last), then)
    assert without_signs(report(today, now, span)) == without_signs(report(that_day, then, span))
    for who in (None, DANA):
        assert without_signs(hand_over(today, now, span, who)) == without_signs(
            hand_over(that_day, then, span, who)
        )


@pytest.fixture(scope="session")
def story_records(story: bytes, tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, ...]:
    """The demo's entries that a page tells of."""
    path = tmp_path_factory.mktemp("as-of") / "diary.json"
    path.write_bytes(story)
    from backcare_tui.store import open_repository

    repository = open_repository(path, FrozenClock())
    kinds: tuple[type[Record], ...] = (
        *(Pain, Night, Session, Visit, Course, Plan, Check, Signs),
        *(Person, Agreement, Question, Ability, Feeling, Trial, TrialDay),
    )
    return tuple(each for kind in kinds for each in repository.entries(kind))


@pytest.mark.parametrize("back", [1, 38, 66, 106])
def test_a_past_page_of_the_story_is_that_of_its_day(
    story_records: tuple[Record, ...], back: int
) -> None:
    assert_true_of_its_day(story_records, TODAY - dt.timedelta(days=back), 42)


@pytest.mark.thorough
def test_every_past_page_of_the_story_is_that_of_its_day(
    story_records: tuple[Record, ...],
) -> None:
    for back in range(130):
        assert_true_of_its_day(story_records, TODAY - dt.timedelta(days=back), 84)


EVENTFUL: tuple[Record, ...] = (
    *PEOPLE,
    *(pain(days, 2 + days % 5, areas=("lower-back-l",)) for days in range(60)),
    Course(
        treatment="massage",
        started=ago(30).date(),
        ended=ago(4).date(),
        outcome="done",
        person="dana",
        helped="yes",
        postponed=ago(20),
        resumed=ago(15),
    ),
    Course(treatment="acupuncture", started=ago(28).date(), helped="no"),
    *(visit(days, pain_before=6, pain_after=4, sore_next_day=3) for days in (26, 14, 8)),
    *(visit(days, MARCUS, treatment="acupuncture", response="tensed") for days in (22, 10)),
    Question(at=ago(25), text="lift?", answered=ago(12).date(), answer="yes"),
    Agreement(agreed=ago(24).date(), goals=("walk",)),
    Agreement(agreed=ago(9).date(), goals=("run",)),
    *(Ability(at=ago(days), ratings={"stairs": days % 10}) for days in (27, 13, 3)),
    Signs(at=ago(16), inflammation=("redness",)),
    Session(at=ago(18), routine="desk-break", done_s=600),
    Check(at=ago(21), red_flags=("foot_drop",)),
    Check(at=ago(17), is_check_up=True),
    Feeling(at=ago(19), mood=2, medicines=(Medicine("ibuprofen"),)),
    *(
        pain(days, 6, medicines=(Medicine("naproxen"),), relief={"naproxen": "yes"})
        for days in (11, 2)
    ),
    *(
        pain(days, 5, interference=Interference(enjoyment=days % 8, activity=5))
        for days in range(1, 60, 7)
    ),
    Plan(routine="desk-break", days=("mon",), since=ago(40).date(), until=ago(9).date()),
    Trial(
        id="walk",
        name="a walk",
        outcome="pain",
        started=ago(26).date(),
        period_days=2,
        schedule=("with", "without") * 6,
        stopped=ago(5).date(),
    ),
    *(TrialDay(on=ago(26 - n).date(), trial="walk", did=n % 4 < 2) for n in range(22) if n % 5),
)
"""Weeks in which something changed that had been kept before."""


@pytest.mark.parametrize("back", [3, 8, 14, 17, 20, 27])
def test_what_was_said_later_of_earlier_entries_is_not_told_of_a_day(back: int) -> None:
    assert_true_of_its_day(EVENTFUL, TODAY - dt.timedelta(days=back), 30)


backs = st.integers(0, DAYS)
people = st.sampled_from((None, "dana", "marcus", "gone"))
treatments = st.sampled_from(("massage", "acupuncture", "cbt", "Pelvic floor"))
severities = st.integers(0, 10)


@st.composite
def courses(draw: st.DrawFn) -> Course:
    back = draw(backs)
    started = ago(back).date()
    later = st.none() | st.integers(0, back)
    ended, postponed, resumed = draw(later), draw(later), draw(later)
    return Course(
        treatment=draw(treatments),
        started=started,
        planned_visits=draw(st.none() | st.integers(1, 6)),
        baseline=draw(st.none() | severities),
        goal=draw(st.none() | st.just("garden")),
        person=draw(people),
        ended=None if ended is None else ago(ended).date(),
        helped=draw(st.sampled_from((None, "yes", "no", "unsure"))),
        postponed=None if postponed is None else ago(postponed),
        resumed=None if resumed is None else ago(resumed),
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    back = draw(backs)
    answered = draw(st.none() | st.integers(0, back))
    day = None if answered is None else ago(answered).date()
    return Question(at=ago(back), text=f"question {back}", person=draw(people), answered=day)


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    """One of two, so that days belong to it; stopped some time after it began, or not."""
    back, stopped = draw(backs), draw(st.none() | st.integers(0, DAYS))
    stop = None if stopped is None else ago(min(stopped, back)).date()
    return Trial(
        id=f"trial-{draw(st.integers(0, 1))}",
        name="tea",
        outcome=draw(st.sampled_from(("pain", "sleep"))),
        started=ago(back).date(),
        period_days=draw(st.integers(1, 3)),
        schedule=("without", "with") * draw(st.integers(1, 8)),
        stopped=stop,
    )


def moments(kind: type[Record], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Entries of a kind at random days."""
    return st.builds(kind, at=backs.map(ago), **fields)


medicines = st.sampled_from(((), (Medicine("ibuprofen", "400 mg"),), (Medicine("sertraline"),)))
entries = st.one_of(
    courses(),
    questions(),
    moments(
        Visit,
        treatment=treatments,
        person=people,
        pain_before=st.none() | severities,
        pain_after=st.none() | severities,
        response=st.sampled_from((None, "relaxed", "tensed")),
        sore_next_day=st.none() | severities,
        inflammation=st.sampled_from(((), ("swelling",))),
        note=st.none() | st.just("said so"),
    ),
    moments(
        Pain,
        severity=severities,
        medicines=medicines,
        is_flare=st.booleans(),
        interference=st.none() | st.just(Interference(enjoyment=4, activity=6)),
        areas=st.sampled_from(((), ("lower-back-l",), ("calf-l",))),
    ),
    moments(Session, routine=st.just("desk-break"), done_s=st.none() | st.just(600)),
    moments(Ability, ratings=severities.map(lambda n: {"stairs": n})),
    moments(Check, red_flags=st.sampled_from(((), ("foot_drop",))), is_check_up=st.booleans()),
    moments(Signs, inflammation=st.sampled_from(((), ("redness",)))),
    st.builds(
        Agreement,
        agreed=backs.map(lambda n: ago(n).date()),
        goals=backs.map(lambda n: (f"goal {n}",)),
        parts=st.sampled_from(((), (PlanPart("dana", "massage"),))),
    ),
    st.builds(
        Plan,
        routine=st.just("desk-break"),
        days=st.just(("mon", "thu")),
        since=backs.map(lambda n: ago(n).date()),
    ),
    moments(Feeling, mood=st.integers(1, 5), medicines=medicines, note=st.none() | st.just("so")),
    trials(),
    st.builds(
        TrialDay,
        on=backs.map(lambda n: ago(n).date()),
        trial=st.sampled_from(("trial-0", "trial-1")),
        did=st.booleans(),
    ),
)
nights = st.sets(backs, max_size=30).map(
    lambda backs: [Night(night=ago(n).date(), asleep_min=300 + n) for n in backs]
)


@tried(60)
@given(
    st.lists(entries, max_size=40, unique_by=lambda each: each.id),
    nights,
    st.integers(0, DAYS + 30),
    st.integers(1, 90),
)
def test_a_past_page_of_any_diary_is_that_of_its_day(
    entries: list[Record], nights: list[Night], back: int, days: int
) -> None:
    assert_true_of_its_day((*PEOPLE, *entries, *nights), TODAY - dt.timedelta(days=back), days)


def test_what_was_taken_down_or_corrected_later_of_an_earlier_day_is_told_as_it_is_known_now(
    clock: FrozenClock,
) -> None:
    """The diary keeps no earlier wording of an entry: what was wrong stays wrong on no page."""
    entry = pain(20, 9, note="a slip of the key")
    repository = diary((entry, visit(22)), clock)
    repository.change(replace(entry, severity=3, note="so it was"))
    repository.add(pain(19, 5))
    words = str(report(repository, clock, (ago(30).date(), ago(10).date())))
    assert "mean 4 " in words or "4.0 of 10" in words
    assert "so it was" in words
    assert "slip" not in words


def test_every_kind_of_entry_that_a_page_tells_is_tried() -> None:
    told = {Pain, Night, Session, Visit, Course, Plan, Check, Signs, Person, Agreement, Question}
    told |= {Ability, Feeling, Trial, TrialDay}
    assert {type(each) for each in EVENTFUL} | {Night} == told


def test_a_course_that_began_later_is_not_on_it(clock: FrozenClock) -> None:
    later = Course(treatment="massage", started=ago(10).date())
    repository = diary((later, visit(9), visit(2), pain(40, 4)), clock)
    paper = report(repository, clock, (ago(60).date(), ago(20).date()))
    assert "ourse" not in said(paper, "Treatments and responses")


def test_warning_signs_are_those_of_today_whatever_the_time(clock: FrozenClock) -> None:
    repository = diary((Check(at=ago(3), red_flags=("foot_drop",)), pain(40, 4)), clock)
    paper = report(repository, clock, (ago(60).date(), ago(20).date()))
    assert paper.sections[0].title == "Warning signs"
    assert "not yet seen by a professional" in said(paper, "Warning signs")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            Check(at=ago(5), is_check_up=True, seen_by="Dr. Ortiz"),
            "Marked on Sun 8 Nov 2026, and seen by Dr. Ortiz on Wed 18 Nov 2026: none stands today.",
        ),
        (
            Check(at=ago(5), is_check_up=True),
            "Marked on Sun 8 Nov 2026, and seen by a professional on Wed 18 Nov 2026: none stands today.",
        ),
        (
            Check(at=ago(5)),
            "Marked on Sun 8 Nov 2026, and no longer on Wed 18 Nov 2026: none stands today.",
        ),
    ],
)
def test_what_was_answered_since_is_said(clock: FrozenClock, answer: Check, sentence: str) -> None:
    repository = diary((Check(at=ago(15), red_flags=("foot_drop",)), answer, pain(20, 4)), clock)
    past = report(repository, clock, (ago(40).date(), ago(10).date()))
    assert said(past, "Warning signs") == sentence
    assert not said(report(repository, clock, (ago(40).date(), TODAY)), "Warning signs")


@pytest.mark.parametrize("years", [0, 7, 100])
def test_a_time_before_the_diary_has_a_page(clock: FrozenClock, years: int) -> None:
    last = TODAY - dt.timedelta(days=365 * years + 1)
    repository = diary((pain(0, 4), visit(0)), clock)
    paper = report(repository, clock, (last - dt.timedelta(days=9), last))
    assert said(paper, "Pain") == "No pain was taken down in this time."
    page = hand_over(repository, clock, (last, last), None)
    assert [section.title for section in page.sections] == ["Take care", "Pain"]
