"""Trends: the week, longer times, what goes along with what, trials, and the report."""
