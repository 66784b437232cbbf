"""Diaries damaged in every way that is known: `python -m tests.store.damaged` counts them by kind.

    for each in damaged(data):
        path.write_bytes(each.data)

What is damaged in its bytes is damaged at random, the same each time. What is wrong in its values is
written as another program would write it, without a digest, so that the values alone tell.
"""

import json
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records import base
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from tests.conftest import MONDAY, FrozenClock

AT = MONDAY.isoformat()
PAIN: dict[str, Any] = {"id": "p", "updated": AT, "at": AT, "severity": 4}
NIGHT: dict[str, Any] = {"id": "n", "updated": AT, "night": AT[:10], "asleep_min": 400}
BLOCK = 4096


@dataclass(frozen=True)
class Damaged:
    """A diary that is not whole, or holds what none should."""

    kind: str
    what: str
    data: bytes


def whole(days: int = 100) -> bytes:
    """A diary that nothing is wrong with, to the letter the same each time."""
    clock, chance = FrozenClock(), random.Random(days)
    with TemporaryDirectory() as folder, ExitStack() as patches:
        patches.enter_context(mock.patch.object(os, "urandom", chance.randbytes))
        patches.enter_context(mock.patch.object(time, "time_ns", return_value=1 << 60))
        patches.enter_context(mock.patch.object(base, "_count", count()))
        path = Path(folder) / "diary.json"
        repository = open_repository(path, clock)
        repository.add(*demo_diary(days=days, clock=clock))
        repository.remove(repository.entries(Pain)[0].id)
        return path.read_bytes()


def damaged(data: bytes) -> Iterator[Damaged]:
    """Some 500 diaries, most of them made from the bytes of a whole one."""
    for kind, made in {
        "cut": _cut,
        "zeroed": _zeroed,
        "flipped": _flipped,
        "scribbled": _scribbled,
        "block lost": _block_lost,
        "twice": _twice,
        "encoding": _encoded,
    }.items():
        chance = random.Random(kind)
        yield from (Damaged(kind, what, bad) for what, bad in made(data, chance) if bad != data)
    for kind, values in {
        "nothing": _nothing,
        "shape": _shapes,
        "field": _fields,
        "number": _numbers,
        "depth": _deep,
        "mark": _marks,
    }.items():
        yield from (Damaged(kind, what, bad) for what, bad in values())


Bad = Iterator[tuple[str, bytes]]


def _cut(data: bytes, chance: random.Random) -> Bad:
    for end in (1, 2, 10, len(data) - 1, len(data) - 2, *chance.sample(range(len(data)), 55)):
        yield f"after {end} bytes", data[:end]


def _zeroed(data: bytes, chance: random.Random) -> Bad:
    for _ in range(30):
        start, length = chance.randrange(len(data)), chance.choice((1, 16, 512, BLOCK))
        yield f"{length} bytes from {start}", _replaced(data, start, b"\0" * length)


def _flipped(data: bytes, chance: random.Random) -> Bad:
    for bit in chance.sample(range(8 * len(data)), 60):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit}", bytes(flipped)


def _scribbled(data: bytes, chance: random.Random) -> Bad:
    for _ in range(30):
        start, length = chance.randrange(len(data)), chance.randint(1, 600)
        yield f"{length} bytes from {start}", _replaced(data, start, chance.randbytes(length))


