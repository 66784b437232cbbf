"""The commands of Trends and its pages: what goes along with what, trials of one's own, the report."""

from backcare_tui.commands.command import Command
from backcare_tui.commands.diary import REMOVE_ENTRY
from backcare_tui.commands.pages import CLOSE_PAGE

LONGER = Command(
    "trends.longer",
    "plus,equals_sign",
    "zoom(1)",
    "zoom",
    "Look at more time, or at less: a week, 4 and 12 weeks, a year, all.",
    shown_as="+ -",
)
SHORTER = Command("trends.shorter", "minus", "zoom(-1)", "less time", "", show=False)
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
    "v",
    "measure",
    "next measure",
    "Show pain, sleep or movement in the calendar of the year.",
)
FINDINGS = Command(
    "trends.findings",
    "i",
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
    "trends.report", "P", "report", "report", "A page or two for your therapist or doctor."
)
RENEW_HERE = Command(
    "trends.renew",
    "y",
    "renew_week",
    "how was it?",
    "Two questions about the week that is over, then the next one with its reasons.",
)
ON_TRENDS = (RENEW_HERE, EARLIER, LATER, LONGER, SHORTER, MEASURE, FINDINGS, TRIALS, REPORT)

TRY_IT = Command(
    "finding.try",
    "t",
    "try_it",
    "try it",
    "Find out by a trial of your own: what goes along need not be the cause.",
)
HOW_TESTED = Command(
    "finding.how", "i", "how_tested", "how tested", "The fair test, and where it is from."
)
ON_FINDINGS = (TRY_IT, HOW_TESTED)
"""On the page of what goes along."""

BEGIN_TRIAL = Command(
    "trial.begin",
    "a",
    "begin_trial",
    "new trial",
    "Find out whether something helps you: its days with and without are drawn by lot.",
)
KEPT_TODAY = Command(
    "trial.today",
    "y",
    "answer(0)",
    "did you?",
    "Say whether you did it today; from 6 in the evening on.",
)
KEPT_YESTERDAY = Command(
    "trial.yesterday", "Y", "answer(1)", "yesterday", "Say whether you did it yesterday."
)
STOP_TRIAL = Command(
    "trial.stop", "x", "stop_trial", "end it", "End the trial now; undo takes it up again."
)
ON_TRIALS = (BEGIN_TRIAL, KEPT_TODAY, KEPT_YESTERDAY, STOP_TRIAL, REMOVE_ENTRY, CLOSE_PAGE)

MARK_PART = Command(
    "report.mark", "space", "mark", "mark", "Take the line under the cursor in, or leave it out."
)
WRITE_PDF = Command("report.pdf", "P", "write('pdf')", "write PDF", "Write the report as PDF.")
WRITE_REPORT_HTML = Command(
    "report.html", "", "write('html')", "HTML", "Write the report as one HTML file."
)
WRITE_MARKDOWN = Command(
    "report.markdown", "", "write('md')", "Markdown", "Write the report as Markdown."
)
OWN_DAYS = Command(
    "report.days", "g", "own_days", "own days", "Choose the first and the last day yourself."
)
ON_REPORT = (MARK_PART, WRITE_PDF, WRITE_REPORT_HTML, WRITE_MARKDOWN, OWN_DAYS)
