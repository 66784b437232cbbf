"""The week in one look, against the week before."""
