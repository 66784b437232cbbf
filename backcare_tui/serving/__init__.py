"""The full screen in a browser: who may in, the pages, and the sessions behind them.

Only `backcare serve` imports the modules in here; what it starts asks `is_served`.
"""

import os

DRIVER = "backcare_tui.served:Served"
"""What Textual draws by in a session, as `TEXTUAL_DRIVER` names it."""


def is_served() -> bool:
    """Whether this process is a session of `backcare serve`, seen in a browser."""
    return os.environ.get("TEXTUAL_DRIVER") == DRIVER
