"""A routine for the mat: one page for a phone or tablet that leads it as the player does, without a network."""
