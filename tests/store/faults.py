"""Faults of the system, made to order: full disks, failing calls, and processes that die."""

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

CALLS = ("open", "fsync of the file", "replace", "fsync of the folder")
"""The calls of one save that can fail, in their order."""


def _wants(name: str, call: str, subject: Any) -> bool:
    """Whether this use of `os.open`, `os.fsync` or `os.replace` is the one that was meant."""
    if call == "open":
        return name == "open" and str(subject).endswith(".new")
    if call == "replace":
        return name == "replace"
    if name != "fsync":
        return False
    is_folder = stat.S_ISDIR(os.fstat(subject).st_mode)
    return is_folder == (call == "fsync of the folder")


@contextmanager
def intercepted(call: str, instead: Callable[[Callable[[], Any]], Any]) -> Iterator[None]:
    """Have one of CALLS made through `instead`, which is given the call itself."""
    with ExitStack() as patches:
        for name in ("open", "fsync", "replace"):
            patches.enter_context(mock.patch.object(os, name, _through(name, call, instead)))
        yield


def _through(
    name: str, call: str, instead: Callable[[Callable[[], Any]], Any]
) -> Callable[..., Any]:
    real = getattr(os, name)

    def wrapped(subject: Any, *args: Any, **named: Any) -> Any:
        if _wants(name, call, subject):
            return instead(lambda: real(subject, *args, **named))
        return real(subject, *args, **named)

    return wrapped


@contextmanager
def failing(call: str, number: int = errno.ENOSPC) -> Iterator[None]:
    """Have one of CALLS fail with this error, every time."""

    def fail(_: Callable[[], Any]) -> Any:
        raise OSError(number, os.strerror(number))

    with intercepted(call, fail):
        yield


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Have every write of this process fail beyond so many bytes of a file, half way through it."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@contextmanager
def killed(call: str, *, is_after: bool) -> Iterator[None]:
    """Have this process die, without a last word, before or after one of CALLS."""

    def die(made: Callable[[], Any]) -> None:
        if is_after:
            made()
        os.kill(os.getpid(), signal.SIGKILL)

    with intercepted(call, die):
        yield
