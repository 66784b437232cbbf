"""More than a week: days in bins, what happened on them, and the sentences beneath."""
