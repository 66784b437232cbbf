"""The pages that help to understand: short, plain, sourced, each with a question, and against no rule."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from backcare_tui.diary.values import choices
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.reading import (
    OWN,
    ReadingPage,
    ReadingQuestion,
    Situation,
    citations,
    reading_pages,
    reading_themes,
    say_answer,
)
from backcare_tui.guidance.situations import SITUATIONS
from backcare_tui.library.references import named_in
from backcare_tui.library.regions import regions
from backcare_tui.library.routines import routines
from tests.for_each import for_each
from tests.guidance.reading_level import grade, syllables, words_of

LESSONS = [page for page in reading_pages().values() if page.is_lesson]
FEWEST, MOST = 70, 110
"""Words of a page."""
HARDEST = 8
"""The highest grade of Flesch and Kincaid."""
each_page = for_each("page", LESSONS, ids=lambda page: page.id)


def asked(page: ReadingPage) -> ReadingQuestion:
    assert page.question
    return page.question


def text_of(page: ReadingPage) -> str:
    return " ".join(point.says for point in page.points)


def meant(page: ReadingPage) -> str:
    """All that a page stands for: what it says, the answer that fits, and why; not the answers that do not."""
    question = asked(page)
    return f"{text_of(page)} {question.choices[question.right - 1]}. {question.because}"


def test_there_are_28_two_of_each_of_14_themes_and_every_page_has_a_theme() -> None:
    count = Counter(page.theme for page in LESSONS)
    assert len(LESSONS) == 28
    assert count == {theme.id: 2 for theme in reading_themes()}
    assert {page.theme for page in reading_pages().values()} <= set(count)


@each_page
def test_it_has_some_ninety_words(page: ReadingPage) -> None:
    for where in regions():
        said = text_of(reading_pages(where)[page.id])
        assert FEWEST <= len(words_of(said)) <= MOST, where.id


@each_page
def test_it_is_read_from_grade_8_or_below_everywhere(page: ReadingPage) -> None:
    for where in regions():
        there, question = reading_pages(where)[page.id], asked(page)
        assert grade(text_of(there)) <= HARDEST, where.id
    shown = ". ".join((*question.choices, question.because))
    assert grade(f"{question.asks} {shown}") <= HARDEST


@each_page
def test_each_sentence_has_a_source_that_is_known_or_is_our_own(page: ReadingPage) -> None:
    for point in page.points:
        assert point.source == OWN or named_in(point.source), point.says
    assert citations(page)
    assert "unconfirmed" not in " ".join(point.source for point in page.points)


@each_page
def test_its_question_has_one_answer_that_fits_and_says_why(page: ReadingPage) -> None:
    question = asked(page)
    assert question.asks.endswith("?")
    assert len(question.choices) == len(set(question.choices)) == 3
    assert 1 <= question.right <= len(question.choices)
    assert len(words_of(question.because)) >= 8
    for number in (1, 2, 3):
        assert say_answer(question, number).endswith(question.because)
        assert say_answer(question, number).startswith("Yes.") is (number == question.right)


def test_what_fits_does_not_always_stand_in_one_place() -> None:
    places = Counter(asked(page).right for page in LESSONS)
    assert set(places) == {1, 2, 3}


@each_page
def test_it_names_a_situation_and_rules_that_there_are(page: ReadingPage) -> None:
    assert page.timely
    assert page.rules
    assert set(page.rules) <= set(rules())


def test_every_situation_is_looked_for_and_has_a_page() -> None:
    assert list(SITUATIONS) == list(choices(Situation))
    assert {each for page in LESSONS for each in page.timely} == set(SITUATIONS)


@each_page
def test_a_routine_that_is_named_can_be_begun(page: ReadingPage) -> None:
    known = {routine.id: routine.name for routine in routines() if " " in routine.name}
    named = [id_ for id_, name in known.items() if name.casefold() in meant(page).casefold()]
    assert set(named) - {"walk"} <= {page.routine}
    assert page.routine is None or page.routine in known


AGAINST: dict[str, str] = {
    "flare-no-bed-rest": r"\b(?:stay|rest|lie|week|days?) (?:\w+ )?in bed\b(?! slows)",
    "flare-start": r"\b(?:avoid|no) (?:all )?(?:movement|moving|exercise)|\bdo nothing\b",
    "ex-stop-rise": r"no pain,? no gain|\b(?:push|work|train) (?:on )?(?:through|against) (?:the |your )?pain",
    "ex-progress": r"\b(?:as much|all) (?:as|that) you can\b",
    "rf-cauda": r"\bwait and see\b|\b(?:numb|bladder|bowel)\w*[^.?]* (?:is|are) (?:normal|harmless|fine)",
    "meds-opioid-review": (
        r"(?<!never )\bstop (?:\w+ ){0,3}(?:medicine|pill|opioid|them|it)s?\b|\bcold turkey\b"
        r"|\b(?:halve|double|skip|reduce|cut) (?:\w+ ){0,2}(?:dose|pill|medicine)"
    ),
    "meds-long": r"\btake (?:more|another)\b",
    "diet-alcohol-meds": r"\b(?:a drink|alcohol|wine|beer) (?:is fine|helps? (?:pain|with pain))",
    "massage-postpone": r"\b(?:as (?:much|hard)|deep(?:er)?|more) pressure\b(?! is)",
    "sleep-latency": r"\bstay in bed\b|\btry harder\b|\bsleep in\b",
    "activity-sitting": r"\bsit (?:very )?still\b(?<!to sit still)",
    "trend-no-change": r"\bgive (?:it )?up\b",
    "mood-low": r"\bkeep (?:it|them) to yourself\b|\bpull yourself together\b",
}
"""What would speak against each of these rules, if a page stood for it."""
BAD = (
    "Rest in bed for a week.", "A week in bed", "Avoid all exercise.", "No pain, no gain.",
    "Push through the pain.", "Do all that you can.", "Wait and see.", "Stop your pills.",
    "You can stop them.", "Reduce the dose.", "Take more.", "A drink is fine.", "Ask for deeper pressure.",
    "Stay in bed and try harder.", "Sit very still.", "Give up.", "Keep it to yourself.",
)  # fmt: skip


@each_page
def test_it_stands_for_nothing_that_speaks_against_a_rule(page: ReadingPage) -> None:
    found = {rule: re.findall(words, meant(page), re.IGNORECASE) for rule, words in AGAINST.items()}
    assert not {rule: words for rule, words in found.items() if words}


def test_what_speaks_against_a_rule_would_be_seen() -> None:
    assert set(AGAINST) <= set(rules())
    for text in BAD:
        assert any(re.search(words, text, re.IGNORECASE) for words in AGAINST.values()), text


CAREFUL: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"opioid", "meds-opioid-review", ("never stop them suddenly", "prescribed")),
    (r"pills|medicines? ", "meds-", ("pharmacist|prescribed",)),
    (r"\b(?:warmth|heat)\b.*\bskin\b", "heat-ask-first", ("numb", "swollen", "ask first")),
    (r"\blift(?:ing)?\b.*\bload", "exercise-ask-first", ("thin bones, ask first",)),
    (r"\bbend(?:ing)?\b.*\bpencil", "exercise-ask-first", ("thin bones", "ask first")),
    (r"\bmassage may\b", "massage-", ("beside exercise", "not in their place")),
    (r"\bflare is\b", "flare-", ("fever", "numbness", "weak leg", "warning signs")),
    (r"harm yourself", "mood-crisis", ("call",)),
)
"""A page that says this goes with such a rule, and says so much of it."""


@for_each(("subject", "rule", "says"), CAREFUL)
def test_who_speaks_of_a_risk_goes_with_its_rule_and_says_the_caution(
    subject: str, rule: str, says: tuple[str, ...]
) -> None:
    found = [page for page in LESSONS if re.search(subject, text_of(page).casefold())]
    assert found
    for page in found:
        assert any(each.startswith(rule) for each in page.rules), page.id
        for words in says:
            assert re.search(words, text_of(page).casefold()), (page.id, words)


PROMISES = re.compile(
    r"\b(?:cures?|cured|guarantee\w*|heals?|pain[- ]free for|will (?:go|be gone|disappear|get better|heal|pass|help you)"
    r"|always (?:helps|works)|never (?:hurts|comes back))\b",
    re.IGNORECASE,
)
DIAGNOSES = re.compile(
    r"\b(?:you have|yours is) an? (?:dis[ck]|nerve|arthritis|strain|sprain)", re.IGNORECASE
)
BLAMES = re.compile(
    r"\byou should have\b|\blazy\b|\bexcuses?\b|\byour own fault\b|(?<!not )(?<!no )\byour fault\b",
    re.IGNORECASE,
)


@each_page
def test_it_promises_nothing_names_no_diagnosis_and_blames_nobody(page: ReadingPage) -> None:
    for seen in (PROMISES, DIAGNOSES, BLAMES):
        assert not seen.search(meant(page))


@pytest.mark.parametrize("text", ["It will go away.", "Heat cures pain.", "This always works."])
def test_a_promise_would_be_seen(text: str) -> None:
    assert PROMISES.search(text)


def spoken() -> Iterator[tuple[str, int]]:
    """Words with their syllables as a dictionary has them."""
    for count, words in {
        1: "cat move hopes walked pain harm once eased used whole rules breathe true free knee weeks",
        2: "needed started little muscle people doing review something sometimes warning numbness sources "
        "changes table simple trial studies quiet reason season movement massage bowel bladder able",
        3: "therapist pharmacist medicine medicines exercise physical easier suddenly usual idea area injury",
        4: "exercises emergency psychologist recovery usually",
    }.items():
        yield from ((word, count) for word in words.split())


@for_each(("word", "count"), list(spoken()))
def test_the_syllables_of_a_word_are_counted_as_it_is_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    hard = "Psychological comorbidities necessitate multidisciplinary consideration."
    assert grade(hard) > 2 * HARDEST
