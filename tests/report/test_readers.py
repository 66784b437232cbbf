"""What a doctor and a massage therapist ask at a first visit is answered by the paper, most of it on its first sheet."""

import io
import re
from collections import Counter
from collections.abc import Mapping

import pytest
from pypdf import PdfReader
from tinydb.storages import MemoryStorage

from backcare_tui.diary.settings import SettingName
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.pages.pdf import pdf_page
from backcare_tui.report.paper import Paper
from backcare_tui.report.report import report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.report.page_of import DANA
from tests.report.readers import DOCTOR, PEOPLE, THERAPIST, Reading

UNKNOWN = {"What of work?", "Where is it not to be touched?", "An operation or a fracture of late?"}
"""What nobody of these took down, or what the diary has no place for."""


def diary_of(person: Reading) -> TinyRepository:
    repository = TinyRepository(MemoryStorage(), FrozenClock())  # type: ignore[no-untyped-call] # as TinyDB has it
    repository.add(*person.records)
    settings: Mapping[SettingName, object] = person.settings  # type: ignore[assignment] # they are names of settings
    for name, value in settings.items():
        repository.set(name, value)
    return repository


def papers(person: Reading) -> tuple[Paper, Paper]:
    """What the doctor and what the massage therapist is handed."""
    repository, clock = diary_of(person), FrozenClock()
    report = report_paper(report_of(repository, clock, usual_span(clock)))
    return report, hand_over_paper(hand_over(repository, clock, DANA))


def read(paper: Paper) -> list[str]:
    """The words of each sheet, as they are read."""
    pages = PdfReader(io.BytesIO(pdf_page(paper))).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def where(fact: str, sheets: list[str]) -> str:
    """Whether a fact is on the first sheet, behind it, or nowhere; one of several wordings will do."""
    found = re.compile("|".join(map(re.escape, fact.split("|"))))
    if found.search(sheets[0]):
        return "glance"
    return "paper" if any(map(found.search, sheets[1:])) else "nowhere"


@pytest.mark.parametrize("name", PEOPLE)
def test_what_they_ask_is_answered(name: str) -> None:
    person = PEOPLE[name]
    report, page = map(read, papers(person))
    asked = ((person.doctor, report), (person.therapist, page))
    found = {
        (name, question): where(fact, sheets)
        for facts, sheets in asked
        for question, fact in facts.items()
    }
    assert found == dict.fromkeys(found, "glance")


def test_fifteen_questions_are_asked_of_each_and_only_what_nobody_took_down_is_open() -> None:
    assert len(DOCTOR) == len(THERAPIST) == 15
    for person in PEOPLE.values():
        assert person.doctor.keys() <= DOCTOR.keys()
        assert person.therapist.keys() <= THERAPIST.keys()
    answered = Counter(q for each in PEOPLE.values() for q in (*each.doctor, *each.therapist))
    assert {q for q in (*DOCTOR, *THERAPIST) if not answered[q]} == UNKNOWN


def test_what_is_of_the_mind_is_on_neither_paper() -> None:
    said = " ".join(map(str, papers(PEOPLE["Dora"])))
    assert not {word for word in ("divorce", "Sorel", "ntidepressant", "Cognitive") if word in said}
