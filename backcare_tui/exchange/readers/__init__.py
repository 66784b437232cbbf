"""One reader for each program whose exports are understood."""
