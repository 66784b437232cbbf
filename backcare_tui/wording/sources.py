"""Sources in words."""

from backcare_tui.diary.records.routine import Source
from backcare_tui.text import within


def say_source(source: Source) -> str:
    """Such as `NHS (UK), Lower back pain exercises, 2019`; what was not seen itself says so.

    What is a choice of the program's own is said as that: `backcare's own caution`.
    """
    if source.mark == "design":
        return f"{source.org}'s {within(source.title)}"
    year = "" if source.year == "n.d." else f", {source.year}"
    doubt = {"secondary": " (seen through others)", "unconfirmed": " (not confirmed)"}
    return f"{source.org}, {source.title}{year}{doubt.get(source.mark, '')}"
