"""Pain and sleep: the place, the check-in, the night, and every other entry as a form."""
