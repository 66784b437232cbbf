"""The program's own words that a shell may offer for an argument: of the library, never of a diary."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backcare_tui.library.taxonomy import WordKind
    from backcare_tui.wording.fields.field import RecordField


def routine_ids() -> Iterable[str]:
    """The routines that can be played."""
    from backcare_tui.library.routines import routines

    return [each.id for each in routines()]


def routine_and_program_ids() -> Iterable[str]:
    """The routines and the programs."""
    from backcare_tui.library.routines import programs

    return [*routine_ids(), *(each.id for each in programs())]


def ids_to_start() -> Iterable[str]:
    """The routines, and the word for the one that fits now."""
    return ["now", *routine_ids()]


def exercise_ids() -> Iterable[str]:
    """The exercises."""
    from backcare_tui.library.exercises import exercises

    return [each.id for each in exercises()]


def exercise_kinds() -> Iterable[str]:
    """What kinds of exercises there are."""
    from backcare_tui.library.exercises import KINDS

    return list(KINDS)


def positions() -> Iterable[str]:
    """In which positions exercises are done."""
    from backcare_tui.library.exercises import POSITIONS

    return list(POSITIONS)


def area_ids() -> Iterable[str]:
    """The places of the body map."""
    from backcare_tui.library.areas import areas

    return [each.id for each in areas()]


def page_ids() -> Iterable[str]:
    """The pages to read."""
    from backcare_tui.guidance.reading import reading_pages

    return list(reading_pages())


def flag_words() -> Iterable[str]:
    """The warning signs as `log check` takes them."""
    from backcare_tui.library.taxonomy import red_flags

    return ["none", *(each.id.replace("_", "-") for each in red_flags())]


def export_names() -> Iterable[str]:
    """What can be written."""
    from backcare_tui.cli.export import export_formats

    return [each.name for each in export_formats()]


def manual_pages() -> list[str]:
    """The pages of the manual that are shipped."""
    from importlib import resources

    files = (resources.files("backcare_tui") / "manual").iterdir()
    return sorted(each.name.removesuffix(".md") for each in files if each.name.endswith(".md"))


def word_ids(kind: "WordKind") -> Iterable[str]:
    """The ids of a list of the library: of the treatments, the conditions."""
    from backcare_tui.library.taxonomy import words

    return [each.id for each in words(kind)]


def words_of_field(field: "RecordField") -> Iterable[str]:
    """What a field of a record may be, as far as that is a list."""
    from backcare_tui.diary.values import choices
    from backcare_tui.wording.fields import read

    if field.reads is read.area:
        return area_ids()
    if field.reads is read.routine:
        return routine_ids()
    return choices(field.type) or (word_ids(field.words) if field.words else ())
