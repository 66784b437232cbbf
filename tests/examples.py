"""On how many examples a property is tried: a few in the everyday run, many in the thorough one."""

from hypothesis import settings

EVERYDAY, THOROUGH = "everyday", "thorough"
"""The names of the two profiles."""
FEW, MANY = 15, 100

settings.register_profile(EVERYDAY, max_examples=FEW, deadline=None)
settings.register_profile(THOROUGH, max_examples=MANY, deadline=None)


def tried(times: int) -> settings:
    """On so many in the thorough run, where `MANY` are too dear or too few."""
    is_everyday = settings().max_examples < MANY
    return settings(max_examples=min(times, FEW) if is_everyday else times)
