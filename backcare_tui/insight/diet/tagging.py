"""Tags that go with what is typed: learned from one's own meals, and from the words of food.

What is learned does not depend on the order of the meals. A word is learned with a tag only where
the words of food do not explain the tag already: of "salmon, lentils" each keeps its own.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.repository import Repository
from backcare_tui.library.food_words import meal_key, parts

DAYS_LEARNED_FROM = 365
"""Meals of the last year are learned from; older habits fade."""
LEAST_TIMES = 2
"""How often a word went with a tag before the tag is suggested for it (our own rule)."""
LEAST_PART = 0.5
"""In which part of its meals, at least (our own rule)."""
TIMES_TO_UNLEARN = 3
"""Meals with tags after which a word of food that never got its usual tag loses it (our own rule)."""


class Learned(msgspec.Struct, frozen=True):
    """What a person's meals show of their words and tags."""

    meals: Mapping[str, int]
    """Meals with tags by their whole text, and by each word."""
    tags: Mapping[tuple[str, str], int]
    """How often a text, or a word, went with a tag."""


def learned_from(meals: Iterable[Meal]) -> Learned:
    """What the meals with words and tags show; those without tags show nothing."""
    of_words: Counter[str] = Counter()
    of_tags: Counter[tuple[str, str]] = Counter()
    for meal in meals:
        if meal.text and meal.tags:
            brought = _brought(meal.text, set(meal.tags))
            of_words.update(brought.keys())
            of_tags.update((key, tag) for key, tags in brought.items() for tag in tags)
    return Learned(of_words, of_tags)


def _brought(text: str, tags: set[str]) -> dict[str, set[str]]:
    """The tags that the whole text and each of its words may have brought."""
    by_words = {found.words: set(found.tags) for found in parts(text)}
    explained = {
        words: {tag for other, found in by_words.items() if other != words for tag in found}
        for words in by_words
    }
    return {_whole(text): tags} | {words: tags - explained[words] for words in by_words}


def tags_for(text: str, repository: Repository, day: dt.date) -> tuple[str, ...]:
    """The tags that go with a text, as learned from the meals of the year up to a day."""
    year = day - dt.timedelta(days=DAYS_LEARNED_FROM), day
    return suggested(text, learned_from(repository.entries(Meal, year)))


def suggested(text: str, learned: Learned) -> tuple[str, ...]:
    """The tags that go with a text: what the same text had, what its words had, what food has.

    Of each sort the most used come first.
    """
    if not text.strip():
        return ()
    ranked = (
        *_most_used(_of_whole(text, learned)),
        *_most_used(_of_words(text, learned)),
        *_of_food(text, learned),
    )
    return tuple(dict.fromkeys(ranked))


def _whole(text: str) -> str:
    """The key of a whole text, which no word has."""
    return f"={meal_key(text)}"


def _most_used(counts: Mapping[str, int]) -> Iterator[str]:
    return iter(sorted(counts, key=lambda tag: (-counts[tag], tag)))


def _of_whole(text: str, learned: Learned) -> dict[str, int]:
    """What the very same meal had, once is enough."""
    key = _whole(text)
    return {
        tag: count
        for (known, tag), count in learned.tags.items()
        if known == key and count >= LEAST_PART * learned.meals[key]
    }


def _of_words(text: str, learned: Learned) -> Counter[str]:
    """What its words had again and again."""
    counts: Counter[str] = Counter()
    words = {found.words for found in parts(text)}
    for (known, tag), count in learned.tags.items():
        if known in words and count >= max(LEAST_TIMES, LEAST_PART * learned.meals[known]):
            counts[tag] += count
    return counts


def _of_food(text: str, learned: Learned) -> Iterator[str]:
    """What food with these words is, but for what the person never calls it."""
    for found in parts(text):
        for tag in found.tags:
            is_used = learned.tags.get((found.words, tag), 0) > 0
            if is_used or learned.meals.get(found.words, 0) < TIMES_TO_UNLEARN:
                yield tag
