"""The commands of trials of one's own: begin one, answer for a day, end it."""

from backcare_tui.commands.actions import CLOSE_PAGE, REMOVE_ENTRY, Command

BEGIN_TRIAL = Command(
    "trial.begin",
    "o",
    "begin_trial",
    "new trial",
    "Find out whether something helps you: its days with and without are drawn by lot.",
)
KEPT_TODAY = Command(
    "trial.today", "y", "answer(0)", "kept to it?", "Say whether you kept to it today."
)
KEPT_YESTERDAY = Command(
    "trial.yesterday", "e", "answer(1)", "yesterday", "Say whether you kept to it yesterday."
)
STOP_TRIAL = Command(
    "trial.stop", "x", "stop_trial", "end it", "End the trial now; undo takes it up again."
)
ON_TRIALS = (BEGIN_TRIAL, KEPT_TODAY, KEPT_YESTERDAY, STOP_TRIAL, REMOVE_ENTRY, CLOSE_PAGE)
