"""The fields of a visit: a massage or another treatment."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from msgspec.structs import replace

from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import (
    PressureWish,
    PressureWord,
    SideEffectWord,
    VisitResponse,
    choices,
)
from backcare_tui.library.scales import mood_word, pressure_word
from backcare_tui.text import clean, say_list
from backcare_tui.wording.fields.common import (
    areas,
    at,
    elsewhere,
    length,
    line,
    mood,
    note,
    of_ten,
)
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import FieldTable, RecordField, ShellOption, Tell
from backcare_tui.wording.fields.read import minutes, person, scaled


def write_person(person_id: str, context: FieldContext) -> str:
    """Somebody of the care team by name; of who was removed only the id is left."""
    names = (clean(each.name) for each in context.people if each.id == person_id)
    return next(names, person_id)


def tell_person(label: str) -> Tell:
    """One line with somebody's name; none for who was removed."""

    def tell(record: Any, context: FieldContext) -> Iterable[tuple[str, str]]:
        return [(label, each.name) for each in context.people if each.id == record.person]

    return tell


def _change(before: object, after: object, unit: str = "") -> str:
    """Before and after, as far as they are known."""
    if before is not None and after is not None:
        return f"{before} → {after}{unit}"
    if before is not None:
        return f"{before}{unit} before"
    return "" if after is None else f"{after}{unit} after"


def _spasm(visit: Visit) -> str:
    return _change(visit.spasm_before, visit.spasm_after, " of 10")


def _bend(visit: Visit) -> str:
    return _change(visit.bend_before, visit.bend_after, " of 10")


def _mood(visit: Visit) -> str:
    before, after = visit.mood_before, visit.mood_after
    return _change(before and mood_word(before), after and mood_word(after))


_visit = partial(RecordField, Visit)
VISIT = (
    _visit(
        "treatment",
        "Treatment",
        "massage",
        words="treatments",
        option=ShellOption("treatment", "TREATMENT", "such as acupuncture or physical-therapy"),
        tells=elsewhere,
    ),
    _visit(
        "minutes",
        "Length",
        "such as 60 or 1h",
        reads=minutes,
        says=length,
        option=ShellOption("minutes", "MIN", "how long it took", is_optional=True),
        tells=elsewhere,
    ),
    _visit(
        "kind",
        "Kind",
        words="massage_kinds",
        option=ShellOption("--kind", "KIND", "such as deep-tissue"),
        tells=elsewhere,
    ),
    areas(Visit, "Areas"),
    _visit(
        "techniques",
        "Techniques",
        words="techniques",
        shape="set",
        option=ShellOption("--technique", "WORD", "such as petrissage or kneading"),
    ),
    _visit(
        "pressure",
        "Pressure",
        reads=scaled("pressures", Visit, "pressure"),
        says=lambda pressure, _context: pressure_word(pressure),
        option=ShellOption("--pressure", "HOW", say_list(choices(PressureWord), "or")),
    ),
    _visit(
        "pressure_next",
        "Next time",
        "the pressure you want",
        words="pressure_wishes",
        option=ShellOption("--pressure-next", "HOW", say_list(choices(PressureWish), "or")),
        told="Pressure wanted next time",
    ),
    _visit(
        "response",
        "The muscles",
        words="responses",
        option=ShellOption("--response", "HOW", say_list(choices(VisitResponse), "or")),
        told="Response",
    ),
    _visit(
        "inflammation",
        "You notice",
        words="inflammation_signs",
        shape="set",
        option=ShellOption("--inflammation", "WORD", "a sign that was noticed, such as swelling"),
        told="Signs of inflammation",
    ),
    _visit(
        "pain_before",
        "Pain before",
        option=ShellOption("--before", "0-10", "pain before"),
        tells=elsewhere,
    ),
    _visit(
        "pain_after",
        "Pain after",
        option=ShellOption("--after", "0-10", "pain after"),
        tells=elsewhere,
    ),
    _visit(
        "spasm_before",
        "Spasm before",
        "how hard it cramps",
        option=ShellOption("--spasm-before", "0-10", "how hard the muscle cramped before"),
        tells=line("Spasm", _spasm),
    ),
    _visit(
        "spasm_after",
        "Spasm after",
        "how hard it cramps",
        option=ShellOption("--spasm-after", "0-10", "how hard the muscle cramped after"),
        tells=elsewhere,
    ),
    _visit(
        "bend_before",
        "Bend before",
        "how far you can bend",
        option=ShellOption("--bend-before", "0-10", "how far you could bend before"),
        tells=line("Could bend", _bend),
    ),
    _visit(
        "bend_after",
        "Bend after",
        "how far you can bend",
        option=ShellOption("--bend-after", "0-10", "how far you could bend after"),
        tells=elsewhere,
    ),
    replace(mood(Visit, "mood_before", "Mood before", "--mood-before"), tells=line("Mood", _mood)),
    replace(mood(Visit, "mood_after", "Mood after", "--mood-after"), tells=elsewhere),
    _visit(
        "sore_next_day",
        "Sore next day",
        option=ShellOption("--sore", "0-10", "how sore you were the day after"),
        tells=of_ten("Sore next day", "sore_next_day"),
    ),
    _visit(
        "side_effects",
        "Side effects",
        words="side_effects",
        shape="set",
        option=ShellOption("--side-effect", "WORD", say_list(choices(SideEffectWord), "or")),
    ),
    _visit(
        "person",
        "With",
        "a name",
        reads=person,
        option=ShellOption("--by", "NAME", "who gave it"),
        tells=tell_person("With"),
        writes=write_person,
    ),
    _visit("cost", "Cost", "if you like", option=ShellOption("--cost", "AMOUNT", "what it cost")),
    note(Visit),
    at(Visit),
)
FIELDS: FieldTable = {Visit: VISIT}
