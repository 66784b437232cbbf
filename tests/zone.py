"""A zone that tests are in, wherever the machine stands."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

ZONE = "Europe/Berlin"


@contextmanager
def in_zone(name: str = ZONE) -> Iterator[None]:
    """Lets the system's own local time be that of a zone, where the system can (not Windows)."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    _take()
    try:
        yield
    finally:
        del os.environ["TZ"]
        if before is not None:
            os.environ["TZ"] = before
        _take()


def _take() -> None:
    if hasattr(time, "tzset"):
        time.tzset()
