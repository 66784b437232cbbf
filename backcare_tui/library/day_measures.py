"""The measures of days: what a usual one is, what to aim at, and from when one is very active or a bad one.

Numbers of the field and our own, with where they are from; who counts with them decides none.
"""

import datetime as dt

USUAL_DAY_FROM, USUAL_DAY_UP_TO = 7, 28
"""Known days from which a usual day is told, and up to how many of the newest say it (our own rule)."""
USUAL_DAY_REACH = dt.timedelta(days=56)
"""How far back a day may lie that still says what is usual (our own rule)."""
AIMED_AT = 1.1
"""The part of the usual day that is aimed at, where nothing speaks against it: a tenth more (our own rule)."""
NEAR_PART = 0.25
"""The part by which a day may lie beside the target and still be near it (our own rule)."""
VERY_ACTIVE = 1.25
"""Times the person's own median, from which a day is a very active one (our own rule)."""
ACTIVE_FROM_MIN = 10 * 60
"""The minute of the day before which little of its activity lies, where nobody says when it was (our own rule)."""
BAD_DAY = 5
"""Of 10, from which a day is called bad in a diary of bad days only: moderate and more (our own rule)."""
BAD_DAYS_SPAN = 28
"""Days that such a diary is looked at over (our own rule)."""
BAD_DAYS_FROM, BAD_DAYS_OF_WEEK, BAD_DAYS_WEEKS = 4, 3, 3
"""Noted days of four weeks from which a habit shows, up to how many of each seven there are, fewer than a mean of
a week needs, and how many of the four weeks have any (our own rule)."""
BAD_DAYS_PART = 0.75
"""The part of the noted days that are bad ones (our own rule)."""
