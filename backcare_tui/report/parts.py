"""The parts that a page for others can be made of, and what belongs to which."""

from collections.abc import Collection, Mapping
from typing import Literal

from backcare_tui.insight.longer.marks import MarkKind

PagePart = Literal[
    "take-care",
    "goals",
    "summary",
    "pain",
    "movement",
    "sleep",
    "care",
    "medicines",
    "areas",
    "impact",
    "questions",
    "plan",
    "checks",
    "trials",
    "notes",
    "others",
    "private",
    "flare",
]
REPORT_PARTS: Mapping[PagePart, str] = {
    "take-care": "Take care",
    "summary": "Summary of the other parts",
    "pain": "Pain",
    "areas": "Where and how it hurts",
    "impact": "Pain impact",
    "goals": "Goals and my activities",
    "medicines": "Medicines taken",
    "care": "Treatments and responses",
    "checks": "Checks and check-ups",
    "questions": "Questions to ask",
    "plan": "Shared plan",
    "trials": "Trials by lot",
    "movement": "Movement",
    "sleep": "Sleep",
    "notes": "Chosen notes",
}
"""What a report can be made of, in its order."""
HAND_OVER_PARTS: Mapping[PagePart, str] = {
    "take-care": "Take care",
    "impact": "Pain impact",
    "goals": "Goals and my activities",
    "pain": "Pain",
    "care": "Treatments and response",
    "medicines": "Medicines",
    "checks": "Checks and check-ups",
    "questions": "Questions to ask",
    "plan": "Shared plan",
    "trials": "Trials by lot",
    "movement": "Movement",
    "sleep": "Sleep",
}
"""What the page for the next appointment can be made of, in its order."""
OTHERS: Mapping[PagePart, str] = {"others": "Other people's visits"}
"""What a page for somebody has only where that is asked for."""
PRIVATE: Mapping[PagePart, str] = {"private": "Mind and intimate care"}
"""What no page has but where that is asked for: such visits, and medicines for them."""
ON_REQUEST: Mapping[PagePart, str] = {"flare": "Flare plan"}
"""What any page may have, but only where that is asked for: it was written for a bad day, and for oneself."""
MARKED: Mapping[MarkKind, PagePart] = {
    "course": "care",
    "massage": "care",
    "visit": "care",
    "program": "movement",
    "medicine": "medicines",
    "flare": "pain",
}
"""The part that each mark of a chart belongs to."""
_WORDS: Mapping[PagePart, frozenset[str]] = {
    "sleep": frozenset(("sleep", "poor-sleep", "bed-position")),
    "movement": frozenset(("exercise", "stretching", "new-exercise", "skipped-routine")),
    "care": frozenset(
        ("massage", "physical-therapy", "chiropractic", "acupuncture", "massage-sore")
    ),
    "medicines": frozenset(("medicine", "topical")),
}
"""What set pain off or eased it, and tells of another part."""


def untold_words(parts: Collection[str]) -> frozenset[str]:
    """Ids of what sets pain off or eases it that tell of a part which is left out."""
    return frozenset(word for part, words in _WORDS.items() if part not in parts for word in words)
