"""Every test runs over memory and over a file."""

from pathlib import Path

import pytest

from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.contract.ground import Ground


@pytest.fixture(params=["memory", "file"])
def ground(request: pytest.FixtureRequest, tmp_path: Path, clock: FrozenClock) -> Ground:
    return Ground(tmp_path if request.param == "file" else None, clock)


@pytest.fixture
def repository(ground: Ground) -> TinyRepository:
    return ground.open()
