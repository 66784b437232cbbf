"""What goes past the screen, by way of the terminal."""

from typing import Any

from textual.app import App


def tell_desktop(app: App[Any], sequence: str) -> None:
    """Send a control sequence to the terminal, unless its window is in front, as far as it says so.

    A terminal that does not report which window is in front is taken to be in front.
    """
    driver = app._driver  # noqa: SLF001 - as Textual rings its bell: there is no door for it
    if driver is not None and not app.app_focus:
        driver.write(sequence)
        driver.flush()
