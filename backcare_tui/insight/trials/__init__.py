"""Trials of one's own: days drawn by lot, how far they were kept to, what came of them."""
