"""The settings, and what a person states about themselves."""
