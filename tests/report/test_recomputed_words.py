"""Where and how it hurts, and how the person's own activities go: on the papers as in the file, reckoned anew."""

import datetime as dt
from collections.abc import Callable

from backcare_tui.library.taxonomy import name_within
from backcare_tui.report.paper import Paper
from backcare_tui.wording.entries import say_area
from tests.report.conftest import Case
from tests.report.five_diaries import OWN_WORD
from tests.report.page_of import said, say
from tests.report.recomputed import Recomputed
from tests.report.recomputed_words import (
    activities,
    areas,
    did_not_ease,
    eased,
    first_and_last_weeks,
    legs,
    nerves,
    on_days,
    stiffness,
)

UNTOLD = {OWN_WORD, "ibuprofen"}
"""The person's own words, which stand on no page by themselves."""
SHOWN = 6


def papers(case: Case) -> list[tuple[Paper, list[str], Recomputed]]:
    """Both papers, what they say of where and how it hurts, and the file for their time."""
    said_ = (
        (case.report, "Where and how it hurts", case.truth),
        (case.page, "Pain", case.of_page),
    )
    return [(paper, said(paper, title).split("\n"), truth) for paper, title, truth in said_]


def counted(named: list[tuple[str, int]], say_word: Callable[[str], str]) -> str:
    """Such as `stiff (9 days), dull (1 day)`."""
    most = named[:SHOWN]
    return ", ".join(f"{say_word(word)} ({n} day{'s' * (n > 1)})" for word, n in most)


def test_words_on_so_many_days(case: Case) -> None:
    kinds = (
        ("Named most", areas, say_area),
        ("Feels", lambda each: each.get("qualities", ()), lambda w: name_within("qualities", w)),
        ("Set off by", lambda each: each.get("triggers", ()), lambda w: name_within("triggers", w)),
        ("Eased by", eased, lambda w: name_within("relievers", w)),
        ("Tried, and did not ease it", did_not_ease, lambda w: name_within("relievers", w)),
    )
    for _, lines, truth in papers(case):
        for title, named, say_word in kinds:
            found = on_days(truth, named, UNTOLD)
            line = [each for each in lines if each.startswith(f"{title}: ")]
            assert line == ([f"{title}: {counted(found, say_word)}."] if found else [])


def test_legs_and_what_is_felt_there(case: Case) -> None:
    for _, lines, truth in papers(case):
        on_legs, felt = on_days(truth, legs), on_days(truth, nerves)
        line = next((each for each in lines if each.startswith("Legs: ")), "")
        if not on_legs:
            assert line == ("Legs: no place on a leg was named." if on_days(truth, areas) else "")
            continue
        nerve = f"; in the same entries {counted(felt, lambda w: name_within('qualities', w))}"
        assert line == f"Legs: {counted(on_legs, say_area)}{nerve if felt else ''}."


def test_stiffness_on_waking(case: Case) -> None:
    for _, lines, truth in papers(case):
        found = stiffness(truth)
        line = [each for each in lines if each.startswith("Stiff on waking")]
        if not found:
            assert not line
            continue
        mean, most, days = found
        at_most = f", at most {most}" if most > round(mean) else ""
        assert line == [
            f"Stiff on waking: {round(mean)} min on average{at_most} ({days} days noted)."
        ]


def test_body_maps(case: Case) -> None:
    titles = {case.report.title: "Where it hurt", case.page.title: "Where it hurt"}
    for paper, _, truth in papers(case):
        found = [each for each in paper.sections if each.title == titles[paper.title]]
        drawings = [each for section in found for each in section.drawings]
        if not on_days(truth, areas):
            assert not drawings
            continue
        for drawing, (first, last) in zip(drawings, first_and_last_weeks(truth), strict=True):
            part = truth.part(first, last)
            noted = sum(part.within(day) for day in truth.pain_of_days())
            assert f"({noted} days noted)" in drawing.title
            named = on_days(part, areas)
            words = "; ".join(f"{say_area(area)} {n} day{'s' * (n > 1)}" for area, n in named)
            assert drawing.description == f"{words or 'no place was named'}."


def test_own_activities(case: Case) -> None:
    for paper, truth in ((case.report, case.truth), (case.page, case.of_page)):
        told = []
        for name, ratings in activities(truth):
            (first, at_first), (now, at_now) = ratings[0], ratings[-1]
            before = [f"{at_first} on {short(first)} (first)"] if len(ratings) > 1 else []
            if len(ratings) > 2:
                before.append(f"{ratings[-2][1]} on {short(ratings[-2][0])} (before)")
            then = f"; {', '.join(before)}" if before else ""
            told.append(f"{name}: {at_now} of 10 on {say(now)}{then}")
        lines = said(paper, "Function").split("\n")
        assert [each for each in lines if " of 10 on " in each and "impact" not in each] == told


def short(day: dt.date) -> str:
    """Such as `Mon 2 Nov`."""
    return f"{day:%a} {day.day} {day:%b}"
