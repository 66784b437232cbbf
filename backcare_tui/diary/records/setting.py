"""One setting."""

from typing import Any, ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import Word


class Setting(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One setting."""

    table: ClassVar[str] = "setting"
    unknown: ClassVar[tuple[object, ...]] = (None, "", {})
    """An empty list is said: that there are none of them."""
    name: Word
    value: Any = None
    device: Word | None = None
    """The device whose it is alone, such as a draft; None for what holds on all of them."""
