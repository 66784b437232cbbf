"""Where a figure is in a segment, place by place, as the player has it. Pure."""

import msgspec

from backcare_tui.library.figures import Figure
from backcare_tui.player.motion import LOOP_S, RETURN_S, place_at
from backcare_tui.player.timeline import LEAD, Block, BlockKind, Segment

MOMENTS = 48
"""Places that are written down of one way of a figure; between two of them it is even."""


class MatWay(msgspec.Struct, frozen=True, array_like=True):
    """Where between its poses a figure is, from the beginning of a segment on."""

    length_s: float
    """Over how many seconds; 0 for the length of the segment."""
    is_round: bool
    """Whether it begins anew then; else the figure stays at the last place."""
    places: tuple[float, ...]
    """Evenly apart in time. They count on over the last pose, as a page goes straight between them."""


def way_of(figure: Figure, block: Block, segment: Segment, *, follows_hold: bool) -> MatWay:
    """Where the figure is in a segment, place by place."""
    dose = block.dose
    share = min(dose.hold_s / dose.rep_s, 1.0) if dose.rep_s else 0.0
    own_s = _own_length_s(figure, segment.kind, follows_hold=follows_hold)
    length_s = own_s or float(segment.length_s)
    count = len(figure.poses)
    places: list[float] = []
    for moment in range(MOMENTS + 1):
        # Just before the end: at the end itself, a round begins again.
        passed_s = min(moment / MOMENTS, 1 - 1e-9) * length_s
        place = place_at(
            figure,
            segment.kind,
            passed_s / segment.length_s,
            share,
            length_s=segment.length_s,
            follows_hold=follows_hold,
        )
        while places and place < places[-1] - count / 2:
            place += count
        places.append(place)
    if len(set(places)) == 1:
        return MatWay(0.0, is_round=False, places=(_short(places[0]),))
    is_round = segment.kind == "time"
    return MatWay(own_s, is_round=is_round, places=tuple(map(_short, places)))


def _own_length_s(figure: Figure, kind: BlockKind, *, follows_hold: bool) -> float:
    """How long the figure's way takes, where that is not the length of the segment; else 0."""
    if kind == "time":
        return sum(figure.pace_s) or LOOP_S
    return RETURN_S if kind in LEAD and follows_hold else 0.0


def _short(place: float) -> float:
    return round(place, 3)
