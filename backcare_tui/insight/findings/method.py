"""How findings are tested, in sentences for the person whose diary it is."""

from backcare_tui.insight.findings.factors import DAYS_EACH, LOOKED_AT_DAYS

WEEKS_LOOKED_AT = LOOKED_AT_DAYS // 7
METHOD = (
    (
        "First, what the calendar and the days before say is taken out: the weekday, slow change over six weeks "
        "and longer, in long diaries what comes and goes over a few weeks, and how much a day is like the one before it."
    ),
    (
        "Then each effect is held against the same one in over a thousand diaries in which your own weeks stand "
        "in another order, so that only chance is left (permutation of blocks of residuals: Freedman and Lane "
        "1983; Kunsch 1989). It has to stand out among the largest effects of all that was looked at (Westfall "
        "and Young 1993), and again on the days after it was first seen. How clearly depends on how old the diary is, since "
        "whoever looks often sees chance now and then: most is allowed about the eighteenth week, when there is enough to see (alpha "
        "spending: Lan and DeMets 1983). What was told once is told on until it has gone."
    ),
    (
        "What also goes along with the pain noted before it is not called a finding: then pain decides about it "
        "(a negative control: Lipsitch 2010). How often all of this is wrong was measured over made-up diaries; "
        "the figures are in the manual, on the page of proof."
    ),
)
"""The fair test in a few sentences, with its sources."""
NEEDED = (
    f"The last {WEEKS_LOOKED_AT} weeks are looked at, and nothing with fewer than {DAYS_EACH} days with it or "
    "without it."
)
