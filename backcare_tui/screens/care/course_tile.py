"""A course in words and marks: the tile over the visits."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from textual.content import Content

from backcare_tui.commands.care import (
    BEGIN_COURSE,
    CARE_TEAM,
    CHANGE_COURSE,
    DID_IT_HELP,
    END_COURSE,
    LOOK_FOR_SIGNS,
    PUT_OFF_COURSE,
)
from backcare_tui.commands.command import Command
from backcare_tui.commands.diary import ADD_VISIT
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.diary.records.team import Person
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.course import CourseStanding
from backcare_tui.guidance.care.course_sentences import (
    CourseVerdict,
    Summary,
    course_name,
    say_progress,
    say_status,
    say_summary,
    why_postponed,
)
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import clean
from backcare_tui.widgets.player.progress import Stretch, draw_progress
from backcare_tui.widgets.sheet import Entry

MOST_MARKS = 12
"""Visits up to which each has a mark of its own."""
BAR_CELLS = 20
TEACHES = (
    (
        "A course is a few visits over some weeks. After two of them pain is held against the four "
        "weeks before the first, so note pain on the days before you begin."
    ),
    (
        "Four massages in six weeks is usual here. That is the plan of the article that backcare grew "
        "from: no trial is behind that number, so take it as a plan to follow and to review."
    ),
)
MARKS = {
    "carry-on": ("▼ ", "$text"),
    "close": ("▼ ", "$text"),
    "change": ("▸ ", "$next"),
    "answer": ("? ", "$next"),
    "wait": ("· ", "$quiet"),
}
DOS = {
    "carry-on": (),
    "close": ((END_COURSE, "ends it"), (BEGIN_COURSE, "begins another")),
    "change": ((END_COURSE, "ends it"), (CHANGE_COURSE, "changes it"), (DID_IT_HELP, "your word")),
    "answer": ((DID_IT_HELP, "answers"),),
    "wait": (),
}
"""The keys that fit what is to be done."""


def course_entries(
    now: CourseStanding, found: CourseVerdict, today: dt.date, minds: Iterable[str] = ()
) -> tuple[Entry, ...]:
    """Where a course stands, what is to be minded in it, and whether pain is lower than before."""
    visits, days = say_progress(now)
    status = Content.assemble((say_status(now, today), "bold"))
    lines = [
        Entry("", (status,)),
        Entry("", (_visits(now, visits),)),
        Entry("", (_days(now, days),)),
    ]
    if now.course.goal:
        lines.append(Entry("", (Content.assemble(("Goal: ", "$quiet"), clean(now.course.goal)),)))
    elif found.do == "wait":  # what is to be done needs the room
        lines.append(Entry("", (Content(""),)))
    lines += mind_entries(minds)
    if now.status == "planned":
        words = keyed("Until then {course.change} changes it, and {course.end} takes it back.")
        return (*lines, Entry("", (Content.styled(words, "$quiet"),)))
    lines += _put_off(now)
    if now.status == "postponed" and found.do in {"wait", "answer"}:
        return tuple(lines)
    return (*lines, *_answer(found))


def mind_entries(minds: Iterable[str]) -> Iterator[Entry]:
    """What is to be minded, a sign before each."""
    for each in minds:
        yield Entry("", (Content.assemble(("◆ ", "$next"), clean(each)),), hang=2)


def _visits(now: CourseStanding, words: str) -> Content:
    if now.visits > MOST_MARKS:
        return Content(words)
    done = min(now.done, now.visits)
    marks = (" ".join("●" * done), " ".join("○" * (now.visits - done)))
    both = Content(" ").join(
        Content.styled(mark, ink)
        for mark, ink in zip(marks, ("$success", "$quiet"), strict=True)
        if mark
    )
    return Content(f"{words:<16}") + both


def _days(now: CourseStanding, words: str) -> Content:
    if now.status in {"planned", "done", "stopped"}:
        return Content(words)
    part = min(max(now.day / now.days, 0.0), 1.0)
    bar = draw_progress([Stretch(now.days, part)], BAR_CELLS)
    ink = Content.styled(bar, "$quiet").stylize("$here", 0, round(BAR_CELLS * part))
    return Content(f"{words:<16}") + ink if len(words) < len("day 17 of 42") + 4 else Content(words)


def _put_off(now: CourseStanding) -> Iterator[Entry]:
    """Since when is in the status; here is why, what to do, and how it goes on."""
    if now.status != "postponed":
        return
    why = why_postponed(now)
    is_own = why.startswith("You")
    advice = "" if is_own else f" {rules()['massage-postpone'].text.partition('. ')[2]}"
    yield Entry("", (Content.assemble(("▸ ", "$next"), f"{why}{advice}"),), hang=2)
    looks = () if is_own else ((LOOK_FOR_SIGNS, "looks for signs"),)
    yield Entry("", (say_keys(((PUT_OFF_COURSE, "takes it up"), *looks)),), hang=2)


def _answer(found: CourseVerdict) -> Iterator[Entry]:
    is_by_word = bool(found.own) and found.found.answer != "lower"
    mark, ink = MARKS["wait" if is_by_word else found.do]
    words = found.because if found.own else f"{found.because} {found.advice}".strip()
    yield Entry("", (Content.assemble((mark, ink), words),), hang=2)
    if found.own:
        said = f"{found.own} {found.advice}".strip()
        yield Entry("", (Content.assemble(("» ", "$next"), said),), hang=2)
    if keys := DOS[found.do]:
        yield Entry("", (say_keys(keys),), hang=2)


def say_keys(keys: Sequence[tuple[Command, str]]) -> Content:
    """Keys with what they do, in a line of their own."""
    parts = (
        Content.assemble((key_of(each), "$next"), (f" {words}", "$quiet")) for each, words in keys
    )
    return Content("  ") + Content.styled(" · ", "$quiet").join(parts)


def empty_entries(last: Summary | None, today: dt.date) -> tuple[Entry, ...]:
    """What stands there without an open course: what a course is, and how the last one went."""
    begin = say_keys(((BEGIN_COURSE, "begins a course"), (ADD_VISIT, "notes one visit")))
    if last is None:
        return (*(Entry("", (Content(words),)) for words in TEACHES), Entry("", (begin,)))
    course = last.standing.course
    ended = f" {say_status(last.standing, today)}." if course.ended else "."
    told = [Content.assemble(("Last: ", "$quiet"), f"{course_name(course)}{ended}")]
    if course.outcome:
        told.append(Content.assemble(("Outcome: ", "$quiet"), clean(course.outcome)))
    span, said, *_ = say_summary(last, today)
    told += [Content(words) for words in (span, said, last.own) if words]
    return Entry("", tuple(told)), Entry("", (Content(""), begin))


def say_team(people: Sequence[Person], does: Mapping[str, str]) -> Content:
    """The care team in one line."""
    named = [_say_person(person, does) for person in people]
    words = " · ".join(named) if named else "nobody yet"
    return Content.assemble(("Care team ", "$quiet"), (f"{key_of(CARE_TEAM)} ", "$next"), words)


def _say_person(person: Person, does: Mapping[str, str]) -> str:
    role = person.role and name_within("roles", person.role)
    said = does.get(person.id) or role
    return clean(f"{person.name} ({said})" if said else person.name)
