"""Pictures as text: what stands on a screen, kept in a file beside the tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.seen import lines
from tests.zone import in_zone

SHOWN = Path(__file__).parent / "shown"
Compare = Callable[[str, Pilot[None]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-pictures",
        action="store_true",
        help="keep what is shown now as what is to be shown (pytest tests/pictures)",
    )


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compares what stands on the screen with the file of a name, or writes that file anew."""
    update = request.config.getoption("--update-pictures", default=False)

    def to_file(name: str, pilot: Pilot[None]) -> None:
        file = SHOWN / f"{name}.txt"
        now = "".join(f"{line}\n" for line in lines(pilot))
        if update:
            file.write_text(now, "utf-8", newline="\n")
        assert file.is_file(), f"{name} is new: pytest tests/pictures --update-pictures"
        assert now == file.read_text("utf-8")

    return to_file


@pytest.fixture(autouse=True)
def plain_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No setting of the person at this machine, and no zone of it, changes a picture."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TERM"):
        monkeypatch.delenv(name, raising=False)
    with in_zone():
        yield
