"""Ids name an entry by their beginning, and by their end tell in which order they were made."""

import uuid

from backcare_tui.diary.records.base import made_of, new_id


def test_ids_tell_in_which_order_they_were_made_and_all_begin_otherwise() -> None:
    ids = [new_id() for _ in range(500)]
    assert sorted(ids, key=made_of) == ids
    assert len({id_[:8] for id_ in ids}) == 500
    assert {(uuid.UUID(id_).version, uuid.UUID(id_).variant) for id_ in ids} == {(8, uuid.RFC_4122)}


def test_ids_of_before_do_not_tell() -> None:
    assert made_of(str(uuid.uuid4())) == made_of("1") == ""
