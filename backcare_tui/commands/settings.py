"""The commands of the page of settings."""

from backcare_tui.commands.command import Command

FIND_SETTING = Command(
    "setting.find", "slash", "find", "find", "Find a setting as you type.", shown_as="/"
)
EARLIER_VALUE = Command(
    "setting.earlier",
    "left",
    "turn(-1)",
    "change",
    "The value before, or the next one; enter takes the next one too.",
    shown_as="← →",
)
NEXT_VALUE = Command("setting.next", "right,space", "turn(1)", "next value", "", show=False)
ON_SETTINGS = (EARLIER_VALUE, NEXT_VALUE, FIND_SETTING)
"""What can be done with the settings."""
