"""When an app under test has done what it was told to: not a guess from how busy the processor is.

Textual's pilot waits until the process uses little time of the processor, 20 ms at a time. On a busy
machine a process that waits for its turn looks just so, and a test goes on before the app is done.
"""

import asyncio

import pytest
from textual import app, pilot

from backcare_tui.screens.frame.saves import SAVE
from backcare_tui.screens.frame.waiting import Waiting

SOON_S = 0.08
"""A timer due within this time of the beginning is waited for: a screen paints 60 times a second, and
the player looks at its clock 15 times. Later ones are stepped over by keys, or by a test's clock."""


async def until_quiet(min_sleep: float = 0, max_sleep: float = 5) -> None:
    """Wait until nothing is left to run in the event loop, for `max_sleep` seconds where that never is.

    Of what runs in a thread saves are waited for, unless the dialog of one has come; for all else
    there is `settle`.
    """
    loop = asyncio.get_running_loop()
    begun = loop.time()
    while loop.time() < begun + max_sleep:
        await asyncio.sleep(0)
        if _is_saving():
            await asyncio.sleep(0.001)
        elif not loop._ready:  # type: ignore[attr-defined]  # asyncio has no public word for it
            due = _next_timer(loop)
            if due > begun + SOON_S:
                return
            await asyncio.sleep(max(0.0, due - loop.time()))


def _is_saving() -> bool:
    """Whether something is being saved that nobody is told to wait for."""
    names = {task.get_name() for task in asyncio.all_tasks() if not task.done()}
    return SAVE in names and not any(Waiting.__name__ in name for name in names)


def _next_timer(loop: asyncio.AbstractEventLoop) -> float:
    """When the next timer of the loop is due, in its own time."""
    timers: list[asyncio.TimerHandle] = loop._scheduled  # type: ignore[attr-defined]
    return min((timer.when() for timer in timers if not timer.cancelled()), default=float("inf"))


@pytest.fixture(autouse=True, scope="session")
def wait_until_quiet() -> None:
    """Have every pilot wait so."""
    app.wait_for_idle = pilot.wait_for_idle = until_quiet  # type: ignore[attr-defined]
