"""Move: routines by purpose, what is in them, the exercise library, programs, the plan of the week."""
