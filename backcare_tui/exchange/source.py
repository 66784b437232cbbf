"""A file that came from somewhere: its bytes, and its text if it is one."""

import codecs
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from backcare_tui.files import why
from backcare_tui.text import shortened


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

    @property
    def text(self) -> str:
        """The text, whichever Unicode it is in.

        Raises:
            Unfit: If it is not text.
        """
        if self.why_not_text:
            raise Unfit(self.why_not_text)
        return self._decoded[0]

    @property
    def why_not_text(self) -> str:
        """What speaks against it as text; empty where nothing does."""
        return self._decoded[1]

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        is_utf16 = self.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        try:
            text = self.data.decode("utf-16" if is_utf16 else "utf-8-sig")
        except UnicodeDecodeError:
            return "", "is not text in UTF-8"
        return ("", "is not a text file") if "\0" in text else (text, "")


def name_of(path: Path) -> str:
    """How a sentence names a file."""
    return shortened(path.name or str(path), 60)


def open_source(path: Path, most: int) -> SourceFile:
    """The file at a path.

    Args:
        path: The file.
        most: How many bytes it may have.

    Raises:
        CannotImport: If the system does not give it.
        Unfit: If it is larger.
    """
    name = name_of(path)
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise CannotImport(f"{name} cannot be read: {why(error)}.") from None
    if len(data) > most:
        raise Unfit(f"is larger than {most // 1024**2} MB")
    return SourceFile(name, data)
