"""What is on a page, and what was left out of it: one line for the person, before anything is written."""

from collections.abc import Collection, Iterator

from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.paper import Paper
from backcare_tui.report.parts import (
    HAND_OVER_PARTS,
    OTHERS,
    PRIVATE,
    REPORT_PARTS,
    PagePart,
)
from backcare_tui.text import clean, say_count, within

CARE = ("Treatments and response", "Treatments and responses")
"""The sections of visits, which are counted."""
WITH_MEDICINES = " with its medicines"
"""What is said of private care, whose medicines are left out or told with it."""
MEDICINES = ("Medicines", "Medicines taken")
NOTES, TAKE_CARE, PAIN, SUMMARY = "Notes", "Take care", "Pain", "Summary"


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
    kinds = {**HAND_OVER_PARTS, **(OTHERS if of.person else {}), **PRIVATE}
    out = [_named(part, name) for part, name in kinds.items() if part not in parts]
    more = {"visits": ["notes of other entries"], "none": ["notes"]}.get(notes, [])
    return _say(_on(paper, of, parts), [*out, *more])


def say_on_report(paper: Paper, of: HandOverData, parts: Collection[str]) -> str:
    """What is in a report, and what is not.

    Args:
        paper: The report.
        of: What it was made of.
        parts: What was chosen for it, also `private`.
    """
    kinds = {**REPORT_PARTS, **PRIVATE}
    out = [_named(part, name) for part, name in kinds.items() if part not in {*parts, "notes"}]
    has_notes = any(section.title == NOTES for section in paper.sections)
    return _say(_on(paper, of, parts), [*out, *(() if has_notes else ("notes",))])


def _named(part: PagePart, name: str) -> str:
    return within(name) + WITH_MEDICINES * (part in PRIVATE)


def _say(on: Iterator[str], out: list[str]) -> str:
    said = ", ".join(on) or "nothing"
    return f"On this page: {said}." + (f" Not on it: {', '.join(out)}." if out else "")


def _on(paper: Paper, of: HandOverData, parts: Collection[str]) -> Iterator[str]:
    for section in paper.sections:
        if section.title in CARE:
            yield from _care(of)
        elif section.title in MEDICINES:
            yield say_count(len(of.medicines), "medicine") if of.medicines else "medicines"
        elif section.title == PAIN and of.pain is None:
            yield "that no pain was taken down"
        elif section.title == NOTES:
            yield say_count(len(section.items), "note")
        else:
            yield within(section.title).replace(", ", " ")
        if section.title == TAKE_CARE and of.medicines and "medicines" in parts:
            yield say_count(len(of.medicines), "medicine")
        if section.title == SUMMARY and of.sessions.count and "movement" in parts:
            yield "movement"
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
