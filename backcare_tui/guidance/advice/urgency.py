"""How urgent advice is, in words; light enough for the first screen."""

from backcare_tui.guidance.advice.table import Advice, Urgency

URGENCY: dict[Urgency, str] = {
    "urgent": "Urgent",
    "caution": "Take care",
    "info": "Good to know",
}
LEVELS = {"emergency": "Emergency", "same-day": "Urgent, today", "this-week": "Urgent, this week"}
"""Of what is urgent, how soon it has to be looked at."""


def say_urgency(advice: Advice) -> str:
    """How urgent it is: `Take care`."""
    return LEVELS.get(advice.level, URGENCY[advice.severity])
