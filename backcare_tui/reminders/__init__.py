"""Reminders that the system's own scheduler brings. `reminding.Reminding` is the door."""
