"""A therapist's sheet as text, a line for each exercise: read, and written."""
