"""The commands of guidance: the check for warning signs, the advice, and what may be put away."""

from backcare_tui.commands.command import Command

CHECK_SIGNS = Command(
    "guide.check",
    "W",
    "check_signs",
    "warning signs",
    "The check for warning signs, and plainly what to do now.",
    shown_as="W",
)
SEEN = Command(
    "guide.seen",
    "p",
    "seen",
    "professional saw it",
    "Take down that a professional has looked at it; what it kept from starting is free again.",
)
ADVICE = Command(
    "guide.advice",
    "f2",
    "advice",
    "advice",
    "All that is worth knowing now, with why and from where; on Today a opens it, too.",
    show=False,
)
ADVICE_OF_TODAY = Command("guide.advice-today", "a", "advice", "advice", "")
RATE_ACTIVITIES = Command(
    "guide.activities",
    "A",
    "rate_activities",
    "my activities",
    "How well up to three activities of your own go, 0 to 10; every two weeks is enough.",
    show=False,
)
EARLIER_PAGE = Command(
    "reading.earlier",
    "left_square_bracket",
    "turn(-1)",
    "page",
    "Turn to the other pages to read.",
    shown_as="[ ]",
)
LATER_PAGE = Command(
    "reading.later", "right_square_bracket", "turn(1)", "next page", "", show=False
)
ON_READING = (EARLIER_PAGE, LATER_PAGE)
"""What can be done with a page to read."""
MARK_SIGN = Command(
    "check.mark", "space", "mark", "mark", "Mark the line under the cursor, or take its mark away."
)
NO_SIGNS = Command(
    "check.none", "n", "none", "none of these", "None of these; marks are taken away first."
)
CHECK_DONE = Command(
    "check.done",
    "enter",
    "done",
    "done",
    "Save the check, and read what to do now.",
    shown_as="enter",
    priority=True,
)
CHANGE_MARKS = Command(
    "check.change", "b", "change_marks", "change marks", "Back to the questions."
)
ON_CHECK = (MARK_SIGN, NO_SIGNS, CHECK_DONE, CHANGE_MARKS, SEEN)
LIST_DONE = Command(
    "list.done",
    "enter,escape,q",
    "done",
    "done",
    "Close; what is marked is kept already.",
    shown_as="enter",
    priority=True,
)
ON_LIST = (MARK_SIGN, NO_SIGNS, LIST_DONE)
PUT_AWAY = Command(
    "advice.away",
    "d",
    "put_away",
    "put away",
    "Put it away for good, or bring back what was put away; nothing urgent can be.",
)
SNOOZE = Command("advice.snooze", "z", "snooze", "in a week", "Not this week; then it may return.")
NEW_BASELINE = Command(
    "advice.baseline",
    "b",
    "new_baseline",
    "new baseline",
    "Compare with the pain of the days from today on.",
)
ON_ADVICE = (PUT_AWAY, SNOOZE, NEW_BASELINE)
