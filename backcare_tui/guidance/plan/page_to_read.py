"""Which page to read is in the week: one that fits, and that was not in a week before."""

from collections.abc import Iterable, Iterator, Mapping

from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.learning import timely_page
from backcare_tui.guidance.plan.situation import WeekSituation
from backcare_tui.guidance.plan.weeks_kept import weeks_kept
from backcare_tui.guidance.reading import reading_pages

TIMELY, IN_TURN = "page-timely", "page"
"""The rows that say why a page is there which no row asks for."""


def page_to_read(now: WeekSituation, wanted: Mapping[str, str]) -> tuple[str, str] | None:
    """The id of a page, with the row that asks for it; None where all were read, or named in earlier weeks.

    A week that is made anew keeps its page until it was read.

    Args:
        now: What was read, what earlier weeks named, and what makes a page timely.
        wanted: The pages that the table asks for, the foremost first, each with its row.
    """
    kept = weeks_kept(now.repository)
    there = _pages_of(each for each in kept if each.week == now.first)
    passed = {*_pages_of(each for each in kept if each.week < now.first), *now.settings.pages_read}
    pages = reading_pages()
    left = [id_ for id_, page in pages.items() if page.is_lesson and id_ not in passed]
    asked = next((each for each in (*there, *wanted) if each in left), "")
    timely = timely_page(now.facts, pages, passed) if left else None
    found = asked or (timely.id if timely else next(iter(left), ""))
    if not found:
        return None
    is_timely = timely is not None and found == timely.id
    return found, wanted.get(found, TIMELY if is_timely else IN_TURN)


def page_title(page_id: str) -> str:
    """The title of a page; empty where there is none of this id."""
    page = reading_pages().get(page_id)
    return page.title if page else ""


def _pages_of(plans: Iterable[WeekPlan]) -> Iterator[str]:
    return (line.id for plan in plans for line in plan.lines if line.kind == "read")
