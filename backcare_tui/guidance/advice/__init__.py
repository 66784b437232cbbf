"""The decision table: its rows, what they say of the facts, and what of it is shown now."""
