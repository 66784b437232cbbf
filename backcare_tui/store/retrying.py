"""A change is made anew where another program, which takes no lock, was faster."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from backcare_tui.store.storage import ChangedMeanwhile

TRIES = 5
"""How often it is made before it is given up."""


class Writer(Protocol):
    """What makes changes, some of them while it is alone."""

    _is_alone: bool


S = TypeVar("S", bound=Writer)
P = ParamSpec("P")
T = TypeVar("T")


def on_what_is_there(
    change: Callable[Concatenate[S, P], T],
) -> Callable[Concatenate[S, P], T]:
    """Make a change anew on what another program has just written, which is never written over.

    Within `alone()` somebody has decided by what was there; that is theirs to do again.
    """

    @wraps(change)
    def made(self: S, /, *args: P.args, **named: P.kwargs) -> T:
        if self._is_alone:
            return change(self, *args, **named)
        return anew(lambda: change(self, *args, **named))

    return made


def anew(do: Callable[[], T]) -> T:
    """Do what changes a diary, and all of it again where another program was faster.

    For what decides by what is there, within `alone()`, says nothing, and is one change:

        anew(lambda: bring_in(repository, batch))
    """
    for _ in range(TRIES - 1):
        with suppress(ChangedMeanwhile):
            return do()
    return do()
