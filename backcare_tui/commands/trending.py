"""The commands of Trends: how much time is seen, what goes along with what, trials and the report."""

from backcare_tui.commands.actions import Command

LONGER = Command(
    "trends.longer",
    "minus",
    "zoom(1)",
    "zoom",
    "Look at a longer time, or at a shorter one: a week, 4 and 12 weeks, a year, all.",
    shown_as="- +",
)
SHORTER = Command("trends.shorter", "plus,equals_sign", "zoom(-1)", "closer", "", show=False)
EARLIER = Command(
    "trends.earlier",
    "left_square_bracket",
    "step(-1)",
    "step",
    "The time before what is shown, or after it, up to today.",
    shown_as="[ ]",
)
LATER = Command("trends.later", "right_square_bracket", "step(1)", "later", "", show=False)
MEASURE = Command(
    "trends.measure",
    "p",
    "measure",
    "next measure",
    "Show pain, sleep or movement in the calendar of the year.",
)
FINDINGS = Command(
    "trends.findings",
    "f",
    "findings",
    "goes along",
    "What goes along with your pain and sleep, by a fair test.",
)
TRIALS = Command(
    "trends.trials",
    "t",
    "trials",
    "trials",
    "Find out by a trial of your own whether it helps you.",
)
REPORT = Command(
    "trends.report", "r", "report", "report", "A page or two for your therapist or doctor."
)
ON_TRENDS = (EARLIER, LATER, LONGER, SHORTER, MEASURE, FINDINGS, TRIALS, REPORT)
