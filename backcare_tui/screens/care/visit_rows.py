"""Visits as rows, each drawn when it comes into view; see `RowSource`."""

import datetime as dt
from collections.abc import Mapping, Sequence

from textual.content import Content

from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import UNEASY
from backcare_tui.guidance.care.course_sentences import who
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import DAY_WIDTH, say_list_day, say_list_time, time_width
from backcare_tui.widgets.columns import ListColumn, ListRow

WHAT, PAIN = ListColumn(17), ListColumn(7)
NARROW = (ListColumn(11), ListColumn(), PAIN)


def wide_columns() -> tuple[ListColumn, ...]:
    """When, which treatment, pain before and after, and the rest."""
    return ListColumn(DAY_WIDTH + time_width() + 1), WHAT, PAIN, ListColumn()


class VisitRows:
    """Visits, newest first."""

    def __init__(
        self,
        visits: Sequence[Visit],
        names: Mapping[str, str],
        today: dt.date,
        *,
        is_narrow: bool,
    ) -> None:
        """Rows of visits in the order of time; `names` of people by their id."""
        self._visits, self._names, self._today = tuple(reversed(visits)), names, today
        self._is_narrow = is_narrow
        self._places = {visit.id: place for place, visit in enumerate(self._visits)}

    def __len__(self) -> int:
        """How many."""
        return len(self._visits)

    def __getitem__(self, index: int, /) -> ListRow:
        """One visit."""
        visit = self._visits[index]
        day, what = say_list_day(visit.day, self._today), name_of("treatments", visit.treatment)
        pain = _from_to(visit)
        if self._is_narrow:
            return ListRow(visit.id, (day, what, pain))
        rest = Content(" · ").join(map(Content, filter(None, self._rest(visit))))
        return ListRow(visit.id, (f"{day} {say_list_time(visit.at)}", what, pain, rest))

    def position(self, key: str, /) -> int | None:
        """Where a visit is."""
        return self._places.get(key)

    def _rest(self, visit: Visit) -> tuple[str, ...]:
        """How the muscle answered, if that matters first; length, who, soreness, kind."""
        answer = name_within("responses", visit.response) if visit.response else ""
        sore = "" if visit.sore_next_day is None else f"sore {visit.sore_next_day}"
        length = f"{visit.minutes} min" if visit.minutes is not None else ""
        kind = name_within("massage_kinds", visit.kind) if visit.kind else ""
        # The row says already that it is one, and has more to say than room.
        kind = kind.removesuffix(" massage")
        told = (length, who(visit, self._names), sore)
        if visit.response in UNEASY:
            return (answer, *told, kind)
        return (*told, answer, kind)


def _from_to(visit: Visit) -> Content:
    ends = [
        Content.styled("·", "$quiet") if n is None else Content.styled(str(n), f"bold $pain-{n}")
        for n in (visit.pain_before, visit.pain_after)
    ]
    if visit.pain_before is None and visit.pain_after is None:
        return Content("")
    return Content.styled(" → ", "$quiet").join(ends)
