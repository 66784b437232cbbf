"""From which pain on something else is done; light enough for the quickest command."""

OFFERED_FROM = 4
"""The severity from which a check-in offers something for now: where moderate begins in the common split
(no cut-off is agreed on: Boonstra 2016 found 6, and 4 in people who catastrophize little)."""
HIGH_PAIN = 7
"""From this severity on, a routine above level 1 is asked about (our own rule)."""
LOOK_AGAIN = 8
"""From this severity on, the check for warning signs is asked for anew, whatever pain is usual (our own rule)."""
