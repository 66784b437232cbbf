"""The commands of every page that lies over a place."""

from backcare_tui.commands.command import Command

CLOSE_PAGE = Command(
    "page.close", "escape", "leave", "back", "Back to where you came from.", shown_as="esc"
)
HELP = Command(
    "app.help",
    "question_mark,f1",
    "help",
    "help",
    "What this screen is for, and all of its keys.",
    shown_as="?",
)
