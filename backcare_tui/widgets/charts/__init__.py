"""Days drawn: pain and sleep, weeks, a year, slopes, distributions."""
