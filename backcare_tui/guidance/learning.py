"""Which page to read is timely, and when the two questions about fear are asked. Nothing here is pushed.

A page is offered in one quiet line, at most one a week, none twice, and never beside what waits for
an answer. What was not read stays in the list.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

import msgspec

from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.reading import ReadingPage, reading_pages
from backcare_tui.guidance.situations import first_day, situations
from backcare_tui.library.regions import region_of

OFFER_EVERY_DAYS = 7
"""One page a week is offered (our own rule)."""
USED_DAYS = 3
"""For how many days a diary has to be there before anything is offered (our own rule)."""
ASK_EVERY_DAYS = 30
"""How often the two questions about fear are asked at most (our own rule)."""
ASK_AFTER_DAYS = 14
"""For how many days a diary has to be there before they are (our own rule)."""
BELIEFS_OFFER = "Two questions about bending and moving, once a month: L"


class ReadingOffer(msgspec.Struct, frozen=True):
    """One quiet line."""

    words: str
    page: str = ""
    """The id of the page; empty where it is the two questions that are offered."""


def page_for(
    facts: Facts, settings: Settings, said: Iterable[Advice] | None = None
) -> ReadingPage | None:
    """The page that is offered today; None where none is timely, or anything waits for an answer.

    One that was read, or offered on an earlier day, is offered no more.

    Args:
        facts: The diary.
        settings: What was read and offered, and where one lives.
        said: All that the rules say of the facts, where that is known already.
    """
    today, offered = facts.today, settings.pages_offered
    if not _is_used(facts, USED_DAYS) or _waits(facts, said):
        return None
    pages = reading_pages(region_of(settings))
    before = {page for page, day in offered.items() if day != today}
    now = [page for page, day in offered.items() if day == today and page in pages]
    if now:
        return None if now[0] in settings.pages_read else pages[now[0]]
    if any((today - day).days < OFFER_EVERY_DAYS for day in offered.values()):
        return None
    return timely_page(facts, pages, {*before, *settings.pages_read})


def asks_beliefs(facts: Facts) -> bool:
    """Whether the two questions about fear can be answered anew: after two weeks, and once a month."""
    answers = facts.all(Belief)
    is_due = not answers or (facts.today - answers[-1].day).days >= ASK_EVERY_DAYS
    return is_due and _is_used(facts, ASK_AFTER_DAYS)


def quiet_offer(
    facts: Facts, settings: Settings, said: Iterable[Advice] | None = None
) -> ReadingOffer | None:
    """What stands in the one quiet line today: the two questions, or a page; None where nothing does.

    Questions that were passed over are not asked again for a month. For the arguments see `page_for`.
    """
    known = advise(facts) if said is None else tuple(said)
    asked = settings.beliefs_offered
    is_free = asked is None or asked == facts.today or (facts.today - asked).days >= ASK_EVERY_DAYS
    if is_free and asks_beliefs(facts) and not _waits(facts, known):
        return ReadingOffer(BELIEFS_OFFER)
    page = page_for(facts, settings, known)
    return ReadingOffer(f"To read, a minute: {page.title} · L", page.id) if page else None


def after_offering(
    settings: Settings, offer: ReadingOffer, today: dt.date
) -> Mapping[str, dt.date] | None:
    """Which pages were offered when, with this one; None where nothing changes."""
    if not offer.page or offer.page in settings.pages_offered:
        return None
    return {**settings.pages_offered, offer.page: today}


def after_reading(settings: Settings, page: str, today: dt.date) -> Mapping[str, dt.date] | None:
    """Which pages were read when, with this one; None where nothing changes."""
    if settings.pages_read.get(page) == today:
        return None
    return {**settings.pages_read, page: today}


def timely_page(
    facts: Facts, pages: Mapping[str, ReadingPage], passed: Collection[str]
) -> ReadingPage | None:
    """The first page of the most pressing situation that was not passed over."""
    open_ = [page for page in pages.values() if page.is_lesson and page.id not in passed]
    fits = (page for each in situations(facts) for page in open_ if each in page.timely)
    return next(fits, None)


def _waits(facts: Facts, said: Iterable[Advice] | None) -> bool:
    """Whether anything waits for an answer."""
    return any(each.stands for each in (advise(facts) if said is None else said))


def _is_used(facts: Facts, days: int) -> bool:
    first = first_day(facts)
    return first is not None and (facts.today - first).days >= days
