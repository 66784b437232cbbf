"""What is safe: the stop rule, and what a condition rules out. Every rule names its source."""
