"""Finds areas, words, exercises and routines by id."""
