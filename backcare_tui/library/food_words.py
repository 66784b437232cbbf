"""Words of food and the tags that go with them: a typed view of data/food_words.json."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec

from backcare_tui.library.data_files import load

LONGEST = 3
"""Words of a phrase at most, such as `fish and chips`."""
NEGATIONS = frozenset(("no", "not", "without"))
"""What takes the next food out: `soup without cream`."""
SHORTEST_PLURAL = 4
"""Letters from which a word that ends in s is read as several of it."""
_PLURALS = (("ies", "y"), ("ie", "y"), ("oes", "o"), ("shes", "sh"), ("ches", "ch"), ("s", ""))
_ALWAYS_SEVERAL = frozenset(("greens", "crisps"))
"""Words that mean another food, or none, without their s."""


class Found(msgspec.Struct, frozen=True):
    """A word or a phrase of a text, and what it says of the food."""

    words: str
    """As it is looked up: in lower case, singular."""
    tags: tuple[str, ...]


class _FoodWords(msgspec.Struct, frozen=True):
    tags: dict[str, tuple[str, ...]]
    none: tuple[str, ...]
    """Phrases that have a word of food in them and mean another thing: `almond milk`."""


@cache
def _lexicon() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The tags of each phrase, as its words are looked up."""
    words = load("library", "food_words", _FoodWords)
    lexicon: dict[tuple[str, ...], tuple[str, ...]] = {_key(each): () for each in words.none}
    for tag, phrases in words.tags.items():
        for key in map(_key, phrases):
            lexicon[key] = (*lexicon.get(key, ()), tag)
    return lexicon


def _key(phrase: str) -> tuple[str, ...]:
    return tuple(_words(phrase))


def parts(text: str) -> Iterator[Found]:
    """The words of a text in their order, phrases as one; what is unknown has no tags.

    Small words, numbers and whatever is said not to be in it are left out.
    """
    for part in re.split(r"[,;:.!?()\n]", text):
        yield from _parts(list(_words(part)))


def meal_key(text: str) -> str:
    """A text by which the same meal is known again: case, plurals and signs do not count."""
    return " ".join(_words(text))


def _parts(words: list[str]) -> Iterator[Found]:
    lexicon, at, is_left_out = _lexicon(), 0, False
    while at < len(words):
        longest = min(LONGEST, len(words) - at)
        fitting = (
            size for size in range(longest, 0, -1) if tuple(words[at : at + size]) in lexicon
        )
        size = next(fitting, 1)
        found = tuple(words[at : at + size])
        if found[0] in NEGATIONS:
            is_left_out = True
        elif found in lexicon or found[0] not in _EMPTY:
            if not is_left_out:
                yield Found(" ".join(found), lexicon.get(found, ()))
            is_left_out = False
        at += size


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", bare):  # noqa: RUF001 - people type it
        yield _singular(re.sub(r"['’]s$", "", word))  # noqa: RUF001 - as above


def _singular(word: str) -> str:
    """One of what a word names: `berry` of `berries`; words of the lexicon are read likewise."""
    if len(word) < SHORTEST_PLURAL or word in _ALWAYS_SEVERAL or word.endswith("ss"):
        return word
    for ending, instead in _PLURALS:
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word


_EMPTY = frozenset(
    _singular(word)
    for word in (
        *("a", "an", "and", "at", "big", "bit", "bowl", "cup", "for", "from", "glass", "half"),
        *("in", "my", "of", "on", "or", "piece", "plate", "slice", "small", "some", "the", "to"),
        *("two", "three", "with"),
    )
)
"""Words that say nothing of the food."""
