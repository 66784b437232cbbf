"""Keys that stand twice: JSON allows them, and of two every reader drops one without a word."""

import json
from collections import Counter
from typing import Any

from backcare_tui.diary.codec import Document
from backcare_tui.store.documents import number_or_text


class _Pairs(list[tuple[str, Any]]):
    """An object as it stands in the file, with every key that it has."""


def is_any_twice(text: bytes) -> bool:
    """Whether any key stands twice in any object.

    Raises:
        ValueError: If it is no JSON.
        RecursionError: If it is too deep.
    """
    found: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        if len({key for key, _ in pairs}) < len(pairs):
            found.append(pairs[0][0])

    # What the values are is of no account, and a number may be longer than Python takes.
    json.loads(text, object_pairs_hook=look, parse_int=len, parse_float=len)
    return bool(found)


def documents_with_both(text: bytes) -> dict[tuple[str, str], Document]:
    """The documents in which a field stands twice, by table and number, with a list of what it says.

    Such a list is no value of any field, so the document is set aside and named, with all that it
    held. A table or a number that stands twice is another matter: whole documents would be lost.

    >>> documents_with_both(b'{"pain": {"1": {"id": "p", "severity": 4, "severity": 5}}}')
    {('pain', '1'): {'id': 'p', 'severity': [4, 5]}}

    Raises:
        ValueError: If a table, or a number in a table, stands twice; it says which.
    """
    tables = json.loads(
        text, object_pairs_hook=_Pairs, parse_int=number_or_text, parse_float=number_or_text
    )
    _refuse_twice(tables, "the table {} stands twice in it")
    found = {}
    for table, documents in tables:
        _refuse_twice(documents, f"the document {{}} stands twice in {table}")
        for number, document in documents:
            plain, is_twice = _plain(document)
            if is_twice:
                found[table, number] = plain
    return found


def _refuse_twice(pairs: _Pairs, sentence: str) -> None:
    for key, count in Counter(key for key, _ in pairs).items():
        if count > 1:
            raise ValueError(sentence.format(key))


def _plain(value: Any) -> tuple[Any, bool]:
    """A value with lists in the place of fields that stand twice, and whether there are any."""
    if isinstance(value, _Pairs):
        inner = [(key, *_plain(each)) for key, each in value]
        count = Counter(key for key, _, _ in inner)
        plain = {
            key: each if count[key] == 1 else [v for k, v, _ in inner if k == key]
            for key, each, _ in inner
        }
        return plain, max(count.values(), default=1) > 1 or any(twice for _, _, twice in inner)
    if isinstance(value, list):
        items = [_plain(each) for each in value]
        return [each for each, _ in items], any(twice for _, twice in items)
    return value, False
