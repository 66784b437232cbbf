"""One line of the day."""

from typing import Literal

import msgspec

AgendaState = Literal["done", "due", "open"]


class AgendaItem(msgspec.Struct, frozen=True):
    """One line of the day."""

    id: Literal[
        "now",
        "flare-plan",
        "check-in",
        "night",
        "routine",
        "walk",
        "trial",
        "soreness",
        "signs",
        "course",
        "activities",
        "week",
        "water",
        "my-week",
        "week-line",
        "gentle",
        "make-week",
        "renew",
    ]
    state: AgendaState
    """`due` is what was planned for now and is not done; `open` is what can be done."""
    what: str
    value: str
    """How it stands, such as `4 moderate`; empty where nothing is known."""
    when: str
    """When it was done, or is due, such as `07:00`, `by Thu`, a program's `week 2`; or nothing.

    A time stands there as HH:MM; `with_times` says it to a person."""
    of: str = ""
    """The id of what the line is about: of the routine, or of its session once it is done; of the
    visit that may have left one sore; of the course; of the trial; the number of a line of the week."""
    part: tuple[int, int] | None = None
    """How much of how much: visits given of those planned."""

    @property
    def key(self) -> str:
        """Which line it is: its id, of the lines of the week with their number."""
        return f"{self.id} {self.of}" if self.id == "week-line" else self.id
