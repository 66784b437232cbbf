"""What is said by ear, and when: lines in a stretch of time, each short enough for the room it has. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

WORDS_PER_S = 2.5
"""How fast the slower of the usual voices speak."""
PAUSE_S = 0.5
"""Between two sentences that follow each other."""
_SLACK_S = 1e-6


class Line(NamedTuple):
    """One sentence, or a few, that are said and printed as one line."""

    at_s: float
    """Seconds into the segment."""
    words: str

    @property
    def end_s(self) -> float:
        """When a voice is over with it."""
        return self.at_s + speech_s(self.words)


class Slot(NamedTuple):
    """What is to be said at a moment, in the fullest words that there is room for."""

    at_s: float
    variants: tuple[str, ...]
    """From the longest to the shortest."""


def speech_s(words: str) -> float:
    """How long the slower of the usual voices take for it, in seconds."""
    return len(words.split()) / WORDS_PER_S


def sentence(words: str) -> str:
    """With a full stop where it ends without a mark: cues are written without."""
    words = words.strip()
    return words if not words or words[-1] in ".!?" else f"{words}."


def fit(room_s: float, variants: Iterable[str]) -> str:
    """The first of some words that can be said in so many seconds; nothing where none can."""
    return next((each for each in variants if speech_s(each) <= room_s + _SLACK_S), "")


def in_turn(sentences: Iterable[str], start_s: float = 0.0) -> tuple[Line, ...]:
    """Sentences one after the other, with a breath between them."""
    found: list[Line] = []
    for words in filter(None, sentences):
        found.append(Line(start_s, words))
        start_s = found[-1].end_s + PAUSE_S
    return tuple(found)


def laid(slots: Sequence[Slot], length_s: float, start_s: float = 0.0) -> tuple[Line, ...]:
    """Each in the words that fit until the next one, or the end; what has no room is left out.

    Args:
        slots: In the order of time; those from the end on are left out.
        length_s: The end.
        start_s: Until when something else is being said.
    """
    found: list[Line] = []
    for number, each in enumerate(slots, start=1):
        end_s = min(slots[number].at_s, length_s) if number < len(slots) else length_s
        at_s = max(each.at_s, start_s)
        if words := fit(end_s - at_s, each.variants):
            found.append(Line(at_s, words))
    return tuple(found)


def filled(
    lines: Sequence[Line], length_s: float, fillers: Iterator[str], silence_s: float
) -> tuple[Line, ...]:
    """With more sentences, until no silence between them, or to the end, is longer.

    Args:
        lines: What is said anyway, in the order of time.
        length_s: The end.
        fillers: Sentences without an end; of those that have no room another is taken.
        silence_s: The longest silence.
    """
    ends = (Line(0.0, ""), *lines, Line(length_s, ""))
    found = list(lines)
    for before, after in pairwise(ends):
        found += _filling(before.end_s, after.at_s, fillers, silence_s)
    return tuple(sorted(found, key=lambda line: line.at_s))


def _filling(
    start_s: float, end_s: float, fillers: Iterator[str], silence_s: float
) -> Iterator[Line]:
    """So few sentences, evenly apart, that no silence is too long."""
    count = int((end_s - start_s) / silence_s)
    words = [next(fillers) for _ in range(count)]
    apart_s = (end_s - start_s - sum(map(speech_s, words))) / (count + 1)
    if apart_s < PAUSE_S:
        return
    for each in words:
        yield Line(start_s + apart_s, each)
        start_s += apart_s + speech_s(each)
