"""The rows of the long forms: which may stand beneath `more`, and which may be switched off."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.used_rows import STANDING
from backcare_tui.wording.fields.table import field_of

LABELS = {
    "is_flare": "Flare-up",
    "interference": "Past week, asked once a week",
    "pressure_next": "Pressure next time",
    "bend_before": "Bend",
    "spasm_before": "Spasm",
    "mood_before": "Mood",
}
"""What a row is called in a list, where its label needs what stands beside it in the form."""


class FormRows(msgspec.Struct, frozen=True):
    """The rows of one form, each by the name of its field."""

    kind: type[Record]
    name: str
    """Of the form: `Check-in`."""
    rows: tuple[str, ...]
    """Those of which the few that are used most stand first, in the order in which they stand."""
    may_be_off: frozenset[str]
    """What a person may do without. The number may not be, nor whatever tells of a warning sign."""
    with_it: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The fields that stand in a row beside the one that it is named by."""
    standing: int = STANDING
    """How many of them stand."""

    def fields(self, row: str) -> tuple[str, ...]:
        """The fields of a row."""
        return (row, *self.with_it.get(row, ()))

    def label(self, row: str) -> str:
        """What a row is called in a list."""
        return LABELS.get(row) or field_of(self.kind, row).label

    def setting_of(self, row: str) -> str:
        """How a setting names it: `pain.mood`."""
        return f"{self.kind.table}.{row}"

    def off(self, settings: Settings) -> frozenset[str]:
        """The rows that were switched off; a name that is not one of those that may be is none."""
        return frozenset(
            row for row in self.may_be_off if self.setting_of(row) in settings.fields_off
        )


CHECK_IN = FormRows(
    Pain,
    "Check-in",
    ("is_flare", "qualities", "triggers", "relievers", "medicines", "mood", "stiffness_min"),
    # All else is looked at for warnings: where, how it feels, what set it off, very low mood, long
    # stiffness on waking, and medicines that thin the blood or weaken bones.
    frozenset({"is_flare", "relievers", "interference"}),
)
_OF_A_NIGHT = (
    "latency_min",
    "awakenings",
    "awake_min",
    "quality",
    "lights_out",
    "woke",
    "naps_min",
)
NIGHT = FormRows(Night, "Night", _OF_A_NIGHT, may_be_off=frozenset(_OF_A_NIGHT))
VISIT = FormRows(
    Visit,
    "Visit",
    # Kind, techniques, places, pressure and side effects stand always: cautions and warning signs
    # are found by them, as by soreness. The length is what a course is counted by.
    ("minutes", "person", "bend_before", "pressure_next", "mood_before", "spasm_before", "cost"),
    frozenset({"person", "bend_before", "pressure_next", "mood_before", "spasm_before", "cost"}),
    {
        "bend_before": ("bend_after",),
        "mood_before": ("mood_after",),
        "spasm_before": ("spasm_after",),
    },
)
MEAL = FormRows(
    Meal,
    "Meal",
    ("water_ml", "coffees", "alcohol_units"),
    # Alcohol does not go with some medicines, and is warned of.
    frozenset({"water_ml", "coffees"}),
    standing=2,  # beside what was eaten and its tags
)
FORMS = (CHECK_IN, NIGHT, VISIT, MEAL)


def rows_to_choose() -> Iterator[tuple[FormRows, str]]:
    """Each row that may be switched off, form by form, in the order in which they stand."""
    for form in FORMS:
        named = dict.fromkeys((*form.rows, *sorted(form.may_be_off)))
        yield from ((form, row) for row in named if row in form.may_be_off)
