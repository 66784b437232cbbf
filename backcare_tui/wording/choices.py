"""The settings that are one of a few values: what each is called, what it does, and what it may be."""

from collections.abc import Callable

import msgspec

from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.library.regions import Region, region
from backcare_tui.text import say_list
from backcare_tui.themes import PALETTES


class SettingValue(msgspec.Struct, frozen=True):
    """One value of a setting."""

    kept: str
    """As the file has it; empty for the first one, which needs no place there."""
    name: str
    """As it is typed in the shell."""
    words: str
    """As it is shown."""


class SettingChoice(msgspec.Struct, frozen=True):
    """One setting with its values in turn; the first is what holds until another is chosen."""

    name: SettingName
    """Its name in the file and in the shell."""
    label: str
    does: str
    """One sentence that says what it does."""
    values: tuple[SettingValue, ...]
    held: Callable[[Settings], str]
    """The value that holds, as the file has it."""
    of_region: Callable[[Region], str] | None = None
    """What the first value comes to where one lives, as the file has it; None where that is no matter of places."""

    def value(self, settings: Settings) -> SettingValue:
        """The value that holds; the first for one that is not known."""
        held = self.held(settings)
        return next((each for each in self.values if each.kept == held), self.values[0])

    def say(self, settings: Settings) -> str:
        """How it stands, with what that comes to where it is as one lives: `as where you live: 12 hours`."""
        value = self.value(settings)
        if value.kept or self.of_region is None:
            return value.words
        meant = self.of_region(region(settings.region))
        return f"{value.words}: {next(each.words for each in self.values if each.kept == meant)}"

    def beside(self, settings: Settings, step: int) -> SettingValue:
        """The value so many steps after the one that holds, round and round."""
        place = self.values.index(self.value(settings))
        return self.values[(place + step) % len(self.values)]

    def read(self, text: str) -> SettingValue:
        """The value that a text means, by its name or as the file has it.

        Raises:
            BadValue: There is no such value.
        """
        typed = text.strip().casefold()
        for each in self.values:
            if typed in {each.name, each.kept.casefold()} - {""}:
                return each
        raise BadValue(self.name, text, say_list([each.name for each in self.values], "or"))


_LOOKS = {
    "backcare-dusk": ("dusk", "dusk (dark)"),
    "backcare-day": ("day", "day (light)"),
    "backcare-contrast": ("contrast", "high contrast"),
}
LOOK = SettingChoice(
    "theme",
    "Colors",
    "The colors of every screen; what they mean is in numbers, too.",
    tuple(SettingValue(palette.name, *_LOOKS[palette.name]) for palette in PALETTES),
    lambda settings: settings.theme,
)
CALM = SettingChoice(
    "calm",
    "Movement",
    "With none, nothing moves by itself: no figure, no breath.",
    (
        SettingValue("", "no", "where it means something"),
        SettingValue("yes", "yes", "none"),
    ),
    lambda settings: "yes" if settings.calm else "",
)
WEEK_START = SettingChoice(
    "week_start",
    "A week begins on",
    "Where weeks begin in Trends, on Diet, in plans and findings.",
    (SettingValue("mon", "mon", "Monday"), SettingValue("sun", "sun", "Sunday")),
    lambda settings: settings.week_start,
)
CLOCK = SettingChoice(
    "clock",
    "Clock",
    "Times of day by 12 or 24 hours; typed, either is understood.",
    (
        SettingValue("", "region", "as where you live"),
        SettingValue("24", "24", "24 hours"),
        SettingValue("12", "12", "12 hours"),
    ),
    lambda settings: settings.clock,
    lambda where: str(where.hours),
)
UNITS = SettingChoice(
    "units",
    "Units",
    "What water is measured in; typed, either is understood.",
    (
        SettingValue("", "region", "as where you live"),
        SettingValue("metric", "metric", "ml"),
        SettingValue("us", "us", "fl oz"),
    ),
    lambda settings: settings.units,
    lambda where: where.units,
)
SOUND = SettingChoice(
    "sound",
    "Voice and sound",
    "How the player tells that a hold ends; silent tells nothing.",
    (
        SettingValue("bell", "bell", "bell"),
        SettingValue("voice", "voice", "voice"),
        SettingValue("silent", "silent", "silent"),
    ),
    lambda settings: settings.sound,
)
GETTING_READY = SettingChoice(
    "getting_ready",
    "Getting ready",
    "The time before each exercise, to the floor above all.",
    (
        SettingValue("", "usual", "as usual: 8 to 16 s"),
        SettingValue("longer", "longer", "half as long again"),
        SettingValue("twice", "twice", "twice as long"),
    ),
    lambda settings: settings.getting_ready,
)
COUNTING = SettingChoice(
    "counting",
    "Counting",
    "Which repetitions the voice and the plain lines say.",
    (
        SettingValue("", "each", "each one"),
        SettingValue("ends", "ends", "first, middle and last"),
    ),
    lambda settings: settings.counting,
)
NOTICES = SettingChoice(
    "notices",
    "Notices",
    "On the desktop, as a hold ends while this window is behind.",
    (
        SettingValue("", "no", "none"),
        SettingValue("yes", "yes", "when this window is behind"),
    ),
    lambda settings: "yes" if settings.notices else "",
)
CHOICES = (LOOK, CALM, WEEK_START, CLOCK, UNITS, SOUND, GETTING_READY, COUNTING, NOTICES)
"""All of them, in the order in which they are shown."""


def find_choice(name: str) -> SettingChoice:
    """The setting of a name or label, as a person types it.

    Raises:
        BadValue: There is none.
    """
    typed = name.strip().casefold().replace("-", "_")
    for each in CHOICES:
        if typed in {each.name, each.label.casefold()}:
            return each
    raise BadValue("setting", name, say_list([each.name for each in CHOICES], "or"))
