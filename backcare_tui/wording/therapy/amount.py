"""How much of an exercise, as people write it on a sheet: `3 x 8 each side, hold 5 s, rest 30 s`. Pure."""

import re
from collections.abc import Callable

import msgspec

from backcare_tui.diary.records.routine import ModeWord, SidesWord
from backcare_tui.text import shortened

HOW_OFTEN = "how often a day or a week stands in the plan; leave it out here"


class Amount(msgspec.Struct):
    """What was written, each part as far as it was."""

    sets: int | None = None
    count: int | None = None
    each_s: int | None = None
    """Seconds of each, or of the whole."""
    hold_s: int | None = None
    rest_s: int | None = None
    rep_s: int | None = None
    ready_s: int | None = None
    mode: ModeWord | None = None
    """Where the words say whether it is counted, held, or goes on."""
    sides: SidesWord | None = None

    @property
    def says_how_much(self) -> bool:
        """Whether there is a number of times, or a length."""
        return any(each is not None for each in (self.count, self.each_s, self.hold_s))


_DASH = "[-\u2013]"
_N = rf"(\d{{1,4}})(?![.,]?\d)(?:\s*(?:{_DASH}|to)\s*\d{{1,4}}(?=[\s,;x*\u00d7]|$|[a-z]))?"
_CROSS = "[x*\u00d7]"
"""Between two numbers: a letter, or the sign that it stands for."""
_S = r"s(?:ecs?|econds?)?\b\.?"
_MIN = r"m(?:ins?|inutes?)?\b\.?"
_TIME = rf"(?:{_N}\s*{_MIN}(?:\s*(\d{{1,2}})(?:\s*{_S})?(?!\s*(?:{_CROSS}|reps?|times?|sets?|\d)))?|{_N}\s*{_S})"
_X = rf"\s*{_CROSS}\s*"
_SETS = rf"(?:{_N}\s*sets?\s*(?:of|{_CROSS}|:)?\s*)"
_TIMES = rf"(?:reps?|repetitions?|times?|breaths?|{_CROSS})\b\.?"
_HOLD = r"(?:holds?|held|holding)\s*(?:it|each|for|of|:)*\s*"
_AFTER_COUNT = r"(?:each|both|per|every|either|on|left|right|l\s*\+|holds?|held|rest|with|and)\b"
"""What may follow a bare number of times; another word makes it part of a name, such as `5 kg`."""
_BODY = r"(?:sides?|legs?|arms?|hands?|foot|feet|hips?|knees?)"


def _seconds(groups: tuple[str | None, ...]) -> int:
    minutes, more, seconds = groups
    return int(minutes) * 60 + int(more or 0) if minutes else int(seconds or 0)


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _rest(to: Amount, g: tuple[str | None, ...]) -> None:
    to.rest_s = _seconds(g[:3])


def _hold(to: Amount, g: tuple[str | None, ...]) -> None:
    to.hold_s = _seconds(g[:3])


def _hold_bare(to: Amount, g: tuple[str | None, ...]) -> None:
    to.hold_s = _number(g[0])


def _hold_and_count(to: Amount, g: tuple[str | None, ...]) -> None:
    to.hold_s, to.count = _number(g[0]), _number(g[1])


def _rep(to: Amount, g: tuple[str | None, ...]) -> None:
    to.rep_s, to.mode = _seconds(g[:3]), "reps"


def _ready(to: Amount, g: tuple[str | None, ...]) -> None:
    to.ready_s = _seconds(g[:3])


