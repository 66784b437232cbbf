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
    "notes",
    "others",
    "private",
]
REPORT_PARTS: Mapping[PagePart, str] = {
    "summary": "Summary of the other parts",
    "pain": "Pain",
    "sleep": "Sleep",
    "movement": "Movement",
    "care": "Treatments and responses",
    "medicines": "Medicines taken",
    "areas": "Where it hurt",
    "impact": "Pain impact",
    "notes": "Chosen notes",
}
"""What a report can be made of, in its order."""
HAND_OVER_PARTS: Mapping[PagePart, str] = {
    "take-care": "Take care",
    "goals": "Goal, and my activities",
    "pain": "Pain",
    "movement": "Movement",
    "sleep": "Sleep",
    "care": "Treatments and response",
    "medicines": "Medicines",
    "questions": "Questions to ask",
    "plan": "Shared plan",
    "checks": "Checks and check-ups",
}
"""What the page for the next appointment can be made of, in its order."""
OTHERS: Mapping[PagePart, str] = {"others": "Other people's visits"}
"""What a page for somebody has only where that is asked for."""
PRIVATE: Mapping[PagePart, str] = {"private": "Mind and intimate care"}
"""What no page has but where that is asked for: such visits, and medicines for them."""
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
