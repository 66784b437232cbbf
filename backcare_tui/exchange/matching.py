"""Which entries of a file are which of the diary, where several have one minute.

They are matched by what they say first, and only what is left over by its place: so one that came
later is new, wherever it stands in the file, and one that was edited there is still the same.
"""

from collections.abc import Iterable, Sequence

from backcare_tui.diary.codec import Document
from backcare_tui.exchange.content import digest_of, stated_digest
from backcare_tui.exchange.held import Kept

Pair = tuple[Document, Kept | None]
MANY = 50
"""From so many on nobody looks for the likest: some program gave one key to all it has."""


def paired(given: Sequence[Document], kept: Iterable[Kept]) -> list[Pair]:
    """Each entry that a file has under one key, with what the diary has of it, or None.

    An entry that stands here goes before the mark of one that was removed here.
    """
    here = sorted(kept, key=lambda each: each.is_mark)
    pairs, rest = _by_what_they_say(given, here)
    living = [each for each in here if not each.is_mark]
    while rest and living and len(rest) * len(living) <= MANY**2:
        _, place, number = max(
            (_alikeness(each, other.document), -place, -number)
            for place, each in enumerate(rest)
            for number, other in enumerate(living)
        )
        pairs.append((rest.pop(-place), living.pop(-number)))
    others = [*living, *(each for each in here if each.is_mark)]
    pairs += zip(rest, others, strict=False)
    pairs += ((each, None) for each in rest[len(others) :])
    return pairs


def _by_what_they_say(
    given: Sequence[Document], here: list[Kept]
) -> tuple[list[Pair], list[Document]]:
    """Pairs of the same, taken out of what is here, and what of the file is left."""
    by_digest: dict[str | None, list[Kept]] = {}
    for kept in reversed(here):
        by_digest.setdefault(kept.said_there, []).append(kept)
    pairs: list[Pair] = []
    rest: list[Document] = []
    taken: set[int] = set()
    for each in given:
        if same := by_digest.get(stated_digest(each) or digest_of(each)):
            kept = same.pop()
            taken.add(id(kept))
            pairs.append((each, kept))
        else:
            rest.append(each)
    here[:] = [kept for kept in here if id(kept) not in taken]
    return pairs, rest


def _alikeness(one: Document, other: Document) -> int:
    """How many fields say the same."""
    return sum(1 for name, value in one.items() if other.get(name) == value)
