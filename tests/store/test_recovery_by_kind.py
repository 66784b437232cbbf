"""However a diary is damaged, all that its backup has comes back as it was, and the file is kept."""

import pytest

from tests.store.damaged import damaged, whole
from tests.store.recovery_by_kind import OF_ONE_ENTRY, figures

YOUNGER = 3
"""Entries that the backup does not have."""


@pytest.mark.thorough
def test_whatever_the_damage_what_the_backup_has_comes_back() -> None:
    data = whole(14)
    rows = figures(damaged(data), data)
    assert rows[OF_ONE_ENTRY]["files"] > 200
    for kind, of in rows.items():
        if kind != OF_ONE_ENTRY:
            assert of["there"] - of["with it"] <= YOUNGER * of["files"], kind
            assert of["alone"] > 0, kind
