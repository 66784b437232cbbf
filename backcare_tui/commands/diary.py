"""The commands of entries, and of the days that they are listed by."""

from backcare_tui.commands.command import Command

CHECK_IN = Command(
    "entry.check-in",
    "n",
    "check_in",
    "check-in",
    "Take down pain: a digit, then enter. Everything else can wait.",
)
NIGHT = Command(
    "entry.night", "s", "night", "night", "Take down last night; your usual times stand there."
)
WATER = Command("entry.water", "w", "water", "water", "A glass of water, now.", show=False)
CATCH_UP = Command(
    "entry.catch-up",
    "c",
    "catch_up",
    "catch up",
    "Walk through the days of the last week without a check-in, one key a day.",
    show=False,
)
UNDO = Command("entry.undo", "u", "undo", "undo", "Take back the last change, and the one before.")
REDO = Command(
    "entry.redo",
    "U,ctrl+y",
    "redo",
    "redo",
    "Make again what was taken back last, unless something else was changed since.",
    show=False,
    shown_as="U",
)
ADD_SESSION = Command(
    "add.session", "a", "add('session')", "session", "Take down a routine that you did."
)
ADD_VISIT = Command(
    "add.visit", "a", "add('visit')", "visit", "Take down a massage or another treatment."
)
ADD_MEAL = Command("add.meal", "a", "add('meal')", "meal", "Take down a meal in a line of text.")
REMOVE_ENTRY = Command(
    "entry.remove",
    "d,delete",
    "remove_entry",
    "delete",
    "Delete the entry; undo brings it back.",
    shown_as="d",
)
REPEAT_ENTRY = Command(
    "entry.repeat", "r", "repeat_entry", "repeat", "The same entry again, now.", shown_as="r"
)
ON_ENTRIES = (REMOVE_ENTRY, REPEAT_ENTRY)
"""What can be done with the entry under the cursor."""
FIND = Command(
    "diary.find",
    "slash",
    "find",
    "find",
    "Find words in notes and entries as you type.",
    shown_as="/",
)
GO_TO_DAY = Command(
    "diary.go", "g", "go_to_day", "go to day", "Go to a day: 2026-11-21, mon, 3 days ago."
)
ALL_DAYS = Command("diary.all", "escape", "show_all", "all days", "Search no more.", shown_as="esc")
FIND_IN_LIST = Command(
    "list.find", "slash", "find", "find", "Find in the list as you type.", shown_as="/"
)
ALL_OF_LIST = Command(
    "list.all", "escape", "show_all", "show all", "Search no more.", shown_as="esc"
)
MONTH = Command(
    "diary.month", "v", "month", "month", "The month as a calendar; an open day takes its number."
)
ON_DAYS = (FIND, GO_TO_DAY, MONTH, ALL_DAYS)
MONTH_BEFORE = Command(
    "month.earlier",
    "left_square_bracket",
    "turn(-1)",
    "month",
    "The month before, or after.",
    shown_as="[ ]",
)
MONTH_AFTER = Command("month.later", "right_square_bracket", "turn(1)", "later", "", show=False)
DAYS_LISTED = Command("month.days", "v", "leave", "list", "Back to the list of days.")
IN_MONTH = (MONTH_BEFORE, MONTH_AFTER, DAYS_LISTED)
PAIN_OF_DAY = tuple(
    Command(f"month.pain-{number}", key, f"take({number})", "pain of an open day", "", show=False)
    for number, key in enumerate((*"0123456789", "minus"))
)
"""A digit is the pain of the day under the cursor, where that is open."""
