"""What the entries say: the week, today, and each entry in words."""
