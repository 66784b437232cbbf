"""The figures of the other parts in one table."""

from collections.abc import Iterator

from backcare_tui.report.hand_over_paper import say_spells
from backcare_tui.report.paper import PaperTable, Section
from backcare_tui.report.report import Report
from backcare_tui.text import say_count, say_minutes

SPELLS_SHOWN = 5
"""How many flare-ups are named by their days: the last ones."""
HEADINGS = ("Figure", "Value")


def summary_section(of: Report) -> Section:
    """What is known; a figure that is not has no row."""
    rows = tuple(_summary_rows(of))
    lines = tuple(f"{name}: {value}." for name, value in rows)
    return Section(
        "Summary", table=PaperTable(HEADINGS, rows, lines, is_facts=True) if rows else None
    )


def _summary_rows(of: Report) -> Iterator[tuple[str, str]]:
    about, days = of.about, of.about.days
    if about.pain:
        pain = about.pain
        yield "Days with pain noted", f"{pain.days} of {days}"
        yield "Pain, mean of the days' means", f"{pain.mean:.1f} of 10"
        yield "Pain, lowest to highest entry", f"{pain.best} to {pain.worst}"
    if about.flare_days:
        all_spells = tuple(say_spells(about.flare_days, about.last))
        named = ", ".join((*all_spells[-SPELLS_SHOWN:], *_say_earlier(all_spells)))
        yield "Flare-up days", f"{len(about.flare_days)} ({named})"
    if about.sleep:
        nights = say_count(about.sleep.nights, "night")
        yield "Time asleep", f"{say_minutes(about.sleep.mean_min)}, mean of {nights}"
    if about.sleep and about.sleep.efficiency is not None:
        yield "Sleep efficiency", f"{about.sleep.efficiency:.0%}{about.sleep.efficiency_of}"
    done = about.sessions
    if done.count:
        stopped = f", {done.stopped} of them stopped early" if done.stopped else ""
        yield (
            "Movement",
            f"{say_count(done.count, 'session')} on {say_count(done.days, 'day')}{stopped}",
        )
    if about.visits:
        yield "Treatments", say_count(len(about.visits), "visit")


def _say_earlier(spells: tuple[str, ...]) -> Iterator[str]:
    if len(spells) > SPELLS_SHOWN:
        yield f"and {len(spells) - SPELLS_SHOWN} before"
