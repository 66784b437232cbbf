"""Pictures as text: what stands on a screen, kept in a file beside the tests."""

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.seen import lines
from tests.zone import in_zone

SHOWN = Path(__file__).parent / "shown"
Difference = Callable[[str, Pilot[None]], str]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-pictures",
        action="store_true",
        help="keep what is shown now as what is to be shown (pytest tests/pictures -m '')",
    )


@pytest.fixture
def difference(request: pytest.FixtureRequest) -> Difference:
    """What the screen differs in from the file of a name, empty if in nothing; or writes that file anew."""
    update = request.config.getoption("--update-pictures", default=False)

    def from_file(name: str, pilot: Pilot[None]) -> str:
        file = SHOWN / f"{name}.txt"
        now = [f"{line}\n" for line in lines(pilot)]
        if update:
            file.write_text("".join(now), "utf-8", newline="\n")
        if not file.is_file():
            return f"{name} is new: pytest tests/pictures -m '' --update-pictures\n"
        was = file.read_text("utf-8").splitlines(keepends=True)
        return "".join(difflib.unified_diff(was, now, name, "now", n=0))

    return from_file


@pytest.fixture(autouse=True)
def plain_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No setting of the person at this machine, and no zone of it, changes a picture."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TERM"):
        monkeypatch.delenv(name, raising=False)
    with in_zone():
        yield
