"""The commands of what goes along with what: how it is tested, and trying it."""

from backcare_tui.commands.actions import Command

TRY_IT = Command(
    "finding.try",
    "t",
    "try_it",
    "try it",
    "Find out by a trial of your own: what goes along need not be the cause.",
)
HOW_TESTED = Command(
    "finding.how", "h", "how_tested", "how tested", "The fair test, and where it is from."
)
ON_FINDINGS = (TRY_IT, HOW_TESTED)
"""On the page of what goes along."""
