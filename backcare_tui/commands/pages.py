"""The commands of every page that lies over a place."""

from backcare_tui.commands.command import Command

CLOSE_PAGE = Command(
    "page.close", "escape,q", "leave", "back", "Back to where you came from.", shown_as="esc"
)
HELP = Command(
    "app.help",
    "question_mark,f1",
    "help",
    "help",
    "What this screen is for, and all of its keys.",
    shown_as="?",
)
MANUAL = Command(
    "app.manual",
    "",
    "manual",
    "manual",
    "The pages of the manual: your file, backups, two devices, the command line, keys.",
)
MANUAL_FROM_HELP = Command(
    "help.manual", "question_mark,f1", "manual", "manual", "The pages of the manual.", shown_as="?"
)
LIMITS = Command(
    "help.limits",
    "exclamation_mark",
    "limits",
    "its limits",
    "What backcare is and is not, and when to get help right away.",
    shown_as="!",
)
EARLIER_OF_MANUAL = Command(
    "manual.earlier",
    "left_square_bracket",
    "turn(-1)",
    "page",
    "The page before this one, or after it.",
    shown_as="[ ]",
)
LATER_OF_MANUAL = Command(
    "manual.later", "right_square_bracket", "turn(1)", "next page", "", show=False
)
