"""What a format says of itself: its name, how it is recognized, what reads it or writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import Batch
from backcare_tui.exchange.source import SourceFile


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """A format that can be read. A module of this package that has one as `IMPORT` offers it.

    That is all: the command, its help and its sentences know the format from here. A zip would be

        IMPORT = ImportFormat(
            name="pain-app",
            program="Pain App",
            files="the backups of {}",
            recognizes=lambda file: file.data.startswith(b"PK"),
            read=read_backup,
        )
    """

    name: str
    """The word for it after `--format`, and on the entries that came from it."""
    program: str
    """The program that writes it, as it calls itself."""
    files: str
    """What of the program is read, with braces where its name goes: `the CSV exports of {}`."""
    recognizes: Callable[[SourceFile], bool]
    """Whether a file looks like it; called for every file, so it takes a look and reads nothing."""
    read: Callable[[SourceFile, Clock], Batch]
    """What a file holds; raises CannotImport, or Unfit for one that is not of this format."""
    turn: int = 100
    """Who is asked first whether a file is theirs, and named first: lower ones, then by name."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format that can be written. A module of this package that has one as `EXPORT` offers it."""

    name: str
    """The word for it after `--format`."""
    ending: str
    """How the name of such a file ends: `.json`."""
    write: Callable[[Repository, Clock], bytes]
    """What goes out: the whole diary, or a part that such files are for; may raise CannotWrite."""
    say: Callable[[bytes], str]
    """What was written as lines for a terminal, which must not obey what a note holds."""
    turn: int = 100
    """Who is named first: lower ones, then by name."""
