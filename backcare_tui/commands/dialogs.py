"""The commands of small dialogs: to close them, to mark lines, to step through what is asked."""

from msgspec.structs import replace

from backcare_tui.commands.command import Command

CLOSE = Command(
    "dialog.close",
    "escape,q",
    "dismiss(None)",
    "close",
    "Close; nothing more is asked.",
    shown_as="esc",
)
"""Each dialog may also be closed by the key that opened it, and by what else a hand tries."""
CLOSE_HELP = Command(
    "help.close", "enter", "dismiss(None)", "close", "Close, while no line is chosen.", show=False
)
GIVE_UP = Command(
    "saving.give-up",
    "escape,q",
    "give_up",
    "stop waiting",
    "Wait for the other backcare no longer. Nothing is changed, and what you typed stays.",
    shown_as="esc",
)
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
    "plus,equals_sign",
    "mark('favor')",
    "favor",
    "Favor the food, or limit it.",
    shown_as="+",
)
LIMIT = Command("pattern.limit", "minus", "mark('limit')", "limit", "", shown_as="-")
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
SKIP_DAY = Command("catch-up.skip", "space", "skip", "skip this day", "Leave the day as it is.")
BEGIN = Command(
    "welcome.begin",
    "enter,escape,space,q",
    "go_on",
    "begin",
    "Begin; the text stays in the help.",
    shown_as="enter",
)
LEAVE_LOCKED = Command(
    "unlock.leave",
    "escape,ctrl+q,ctrl+c",
    "leave",
    "leave",
    "Leave; the diary stays locked.",
    shown_as="esc",
    priority=True,
)


def closed_by(*keys: str) -> Command:
    """`CLOSE` by escape and by other keys."""
    return replace(CLOSE, keys=",".join(dict.fromkeys((*CLOSE.keys.split(","), *keys))))
