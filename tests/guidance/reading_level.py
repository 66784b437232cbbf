"""How easy words are to read: the grade of Flesch and Kincaid (1975), by counting syllables as they are spoken."""

import re

SILENT = re.compile(
    r"(?:[^aeiouycgsxzhl]es|[aeiouy]les|[^aeiouydt]ed|[^aeiouyl]e|[aeiouy]le|[aeiou]e)$"
)
"""Ends that are not spoken as a syllable of their own: `hopes`, `walked`, `move`, `true`."""
SILENT_WITHIN = re.compile(
    r"(?<=[aeiouy][^aeiouy])e(?=(?:ment|thing|times|where|lines?|ful|less|ly)$)"
)
"""The same within a word: `movement`, `sometimes`."""
APART = re.compile(r"i(?:a|o(?!n|us)|um)|eo(?!p)|ua|i(?:er|et)$|ea$|[aeiouy]ing$")
"""Two vowels that stand together and are spoken apart: `media`, `video`, `doing`, `idea`."""


def syllables(word: str) -> int:
    """How many syllables a word has, by its letters; one at least, and each digit of a number one."""
    letters = SILENT_WITHIN.sub("", re.sub(r"[^a-z]", "", word.casefold()))
    if not letters:
        return max(sum(character.isdigit() for character in word), 1)
    count = len(re.findall(r"[aeiouy]+", letters)) + len(APART.findall(letters))
    if len(letters) > 2 and SILENT.search(letters) and letters[-2:] not in {"ee", "ie"}:
        count -= 1
    return max(count, 1)


def words_of(text: str) -> list[str]:
    """The words of a text; what is joined by a hyphen is one."""
    return re.findall(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*", text)


def grade(text: str) -> float:
    """The school grade of the United States from which a text is read: 8 is about 13 years of age."""
    found = words_of(text)
    sentences = max(len(re.findall(r"[.?!](?=\s|$)", text)), 1)
    spoken = sum(map(syllables, found))
    return 0.39 * len(found) / sentences + 11.8 * spoken / len(found) - 15.59
