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
MARK = Command(
    "list.mark",
    "space",
    "mark",
    "mark",
    "Mark the line under the cursor, or take its mark away; space does it, too.",
    shown_as="enter",
)
DONE = Command(
    "list.done",
    "ctrl+s",
    "done",
    "done",
    "Answer with what is marked; without a mark, None of these is a line of its own.",
    shown_as="^s",
)
CHANGE_MARKS = Command(
    "check.change", "b", "change_marks", "change marks", "Back to the questions."
)
CLOSE_CHECK = Command(
    "check.close", "enter", "close", "close", "Close; the check is saved.", shown_as="enter"
)
ON_CHECK = (MARK, DONE, CLOSE_CHECK, CHANGE_MARKS, SEEN)
LEAVE_LIST = Command(
    "list.leave",
    "escape,q",
    "leave",
    "leave open",
    "Close without an answer; nothing is changed.",
    shown_as="esc",
)
ON_LIST = (MARK, DONE, LEAVE_LIST)
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
