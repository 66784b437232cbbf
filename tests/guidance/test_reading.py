"""What is to be read before a massage says what a therapist would ask."""

from backcare_tui.guidance.reading import WHEN_NOT, ReadingPage, reading_pages
from tests.for_each import for_each

SAID = {
    WHEN_NOT: (
        "fever", "feel ill", "injury", "fall", "blood clot", "skin that is broken", "infected",
        "leg pain", "not deep", "thin bones", "blood thinner", "pregnancy", "spine", "neck",
        "24 to 48 hours", "not usual", "gently moving", "groin", "bladder",
    ),
    "massage-by-partner": (
        "light", "flat hands", "beside the spine", "10 to 15 minutes", "warm", "stop", "numbness",
        "never", "when not to",
    ),
}  # fmt: skip


@for_each(("page_id", "words"), list(SAID.items()))
def test_a_page_says_what_a_therapist_would_ask(page_id: str, words: tuple[str, ...]) -> None:
    page = reading_pages()[page_id]
    told = [
        each
        for section in page.sections
        for each in (section.title, *(point.says for point in section.points))
    ]
    text = " ".join((page.title, page.lead, *told)).lower()
    assert not [word for word in words if word not in text]


@for_each("page", reading_pages().values(), ids=lambda page: page.id)
def test_no_brace_is_left_and_a_point_is_short_enough_to_be_read(page: ReadingPage) -> None:
    for section in page.sections:
        for point in section.points:
            assert "{" not in point.says
            assert len(point.says) <= 200
