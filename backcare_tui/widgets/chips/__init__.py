"""Words to choose from."""
