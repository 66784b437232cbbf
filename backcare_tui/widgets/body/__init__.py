"""The body, front and back."""
