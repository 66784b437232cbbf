"""What a person's words are read and said against."""

import msgspec

from backcare_tui.diary.derived import LOCAL
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock


class FieldContext(msgspec.Struct, frozen=True):
    """The time, and who and what is known besides the words themselves."""

    clock: Clock = LOCAL
    people: tuple[Person, ...] = ()
    """The care team, whom a visit or a course names by their ids."""
    routines: tuple[Routine, ...] = ()
    """The person's own."""
    is_in_form: bool = False
    """Whether it is typed into a form, which says at once how it was understood: there what is short is read as
    people mean it where they live. In a shell a script may have written it, and it means the same everywhere."""


def context_of(repository: Repository, clock: Clock) -> FieldContext:
    """The context that a diary gives."""
    entries = repository.entries
    return FieldContext(clock, people=entries(Person), routines=entries(Routine))
