"""Turns: what takes long is done in steps, between which a person's keys have their turn."""

import asyncio

PAUSE_S = 0.001
"""Long enough for the event loop to come round several times: `sleep(0)` comes back in its next round,
before what a key has set going in this one."""


async def give_way() -> None:
    """Let keys and painting have their turn, between two steps of what takes long."""
    await asyncio.sleep(PAUSE_S)
