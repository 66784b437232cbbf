"""What is on a page, and what was left out of it: one line for the person, before anything is written."""

from collections.abc import Collection, Iterator, Mapping

from backcare_tui.report.flare_section import FLARE
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.paper import Paper
from backcare_tui.report.parts import (
    HAND_OVER_PARTS,
    ON_REQUEST,
    OTHERS,
    PRIVATE,
    REPORT_PARTS,
    PagePart,
)
from backcare_tui.report.shared_sections import PLAN, QUESTIONS, TRIALS
from backcare_tui.text import clean, say_count, within

CARE = ("Treatments and response", "Treatments and responses")
"""The sections of visits, which are counted."""
WITH_MEDICINES = " with its medicines"
"""What is said of private care, whose medicines are left out or told with it."""
NOTES, MEDICINES, PAIN = "Notes", "Medicines", "Pain"
FUNCTION = "Function"
OWN_WORDS = frozenset((NOTES, QUESTIONS, PLAN, TRIALS))
"""The sections of what was written in one's own words."""
AS_WRITTEN = " Your own words stand on it as you wrote them, whoever they name."


def say_on_hand_over(
    paper: Paper, of: HandOverData, parts: Collection[str], notes: str = "visits"
) -> str:
    """What is on the page for the next appointment, and what is not.

    Args:
        paper: The page.
        of: What it was made of.
        parts: What was chosen for it, also `others` and `private`.
        notes: Which notes were chosen.
    """
    kinds = {**HAND_OVER_PARTS, **_asked(of), **(OTHERS if of.person else {}), **PRIVATE}
    out = [_named(part, name) for part, name in kinds.items() if part not in parts]
    more = {"visits": ["notes of other entries"], "none": ["notes"]}.get(notes, [])
    own = _has_own_words(paper, of)
    return _say(_on(paper, of, parts), [*out, *more], has_own_words=own)


def say_on_report(paper: Paper, of: HandOverData, parts: Collection[str]) -> str:
    """What is in a report, and what is not.

    Args:
        paper: The report.
        of: What it was made of.
        parts: What was chosen for it, also `private`.
    """
    kinds = {**REPORT_PARTS, **_asked(of), **PRIVATE}
    out = [_named(part, name) for part, name in kinds.items() if part not in {*parts, "notes"}]
    has_notes = any(section.title == NOTES for section in paper.sections)
    own = _has_own_words(paper, of)
    return _say(
        _on(paper, of, parts), [*out, *(() if has_notes else ("notes",))], has_own_words=own
    )


def _asked(of: HandOverData) -> Mapping[PagePart, str]:
    """The flare plan, where there is one that could be told."""
    return ON_REQUEST if of.flare else {}


def _named(part: PagePart, name: str) -> str:
    return within(name) + WITH_MEDICINES * (part in PRIVATE)


def _say(on: Iterator[str], out: list[str], *, has_own_words: bool) -> str:
    said = ", ".join(on) or "nothing"
    left_out = f" Not on it: {', '.join(out)}." if out else ""
    return f"On this page: {said}.{left_out}{AS_WRITTEN * has_own_words}"


def _has_own_words(paper: Paper, of: HandOverData) -> bool:
    """Whether anything stands on it as the person wrote it, in which anybody and anything can be named."""
    titles = {section.title for section in paper.sections}
    has_goal = any(each.standing.course.goal for each in of.courses)
    has_plan = FLARE in titles and of.flare is not None and bool(of.flare.lines or of.flare.call)
    return has_plan or bool(
        titles & OWN_WORDS or (FUNCTION in titles and (has_goal or of.activities))
    )


def _on(paper: Paper, of: HandOverData, parts: Collection[str]) -> Iterator[str]:
    for section in paper.sections:
        if section.title in CARE:
            yield from _care(of)
        elif section.title == MEDICINES:
            yield say_count(len(of.medicines), "medicine") if of.medicines else "medicines"
        elif section.title == PAIN and of.pain is None:
            yield "that no pain was taken down"
        elif section.title == NOTES:
            yield say_count(len(section.items), "note")
        else:
            yield within(section.title).replace(", ", " ")
    yield from (_named(part, name) for part, name in PRIVATE.items() if part in parts)


def _care(of: HandOverData) -> Iterator[str]:
    """So many visits, with whom where it is one person, and courses."""
    if of.visits:
        people = {each.person for each in of.visits}
        name = of.names.get(next(iter(people)) or "", "") if len(people) == 1 else ""
        yield say_count(len(of.visits), "visit") + (f" with {clean(name)}" if name else "")
    if of.courses:
        yield say_count(len(of.courses), "course")
    if not (of.visits or of.courses):
        yield "checks"
