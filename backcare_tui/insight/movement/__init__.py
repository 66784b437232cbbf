"""What was planned and done: programs, the plan of the week, the history of a routine."""
