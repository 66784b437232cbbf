"""A made-up diary: four months with a story in it, from a seed."""
