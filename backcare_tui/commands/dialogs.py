"""The commands of small dialogs: to close them, to mark lines, to step through what is asked."""

from msgspec.structs import replace

from backcare_tui.commands.command import Command

CLOSE = Command(
    "dialog.close",
    "escape",
    "dismiss(None)",
    "close",
    "Close; nothing more is asked.",
    shown_as="esc",
)
"""Each dialog may also be closed by the key that opened it, and by what else a hand tries."""
EARLIER_FOUND = Command(
    "found.up",
    "up",
    "move(-1)",
    "up",
    "The routine above or below, while you type.",
    show=False,
    priority=True,
)
LATER_FOUND = Command("found.down", "down", "move(1)", "down", "", show=False, priority=True)
TAKE_STEP = Command(
    "step.take", "ctrl+s", "take", "take", "Take what stands here.", shown_as="^s", priority=True
)
FAVOR = Command(
    "pattern.favor",
    "plus,equals_sign,f",
    "mark('favor')",
    "favor",
    "Favor the food, or limit it.",
    shown_as="+",
)
LIMIT = Command("pattern.limit", "minus,l", "mark('limit')", "limit", "", shown_as="-")
TURN_MARK = Command(
    "pattern.turn", "space", "turn", "next mark", "Favored, limited, and neither again."
)
KEEP_PATTERN = Command(
    "pattern.keep",
    "ctrl+s",
    "done",
    "keep",
    "Keep what is marked.",
    shown_as="^s",
)
ON_PATTERN = (FAVOR, LIMIT, TURN_MARK, KEEP_PATTERN)
"""What can be done with the tags of one's own pattern."""
SKIP_DAY = Command(
    "catch-up.skip", "s,space", "skip", "skip this day", "Leave the day as it is.", shown_as="s"
)
BEGIN = Command(
    "welcome.begin",
    "enter,escape,space",
    "go_on",
    "begin",
    "Begin; the text stays in the help.",
    shown_as="enter",
)


def closed_by(*keys: str) -> Command:
    """`CLOSE` by escape and by other keys."""
    return replace(CLOSE, keys=",".join((CLOSE.keys, *keys)))
