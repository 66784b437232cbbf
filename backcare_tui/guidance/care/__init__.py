"""A course of care: how it begins, how it stands, what its visits did, and the care team."""
