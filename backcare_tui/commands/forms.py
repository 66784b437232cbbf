"""The commands of single forms, beside those that all forms have."""

from backcare_tui.commands.actions import Command

MARK_FLARE = Command(
    "check-in.flare", "f", "mark_flare", "flare-up", "Mark it as a flare-up, or take that back."
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
