"""The one place where reminders touch the system: programs that are run, files that are written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from backcare_tui import files

PATIENCE_S = 10.0
"""Seconds that another program may take; then it counts as one that refused."""
_LARGEST = 1 << 20
_CANNOT_RUN = 127


class CannotRemind(Exception):
    """A reminder could not be set up or taken away; `str()` is a sentence for a person."""


class Ran(NamedTuple):
    """What another program said before it ended."""

    status: int
    output: bytes = b""
    complaint: bytes = b""

    @property
    def is_done(self) -> bool:
        """Whether it ended well."""
        return self.status == 0

    @property
    def why(self) -> str:
        """The first line of what it complained of, or how it ended, for the end of a sentence."""
        lines = self.complaint.decode(errors="replace").strip().splitlines()
        return lines[0].rstrip(".") if lines else f"it ended with {self.status}"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # there is none; nothing can be written there, and that is said then
        return Path(Path.cwd().anchor)


class Machine:
    """This machine, as far as reminders need it. Tests have one of their own."""

    def __init__(self) -> None:
        """The machine that this process runs on."""
        self.platform = sys.platform
        self.home = _home()
        self.environ: Mapping[str, str] = os.environ
        self.user = getattr(os, "getuid", int)()
        self.python = Path(sys.executable)

    def has(self, program: str) -> bool:
        """Whether a program is found by its name."""
        return shutil.which(program) is not None

    def run(self, *words: str, given: bytes = b"", environ: Mapping[str, str] | None = None) -> Ran:
        """Run a program in the home folder and wait for it; never raises.

        Args:
            words: The program and its arguments; no shell reads them.
            given: Its standard input.
            environ: Its surroundings; those of this process if not stated.
        """
        try:
            done = subprocess.run(  # noqa: S603 - found by name in PATH; nothing a person wrote is a program
                words,
                input=given,
                capture_output=True,
                timeout=PATIENCE_S,
                check=False,
                cwd=self.home,
                env=environ,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired:
            return Ran(_CANNOT_RUN, complaint=b"it did not answer")
        except (OSError, ValueError) as error:
            return Ran(_CANNOT_RUN, complaint=str(error).encode(errors="replace"))
        return Ran(done.returncode, done.stdout, done.stderr)

    def say(self, path: Path) -> str:
        """A path as people write it, with `~` for the home folder."""
        is_home = self.home in path.parents and self.platform != "win32"
        return f"~/{path.relative_to(self.home)}" if is_home else str(path)

    def read(self, path: Path) -> bytes | None:
        """What a file holds; None where there is none that can be read."""
        try:
            return files.read_regular(path, _LARGEST)[0]
        except OSError:
            return None

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole, with the folders above it.

        Raises:
            CannotRemind: If the system refuses.
        """
        try:
            files.make_folder(path.parent)
            files.write_whole(path, data)
        except files.CannotWrite as error:
            raise CannotRemind(str(error)) from error
        except OSError as error:
            raise CannotRemind(f"Could not make {path.parent}: {files.why(error)}.") from error

    def remove(self, path: Path) -> bool:
        """Remove a file or a link; whether there was one.

        Raises:
            CannotRemind: If the system refuses.
        """
        if not (path.exists() or path.is_symlink()):
            return False
        try:
            files.remove(path)
        except OSError as error:
            raise CannotRemind(f"Could not remove {path}: {files.why(error)}.") from error
        return True
