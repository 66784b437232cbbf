"""backcare: a companion in the terminal for people who live with back pain."""

__version__ = "0.4.0"
