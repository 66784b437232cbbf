"""What is asked of a course that is under way: the person's own word, and whether it may go on."""

from msgspec.structs import replace
from textual.content import Content

from backcare_tui import screens
from backcare_tui.diary.records.course import Course
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.course_sentences import course_name
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.rules.massage import still_inflamed
from backcare_tui.screens.frame.choice import LEAVE, ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk

HELPED = (
    ChoiceAnswer("y", "yes", "Yes, it helps"),
    ChoiceAnswer("n", "no", "No, it does not"),
    ChoiceAnswer("s", "unsure", "I am not sure"),
)
STAYS = ChoiceAnswer("z", "", "Leave it put off")
TAKE_UP = ChoiceAnswer("t", "take-up", "Take it up all the same")
OWN_WORD = (
    "Your own word stands beside the figures of your diary, and is never mixed with them. Where they "
    "tell nothing, no or not sure suggests a look at another therapy."
)


def did_it_help(course: Course) -> screens.ChoiceDialog:
    """Asks whether a course helps."""
    words = Content.assemble(OWN_WORD, (f"\n{rules()['massage-no-response'].source}", "$quiet"))
    return screens.ChoiceDialog(f"Did it help? {course_name(course)}", words, LEAVE, HELPED)


def say_helped(course: Course, answer: str | None) -> tuple[Course, str] | None:
    """The course with the answer, and what is said of it; None where nothing was answered."""
    said = {each.value: each.words for each in HELPED}
    if answer not in said:
        return None
    return replace(course, helped=answer), f"did it help? {said[answer]}"


def still_signs(desk: Desk) -> screens.ChoiceDialog | None:
    """Asks twice before massage is taken up with a sign of inflammation of the last days."""
    reason = still_inflamed(gather(desk.repository, desk.clock))
    if reason is None:
        return None
    rule = rules()["massage-postponed-still"]
    words = Content.assemble(f"{reason.because} {rule.text}", (f"\n{rule.source}", "$quiet"))
    return screens.ChoiceDialog("Still signs of inflammation", words, STAYS, [TAKE_UP])
