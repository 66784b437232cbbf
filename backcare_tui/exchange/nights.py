"""A night that two files, or a file and the person, tell of: what one lacks the other fills in.

What is known stays. Times and lengths belong together: another time to bed makes them those of
another night, so they are filled in only where none are known, or where bed and up are the same.
"""

from backcare_tui.diary.codec import Document
from backcare_tui.diary.documents import check_document
from backcare_tui.diary.records.night import TIMES, Night
from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.content import FRAME

ENDS = ("bed", "up")
LENGTHS = (
    *TIMES,
    "bed_offset",
    "up_offset",
    "latency_min",
    "awakenings",
    "awake_min",
    "asleep_min",
)


def filled_in(held: Document, given: Document) -> tuple[Document, tuple[str, ...]]:
    """The night that stands here with what it lacks, and which of the file's fields it still does not have.

    >>> filled_in({"id": "1", "night": "2026-03-02", "quality": 2},
    ...           {"id": "2", "night": "2026-03-02", "bed": "23:00", "up": "06:30", "quality": 3})
    ({'id': '1', 'night': '2026-03-02', 'quality': 2, 'bed': '23:00', 'up': '06:30'}, ('quality',))
    """
    told = {name: value for name, value in given.items() if name not in FRAME}
    new = {name: value for name, value in told.items() if name not in held}
    if not _is_one_night(held, given):
        new = {name: value for name, value in new.items() if name not in LENGTHS}
    whole = _fitting(held, new, given)
    return whole, tuple(name for name, value in told.items() if whole.get(name) != value)


def _is_one_night(held: Document, given: Document) -> bool:
    """Whether what the file says of times and lengths goes with what stands here."""
    if not any(name in held for name in (*ENDS, "asleep_min")):
        return True
    return all(name in held and held.get(name) == given.get(name) for name in ENDS)


def _fitting(held: Document, new: Document, given: Document) -> Document:
    """With all that is new; or with as much of it as fits into the night that stands here."""
    whole = {**held, **new}
    if new and "imported" not in held and "imported" in given:
        whole["imported"] = given["imported"]
    try:
        check_document(Night.table, whole)
    except BadValue:
        rest = {name: value for name, value in new.items() if name not in LENGTHS}
        return _fitting(held, rest, given) if len(rest) < len(new) else held
    return whole if new else held
