"""What backcare has to say: the check for warning signs, advice, and what it knows of a person."""