def _going_on(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sets, to.count = _number(g[0]), _number(g[1])
    to.each_s, to.mode = _seconds(g[2:5]), "time"


def _holds(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sets, to.count = _number(g[0]), _number(g[1])
    to.each_s, to.mode = _seconds(g[2:5]), "hold"


def _sets_of_many(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sets, to.count, to.each_s = _number(g[0]), _number(g[1]), _seconds(g[2:5])


def _sets_of_length(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sets, to.count, to.each_s = _number(g[0]), 1, _seconds(g[1:4])


def _many_of_length(to: Amount, g: tuple[str | None, ...]) -> None:
    to.count, to.each_s = _number(g[0]), _seconds(g[1:4])


def _sets_of_count(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sets, to.count = _number(g[0]), _number(g[1])


def _sets(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sets = _number(g[0])


def _count(to: Amount, g: tuple[str | None, ...]) -> None:
    to.count = _number(g[0])


def _length(to: Amount, g: tuple[str | None, ...]) -> None:
    to.each_s = _seconds(g[:3])


def _once(to: Amount, _g: tuple[str | None, ...]) -> None:
    to.count = 1


def _both(to: Amount, _g: tuple[str | None, ...]) -> None:
    to.sides = "each"


def _one_side(to: Amount, g: tuple[str | None, ...]) -> None:
    to.sides = "left" if str(g[0]).lower().startswith("l") else "right"


_PARTS: tuple[tuple[str, Callable[[Amount, tuple[str | None, ...]], None]], ...] = (
    (rf"(?:rests?|pause|break)\s*(?:of|for|:)?\s*{_TIME}(?:\s*between(?:\s*sets)?)?", _rest),
    (rf"{_TIME}\s*(?:rest|pause|break)\b(?:\s*between(?:\s*sets)?)?", _rest),
    (rf"{_TIME}\s*(?:a|per|for one|for each)\s*(?:time|rep(?:etition)?)\b", _rep),
    (rf"(?:get\s*)?ready\s*(?:in|for)?\s*{_TIME}", _ready),
    (rf"{_SETS}?{_N}\s*holds?\s*of\s*{_TIME}", _holds),
    (rf"{_SETS}?{_N}\s*times?\s*for\s*{_TIME}", _going_on),
    (rf"{_HOLD}{_TIME}", _hold),
    (rf"{_HOLD}{_N}{_X}{_N}(?!\s*[\dsm])", _hold_and_count),
    (rf"{_HOLD}{_N}(?!\s*\w)", _hold_bare),
    (rf"{_TIME}\s*holds?\b", _hold),
    (rf"{_SETS}{_N}\s*(?:{_CROSS}|times)\s*{_TIME}", _sets_of_many),
    (rf"{_SETS}{_TIME}", _sets_of_length),
    (rf"{_N}\s*(?:{_CROSS}|times)\s*{_TIME}(?:\s*each\b(?!\s*{_BODY}))?", _many_of_length),
    (rf"{_SETS}{_N}(?:\s*{_TIMES})?", _sets_of_count),
    (rf"{_N}{_X}{_N}(?:\s*(?:reps?|repetitions?|times?)\b)?", _sets_of_count),
    (rf"{_N}\s*sets?\b", _sets),
    (rf"{_N}\s*{_TIMES}", _count),
    (rf"x\s*{_N}(?!\s*\w)", _count),
    (rf"(?:for\s*)?{_TIME}", _length),
    (r"once\b", _once),
    (
        rf"(?:on\s*)?(?:each|both|per|every|either)\s*{_BODY}\b|left\s*(?:and|\+|/|&)\s*right\b|l\s*\+\s*r\b",
        _both,
    ),
    (rf"(?:on\s*)?(?:the\s*)?(left|right)\b(?:\s*{_BODY}\b)?(?:\s*only\b)?", _one_side),
    (rf"{_N}(?=\s*(?:$|[^\w\s]|{_AFTER_COUNT}))", _count),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), take) for pattern, take in _PARTS)
_BETWEEN = re.compile(r"(?:[\s,;.·]|-(?=\s)|\u2013|\band\b|\bwith\b|:)*", re.IGNORECASE)
_BROKEN = re.compile(
    rf"(\d+[.,]\d+)\s*(?:{_S}|m(?:ins?|inutes?)?\b|{_TIMES}|{_CROSS}|$)", re.IGNORECASE
)
_OFTEN = re.compile(
    r"(?:\d+\s*(?:[x\u00d7]|times?)?|once|twice)\s*(?:a|per|/|each|every)\s*(?:day|week)|\b(?:daily|every day|weekly)\b",
    re.IGNORECASE,
)


def read_amount(text: str) -> tuple[Amount, str]:
    """What a text says of how much, and what is left of it that says nothing of that.

    >>> amount, rest = read_amount("3 x 8 each side, hold 5 s")
    >>> amount.sets, amount.count, amount.sides, amount.hold_s, rest
    (3, 8, 'each', 5, '')
    """
    found = Amount()
    at = _gap(text, 0)
    while at < len(text):
        for pattern, take in _COMPILED:
            if (part := pattern.match(text, at)) and part.end() > at:
                take(found, part.groups())
                at = _gap(text, part.end())
                break
        else:
            break
    return found, text[at:]


def has_broken_amount(rest: str) -> bool:
    """Whether what is left of a line has a number of times or seconds that is not whole: `hold 2.5 s`."""
    return bool(_BROKEN.search(rest))


def says_how_often(text: str) -> bool:
    """Whether it says how often in a day or a week, which is not of the exercise."""
    return bool(_OFTEN.search(text))


def _gap(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def say_unread(rest: str) -> str:
    """What of a line says nothing that is understood, as the end of a sentence."""
    if says_how_often(rest):
        return HOW_OFTEN
    if number := _BROKEN.search(rest):
        return f'"{number[1]}" is not a whole number; 2.5 min is typed as 2 min 30 s'
    return f'"{shortened(rest, 30)}" was not understood; put a cue in quotes'
