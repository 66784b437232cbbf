"""The commands that all forms have, and those of single ones."""

from backcare_tui.commands.command import Command

SAVE = Command(
    "form.save", "ctrl+s", "save", "save", "Save, from any field.", shown_as="^s", priority=True
)
SAVE_AT_ONCE = Command(
    "form.enter", "enter", "save", "save", "Save what stands here.", shown_as="enter"
)
LEAVE = Command(
    "form.leave",
    "escape,q",
    "leave",
    "close",
    "Close the form. A half-filled one is kept as a draft.",
    shown_as="esc",
)
EARLIER_DAY = Command(
    "form.earlier",
    "left_square_bracket",
    "step_day(-1)",
    "day",
    "A day earlier or later, up to today.",
    shown_as="[ ]",
    priority=True,
)
LATER_DAY = Command(
    "form.later",
    "right_square_bracket",
    "step_day(1)",
    "day after",
    "",
    show=False,
    priority=True,
)
DISCARD = Command(
    "form.discard",
    "ctrl+n",
    "discard",
    "empty",
    "Empty the form and begin anew; once more brings back what stood there.",
    shown_as="^n",
    show=False,
    priority=True,
)
IN_FORMS = (SAVE_AT_ONCE, SAVE, EARLIER_DAY, LATER_DAY, LEAVE, DISCARD)
FORM_HELP = Command(
    "form.help", "f1", "help", "help", "What this form is for, and all of its keys.", shown_as="f1"
)

MORE_ROWS = Command(
    "form.more",
    "plus,equals_sign",
    "more",
    "more",
    "The rows that you seldom use, and away with them again.",
    shown_as="+",
)
CHOOSE_FIELDS = Command(
    "form.fields",
    "",
    "choose_fields",
    "choose fields",
    "Switch off the fields that you never use, or on again.",
)
MARK_FLARE = Command(
    "check-in.flare", "f", "mark_flare", "flare-up", "Mark it as a flare-up, or take that back."
)
AS_YESTERDAY = Command(
    "check-in.again",
    "ctrl+r",
    "as_yesterday",
    "as yesterday",
    "The medicines of yesterday again, each with its dose.",
    show=False,
    shown_as="^r",
    priority=True,
)
NEXT_TREATMENT = Command(
    "visit.treatment",
    "ctrl+t",
    "next_treatment",
    "treatment",
    "Another treatment, those you had most first; what you typed stays.",
    shown_as="^t",
    priority=True,
)
DIGITS = tuple(
    Command(
        f"form.digit-{number}", key, f"digit({number})", "number", "", show=False, priority=True
    )
    for number, key in enumerate((*"0123456789", "minus"))
)
"""Numbers from 0 to 10, taken before the next key is looked at: whoever types fast types ahead."""
