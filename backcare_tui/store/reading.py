"""From the bytes of a file to its tables: all of it, or a sentence that says what is wrong."""

import re
from codecs import getincrementaldecoder
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.store.lock import lock_path
from backcare_tui.store.twice import documents_with_both, is_any_twice

Tables = dict[str, dict[str, Any]]
"""Table name to document number to document."""
PIECE = 65536
"""How many bytes are looked at in one go."""
_decode = msgspec.json.Decoder(dict[str, dict[str, msgspec.Raw]]).decode
_BOM = b"\xef\xbb\xbf"
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
"""How TinyDB numbers documents; 01 and 1 would be one, and one of them would go."""
WAY_BACK = "backcare recover says what can be brought back."
HIGHEST = 10**18 - 1
"""The highest of these numbers."""


def tables_of(data: bytes, path: Path, *, is_sealed: bool) -> Tables:
    """The tables in the bytes of a diary; each document is left as text until somebody looks at it.

    Args:
        data: All that the file holds.
        path: Where it stands, for the sentence.
        is_sealed: Whether its digest says that backcare wrote it so. Of any other file it is looked
            whether a key stands twice, which takes a while.

    Raises:
        CannotOpen: If it is no diary, or not all of one.
    """
    text = data.removeprefix(_BOM)
    if not text.strip(b" \t\r\n\0"):
        raise CannotOpen(
            f"{path} is empty, which a diary never is: it was cut by a crash, a full disk or another "
            f"program. It was left as it is. {WAY_BACK} To begin a new one, remove it and "
            f"{lock_path(path).name}."
        )
    try:
        _check_letters(text)
        tables: Tables = _decode(text)
        for name, table in tables.items():
            for number in table:
                if not _NUMBER.fullmatch(number):
                    raise ValueError(f"a document of {name} has {number[:40]!a} for a number")  # noqa: TRY301 - one sentence for all
        return tables if is_sealed else _with_both(text, tables)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise CannotOpen(
            f"{path} cannot be read as a diary ({_why(error)}). It was left as it is. {WAY_BACK}"
        ) from None


def _why(error: Exception) -> str:
    """What is wrong; Python's own words for it say nothing to a person."""
    if isinstance(error, UnicodeDecodeError):
        return "it is not text in UTF-8"
    return "its parts are nested too deep" if isinstance(error, RecursionError) else str(error)


def _with_both(text: bytes, tables: Tables) -> Tables:
    """The tables, where a field stands twice in a document with both that it says."""
    if not is_any_twice(text):
        return tables
    for (table, number), document in documents_with_both(text).items():
        tables[table][number] = document
    return tables


def _check_letters(data: bytes) -> None:
    """Refuse what is no UTF-8: documents stay as they are, so nothing else would see it.

    Piece by piece: memory of the size of the whole, once taken, would not be given back.
    """
    decoder = getincrementaldecoder("utf-8")()
    for start in range(0, len(data), PIECE):
        decoder.decode(data[start : start + PIECE])
    decoder.decode(b"", final=True)
