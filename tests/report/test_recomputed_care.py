"""Visits, courses and trials on the papers are what the file says, reckoned by code that shares nothing with the program."""

import re
from collections import Counter

from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.report.paper import Paper
from backcare_tui.text import say_number
from backcare_tui.wording.entries import say_area
from tests.report.conftest import Case
from tests.report.page_of import said, say, section, summary
from tests.report.recomputed import Document, Recomputed, day_of
from tests.report.recomputed_care import (
    CourseFigures,
    TrialFigures,
    by_treatment,
    courses,
    trials,
    visits,
)

LISTED = 16
"""How many visits the report tells one by one."""
DETAIL = "More on the treatments"
WEEKS = {7: "the week", 14: "the two weeks"}
WAYS = {"pain": ("lower", "higher", "point"), "sleep": ("shorter", "longer", "minute")}


def both(case: Case) -> tuple[tuple[Paper, str, Recomputed], ...]:
    """Both papers, where each tells of treatments, and the file for its time."""
    return (
        (case.report, DETAIL, case.truth),
        (case.page, "Treatments and response", case.of_page),
    )


def test_visits_one_by_one(case: Case) -> None:
    for paper, title, truth in both(case):
        table = section(paper, title).table
        given = visits(truth)[-LISTED:] if paper is case.report else visits(truth)
        assert (
            [(row[0], row[1].split(",")[0].split(" (")[0], row[4]) for row in table.rows]
            == [
                (say(day_of(each))[:-5], name_of("treatments", each["treatment"]), pain_of(each))
                for each in given
            ]
            if table
            else not given
        )


def pain_of(visit: Document) -> str:
    """Such as `4 to 2`, `4 before`, `2 after`."""
    before, after = visit.get("pain_before"), visit.get("pain_after")
    if None not in {before, after}:
        return f"{before} to {after}"
    return f"{before} before" if before is not None else "" if after is None else f"{after} after"


def test_visits_in_sum(case: Case) -> None:
    given = visits(case.truth)
    count = f"{len(given)} visit{'s' * (len(given) > 1)}"
    assert summary(case.report).get("Treatments", "") == (count if given else "")
    lines = said(case.report, DETAIL).split("\n")
    earlier = [each for each in lines if each.startswith("Before the last")]
    told = [
        f"{name_within('treatments', kind)} {count} time{'s' * (count > 1)}"
        + (
            f" (pain {say_number(a)} before and {say_number(b)} after, means of {rated})"
            if rated
            else ""
        )
        for kind, (count, rated, a, b) in by_treatment(given[:-LISTED]).items()
    ]
    assert earlier == (
        [f"Before the last {LISTED}, which are listed: {'; '.join(told)}."] if told else []
    )


def test_where_and_how_it_was_treated(case: Case) -> None:
    for paper, title, truth in both(case):
        lines = said(paper, title).split("\n")
        for begin, field, say_word in (
            ("Treated", "areas", say_area),
            ("Techniques", "techniques", lambda word: name_within("techniques", word)),
        ):
            counts = Counter(word for each in visits(truth) for word in each.get(field, ()))
            line = next((each for each in lines if each.startswith(f"{begin}: ")), "")
            told = re.findall(r"(?:: |, )(.+?) \((\d+) visits?\)", line)
            assert dict(told) == {say_word(word): str(n) for word, n in counts.items()}


def test_courses(case: Case) -> None:
    for paper, title, truth in both(case):
        words = "\n".join((said(paper, "Treatments and responses"), said(paper, title)))
        # One block each: where it stands, then whether pain is lower.
        blocks = re.findall(r"^(.+ course since .+)\n(.+)$", words, re.MULTILINE)
        assert len(blocks) == len(courses(truth))
        for each in courses(truth):
            (block,) = (two for two in blocks if f"since {say(each.started)}:" in two[0])
            assert f": visit {each.given} of {each.planned}," in block[0]
            assert_told(each, block[1])


def assert_told(of: CourseFigures, words: str) -> None:
    """That the words have each figure that is known, and no other."""
    noted = re.search(r"Noted: (\d+) of 28 days before, (\d+) of (\d+) after\.", words)
    if of.before and of.after:
        days, count, mean, number = of.after
        assert noted
        assert noted.groups() == (str(of.before[0]), str(count), str(days))
        after = f"{say_number(mean)} in {WEEKS.get(days, f'the {days} days')} after visit {number}"
        assert after in words
        # Who subtracts the two finds what is said.
        fall = round(float(say_number(of.before[1])) - float(say_number(mean)), 1)
        assert re.findall(r"([\d.]+) less is", words) in ([], [say_number(fall)])
        assert f"{say_number(of.before[1])}, now {after}" in words or (
            f"{say_number(of.before[1])} in the four weeks before, {after}" in words
        )
    else:
        assert not noted
    if of.relief:
        count, before, after_visits = of.relief
        both_ends = f"pain was {say_number(before)} before and {say_number(after_visits)} after"
        days_of = "On the day of the visit" if count == 1 else f"On the days of {count} visits"
        assert f"{days_of} {both_ends}" in words
    else:
        assert "On the day" not in words


def test_trials(case: Case) -> None:
    for paper, title, truth in (
        (case.report, "What came of the trials", case.truth),
        (case.page, "Trials by lot", case.of_page),
    ):
        items = section(paper, title).items
        for item, each in zip(items, trials(truth), strict=True):
            assert item.startswith(f"{each.name} (")
            assert_result(each, item)


def assert_result(of: TrialFigures, words: str) -> None:
    """That the words have the effect, its range, its chance, and on how many days it was kept to."""
    assert f"Kept to on {of.kept} of {of.answered} days." in words
    if of.days > of.answered:
        assert f"{of.days - of.answered} day" in words.split(f"of {of.answered} days.")[1]
    if of.pairs < 6:
        assert f"Too few days to say anything: {of.pairs} pair" in words
        return
    less, more, unit = WAYS[of.outcome]
    size = say_size(of.size, of.outcome)
    one = unit if size == "1" else f"{unit}s"
    assert f"{size} {one} {less if of.size < 0 else more} (" in words
    (ends,) = re.findall(rf"{one} \w+ \((.+?)\)", words.split("Without the days", maxsplit=1)[0])
    assert of.low is not None
    assert of.high is not None
    told = [say_size(end, of.outcome) for end in (of.low, of.high)]
    if of.low * of.high < 0:
        assert ends == f"{told[0]} {less} to {told[1]} {more}"
    else:
        assert ends == " to ".join(sorted(told, key=float))
    assert f"in {round(100 * of.chance)} of 100 trials" in words
    assert ("No sign that it makes a difference" in words) is (of.chance > 0.05)


def say_size(size: float, outcome: str) -> str:
    """Points with one decimal, or whole minutes."""
    return say_number(abs(size)) if outcome == "pain" else str(round(abs(size)))
