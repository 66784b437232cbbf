"""A file that came from somewhere: its bytes, and its text if it is one."""

import codecs
import errno
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from backcare_tui.exchange.batch import SayProgress, say_nothing
from backcare_tui.files import read_regular, say_bytes, why
from backcare_tui.text import shortened

STANDARD_INPUT = Path("-")
HEAD_BYTES = 65_536


class CannotImport(Exception):
    """A file could not be read at all; `str()` is a sentence for a person."""


class Unfit(Exception):
    """What speaks against a file, without its name and without a period: `is not a text file`."""


@dataclass(frozen=True)
class SourceFile:
    """A file before anything is known of it but its bytes.

    A reader of text takes `text`, which is decoded once for all of them. One of anything else, such
    as a zip, takes `data`: `zipfile.ZipFile(io.BytesIO(file.data))`.
    """

    name: str
    """Without its folder, safe to print."""
    data: bytes
    progress: SayProgress = say_nothing
    """Is told how many rows of it were read."""

    @property
    def text(self) -> str:
        """The text, whichever Unicode it is in; a new one each time, as a large one is costly.

        Raises:
            Unfit: If it is not text.
        """
        if self.why_not_text:
            raise Unfit(self.why_not_text)
        return self.data.decode(self._encoding)

    @cached_property
    def head(self) -> str:
        """The beginning of the text, enough to tell what it is; empty where it is none."""
        decoder = codecs.getincrementaldecoder(self._encoding)()
        return "" if self.why_not_text else decoder.decode(self.data[:HEAD_BYTES])

    def lines(self) -> Iterator[str]:
        """The text line by line, with the line ends as they are; it is never there as a whole.

        Raises:
            Unfit: If it is not text.
        """
        if self.why_not_text:
            raise Unfit(self.why_not_text)
        return io.TextIOWrapper(io.BytesIO(self.data), encoding=self._encoding, newline="")

    @property
    def _encoding(self) -> str:
        is_utf16 = self.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return "utf-16" if is_utf16 else "utf-8-sig"

    @cached_property
    def why_not_text(self) -> str:
        """What speaks against it as text; empty where nothing does."""
        decoder = codecs.getincrementaldecoder(self._encoding)()
        has_null = False
        try:
            for start in range(0, len(self.data), HEAD_BYTES):
                has_null |= "\0" in decoder.decode(self.data[start : start + HEAD_BYTES])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "is not text in UTF-8"
        return "is not a text file" if has_null else ""


def name_of(path: Path) -> str:
    """How a sentence names a file."""
    return "Standard input" if path == STANDARD_INPUT else shortened(path.name or str(path), 60)


def open_source(path: Path, most: int, progress: SayProgress = say_nothing) -> SourceFile:
    """The file at a path, or what comes through standard input.

    Args:
        path: The file; `-` is standard input.
        most: How many bytes it may have.
        progress: Is told, later, how many rows of it were read.

    Raises:
        CannotImport: If the system does not give it.
        Unfit: If it is larger, or no file that has an end.
    """
    name = name_of(path)
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(most + 1)
        else:
            data = read_regular(path, most)[0]
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise Unfit(f"is larger than {say_bytes(most)}") from None
        raise CannotImport(f"{name} cannot be read: {why(error)}.") from None
    if len(data) > most:
        raise Unfit(f"is larger than {say_bytes(most)}")
    return SourceFile(name, data, progress)
