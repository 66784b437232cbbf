"""A week of one's own: chosen from a decision table, renewed by what happened, kept within what is safe."""
