"""The memory of pain and sleep: how far a day is like the day before, and what is new in each.

A day's value is taken as what the calendar explains, and a rest with memory: a first-order
autoregressive course, `memory` ** days between two days, of which a part is `noise` of the one day
(rounding to whole numbers, the moment of the entry). Gaps are no trouble: the memory fades over them.
How long the memory is, is not known; each possible pair is weighed by its restricted likelihood
(Patterson and Thompson 1971; Harville 1977), which does not take the days spent on the calendar
for memory, as ordinary likelihood would. Needs numpy, so it is imported where an analysis runs.
"""

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
DayNumbers = npt.NDArray[np.int64]

MEMORIES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
NOISES = (0.0, 0.3, 0.6)
_TINY = 1e-9


class Memory(msgspec.Struct, frozen=True):
    """One way in which days may be alike."""

    memory: float
    """The part of a day's rest that is still there the next day, 0 to below 1."""
    noise: float
    """The part of the variance that belongs to the one day, 0 to below 1."""


PAIRS = tuple(
    Memory(memory, noise)
    for memory in MEMORIES
    for noise in NOISES
    if memory or not noise  # without memory all is noise
)


class Weighed(msgspec.Struct, frozen=True):
    """Every pair with how likely it is; the weights sum to 1."""

    weights: tuple[float, ...]
    """In the order of `PAIRS`."""

    @property
    def likeliest(self) -> Memory:
        """The pair with the most weight."""
        return PAIRS[int(np.argmax(self.weights))]


def what_is_new(
    columns: Floats, days: DayNumbers, pairs: tuple[Memory, ...]
) -> tuple[Floats, Floats]:
    """Each column with what the days before already said taken out, all rests of one size.

    This is the filter of Kalman for a first-order course seen through noise; it takes the place of
    the root of the inverse covariance, and needs no more than a pass over the days.

    Args:
        columns: A row a day, a column each for whatever is to be seen alike.
        days: The number of each row's day, ascending.
        pairs: For which memories.

    Returns:
        An array (pairs, days, columns), and for each pair half the logarithm of the covariance's
        determinant.
    """
    memory = np.array([pair.memory for pair in pairs])[:, None]
    noise = np.array([pair.noise for pair in pairs])[:, None]
    expected = np.zeros((len(pairs), columns.shape[1]))
    spread = 1 - noise
    new = np.empty((len(pairs), *columns.shape))
    half_logs = np.zeros(len(pairs))
    gaps = np.diff(days, prepend=days[:1])
    for row, gap in enumerate(gaps):
        if row:
            kept = memory**gap
            expected = kept * expected
            spread = kept**2 * spread + (1 - kept**2) * (1 - noise)
        total = spread + noise
        surprise = columns[row] - expected
        expected = expected + spread / total * surprise
        spread = spread * noise / total
        new[:, row] = surprise / np.sqrt(total)
        half_logs += np.log(total[:, 0]) / 2
    return new, half_logs


def weigh(values: Floats, calendar: Floats, days: DayNumbers) -> Weighed:
    """How likely each pair is for these values.

    Args:
        values: One a day.
        calendar: What the day alone explains, a column each; of full rank, fewer columns than rows.
        days: The number of each row's day, ascending.
    """
    new, half_logs = what_is_new(np.column_stack([calendar, values]), days, PAIRS)
    triangles = np.asarray(np.linalg.qr(new, mode="r"))
    logs = restricted_logs(triangles, half_logs, len(values))
    weights = np.exp(logs - logs.max())
    return Weighed(tuple((weights / weights.sum()).tolist()))


def restricted_logs(triangles: Floats, half_logs: Floats, days: int) -> Floats:
    """The logarithm of the restricted likelihood for each pair, up to what is the same for all.

    Args:
        triangles: For each pair the triangle that QR finds in what is new, the values as the last column.
        half_logs: As `what_is_new` gives them.
        days: How many rows went into it.
    """
    diagonals = np.abs(np.diagonal(triangles, axis1=1, axis2=2))
    left = days - (triangles.shape[2] - 1)
    rests = np.maximum(diagonals[:, -1], _TINY)
    logs = -half_logs - np.log(np.maximum(diagonals[:, :-1], _TINY)).sum(1) - left * np.log(rests)
    return np.asarray(logs)
