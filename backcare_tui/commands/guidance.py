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
NOW = Command(
    "guide.now",
    "m",
    "something_now",
    "ease",
    "Something for now: a routine of a few minutes that fits your pain, the hour and your day.",
)
SEEN = Command(
    "guide.seen",
    "D",
    "seen",
    "professional saw it",
    "Take down that a professional has looked at it; what it kept from starting is free again.",
)
ADVICE = Command(
    "guide.advice",
    "f2",
    "advice",
    "advice",
    "All that is worth knowing now, with why and from where.",
    show=False,
)
ADVICE_OF_TODAY = Command(
    "guide.advice-today",
    "i",
    "advice",
    "advice",
    "Why what is worth knowing is said, and from where.",
    show=False,
)
RATE_ACTIVITIES = Command(
    "guide.activities",
    "A",
    "rate_activities",
    "my activities",
    "How well up to three activities of your own go, 0 to 10; every two weeks is enough.",
    show=False,
)
UNDERSTAND = Command(
    "guide.understand",
    "L",
    "understand",
    "understand",
    "Pages to read, a minute each: what helps to understand a back, with sources.",
    show=False,
)
FIND_PAGE = Command(
    "reading.find", "slash", "find", "find", "Find a page as you type.", shown_as="/"
)
BEGIN_ROUTINE = Command(
    "reading.begin",
    "enter",
    "begin_routine",
    "begin",
    "Begin the routine that goes with this page.",
    shown_as="enter",
)
ANSWERS = tuple(
    Command(
        f"reading.answer-{number}",
        str(number),
        f"answer({number})",
        "answer",
        "Answer the question of the page; nobody counts." if number == 1 else "",
        show=number == 1,
        shown_as="1 2 3" if number == 1 else None,
    )
    for number in (1, 2, 3)
)
FLARE_PLAN = Command(
    "guide.flare-plan",
    "F",
    "flare_plan",
    "flare plan",
    "Your flare plan: what to do first on a bad day, whom to call, and what was there the last times.",
    show=False,
)
BEGIN_FLARE_ROUTINE = Command(
    "flare.begin",
    "enter",
    "begin",
    "begin",
    "Begin with the gentle routine of the plan.",
    shown_as="enter",
)
WRITE_FLARE_PLAN = Command(
    "flare.write",
    "e",
    "write_plan",
    "own lines",
    "Write up to three lines for the next bad day, whom to call, and what to begin with.",
)
ON_FLARE_PLAN = (BEGIN_FLARE_ROUTINE, WRITE_FLARE_PLAN)
"""What can be done with the flare plan."""
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
ON_READING = (*ANSWERS, BEGIN_ROUTINE, EARLIER_PAGE, LATER_PAGE)
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
    "check.change", "e", "change_marks", "change marks", "Back to the questions."
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
DO_ACT = Command(
    "advice.act",
    "enter",
    "choose",
    "do it",
    "Do what the advice names: its routine, its page, or the check for warning signs.",
    shown_as="enter",
)
PUT_AWAY = Command(
    "advice.away",
    "x",
    "put_away",
    "put away",
    "Put it away for good, or bring back what was put away; nothing urgent can be.",
)
SNOOZE = Command("advice.snooze", "z", "snooze", "in a week", "Not for a week; then it may return.")
NEW_BASELINE = Command(
    "advice.baseline",
    "N",
    "new_baseline",
    "new baseline",
    "Compare with the pain of the days from today on.",
)
ON_ADVICE = (PUT_AWAY, SNOOZE, NEW_BASELINE)
