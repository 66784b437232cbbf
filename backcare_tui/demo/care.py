"""The care in the made-up diary: people, courses, visits, plans, a routine of one's own."""

import datetime as dt
from collections.abc import Iterable, Sequence

from backcare_tui.demo.pen import Pen
from backcare_tui.demo.story import FIRST_COURSE, SECOND_COURSE
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.diary.records.visit import Visit

_Said = tuple[tuple[int, int, int, int, int, str], ...]
"""Pain before and after, how far one can bend before and after, soreness next day, a note."""
_FIRST_VISITS: _Said = (
    (6, 5, 3, 4, 3, "Everything was tight. She took it slowly."),
    (6, 4, 3, 5, 2, "Left side let go for the first time."),
    (5, 3, 4, 6, 2, "Slept well after this one."),
    (5, 3, 5, 7, 1, "Can tie my shoes standing again."),
)
_SECOND_VISITS: _Said = (
    (6, 4, 4, 5, 2, "Back after the flare-up. Asked for light pressure first."),
    (5, 3, 5, 6, 1, "Hips as well this time. Felt warm and loose all evening."),
    (4, 2, 6, 7, 1, "Best I have felt in weeks."),
)


def care(today: dt.date, pen: Pen) -> Iterable[Record]:
    """Everything that is not written day by day.

    Args:
        today: The last day of the diary.
        pen: Gives ids and moments.
    """
    masseuse = Person(
        id=pen.id(),
        name="Dana Whitfield",
        role="massage-therapist",
        contact="dana@example.org",
        note="Knows about the left hip.",
    )
    doctor = Person(id=pen.id(), name="Dr. Lena Ortiz", role="family-doctor", contact="555 0134")
    therapist = Person(
        id=pen.id(),
        name="Marcus Bell",
        role="physical-therapist",
        note="Agreed: walk every day, core work twice a week.",
    )
    yield from (masseuse, doctor, therapist)
    yield from _courses(today, masseuse, pen)
    yield from _therapy(today, therapist, pen)
    yield Check(
        id=pen.id(),
        at=pen.at(today - dt.timedelta(days=112), 16 * 60),
        is_check_up=True,
        note="Dr. Ortiz: nothing worrying, keep moving, massage is fine.",
    )
    yield Check(
        id=pen.id(),
        at=pen.at(today - dt.timedelta(days=39), 18 * 60 + 10),
        note="Before the new course: none of the warning signs.",
    )
    yield Dismissal(
        id=pen.id(),
        at=pen.at(today - dt.timedelta(days=9), 8 * 60 + 20),
        advice="diet-processed",
        until=today + dt.timedelta(days=21),
    )
    yield Setting(id=pen.id(), name="demo", value=True)


def agreed(today: dt.date, team: Sequence[Person], pen: Pen) -> Iterable[Record]:
    """The shared plan, what is to be asked, and how the person's own activities go.

    Args:
        today: The last day of the diary.
        team: The people that `care` gave: for massage, the doctor, for physical therapy.
        pen: Gives ids and moments.
    """
    masseuse, doctor, therapist = team
    yield Agreement(
        id=pen.id(),
        agreed=today - dt.timedelta(days=37),
        goals=("Garden for half an hour", "Sleep through most nights"),
        parts=(
            PlanPart(masseuse.id, "Massage every two weeks, light pressure first"),
            PlanPart(therapist.id, "Core work, a new exercise each visit"),
            PlanPart("me", "Stretch in the morning, walk every day, less fast food"),
        ),
    )
    yield Question(
        id=pen.id(),
        at=pen.at(today - dt.timedelta(days=6), 20 * 60),
        text="Is it all right to lift the grandchildren again?",
        person=therapist.id,
    )
    yield Question(
        id=pen.id(),
        at=pen.at(today - dt.timedelta(days=3), 9 * 60),
        text="Do I still need the ibuprofen on bad days?",
        person=doctor.id,
    )
    yield Signs(
        id=pen.id(),
        at=pen.at(today - dt.timedelta(days=55), 18 * 60),
        inflammation=("very-tender",),
        note="In the flare-up, left side.",
    )
    for ago, sock, garden in ((110, 4, 3), (54, 3, 2), (5, 7, 6)):
        ratings = {"Put on socks": sock, "Garden for half an hour": garden}
        at = pen.at(today - dt.timedelta(days=ago), 19 * 60)
        yield Ability(id=pen.id(), at=at, ratings=ratings)


def beliefs(today: dt.date, pen: Pen) -> Iterable[Belief]:
    """What was feared of bending and moving, once a month: less each time."""
    for ago, bending, harm in ((96, 7, 6), (58, 5, 5), (24, 3, 2)):
        at = pen.at(today - dt.timedelta(days=ago), 19 * 60 + 30)
        yield Belief(id=pen.id(), at=at, bending=bending, harm=harm)


def _courses(today: dt.date, person: Person, pen: Pen) -> Iterable[Record]:
    for days_ago, visits, goal in (
        (FIRST_COURSE, _FIRST_VISITS, "Sit through a film"),
        (SECOND_COURSE, _SECOND_VISITS, "Garden for half an hour"),
    ):
        started = today - dt.timedelta(days=days_ago[0])
        is_done = len(visits) == 4
        course = Course(
            id=pen.id(),
            treatment="massage",
            started=started,
            planned_visits=4,
            days=42,
            baseline=6,
            goal=goal,
            person=person.id,
            ended=today - dt.timedelta(days=days_ago[-1]) if is_done else None,
            outcome="done" if is_done else None,
        )
        yield course
        for place, (ago, said) in enumerate(zip(days_ago, visits, strict=True)):
            yield _massage(today - dt.timedelta(days=ago), said, course, pen, is_first=place == 0)


def _massage(
    day: dt.date,
    said: tuple[int, int, int, int, int, str],
    course: Course,
    pen: Pen,
    *,
    is_first: bool,
) -> Visit:
    before, after, bend_before, bend_after, sore, note = said
    return Visit(
        id=pen.id(),
        at=pen.at(day, 17 * 60 + 30),
        treatment="massage",
        kind="therapeutic",
        techniques=("effleurage", "petrissage", "stripping")[: 2 if is_first else 3],
        person=course.person,
        minutes=60,
        areas=("lower-back-l", "lower-back-c", "buttock-l"),
        pressure=1 if is_first else 2,
        pressure_next="firmer" if is_first else "same",
        response="relaxed",
        pain_before=before,
        pain_after=after,
        spasm_before=before - 1,
        spasm_after=after - 1,
        bend_before=bend_before,
        bend_after=bend_after,
        mood_before=3,
        mood_after=4,
        sore_next_day=sore,
        course=course.id,
        cost=75,
        note=note,
    )


def _therapy(today: dt.date, person: Person, pen: Pen) -> Iterable[Visit]:
    for ago, before, after, note in (
        (90, 6, 5, "Learned the hip hinge. Lifting feels less scary."),
        (54, 7, 7, "In the flare-up: only breathing and small moves."),
        (29, 4, 3, "New exercise: bird dog, hands and knees."),
    ):
        yield Visit(
            id=pen.id(),
            at=pen.at(today - dt.timedelta(days=ago), 9 * 60 + 15),
            treatment="physical-therapy",
            person=person.id,
            minutes=30,
            areas=("lower-back-c",),
            pain_before=before,
            pain_after=after,
            note=note,
        )
