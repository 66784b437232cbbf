"""A file is sealed by a digest: whatever changes a bit of it is seen, and an old file has none."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.repository import CannotOpen
from backcare_tui.store import open_repository
from backcare_tui.store.digest import OPEN, Seal, seal, sealed
from tests.conftest import FrozenClock

PLAIN = (
    b'{"meta":{"1":{"digest":"%s","id":"m"}},"pain":{"1":{"note":"4 a \\"digest\\":"}}}'
    % OPEN.encode()
)


def test_what_was_sealed_is_whole_and_only_its_digest_was_written() -> None:
    data = sealed(PLAIN)
    assert seal(data) is Seal.WHOLE
    assert len(data) == len(PLAIN)
    digest = json.loads(data)["meta"]["1"]["digest"]
    assert data.replace(digest.encode(), OPEN.encode()) == PLAIN
    assert sealed(data) == data


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b'{"pain":{"1":{"id":"p"}},"meta":{"1":{"schema":1}}}',
        b'{"pain":{"1":{"note":"my \\"digest\\":"}}}',
    ],
)
def test_a_file_of_before_has_no_seal_and_is_not_given_one_where_it_has_no_place(
    data: bytes,
) -> None:
    assert seal(data) is Seal.NONE
    assert sealed(data) == data


def test_a_file_that_another_program_wrote_anew_is_no_longer_sealed_as_it_was() -> None:
    tables = json.loads(sealed(PLAIN))
    for other in (
        json.dumps(tables),
        json.dumps(tables, indent=2, sort_keys=True),
        json.dumps({"pain": tables["pain"], "meta": tables["meta"]}),
    ):
        assert seal(other.encode()) is Seal.BROKEN


def test_every_bit_of_a_diary_counts_also_those_of_its_seal(
    tmp_path: Path, clock: FrozenClock
) -> None:
    path = tmp_path / "diary.json"
    open_repository(path, clock).add(*demo_diary(days=14, clock=clock))
    data = path.read_bytes()
    assert seal(data) is Seal.WHOLE
    of_the_seal = range(8 * (data.index(b'"digest"') + 80))
    elsewhere = random.Random(1).sample(range(8 * len(data)), 400)
    for bit in (*of_the_seal, *elsewhere):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        assert seal(bytes(flipped)) is Seal.BROKEN, bit


@pytest.mark.thorough
def test_of_single_flipped_bits_none_goes_unnoticed(tmp_path: Path, clock: FrozenClock) -> None:
    """Each is refused, or said as a notice; that is what `check` says, and so does the app."""
    path = tmp_path / "diary.json"
    open_repository(path, clock).add(*demo_diary(days=100, clock=clock))
    data = path.read_bytes()
    seen = Counter[str]()
    for bit in random.Random(20261123).sample(range(8 * len(data)), 1500):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        try:
            repository = open_repository(path, clock)
        except CannotOpen:
            seen["refused"] += 1
        else:
            seen["named"] += bool(repository.troubles)
            seen["noticed"] += bool(repository.notices)
            assert repository.notices, bit
        assert path.read_bytes() == flipped
    assert seen["refused"] + seen["noticed"] == 1500
