"""On how many examples a property is tried: a few in the everyday run, many in the thorough one.

Both try the same examples each time: what passed does so again, on any machine. `--hypothesis-profile=hunt` tries others
at each run, to find what nobody thought of; what it finds becomes a test of its own.
"""

from hypothesis import settings

EVERYDAY, THOROUGH, HUNT = "everyday", "thorough", "hunt"
"""The names of the profiles."""
FEW, MANY = 15, 100

settings.register_profile(EVERYDAY, max_examples=FEW, deadline=None, derandomize=True)
settings.register_profile(THOROUGH, max_examples=MANY, deadline=None, derandomize=True)
settings.register_profile(HUNT, max_examples=5 * MANY, deadline=None)


def tried(times: int) -> settings:
    """On so many in the thorough run, where `MANY` are too dear or too few."""
    is_everyday = settings().max_examples < MANY
    return settings(max_examples=min(times, FEW) if is_everyday else times)
