"""Everything that is said has a named source, or says that it is the program's own."""

from collections.abc import Iterator

from backcare_tui.diary.records.routine import Source
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.benefits import benefits
from backcare_tui.guidance.reading import ReadingPoint, reading_pages
from backcare_tui.library.exercises import exercises
from backcare_tui.library.patterns import patterns
from backcare_tui.library.references import named_in, references
from backcare_tui.library.routines import programs, routines
from backcare_tui.library.taxonomy import words
from backcare_tui.wording.sources import say_source
from tests.for_each import for_each

VAGUE = ("common physical", "no single source", "general knowledge", "various")


def sourced() -> Iterator[tuple[str, tuple[Source, ...]]]:
    """What has sources, with them."""
    yield from ((each.id, each.evidence) for each in exercises())
    yield from ((each.id, each.source) for each in routines())
    yield from ((each.id, each.source) for each in programs())
    yield from ((each.id, each.sources) for each in patterns())
    for condition in words("conditions"):
        yield condition.id, (condition.source,) if condition.source else ()


def read() -> Iterator[ReadingPoint]:
    """Every point of the pages to read."""
    for page in reading_pages().values():
        yield from (point for section in page.sections for point in section.points)


@for_each(("id_", "sources"), list(sourced()))
def test_a_source_is_named_or_is_the_programs_own(id_: str, sources: tuple[Source, ...]) -> None:
    assert sources
    for source in sources:
        assert source.mark != "unconfirmed"
        assert (source.org == "backcare") is (source.mark == "design")
        assert not [word for word in VAGUE if word in f"{source.org} {source.title}".lower()]
        assert "not confirmed" not in say_source(source)


def test_no_source_stands_twice_at_one_thing() -> None:
    assert not [id_ for id_, sources in sourced() if len(sources) != len(set(sources))]


def test_what_is_the_programs_own_is_said_as_that() -> None:
    said = {
        say_source(source)
        for _, sources in sourced()
        for source in sources
        if source.mark == "design"
    }
    assert {"backcare's own caution", "backcare's own description"} <= said
    assert all(each.startswith("backcare's own ") for each in said)


def test_every_reference_is_cited() -> None:
    cited = [rule.source for rule in rules().values()] + [
        each.source for each in benefits().values()
    ]
    cited += [point.source for point in read()]
    named = {reference.key for source in cited for reference in named_in(source)}
    assert named == {reference.key for reference in references()}


def test_nothing_that_is_said_to_be_known_is_unconfirmed() -> None:
    said = [rule.source for rule in rules().values()]
    said += [f"{each.source} {each.why}" for each in benefits().values()]
    assert not [each for each in said if "confirmed" in each]
