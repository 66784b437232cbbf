"""Made-up files and diaries, as hypothesis asks for them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from backcare_tui.diary.codec import Document
from tests.exchange.reading import BEARABLE, DAYLIO

DAYLIO_ROW = '2026-11-{day:02},x,Friday,{hour:02}:00,{mood},"{activity}","","{note}"'
DAYLIO_ROWS = st.builds(
    DAYLIO_ROW.format,
    day=st.integers(1, 22),
    hour=st.integers(8, 9),
    mood=st.sampled_from(["rad", "bad", "sad"]),
    activity=st.sampled_from(["", "coffee", "back pain", "good sleep | massage", "bad sleep"]),
    note=st.sampled_from(["", "one", "two", "three"]),
)
BEARABLE_ROWS = st.builds(
    '"{day}th Nov 2026","x","{part}",{said},""'.format,
    day=st.integers(11, 14),
    part=st.sampled_from(["am", "pm", "3:04"]),
    said=st.sampled_from(
        [
            '"Mood","7","Calm"',
            '"Mood","17",""',
            '"Symptom","3","Lower back pain (Severe)"',
            '"Symptom","1","Neck pain (Mild)"',
            '"Health measurements","4,5","Pain (0-10)"',
            '"Health measurements","12","Pain (0-10)"',
            '"Meds/Supplements","400","Ibuprofen (mg)"',
            '"Sleep","7:00","Asleep 23:30 - 06:45. In bed 23:10 - 06:45"',
            '"Sleep","4:00","Nap 4h (mid)"',
            '"Sleep quality","5","Great"',
            '"Food Diary","","Meals: Salmon. Snacks: Nuts"',
            '"","",""',
        ]
    ),
)


def daylio(rows: Sequence[str]) -> str:
    """A file of Daylio's with these rows."""
    return "\n".join([DAYLIO, *rows])


def bearable(rows: Sequence[str]) -> str:
    """A file of Bearable's with these rows."""
    return "\n".join([BEARABLE, *rows])


FILES_OF_OTHERS = st.one_of(
    st.lists(DAYLIO_ROWS, max_size=12).map(daylio),
    st.lists(BEARABLE_ROWS, max_size=12).map(bearable),
)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
IDS = st.text("abcdef0123456789-", min_size=1, max_size=12)
MOMENTS = st.builds(
    "2026-{month:02}-{day:02}T08:{minute:02}:00{offset}".format,
    month=st.integers(7, 10),  # marks of before that are outlived
    day=st.integers(1, 28),
    minute=st.integers(0, 2),
    offset=st.sampled_from(["+01:00", "-05:00", "Z"]),
)
UNKNOWN = st.dictionaries(st.sampled_from(["future_field", "mine", "x"]), VALUES, max_size=2)
FIELDS: dict[str, st.SearchStrategy[Document]] = {
    "pain": st.fixed_dictionaries({"at": MOMENTS, "severity": st.integers(0, 10)}),
    "sleep": st.fixed_dictionaries(
        {"night": st.dates(dt.date(2026, 1, 1), dt.date(2026, 11, 1)).map(str)},
        optional={"quality": st.integers(1, 5), "naps_min": st.integers(0, 90)},
    ).map(lambda night: {**night, "asleep_min": 400}),
    "setting": st.fixed_dictionaries({"name": WORDS.filter(bool), "value": VALUES}),
    "hydration": st.dictionaries(WORDS.filter(bool), VALUES, max_size=3),
    "strange table": st.just({}),
}
ORIGINS = st.fixed_dictionaries(
    {"from": st.sampled_from(["daylio", "bearable"]), "key": WORDS},
    optional={"digest": st.just("0123456789abcdef")},
)


@st.composite
def diaries(draw: st.DrawFn) -> dict[str, dict[str, Document]]:
    """The tables of a diary: known and unknown fields and tables, and marks of removal."""
    tables: dict[str, dict[str, Document]] = {}
    for table, fields in FIELDS.items():
        ids = draw(st.lists(IDS, max_size=4, unique=True))
        tables[table] = {
            str(number): draw(_documents(id_, fields)) for number, id_ in enumerate(ids, start=1)
        }
    days: set[str] = set()  # of two nights for one day each would be taken in turn
    for number, night in list(tables["sleep"].items()):
        if night.get("night") in days:
            del tables["sleep"][number]
        elif "night" in night:
            days.add(night["night"])
    return tables


@st.composite
def _documents(draw: st.DrawFn, id_: str, fields: st.SearchStrategy[Document]) -> Any:
    frame = {"id": id_, "updated": draw(MOMENTS)}
    if draw(st.integers(0, 3)) == 0:
        origin = draw(st.none() | ORIGINS)
        return {**frame, "removed": draw(MOMENTS), **({"imported": origin} if origin else {})}
    return {**draw(UNKNOWN), **draw(fields), **frame}
