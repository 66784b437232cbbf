"""What the entries say: a day, a week, longer times; findings, trials, movement, diet."""
