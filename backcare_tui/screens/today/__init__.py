"""Today: what is worth doing now."""
