"""The place of food and drink."""
