"""Advice: the decision table, what it says of the facts, and which of that is shown now."""
