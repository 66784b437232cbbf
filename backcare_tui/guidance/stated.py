"""What a row of statements is: how a thing that a person states is read, said and kept.

Nothing of it is needed, and each row has three answers: not stated, none, and what it is.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.text import clean

NONE = "none"
"""What is typed where a list has nothing of it, and where a value is taken back."""
NOT_STATED, NOT_ASKED = "not stated", "not asked yet"

Choices = tuple[tuple[str, str], ...]
"""The id and the words of each thing that may hold."""


class Stated(msgspec.Struct, frozen=True):
    """One thing that a person may state."""

    setting: SettingName
    """Where it is kept, and its name in the shell."""
    label: str
    why: str
    """Why it is asked."""
    hint: str
    """An example of what can be typed."""
    reads: Callable[[str, Clock], Any]
    """The value that a text means; None where it takes back what was stated. Raises BadValue."""
    says: Callable[[Settings], str] | None = None
    """How it stands, where its value alone does not say it."""
    question: str = ""
    """How the things of a list are asked for."""
    tells: Callable[[Any], str] = str
    """Says a value that is no list, no yes and no number of years."""
    choices: Callable[[], Choices] = tuple
    """The things of a list, those that matter most first; none where it is no list."""

    def read(self, text: str, clock: Clock, name: str = "") -> Any:
        """The value that a text means, as `Settings` has it; None takes back what was stated.

        Args:
            text: As it was typed; the things of a list are parted by commas.
            clock: Now.
            name: What the person knows it by, where that is not the label.

        Raises:
            BadValue: For a text that means nothing here.
        """
        try:
            return self.reads(text.strip(), clock)
        except BadValue as error:
            raise error.named(name or self.label) from None

    def say(self, settings: Settings) -> str:
        """What is stated, in words: `1950`, `none`, `not stated`."""
        if self.says:
            return self.says(settings)
        match getattr(settings, self.setting):
            case None | "":
                return NOT_ASKED if self.question else NOT_STATED
            case frozenset() as ids:
                return named_in(self.choices(), ids) or NONE
            case bool() as is_so:
                return "yes" if is_so else "no"
            case value:
                return clean(self.tells(value))

    def say_shortly(self, settings: Settings) -> str:
        """As `say`, for a line of a screen: how many instead of which."""
        value = getattr(settings, self.setting)
        return f"{len(value)} stated" if self.question and value else self.say(settings)


def kept(row: Stated, value: Any, settings: Settings) -> dict[SettingName, Any]:
    """The settings that hold a statement, with what it leaves of those of before.

    Of conditions those that are named were asked; that there is none answers for all of them.
    """
    if row.setting != "conditions":
        return {row.setting: value}
    if value is None:
        return {"conditions": None, "conditions_asked": None}
    answered = value or frozenset(id_ for id_, _ in row.choices())
    return {"conditions": value, "conditions_asked": settings.conditions_asked | answered}


def bare(text: str) -> str:
    """A name without what people type differently: case, dashes and spaces."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


def named_in(choices: Choices, ids: frozenset[str]) -> str:
    """The things of some ids by their names, in their order; those that are not known by their ids."""
    names = dict(choices)
    known = [name for id_, name in choices if id_ in ids]
    return "; ".join([*known, *(clean(id_) for id_ in sorted(ids - names.keys()))])
