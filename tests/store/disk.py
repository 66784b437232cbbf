"""A disk that fails, or loses its power, at any call: what was not flushed may be lost, in any part.

It stands on real files. The calls that change a disk are watched, so it knows what is flushed, and
can tell every state that a power cut may leave: each name that was made, changed or taken away since
its folder was flushed is as before or as after, and what was written since a file was flushed is
there, or half of it, or zeros, or nothing.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Literal
from unittest import mock

from backcare_tui import files

WATCHED = ("open", "fsync", "replace", "unlink", "mkdir", "rmdir", "write", "ftruncate", "chown")
Fault = Literal["none", "power", "error", "short"]


class PowerLoss(BaseException):
    """The machine is off: nothing of the program runs any more."""


@dataclass
class Node:
    """A file by whatever name; None is what was never flushed."""

    flushed: bytes | None = None


@dataclass
class Renaming:
    """A name that was made, changed or taken away, and whose folder was not flushed since."""

    folder: Path
    names: dict[Path, "Node | None"]


@dataclass
class Disk:
    """Watches what is done below a folder, and does to one call what is asked for."""

    root: Path
    at: int = -1
    """The call, counted from 0, that the fault is at."""
    fault: Fault = "none"
    number: int = errno.EIO
    calls: list[str] = field(default_factory=list)
    nodes: dict[Path, Node] = field(default_factory=dict)
    """The files as the program sees them."""
    kept: dict[Path, Node] = field(default_factory=dict)
    """The files by the names that are flushed."""
    folders: set[Path] = field(default_factory=set)
    """The folders whose names are flushed."""
    pending: list[Renaming] = field(default_factory=list)
    is_off: bool = False

    def __post_init__(self) -> None:
        for path in self.root.rglob("*"):
            if path.is_dir():
                self.folders.add(path)
            else:
                self.nodes[path] = Node(path.read_bytes())
        self.kept = dict(self.nodes)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Have the calls of this process go through the disk; a power cut ends the block."""
        with ExitStack() as patches:
            for name in WATCHED:
                patches.enter_context(mock.patch.object(os, name, self._through(name)))
            patches.enter_context(mock.patch.object(files, "open", self._open, create=True))
            try:
                yield
            except PowerLoss:
                self.is_off = True

    def states(self) -> Iterator[dict[Path, bytes]]:
        """Every state that a power cut may leave now: the files by their names."""
        for count in range(len(self.pending) + 1):
            for done in combinations(self.pending, count):
                names: dict[Path, Node | None] = dict(self.kept)
                for renaming in done:
                    names |= renaming.names
                there = {
                    path: node for path, node in names.items() if node and self._has_folder(path)
                }
                for variant in range(4):
                    yield {path: self._content(node, variant) for path, node in there.items()}

    def _has_folder(self, path: Path) -> bool:
        """Whether the folders that a file is in outlast a power cut, too."""
        inner = path.relative_to(self.root).parents
        return all(self.root / each in self.folders for each in inner if each.name)

    def _content(self, node: Node, variant: int) -> bytes:
        now = next((path for path, each in self.nodes.items() if each is node), None)
        written = now.read_bytes() if now else node.flushed or b""
        if written == node.flushed:
            return written
        lost = node.flushed or b""
        return (lost, written[: len(written) // 2], b"\0" * len(written), written)[variant]

    def _through(self, name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(subject: Any, *args: Any, **named: Any) -> Any:
            path = _path_of(subject)
            if self.is_off:
                raise PowerLoss
            if path is None or not path.is_relative_to(self.root):
                return real(subject, *args, **named)
            self._meet(f"{name} {path.name}")
            was_there = os.path.lexists(path)
            # What is flushed is known here; the real disk need not be waited for.
            given = None if name == "fsync" else real(subject, *args, **named)
            self._note(name, path, was_there, *args)
            return given

        return call

    def _open(self, file: int, *args: Any, **named: Any) -> Any:
        return Stream(open(file, *args, **named), self)

    def _meet(self, call: str) -> Fault:
        """Count a call, and have it go wrong if it is the one; a short write is for the caller."""
        number = len(self.calls)
        self.calls.append(call)
        if number != self.at:
            return "none"
        if self.fault == "power":
            self.is_off = True
            raise PowerLoss
        if self.fault == "error":
            raise OSError(self.number, os.strerror(self.number))
        return self.fault

    def write(self, stream: Any, data: Any) -> int:
        """Write to a file: all of it, half of it, or nothing."""
        if self.is_off:
            raise PowerLoss
        path = _path_of(stream.fileno())
        if path is None or not path.is_relative_to(self.root):
            return int(stream.write(data))
        is_short = self._meet(f"write {path.name}") == "short"
        return int(stream.write(data[: max(1, len(data) // 2)] if is_short else data))

    def _note(self, name: str, path: Path, was_there: bool, *args: Any) -> None:  # noqa: FBT001
        """Remember what a call that was made has changed."""
        if name == "open" and not was_there and args[0] & os.O_CREAT:
            self._rename(path, {path: Node()})
        elif name == "replace":
            self._rename(path, {path: None, Path(args[0]): self.nodes[path]})
        elif name == "unlink":
            self._rename(path, {path: None})
        elif name == "fsync" and path.is_dir():
            done = [each for each in self.pending if each.folder == path]
            for renaming in done:
                self.kept = _without_none(self.kept | renaming.names)
                self.pending.remove(renaming)
            self.folders |= {each for each in path.iterdir() if each.is_dir()}
        elif name == "fsync":
            self.nodes[path].flushed = path.read_bytes()

    def _rename(self, path: Path, names: dict[Path, Node | None]) -> None:
        self.nodes = _without_none(self.nodes | names)
        self.pending.append(Renaming(path.parent, names))


class Stream:
    """A file that is written through the disk."""

    def __init__(self, stream: Any, disk: Disk) -> None:
        self._stream, self._disk = stream, disk

    def __enter__(self) -> "Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, data: Any) -> int:
        return self._disk.write(self._stream, data)


def _without_none(names: dict[Path, Any]) -> dict[Path, Node]:
    return {path: node for path, node in names.items() if node}


def _path_of(subject: Any) -> Path | None:
    """The path that a call is about; of a descriptor the one that it was opened by."""
    if not isinstance(subject, int):
        return (
            Path(os.fsdecode(subject)) if isinstance(subject, str | bytes | os.PathLike) else None
        )
    if not stat.S_ISREG(mode := os.fstat(subject).st_mode) and not stat.S_ISDIR(mode):
        return None
    return Path(f"/proc/self/fd/{subject}").readlink()
