"""What is said after an entry of care: what to ask first, and what needs a second look."""

from collections.abc import Collection, Iterator

from backcare_tui.cli.advice import HOW_ON, say_advice
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.care.at_once import said_of_care, said_of_first_visit, said_of_visit
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.safety import stop_advice


def care_of_visit(repository: Repository, clock: Clock, visit: Visit) -> Iterator[str]:
    """What to mind with a visit that was just taken down, in lines."""
    facts = gather(repository, clock)
    for advice in said_of_visit(facts, repository.entries(Dismissal), visit):
        yield from say_advice(advice)
    if said := said_of_first_visit(facts, visit):
        yield said


def stopping(repository: Repository, reason: str) -> Iterator[str]:
    """What to do now that a session was stopped for a reason, as the player says it, in lines."""
    yield from say_advice(stop_advice(reason, repository.settings()))


def care_known(repository: Repository, clock: Clock) -> frozenset[str]:
    """What is to be minded by now, by the keys of its advice."""
    said = said_of_care(gather(repository, clock), repository.entries(Dismissal))
    return frozenset(advice.key for advice in said)


def new_care(repository: Repository, clock: Clock, known: Collection[str]) -> Iterator[str]:
    """What is to be minded now and was not before, in lines."""
    said = said_of_care(gather(repository, clock), repository.entries(Dismissal))
    new = [advice for advice in said if advice.key not in known]
    for advice in new:
        yield from say_advice(advice)
    if any(advice.stands for advice in new):
        yield HOW_ON
