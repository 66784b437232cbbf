"""The commands of the report: its time, and the file it is written to."""

from backcare_tui.commands.actions import Command

MARK_PART = Command(
    "report.mark", "space", "mark", "mark", "Take the line under the cursor in, or leave it out."
)
WRITE_PDF = Command("report.pdf", "p", "write('pdf')", "write PDF", "Write the report as PDF.")
WRITE_REPORT_HTML = Command(
    "report.html", "h", "write('html')", "HTML", "Write the report as one HTML file."
)
WRITE_MARKDOWN = Command(
    "report.markdown", "m", "write('md')", "Markdown", "Write the report as Markdown."
)
OWN_DAYS = Command(
    "report.days", "d", "own_days", "own days", "Choose the first and the last day yourself."
)
ON_REPORT = (MARK_PART, WRITE_PDF, WRITE_REPORT_HTML, WRITE_MARKDOWN, OWN_DAYS)
