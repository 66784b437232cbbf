"""What is recorded: the entries, their values and times, and what keeps them."""
