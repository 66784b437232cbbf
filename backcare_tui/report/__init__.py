"""Pages for others: the one for the next appointment, and the report of weeks or months."""
