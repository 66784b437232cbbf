"""Words as other programs' users write them: what they mean here, and their plain text."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from backcare_tui.library.taxonomy import WordKind, find_word, words
from backcare_tui.text import read_decimal, shortened

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|ul|ol|h[1-6])\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|div|em|font|h[1-6]|i|li|ol|p|s|span|strong|u|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,30});")

_BACK = re.compile(
    r"\b(?:back|backache|neck|lumbar|lumbago|sciatica?|spine|spinal|coccyx|tailbone)\b",
    re.IGNORECASE,
)
_HURTS = re.compile(
    r"\b(?:pains?|painful|aches?|aching|backache|sore|hurts?|lumbago|sciatica)\b", re.IGNORECASE
)
_NOT_PAIN = re.compile(r"\b(?:pain[- ]?free|no|without|relief|acne|rash|itch\w*)\b", re.IGNORECASE)
_NOT_ALWAYS_PAIN = re.compile(
    r"\b(?:spots?|stiff\w*|tense|tension|numb\w*|tingl\w*|weak\w*|swollen|swelling|lumps?|sweat\w*|glands?)\b",
    re.IGNORECASE,
)
_PAIN_NAME = re.compile(
    r"(?:(?:my|overall|average|current|worst) )*pain(?: (?:level|severity|score|intensity|now|today))*",
    re.IGNORECASE,
)
_PLACES = (
    (r"lower|low|lumbar|lumbago", "lower-back"),
    (r"upper|shoulder blades?", "upper-back"),
    (r"middle|mid", "mid-back"),
)
_OF_THE_BACK = re.compile(r"\bback", re.IGNORECASE)
_SIDES = {"left": "l", "right": "r"}
LISTED_AT_MOST = 8


def is_back_pain(name: str) -> bool:
    """Whether a symptom with a strength is pain of back or neck: `Back (lower) pain`, `Sciatica`."""
    if not _BACK.search(name) or _NOT_PAIN.search(name):
        return False
    return bool(_HURTS.search(name)) or not _NOT_ALWAYS_PAIN.search(name)


def names_back_pain(name: str) -> bool:
    """Whether a word by itself says that the back or neck hurts; `back to work` does not."""
    return is_back_pain(name) and bool(_HURTS.search(name))


def is_pain_scale(name: str) -> bool:
    """Whether a number with this name is pain: `Pain`, `Pain level`, `Lower back pain`."""
    return is_overall(name) or names_back_pain(name)


def is_overall(name: str) -> bool:
    """Whether a number for pain is of no place: `Pain`, `My worst pain today`."""
    return bool(_PAIN_NAME.fullmatch(" ".join(name.split())))


def is_same_place(number: str, symptom: str) -> bool:
    """Whether a number for pain is of the place that a symptom names, or of the back as a whole."""
    if is_overall(number):
        return True
    one, other = areas_named(number), areas_named(symptom)
    if one and other:
        return one == other
    return bool(_OF_THE_BACK.search(number) and _OF_THE_BACK.search(symptom))


def areas_named(name: str) -> tuple[str, ...]:
    """The area that a name says, if it does; without a side it is the center of that part."""
    tokens = name.lower()
    side = next((s for word, s in _SIDES.items() if re.search(rf"\b{word}\b", tokens)), "c")
    if re.search(r"\bneck\b", tokens):
        return ("neck-back",)
    if re.search(r"\b(?:coccyx|tailbone)\b", tokens):
        return ("tailbone",)
    for pattern, part in _PLACES:
        if re.search(rf"\b(?:{pattern})\b", tokens):
            return (f"{part}-{side}",)
    return ()


@lru_cache(maxsize=4096)  # a person has a hundred words, and says each a thousand times
def known_word(text: str, *kinds: WordKind) -> str | None:
    """The id that the taxonomy has for a text in one of these lists; None if it has none."""
    for kind in kinds:
        word = find_word(kind, text)
        if any(word == known.id for known in words(kind)):
            return word
    return None


def ids_or_words(texts: Sequence[str], *kinds: WordKind) -> tuple[str, ...]:
    """Each text as the taxonomy's id or as it is, once."""
    return tuple(dict.fromkeys(known_word(text, *kinds) or text for text in texts if text))


def plain_text(note: str) -> str:
    """A note without the HTML that some programs put into it; other text stays to the letter."""
    without = _TAG.sub("", _BREAK.sub("\n", note))
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), without).replace("\xa0", " ")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def without_emoji(name: str) -> str:
    """An item's name without the pictures at its beginning and end: a cup before `Caffeine` goes."""
    return name.strip("".join(char for char in name if char.isspace() or _is_picture(char)))


def whole_severity(text: str) -> int | None:
    """A number from 0 to 10 as a whole one, a half upwards; None for anything else.

    >>> whole_severity("4,5"), whole_severity("10.0"), whole_severity("11"), whole_severity("high")
    (5, 10, None, None)
    """
    if not re.fullmatch(r"\d{1,2}(?:[.,]\d{1,6})?", text):
        return None
    number = read_decimal(text)
    return int(number + 0.5) if number <= 10 else None  # a half goes up


def say_how_often(counts: Mapping[str, int]) -> str:
    """Words with how often they came, most frequent first: `"sad" (12), "okay" (3)`."""
    most = Counter(counts).most_common()
    shown = [f'"{shortened(word, 40)}" ({count})' for word, count in most[:LISTED_AT_MOST]]
    more = len(most) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _is_picture(char: str) -> bool:
    joiner = char in "\u200d\ufe0f\u20e3 "
    return joiner or unicodedata.category(char) == "So" or "\U0001f3fb" <= char <= "\U0001f3ff"
