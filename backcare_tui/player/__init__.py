"""A routine, played: its moments in seconds, the state of playing, and what is shown and said."""
