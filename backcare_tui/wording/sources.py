"""Sources in words."""

from backcare_tui.diary.records.routine import Source


def say_source(source: Source) -> str:
    """Such as `NHS (UK), Lower back pain exercises, 2019`; what was not checked says so."""
    year = "" if source.year == "n.d." else f", {source.year}"
    doubt = {"secondary": " (seen through others)", "unconfirmed": " (not confirmed)"}
    return f"{source.org}, {source.title}{year}{doubt.get(source.mark, '')}"
