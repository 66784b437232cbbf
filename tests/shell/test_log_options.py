"""The options of `log`, from the table of fields; without a shell."""

from argparse import Namespace

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.cli.parser import build_parser
from backcare_tui.cli.values import stated
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import BadValue
from backcare_tui.text import clean
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.table import fields_of
from tests.examples import tried
from tests.wording.test_fields import BASES, CONTEXT, TEXTS

LOGGED: dict[type[Record], tuple[str, ...]] = {
    Pain: ("pain", "4"),
    Night: ("sleep", "23:00", "07:00"),
    Session: ("session", "desk-break"),
    Visit: ("visit", "yoga"),
    Meal: ("meal", "soup"),
}
"""What `log` takes down, with the least of its words."""
NOT_TYPED = {
    (Night, "asleep_min"): "typed in the place of the times",
    (Session, "steps"): "the player counts them; --did and its like name them by number",
}
STATED: list[tuple[type[Record], tuple[str, ...], dict[str, object]]] = [
    (Night, ("--naps", "20"), {"naps_min": 20}),
    (Night, ("--naps", "1h10", "--quality", "very good"), {"naps_min": 70, "quality": 5}),
    (Pain, ("--area", "lower back, left", "--area-severity", "lower-back-l:6"),
     {"areas": ("lower-back-l",), "area_severity": {"lower-back-l": 6}}),
    (Pain, ("--relief", "heat:a little", "--flare"), {"relief": {"heat": "a-little"}, "is_flare": True}),
    (Pain, ("--interference", "enjoyment:3", "--interference", "activity:5"),
     {"interference": Interference(3, 5)}),
    (Pain, ("--mood", "", "--area", " ", "--note", "a, b"), {"note": "a, b"}),
    (Session, ("--minutes", "1h", "--effort", "7", "--leg", "moved-up", "--note", "warm"),
     {"done_s": 3600, "effort": 7, "leg": "moved-up", "note": "warm"}),
    (Visit, ("--pressure", "Deep", "--response", "tensed", "--by", "Bob"),
     {"pressure": 4, "response": "tensed", "person": "Bob"}),
    (Visit, ("--pressure", "4"), {"pressure": 4}),
    (Visit, ("--pressure-next", "Lighter", "--spasm-before", "6", "--spasm-after", "0",
             "--side-effect", "bruise", "--side-effect", "dizziness"),
     {"pressure_next": "lighter", "spasm_before": 6, "spasm_after": 0,
      "side_effects": ("bruise", "dizzy")}),
    (Meal, ("--water", "2 glasses", "--coffee", "1.5", "--caffeine", "80"),
     {"water_ml": 500, "coffees": 1.5, "caffeine_mg": 80}),
]  # fmt: skip


def test_what_log_takes_down_has_an_option_for_every_field_or_a_reason() -> None:
    without = {
        (kind, field.name) for kind in LOGGED for field in fields_of(kind) if field.option is None
    }
    assert without == set(NOT_TYPED)


def test_an_option_is_read_as_its_field_is() -> None:
    for kind, options, fields in STATED:
        args = build_parser().parse_args(["log", *LOGGED[kind], *options])
        typed = stated(kind, args, CONTEXT)
        least = stated(kind, build_parser().parse_args(["log", *LOGGED[kind]]), CONTEXT)
        assert typed == least | fields, options


OPTIONS = [(kind, field) for kind in BASES for field in fields_of(kind) if field.option]


@tried(1000)
@given(st.sampled_from(OPTIONS), st.sampled_from(TEXTS) | st.text(max_size=30))
def test_any_text_for_any_option_is_kept_and_said_again_or_refused(
    place: tuple[type[Record], RecordField], text: str
) -> None:
    kind, field = place
    assert field.option
    typed = {"one": text, "switch": text == "yes"}.get(field.shape, [text])
    try:
        kept = stated(kind, Namespace(**{field.option.dest: typed}), CONTEXT)
    except BadValue as error:
        sentence = str(error)
    else:
        if not text.strip() or typed is False:
            assert kept == {}, "nothing was typed"
        else:
            assert field.write(kept[field.name], CONTEXT).strip()
        return
    assert clean(sentence) == sentence
