"""What a line suggests as one types, found beside the interface; the right arrow takes it."""

import asyncio
from collections.abc import Callable

from textual.suggester import Suggester


class SuggestFrom(Suggester):
    """Suggests what a function finds, which may look at the disk: it is asked in a thread.

    A line of paths has it so:

        field.input.suggester = SuggestFrom(completed)
    """

    def __init__(self, find: Callable[[str], str | None]) -> None:
        """Ask `find` for a line that begins as what was typed; None for no suggestion."""
        # What is on the disk may be another thing the next time.
        super().__init__(use_cache=False, case_sensitive=True)
        self._find = find

    async def get_suggestion(self, value: str) -> str | None:
        """The line as it may go on."""
        return await asyncio.to_thread(self._find, value)