def _block_lost(data: bytes, chance: random.Random) -> Bad:
    for _ in range(20):
        start = BLOCK * chance.randrange(len(data) // BLOCK)
        yield f"the block at {start}", data[:start] + data[start + BLOCK :]


def _replaced(data: bytes, start: int, part: bytes) -> bytes:
    return (data[:start] + part + data[start + len(part) :])[: max(len(data), start + len(part))]


def _twice(data: bytes, chance: random.Random) -> Bad:
    entry = json.dumps(PAIN)
    yield "the file", data + data
    yield "the file, with a line between", data + b"\n" + data
    yield "a half of it", data + data[: len(data) // 2]
    yield (
        "a conflict of git",
        b"<<<<<<< ours\n" + data + b"\n=======\n" + data + b"\n>>>>>>> theirs\n",
    )
    yield "rubbish at the end", data + b"rubbish"
    for table in ("pain", "sleep", "meta", "setting", "undo", "weather"):
        yield (
            f"the table {table}",
            data[:-1] + f',"{table}":{{"1":{entry}}},"{table}":{{}}}}'.encode(),
        )
    for text in (
        f'{{"1":{entry},"1":{entry}}}',
        f'{{"1":{entry},"2":{{}},"1":{{}}}}',
        f'{{"1":{entry[:-1]},"severity":5}}}}',
        f'{{"1":{entry[:-1]},"id":"q"}}}}',
        f'{{"1":{entry[:-1]},"note":"a","note":"b"}}}}',
        f'{{"1":{entry[:-1]},"medicines":[{{"name":"a","name":"b"}}]}}}}',
        f'{{"1":{entry[:-1]},"interference":{{"enjoyment":1,"enjoyment":2}}}}}}',
    ):
        yield text[:60], f'{{"pain":{text}}}'.encode()
    del chance


def _encoded(data: bytes, chance: random.Random) -> Bad:
    text = data.decode().replace('"severity"', '"n\u00f6te":"m\u00fcde","severity"', 1)
    for name in (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "latin-1",
        "cp1252",
        "utf-7",
    ):
        yield name, text.encode(name, "replace")
    for name, bad in {
        "half a letter": b"\xc3",
        "a lone surrogate": b"\xed\xa0\x80",
        "too long a form": b"\xc0\xaf",
        "beyond all letters": b"\xf7\xbf\xbf\xbf",
        "a control character": b"\x01",
        "a line break": b"\n",
        "NUL": b"\0",
    }.items():
        yield name, b'{"pain":{"1":' + json.dumps(PAIN)[:-1].encode() + b',"note":"' + bad + b'"}}}'
    for name, end in {"a mark at the end": b"\xef\xbb\xbf", "two marks": b""}.items():
        start = b"\xef\xbb\xbf\xef\xbb\xbf" if not end else b""
        yield name, start + data + end
    for quote in ("'", "\u201c", "`"):
        yield f"quotes as {quote}", data.decode().replace('"', quote).encode()
    del chance


def _nothing() -> Bad:
    bom = b"\xef\xbb\xbf"
    for bad in (
        b"",
        b" ",
        b"\n",
        b"\r\n\t ",
        bom,
        bom + b"\n",
        b"\0",
        b"\0" * BLOCK,
        b" \0\n",
        bom + b"\0",
    ):
        yield f"{len(bad)} bytes {bad[:8]!r}", bad


def _shapes() -> Bad:
    for text in (
        "[]", "[1, 2]", "4", "null", "true", '"text"', "{", "}", "{]", "nul", "NaN", "{}{}", "[{}]",
        '{"pain"}', '{"pain":}', '{"pain":null}', '{"pain":[]}', '{"pain":4}', '{"pain":"x"}',
        '{"pain":true}', '{"pain":[{}]}', '{"pain":{"one":{}}}', '{"pain":{"":{}}}', '{"pain":{"1.0":{}}}',
        '{"pain":{"-1":{}}}', '{"pain":{"+1":{}}}', '{"pain":{" 1":{}}}', '{"pain":{"01":{}}}',
        '{"pain":{"0":{}}}', '{"pain":{"1":{},}}', '{"pain":{"1":{}},}', "{pain:{}}", '{"a":{}}//',
        '{"pain":{"1":null}}', '{"pain":{"1":4}}', '{"pain":{"1":[]}}', '{"pain":{"1":"x"}}',
        '{"pain":{"1":true}}', '{"pain":{"1":{}}}', '{"undo":{"1":4}}', '{"undo":{"1":{}}}',
        '{"undo":{"1":{"summary":4,"before":[],"updated":""}}}', '{"redo":{"1":{"before":4}}}',
        '{"meta":{"1":{"schema":"later"}}}', '{"meta":{"1":{"schema":99}}}', '{"meta":{"1":{"schema":1.5}}}',
    ):  # fmt: skip
        yield text, text.encode()


def _fields() -> Bad:
    wrong: tuple[Any, ...] = (
        None,
        "",
        4,
        -1,
        11,
        1e9,
        4.5,
        True,
        "x",
        [],
        {},
        [4],
        [None],
        {"a": 1},
        "\x1b",
    )
    right = {("severity", 4), ("night", AT[:10])}
    for table, document, names in (
        ("pain", PAIN, ("id", "at", "severity")),
        ("sleep", NIGHT, ("id", "night")),
    ):
        for name in names:
            for value in wrong:
                if (name, repr(value)) not in {(n, repr(v)) for n, v in right} and not (
                    name == "id" and value == "x"
                ):
                    yield f"{table} {name} {value!r}", _one(table, {**document, name: value})
    for name, value in (
        ("mood", 9), ("areas", "neck"), ("areas", [4]), ("relief", {"a": "perhaps"}), ("note", 4),
        ("note", ["a"]), ("is_flare", "yes"), ("medicines", ["a"]), ("medicines", [{"dose": "1"}]),
        ("stiffness_min", 1441), ("stiffness_min", -1), ("area_severity", {"a": 11}), ("area_severity", [1]),
        ("interference", {"enjoyment": 11}), ("imported", "x"), ("imported", {"key": 4}), ("updated", "today"),
        ("updated", 4), ("triggers", {"a": 1}), ("qualities", [[]]),
    ):  # fmt: skip
        yield f"pain {name} {value!r}", _one("pain", {**PAIN, name: value})
    for name, value in (
        ("bed", "25:00"), ("bed", "7:00"), ("up", 7), ("latency_min", -1), ("quality", 6),
        ("quality", 0), ("awakenings", 100), ("asleep_min", 5000), ("asleep_min", "long"), ("up_offset", "1"),
    ):  # fmt: skip
        yield f"sleep {name} {value!r}", _one("sleep", {**NIGHT, name: value})
    for at in ("", "today", "2026-11-23", "2026-13-01T00:00:00+01:00", "2026-11-23T25:00:00+01:00",
               "1776-07-04T00:00:00+00:00", "2026-11-23T08:12:00", "20261123", "0000-00-00T00:00:00Z"):  # fmt: skip
        yield f"at {at!r}", _one("pain", {**PAIN, "at": at})


def _numbers() -> Bad:
    text = json.dumps(PAIN)[:-1]
    for number in (
        "NaN", "-NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e999999", "0x10", "01", "+1", ".5",
        "1.", "1e", "1e+", "--1", "1_000", "1,5", "\u0664", "9" * 400, "9" * 5000, "1" + "0" * 25, "4.0000000001",
    ):  # fmt: skip
        yield f"mood {number[:12]}", f'{{"pain":{{"1":{text},"mood":{number}}}}}}}'.encode()
    for number in ("9" * 19, "9" * 5000, "\u0661", "1\u0661", "\u00b9", "1e3", "0x1", "00", "1 "):
        yield f"document {number[:12]!a}", f'{{"pain":{{"{number}":{text}}}}}}}'.encode()


def _deep() -> Bad:
    text = json.dumps(PAIN)[:-1].encode()
    for depth in (2_000, 100_000):
        for start, end in ((b"[", b"]"), (b'{"a":', b"}")):
            whole_ = start * depth + b"4" + end * depth
            yield f"{depth} of {start!r}", whole_
            yield (
                f"{depth} of {start!r} in a field",
                b'{"pain":{"1":' + text + b',"note":' + whole_ + b"}}}",
            )
            yield f"{depth} of {start!r}, cut", b'{"pain":{"1":' + start * depth


def _marks() -> Bad:
    old = "2020-01-01T00:00:00+00:00"
    bare = {"id": "p", "updated": AT}
    removed: Any
    for removed in (1, 0, True, False, "no", "2020", "2020-01-01", old[:19], ["x"], {}, 1.5):
        yield f"{removed!r}", _one("pain", {**bare, "removed": removed})
        yield f"{removed!r} with content", _one("pain", {**PAIN, "removed": removed})
    yield "a moment with content", _one("pain", {**PAIN, "removed": old})
    yield "a moment with a note", _one("sleep", {**bare, "note": "mine", "removed": old})


def _one(table: str, document: dict[str, Any]) -> bytes:
    return json.dumps({table: {"1": document}}).encode()


def main() -> None:
    """Print how many there are of each kind."""
    counts = Counter(each.kind for each in damaged(whole()))
    for kind, number in (*counts.items(), ("in all", counts.total())):
        print(f"{kind:12} {number:4}")


if __name__ == "__main__":
    main()
