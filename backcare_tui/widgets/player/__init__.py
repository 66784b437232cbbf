"""What the player shows: the figure, the breath, the time, how far it is."""
