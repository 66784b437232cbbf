"""How pain changed from the week before, as it is said: its size and the person's own swing, apart.

Where only the rounding makes a change matter, no word is said on its weight.
"""

from typing import Literal

from msgspec.structs import replace

from backcare_tui.insight.comparison import PainChange, compare
from backcare_tui.insight.week.figures import PainWeek


def change_verdict(pain: PainWeek) -> Literal["yes", "no", "too-few-days", "unknown"]:
    """Whether the change matters, as the words have it, for programs.

    `unknown` is a change of which the person's own swing cannot be told yet.
    """
    found = change_of(pain)
    if found is None:
        return "too-few-days"
    if found.weight == "matters":
        return "yes"
    return "unknown" if found.weight == "unknown" else "no"


def change_of(pain: PainWeek) -> PainChange | None:
    """How pain changed; None where one of the weeks has fewer than 4 noted days."""
    if pain.mean is None or pain.previous_mean is None or not pain.is_comparable:
        return None
    found = compare(pain.previous_mean, pain.mean, pain.usual.swing if pain.usual else None)
    # What a program is told, unrounded, must hold too.
    is_small = found.weight == "matters" and not pain.meaningful
    return replace(found, weight="small") if is_small else found
