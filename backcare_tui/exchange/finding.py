"""Which file is meant, as a person types, pastes or drags it; and what lies in a folder that can be read."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import msgspec

from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.known import IMPORTS
from backcare_tui.exchange.source import HEAD_BYTES, SourceFile
from backcare_tui.files import from_home, regular_head

LOOKED_AT = 200
"""So many of the newest files of a folder are looked into."""
LISTED = 12
_FILE_URL = "file://"
_SHELL_SIGNS = re.compile(r"^['\"]|\\")
_DRIVE = re.compile(r"^/[A-Za-z]:")
_NOT_ASCII = bytes(range(128, 256))
_ONE = "the path of one file"


class Likely(msgspec.Struct, frozen=True):
    """A file that a reader recognizes by its beginning."""

    path: Path
    program: str
    """The program that it seems to be of."""
    written: float
    """When it was written last, in seconds since 1970."""


def read_path(text: str) -> Path:
    """The file that is meant: as it is typed, or as a terminal pastes what is dragged onto it.

    Quotes, escaped spaces and `file://` are undone, and `~` is one's own folder.

    >>> read_path("'/tmp/my export.csv' ").name, read_path("file:///tmp/my%20export.csv").name
    ('my export.csv', 'my export.csv')

    Raises:
        BadValue: If it is no path, or of several files.
    """
    words = text.strip()
    if words.lower().startswith(_FILE_URL):
        words = unquote(urlsplit(words).path)
        words = words[1:] if _DRIVE.match(words) else words
    elif os.name == "nt":
        words = words.strip('"')
    elif _SHELL_SIGNS.search(words):
        words = _unquoted(words)
    if not words or "\0" in words:
        raise BadValue("file", text, _ONE)
    try:
        return Path(words).expanduser().absolute()
    except RuntimeError:
        raise BadValue("file", text, "a path of a home that there is") from None


def _unquoted(words: str) -> str:
    try:
        found = shlex.split(words)
    except ValueError:  # a quote that is not closed is one of the name
        return words
    if len(found) == 1:
        return found[0]
    raise BadValue("file", words, _ONE)


def completed(text: str) -> str | None:
    """A path that was begun, with the first name that goes on as it does; None where none does.

    It looks into one folder, so it is called in a thread. A folder ends in its separator.
    """
    head, separator, begun = text.rpartition("/" if "/" in text else os.sep)
    if not separator or not begun:
        return None
    try:
        folder = Path(f"{head}{separator}").expanduser()
    except RuntimeError:  # there is no such home
        return None
    for each in sorted(_entries(folder), key=lambda found: found.name):
        if each.name.startswith(begun) and (each.name[:1] != "." or begun[:1] == "."):
            ending = separator if each.is_folder else ""
            return f"{head}{separator}{each.name}{ending}"
    return None


def downloads() -> Path:
    """Where browsers and mail programs put what is sent."""
    return from_home("~/Downloads")


def likely_files(folder: Path) -> tuple[Likely, ...]:
    """The newest files of a folder that a reader recognizes; none where it cannot be looked into.

    Of each file the beginning alone is read; it is called in a thread.
    """
    files = (each for each in _entries(folder) if not each.is_folder and each.name[:1] != ".")
    newest = sorted(files, key=lambda each: each.written, reverse=True)[:LOOKED_AT]
    found: list[Likely] = []
    for each in newest:
        path = folder / each.name
        if program := _program_of(path):
            found.append(Likely(path, program, each.written))
        if len(found) == LISTED:
            break
    return tuple(found)


def _program_of(path: Path) -> str:
    """The program of the reader that takes a file for one of its own; empty where none does."""
    try:
        data = regular_head(path, HEAD_BYTES)
    except OSError:
        return ""
    if len(data) == HEAD_BYTES:
        data = data.rstrip(_NOT_ASCII)  # so that no letter is halved
    file = SourceFile(path.name, data)
    return next((each.program for each in IMPORTS if each.recognizes(file)), "")


class _Entry(NamedTuple):
    name: str
    is_folder: bool
    written: float


def _entries(folder: Path) -> Iterator[_Entry]:
    try:
        with os.scandir(folder) as found:
            for each in found:
                yield from _entry(each)
    except (OSError, ValueError):
        return


def _entry(found: "os.DirEntry[str]") -> Iterator[_Entry]:
    try:
        yield _Entry(found.name, found.is_dir(), found.stat().st_mtime)
    except OSError:  # a link to what is gone
        return
