"""One word of many: chips of which choosing one lets go of the other."""

from collections.abc import Mapping
from typing import Unpack

from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.options import Named


class OneChip(Chips):
    """At most one word is chosen; where one is needed, it cannot be let go."""

    def __init__(
        self,
        options: tuple[Chip, ...],
        *,
        label: str,
        is_needed: bool = False,
        max_rows: int = 1,
        **named: Unpack[Named],
    ) -> None:
        """Chips for one word.

        Args:
            options: The known words, the most used first.
            label: The name before them.
            is_needed: Whether there is always one chosen.
            max_rows: Lines at most, while not all are shown.
            named: `id` and `classes`.
        """
        super().__init__(options, label=label, max_rows=max_rows, **named)
        self.is_needed = is_needed

    @property
    def one(self) -> str | None:
        """The id of the chosen word, or `None`."""
        return next(iter(self.state_of), None)

    @one.setter
    def one(self, word: str | None) -> None:
        self.chosen = (word,) if word else ()

    def step(self) -> None:
        """On to the word after the chosen one, after the last to the first."""
        ids = [chip.id for chip in self.words]
        following = ids.index(self.one) + 1 if self.one in ids else 0
        self._settle(ids[following % len(ids)], {ids[following % len(ids)]: ""})

    def _settle(self, word: str, states: Mapping[str, str]) -> None:
        is_kept = word in states or self.is_needed
        super()._settle(word, {word: ""} if is_kept else {})
