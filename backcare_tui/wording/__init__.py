"""What things are called and how they are said: entries, their fields, routines, sources."""
